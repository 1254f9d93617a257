// jsforce, and the fork of it that Salesforce's own command line stands on, against the sandbox: independent clients, unchanged.
// Give the sandbox's JSON line in PLUMBLINE_SANDBOX, and which client in CLIENT if not both:
//   PLUMBLINE_SANDBOX="$(head -n 1 sandbox.json)" npm test
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

const { default: jsforce } = await import(process.env.CLIENT ?? 'jsforce');

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

test('drains the children of a row by their own locator', async () => {
    const { records } = await org.query('SELECT Id, Name, (SELECT Id FROM Opportunities) FROM Account ORDER BY Name');
    const { totalSize } = await org.query('SELECT Id FROM Opportunity WHERE AccountId != null');
    let seen = 0;
    for (const { Opportunities: children } of records) {
        let page = children;
        while (page !== null) {
            seen += page.records.length;
            page = page.done ? null : await org.queryMore(page.nextRecordsUrl);
        }
    }
    assert.equal(seen, totalSize);
});

test('tells a polymorphic parent by its type', async () => {
    const account = await someAccount();
    const created = await org.sobject('Task').create(task(undefined, account, 'About an account'));
    made.push(created.id);
    const { records } = await org.query(
        `SELECT TYPEOF What WHEN Account THEN Name, OwnerId ELSE Name END FROM Task WHERE Id = '${created.id}'`,
    );
    assert.equal(records[0].What.attributes.type, 'Account');
    assert.equal(records[0].What.Name, account.Name);
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
    const first = await org.sobject('Task').upsert(task('jsforce-1', account, 'First'), 'Plumbline_Key__c');
    const second = await org.sobject('Task').upsert(task('jsforce-1', account, 'Second'), 'Plumbline_Key__c');
    assert.equal(first.success && second.success, true);
    const { records } = await org.query("SELECT Id, Subject FROM Task WHERE Plumbline_Key__c = 'jsforce-1'");
    assert.deepEqual(records.map((record) => record.Subject), ['Second']);
    made.push(records[0].Id);
});

test('upserts a key that a path cannot carry as it is', async () => {
    // jsforce puts the key into the path as it stands, so whoever calls it escapes.
    const account = await someAccount();
    const key = encodeURIComponent('jsforce/1 %');
    const { Plumbline_Key__c: _, ...fields } = task('', account, 'Escaped');
    const upserted = await org.sobject('Task').upsert({ ...fields, Plumbline_Key__c: key }, 'Plumbline_Key__c');
    assert.equal(upserted.created, true);
    const { records } = await org.query("SELECT Id FROM Task WHERE Plumbline_Key__c = 'jsforce/1 %'");
    assert.equal(records.length, 1);
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

test('speaks SOAP', async () => {
    const user = await org.soap.getUserInfo();
    assert.match(user.userId, /^005/);
    assert.equal(user.organizationMultiCurrency, true);
    const { timestamp } = await org.soap.getServerTimestamp();
    assert.ok(!Number.isNaN(Date.parse(timestamp)));
});

test('knows who is signed in', async () => {
    const identity = await org.identity();
    const { records } = await org.query(`SELECT Id, Username FROM User WHERE Id = '${identity.user_id}'`);
    assert.equal(records[0].Username, identity.username);
    assert.match(identity.organization_id, /^00D/);
});

test('lists objects and limits', async () => {
    const { sobjects } = await org.describeGlobal();
    const names = sobjects.map((object) => object.name);
    for (const name of ['Account', 'Opportunity', 'Task', 'Event', 'Plumbline_Plan__c']) {
        assert.ok(names.includes(name), name);
    }
    const limits = await org.limits();
    assert.ok(limits.DailyApiRequests.Remaining <= limits.DailyApiRequests.Max);
    assert.equal(org.limitInfo.apiUsage.limit, limits.DailyApiRequests.Max);
});

test('retrieves and deletes many', async () => {
    const account = await someAccount();
    const created = await org.sobject('Task').create([1, 2, 3].map((n) => task(undefined, account, `Many ${n}`)));
    assert.deepEqual(created.map((result) => result.success), [true, true, true]);
    const ids = created.map((result) => result.id);
    const read = await org.sobject('Task').retrieve(ids);
    assert.deepEqual(read.map((record) => record.Subject), ['Many 1', 'Many 2', 'Many 3']);
    const gone = await org.sobject('Task').delete([...ids, ids[0]]);
    assert.deepEqual(gone.map((result) => result.success), [true, true, true, false]);
    assert.equal(gone[3].errors[0].statusCode, 'ENTITY_IS_DELETED');
    const { records } = await org.query(`SELECT Id, IsDeleted FROM Task WHERE Id = '${ids[0]}'`, { scanAll: true });
    assert.equal(records[0].IsDeleted, true);
});

test('upserts a collection', async () => {
    const account = await someAccount();
    const rows = ['a', 'b'].map((n) => ({ attributes: { type: 'Task' }, ...task(`collection-${n}`, account, n) }));
    const url = '/composite/sobjects/Task/Plumbline_Key__c';
    const first = await org.requestPatch(url, { allOrNone: false, records: rows });
    const again = await org.requestPatch(url, { allOrNone: false, records: rows });
    assert.deepEqual(first.map((result) => result.created), [true, true]);
    assert.deepEqual(again.map((result) => [result.created, result.id]), first.map((result) => [false, result.id]));
    made.push(...first.map((result) => result.id));
});

test('rolls a collection back when it is all or none', async () => {
    const account = await someAccount();
    const rows = [task(undefined, account, 'Good'), task(undefined, account, 'x'.repeat(256))];
    const results = await org.sobject('Task').create(rows, { allOrNone: true });
    assert.deepEqual(results.map((result) => result.success), [false, false]);
    const codes = results.map((result) => result.errors[0].statusCode);
    assert.deepEqual(codes, ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'STRING_TOO_LONG']);
});

test('tells what was updated and deleted', async () => {
    const account = await someAccount();
    const created = await org.sobject('Task').create(task(undefined, account, 'Soon gone'));
    await org.sobject('Task').delete(created.id);
    const now = Date.now();
    const from = new Date(now - 3600000).toISOString();
    const to = new Date(now + 120000).toISOString();
    const deleted = await org.sobject('Task').deleted(from, to);
    assert.ok(deleted.deletedRecords.some((record) => record.id === created.id));
    const updated = await org.sobject('Account').updated(from, to);
    assert.ok(Array.isArray(updated.ids));
    assert.match(updated.latestDateCovered, /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000\+0000$/);
});

test('refuses in the shape a client reads', async () => {
    const codeOf = async (call) => {
        try {
            await call();
        } catch (refused) {
            return refused.errorCode;
        }
        throw new Error('was not refused');
    };
    assert.equal(await codeOf(() => org.query('SELECT Id FROM Nothing__c')), 'INVALID_TYPE');
    assert.equal(await codeOf(() => org.sobject('Account').retrieve('001000000000000AAA')), 'NOT_FOUND');
    assert.equal(await codeOf(() => org.sobject('Task').create({ Nothing__c: 1 })), 'INVALID_FIELD');
    const stale = new jsforce.Connection({
        instanceUrl: org.instanceUrl,
        accessToken: '00D000000000000!stale',
        version: '65.0',
    });
    assert.equal(await codeOf(() => stale.query('SELECT Id FROM Account')), 'INVALID_SESSION_ID');
});

// The integration user may not merge; the control face lends a session of the administrator.
async function administrator() {
    const answer = await fetch(`${sandbox.instanceUrl}/__sandbox/sessions`, {
        method: 'POST',
        body: JSON.stringify({ username: 'admin@sandbox.plumbline.example' }),
    });
    const { accessToken } = await answer.json();
    return new jsforce.Connection({ instanceUrl: sandbox.instanceUrl, accessToken, version: '65.0' });
}

test('merges over SOAP and leaves a forwarding address', async () => {
    const admin = await administrator();
    const [master, loser] = await admin.sobject('Account').create([{ Name: 'jsforce master' }, { Name: 'jsforce loser' }]);
    const contact = await admin.sobject('Contact').create({ LastName: 'Moved', AccountId: loser.id });
    const [merged] = await admin.soap.merge([
        { masterRecord: { type: 'Account', Id: master.id, Site: 'merged' }, recordToMergeIds: [loser.id] },
    ]);
    assert.equal(merged.success, true);
    assert.deepEqual(merged.mergedRecordIds, [loser.id]);
    const gone = await admin.query(`SELECT MasterRecordId, IsDeleted FROM Account WHERE Id = '${loser.id}'`, { scanAll: true });
    assert.deepEqual([gone.records[0].MasterRecordId, gone.records[0].IsDeleted], [master.id, true]);
    assert.equal((await admin.sobject('Contact').retrieve(contact.id)).AccountId, master.id);
    assert.equal((await admin.sobject('Account').retrieve(master.id)).Site, 'merged');
    await admin.sobject('Account').delete(master.id);
});

test('updates two hundred records in one call', async () => {
    const account = await someAccount();
    const rows = Array.from({ length: 200 }, (_, n) => task(undefined, account, `Row ${n}`));
    const created = await org.sobject('Task').create(rows);
    const ids = created.map((result) => result.id);
    const updated = await org.sobject('Task').update(ids.map((Id, n) => ({ Id, Subject: n === 77 ? 'x'.repeat(256) : `New ${n}` })));
    assert.equal(updated.filter((result) => result.success).length, 199);
    assert.equal(updated[77].errors[0].statusCode, 'STRING_TOO_LONG');
    const gone = await org.sobject('Task').delete(ids);
    assert.ok(gone.every((result) => result.success));
});

test('sends several requests as one composite', async () => {
    const account = await someAccount();
    const answer = await org.requestPost('/composite', {
        allOrNone: true,
        compositeRequest: [
            { method: 'POST', url: '/services/data/v65.0/sobjects/Task', referenceId: 'made', body: task(undefined, account, 'Composite') },
            { method: 'GET', url: "/services/data/v65.0/sobjects/Task/@{made.id}?fields=Subject", referenceId: 'read' },
        ],
    });
    assert.deepEqual(answer.compositeResponse.map((part) => part.httpStatusCode), [201, 200]);
    assert.equal(answer.compositeResponse[1].body.Subject, 'Composite');
    made.push(answer.compositeResponse[0].body.id);
});

test('loads, updates and deletes by Bulk API 2.0 and reads deleted rows back', async () => {
    const account = await someAccount();
    const bulk = (operation, input, more = {}) =>
        org.bulk2.loadAndWaitForResults({ object: 'Task', operation, input, pollInterval: 50, pollTimeout: 10000, ...more });
    const inserted = await bulk('insert', [1, 2, 3].map((n) => ({ WhatId: account.Id, Subject: `Bulk ${n}` })));
    const ids = inserted.successfulResults.map((row) => row.sf__Id);
    assert.equal(ids.length, 3);
    const updated = await bulk('update', [...ids.map((Id) => ({ Id, Subject: 'Changed' })), { Id: '00T000000000000EAA', Subject: 'Nobody' }]);
    assert.equal(updated.successfulResults.length, 3);
    assert.match(updated.failedResults[0].sf__Error, /^INVALID_CROSS_REFERENCE_KEY:/);
    const deleted = await bulk('delete', ids.map((Id) => ({ Id })));
    assert.equal(deleted.successfulResults.length, 3);
    assert.equal(deleted.unprocessedRecords.length, 0);
    const stream = await org.bulk2.query(`SELECT Id, IsDeleted FROM Task WHERE Id IN ('${ids.join("','")}')`, { scanAll: true });
    const rows = await stream.toArray();
    assert.deepEqual(rows.map((row) => row.IsDeleted), ['true', 'true', 'true']);
});
