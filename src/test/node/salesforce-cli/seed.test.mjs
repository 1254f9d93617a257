// The command line's own import takes the seed of the scratch org: its plan, its records, every reference among them. The
// org is a stand-in that gives out Ids.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filled } from '../../../../salesforce-metadata/scratch/fill.mjs';
import { PROJECT } from '../metadata/check.mjs';

const IMPORT = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules/@salesforce/plugin-data/lib/api/data/tree/importPlan.js');
const DATA = path.join(PROJECT, 'scratch/data');

test('the command line imports the whole seed', async () => {
    const { importFromPlan } = await import(pathToFileURL(IMPORT));
    const org = new StandIn();
    const work = mkdtempSync(path.join(tmpdir(), 'seed-'));
    try {
        for (const file of readdirSync(DATA)) {
            writeFileSync(path.join(work, file), filled(readFileSync(path.join(DATA, file), 'utf8'), '005000000000001AAA', '2026-01-01'));
        }
        const { results, warnings } = await importFromPlan(org, path.join(work, 'seed-plan.json'));
        assert.deepEqual(warnings, []);
        assert.equal(results.length, org.received.length);
        assert.equal(
            results.length,
            readdirSync(DATA)
                .map((file) => JSON.parse(readFileSync(path.join(DATA, file), 'utf8')).records?.length ?? 0)
                .reduce((sum, count) => sum + count)
        );
        assert.doesNotMatch(JSON.stringify(org.received), /"@\w+"/, 'every reference became an Id');
    } finally {
        rmSync(work, { recursive: true });
    }
});

/** As much of a connection as the import uses. */
class StandIn {
    received = [];
    version = '65.0';

    getApiVersion() {
        return this.version;
    }

    async request({ body }) {
        const { records } = JSON.parse(body);
        this.received.push(...records);
        return { hasErrors: false, results: records.map(({ attributes }, index) => ({ referenceId: attributes.referenceId, id: `id-${this.received.length}-${index}` })) };
    }
}
