// Every command of Salesforce's command line that our script runs and our README tells exists, with these options.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { PROJECT } from '../metadata/check.mjs';
import { SF, environment } from './sf.mjs';

let known;

before(async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'sf-'));
    try {
        const { stdout } = await promisify(execFile)(SF, ['commands', '--json'], { env: environment(home), maxBuffer: 1 << 26 });
        known = new Map(JSON.parse(stdout).map(({ id, flags }) => [id.replaceAll(':', ' '), new Set(Object.keys(flags ?? {}))]));
    } finally {
        rmSync(home, { recursive: true });
    }
});

for (const [file, atLeast] of Object.entries({ 'scratch/create-scratch-org.sh': 6, 'README.md': 5 })) {
    test(`${file} names commands that exist`, () => {
        const lines = [...readFileSync(path.join(PROJECT, file), 'utf8').matchAll(/^(?: {4,}|user=\$\()?sf ([a-z ]+[a-z])(.*)$/gm)];
        assert.ok(lines.length >= atLeast, `${lines.length} commands`);
        for (const [line, command, rest] of lines) {
            assert.ok(known.has(command), line);
            for (const [, option] of rest.split('|')[0].matchAll(/--([a-z-]+)/g)) {
                assert.ok(known.get(command).has(option), `${line}: ${option}`);
            }
        }
    });
}
