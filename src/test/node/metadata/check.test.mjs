// The project has nothing wrong, and each error planted in a copy of it is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT, check } from './check.mjs';
import { PLANTED, assertFound, inCopy } from './planted.mjs';

test('nothing is wrong with what is deployed', () => {
    const { components, problems } = check(PROJECT);
    assert.deepEqual(problems, []);
    assert.ok(components.length >= 110, `${components.length} components`);
});

for (const [error, { plant, words }] of Object.entries(PLANTED)) {
    test(`finds ${error}`, () => inCopy(plant, (copy) => assertFound(check(copy).problems, words)));
}
