// The SLDS linter: retired classes and values that should be styling hooks, in the Lightning components.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const LINTER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules/.bin/slds-linter');
/** It warns of sizes for which, as it says itself, SLDS has no hook. Nobody could do anything about that. */
const HOPELESS = "There's no replacement styling hook";

export async function sldsFindings(root) {
    const reports = mkdtempSync(path.join(tmpdir(), 'slds-'));
    try {
        // The exit code is 1 as soon as there is an error: the report says which.
        await promisify(execFile)(LINTER, ['report', 'screens/lwc', '--output', reports], { cwd: root }).catch(() => {});
        const [report] = readdirSync(reports);
        if (!report) {
            throw new Error('the SLDS linter wrote no report');
        }
        const { runs } = JSON.parse(readFileSync(path.join(reports, report), 'utf8'));
        return runs
            .flatMap(({ results }) => results)
            .filter(({ message }) => !message.text.includes(HOPELESS))
            .map(({ ruleId, message, locations }) => {
                const { artifactLocation, region } = locations[0].physicalLocation;
                return `${artifactLocation.uri}:${region.startLine}: ${ruleId}: ${message.text}`;
            });
    } finally {
        rmSync(reports, { recursive: true });
    }
}
