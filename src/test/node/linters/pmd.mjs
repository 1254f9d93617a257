// PMD with its rules for XML, and its parser and rules for Apex, should there ever be any. Its jars come from Maven Central:
//   npm run pmd
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const JARS = path.resolve(HERE, '../../../../target/pmd');
const RULES = ['xml/bestpractices', 'xml/errorprone', 'apex/bestpractices', 'apex/errorprone', 'apex/security'];
/** PMD's exit codes for rules that were broken and for files that cannot be read. */
const FOUND = [4, 5];

export async function pmdFindings(root) {
    if (!existsSync(JARS)) {
        throw new Error(`PMD is not here: run 'npm run pmd' in ${HERE}`);
    }
    const rules = RULES.map((rule) => `category/${rule}.xml`).join(',');
    const options = ['--no-cache', '--no-progress', '--dir', root, '--rulesets', rules, '--format', 'json'];
    const { stdout } = await promisify(execFile)('java', ['-cp', `${JARS}/*`, 'net.sourceforge.pmd.cli.PmdCli', 'check', ...options], {
        maxBuffer: 1 << 26,
    }).catch((failure) => {
        if (!FOUND.includes(failure.code)) {
            throw failure;
        }
        return failure;
    });
    const { files, processingErrors, configurationErrors } = JSON.parse(stdout);
    return [
        ...files.flatMap(({ filename, violations }) =>
            violations.map(({ beginline, rule, description }) => `${path.relative(root, filename)}:${beginline}: ${rule}: ${description}`)
        ),
        ...[...processingErrors, ...configurationErrors].map(({ filename, message }) => `${path.relative(root, filename ?? '')}: ${message}`),
    ];
}
