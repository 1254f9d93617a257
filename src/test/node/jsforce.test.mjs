// jsforce, an independent client, against the sandbox. Give the sandbox's JSON line in PLUMBLINE_SANDBOX:
//   PLUMBLINE_SANDBOX="$(head -n 1 sandbox.json)" npm test
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsforce from 'jsforce';

const sandbox = JSON.parse(process.env.PLUMBLINE_SANDBOX ?? '{}');
let org;
const made = [];

before(async () => {
    assert.ok(sandbox.instanceUrl, 'PLUMBLINE_SANDBOX holds the line that `plumbline sandbox` prints');
    const answer = await fetch(`${sandbox.instanceUrl}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: sandbox.clientId,
            client_secret: sandbox.clientSecret,
        }),
    });
    assert.equal(answer.status, 200);
    const token = await answer.json();
    org = new jsforce.Connection({
        instanceUrl: token.instance_url,
        accessToken: token.access_token,
        version: '65.0',
    });
});

after(async () => {
    for (const id of made) {
        await org.sobject('Task').delete(id);
    }
});

async function someAccount() {
    const answer = await org.query('SELECT Id, Name FROM Account ORDER BY Name LIMIT 1');
    assert.equal(answer.records.length, 1);
    return answer.records[0];
}

function task(key, account, subject) {
    return {
        Plumbline_Key__c: key,
        WhatId: account.Id,
        Subject: subject,
        Status: 'Not Started',
        Priority: 'Normal',
        ActivityDate: '2026-12-01',
    };
}

test('pages through a query by nextRecordsUrl', async () => {
    const { totalSize } = await org.query('SELECT Id FROM Opportunity');
    const seen = new Set();
    await new Promise((resolve, reject) => {
        org.query('SELECT Id, Account.Name FROM Opportunity')
            .on('record', (record) => seen.add(record.Id))
            .on('end', resolve)
            .on('error', reject)
            .run({ autoFetch: true, maxFetch: 100000 });
    });
    assert.equal(seen.size, totalSize);
});

test('describes an object with our fields on it', async () => {
    const description = await org.describe('Account');
    const health = description.fields.find((field) => field.name === 'Plumbline_Health__c');
    assert.equal(health.type, 'double');
    assert.equal(health.updateable, true);
    assert.equal(description.keyPrefix, '001');
});

test('creates, reads, updates and deletes a record', async () => {
    const account = await someAccount();
    const created = await org.sobject('Task').create(task(undefined, account, 'Made by jsforce'));
    assert.equal(created.success, true);
    const changed = await org.sobject('Task').update({ Id: created.id, Subject: 'Changed by jsforce' });
    assert.equal(changed.success, true);
    const read = await org.sobject('Task').retrieve(created.id);
    assert.equal(read.Subject, 'Changed by jsforce');
    assert.equal(read.AccountId, account.Id);
    const gone = await org.sobject('Task').delete(created.id);
    assert.equal(gone.success, true);
    await assert.rejects(org.sobject('Task').update({ Id: created.id, Subject: 'x' }), /ENTITY_IS_DELETED/);
});

test('upserts by our key and makes one task of two sends', async () => {
    const account = await someAccount();
    const first = await org.sobject('Task').upsert(task('jsforce 1', account, 'First'), 'Plumbline_Key__c');
    const second = await org.sobject('Task').upsert(task('jsforce 1', account, 'Second'), 'Plumbline_Key__c');
    assert.equal(first.success && second.success, true);
    const { records } = await org.query("SELECT Id, Subject FROM Task WHERE Plumbline_Key__c = 'jsforce 1'");
    assert.deepEqual(records.map((record) => record.Subject), ['Second']);
    made.push(records[0].Id);
});

test('tells each row of a collection for itself', async () => {
    const account = await someAccount();
    const results = await org.sobject('Account').update([
        { Id: account.Id, Plumbline_Health__c: 71 },
        { Id: account.Id.replace(/^001/, '003'), Plumbline_Health__c: 71 },
    ]);
    assert.deepEqual(results.map((result) => result.success), [true, false]);
    const { Plumbline_Health__c: health } = await org.sobject('Account').retrieve(account.Id);
    assert.equal(health, 71);
});

test('refuses what does not parse, by code', async () => {
    await assert.rejects(org.query('SELECT Id FROM Account WHERE'), /MALFORMED_QUERY|unexpected token/);
    await assert.rejects(org.query('SELECT Nothing__c FROM Account'), /INVALID_FIELD|No such column/);
});

test('runs a Bulk API 2.0 query to its end', async () => {
    org.bulk2.pollInterval = 50;
    const stream = await org.bulk2.query('SELECT Id, Name, Amount FROM Opportunity');
    const rows = await stream.toArray();
    const { totalSize } = await org.query('SELECT Id FROM Opportunity');
    assert.equal(rows.length, totalSize);
    assert.ok(rows.every((row) => row.Id.length === 18));
});

test('runs a Bulk API 2.0 ingest and reconciles its rows', async () => {
    const account = await someAccount();
    const results = await org.bulk2.loadAndWaitForResults({
        object: 'Task',
        operation: 'upsert',
        externalIdFieldName: 'Plumbline_Key__c',
        input: [task('bulk-1', account, 'One, "quoted"\nand a second line'), task('bulk-2', { Id: '' }, 'x'.repeat(256))],
        pollInterval: 50,
        pollTimeout: 10000,
    });
    assert.equal(results.successfulResults.length, 1);
    assert.equal(results.failedResults.length, 1);
    assert.match(results.failedResults[0].sf__Error, /STRING_TOO_LONG/);
    made.push(results.successfulResults[0].sf__Id);
});
