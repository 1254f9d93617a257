// Every file of the screens that names a field of ours notices when the field is gone. Nothing is copied: the project is read
// once, and the field left out of what was read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PROJECT, STANDARD, check } from './check.mjs';
import { referenceProblems } from './references.mjs';
import { translationProblems } from './translations.mjs';

const { components } = check(PROJECT);
const ofAccounts = components.filter(({ type, object }) => type === 'CustomField' && object === 'Account');

/** What a component is made of; the script of a Lightning component stands beside its description. */
function source({ file, type }) {
    const name = type === 'LightningComponentBundle' ? file.replace('.js-meta.xml', '.js') : file;
    return { file: name, text: readFileSync(path.join(PROJECT, name), 'utf8') };
}

const named = components
    .filter(({ file, type }) => type !== 'CustomField' && !file.startsWith('access/'))
    .map(source)
    .concat(components.filter(({ type }) => type === 'PermissionSet').map(source));

test('the screens name fields of accounts in many files', () => {
    assert.ok(ofAccounts.length >= 26, `${ofAccounts.length} fields`);
    assert.ok(named.filter(({ text }) => /Plumbline_\w+__c/.test(text)).length >= 20);
});

for (const field of ofAccounts) {
    test(`${field.name} is missed by all that name it`, () => {
        const without = components.filter((component) => component !== field);
        const problems = [...referenceProblems(without, STANDARD, PROJECT), ...translationProblems(without)];
        const unaware = named
            .filter(({ text }) => new RegExp(`\\b${field.name}\\b`).test(text))
            .map(({ file }) => file)
            .filter((file) => !problems.some((problem) => problem.startsWith(`${file}:`)));
        assert.deepEqual(unaware, []);
    });
}
