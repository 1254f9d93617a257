// The seed of the scratch org gets its days and its user, and nothing of the sort is left in it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filled } from '../../../../salesforce-metadata/scratch/fill.mjs';
import { PROJECT } from './check.mjs';

const USER = '005000000000001AAA';

const DAYS = {
    '"TODAY"': '"2028-02-28"',
    '"TODAY+1"': '"2028-02-29"',
    '"TODAY+2"': '"2028-03-01"',
    '"TODAY-59"': '"2027-12-31"',
    '"TODAY-1T09:00:00Z"': '"2028-02-27T09:00:00Z"',
    '"USER"': `"${USER}"`,
    '"TODAY is a good day"': '"TODAY is a good day"',
};

for (const [written, expected] of Object.entries(DAYS)) {
    test(`${written} becomes ${expected}`, () => assert.equal(filled(written, USER, '2028-02-28'), expected));
}

test('the whole seed is filled', () => {
    const data = path.join(PROJECT, 'scratch/data');
    for (const file of readdirSync(data)) {
        const text = filled(readFileSync(path.join(data, file), 'utf8'), USER, '2026-01-01');
        assert.doesNotMatch(text, /TODAY|"USER"/, file);
        JSON.parse(text);
    }
});
