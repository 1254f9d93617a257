// Salesforce's own command line converts the whole project, offline, and every member of it arrives. It checks next to
// nothing, and what it does not know it drops in silence: so the members are counted by name.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { PROJECT } from '../metadata/check.mjs';
import { PLANTED, inCopy } from '../metadata/planted.mjs';
import { readProject } from '../metadata/project.mjs';
import { SF, environment } from './sf.mjs';

test('every member is converted', async () => {
    const expected = members(readProject(PROJECT).components);
    assert.ok(expected.length >= 180, `${expected.length} members`);
    assert.deepEqual(await converted(PROJECT), expected);
});

test('a file that the command line does not know is missed', () =>
    inCopy(PLANTED['a suffix that is not the right one'].plant, async (copy) => {
        const expected = members(readProject(PROJECT).components);
        const arrived = await converted(copy).catch((refused) => [String(refused)]);
        assert.notDeepEqual(arrived, expected);
        assert.ok(!arrived.includes('CustomField Account.Plumbline_Band__c'), 'the field did not arrive');
    }));

/** `Type Name` of every member that the files hold, sorted. */
function members(components) {
    const folders = { ReportFolder: 'Report', DashboardFolder: 'Dashboard' };
    const owned = ({ object, group, name }) => (object ? `${object}.${name}` : group ? `${group}/${name}` : name);
    return components
        .flatMap((component) => {
            const { type, name, element } = component;
            if (type === 'CustomLabels') {
                return [`${type} ${name}`, ...element.all('labels').map((label) => `CustomLabel ${label.text('fullName')}`)];
            }
            return [type in folders ? `${folders[type]} ${name}/` : `${type} ${owned(component)}`];
        })
        .sort();
}

/** The same of the package.xml that the command line writes. */
async function converted(root) {
    const work = mkdtempSync(path.join(tmpdir(), 'convert-'));
    try {
        const folders = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')).packageDirectories.map((each) => each.path);
        await promisify(execFile)(
            SF,
            ['project', 'convert', 'source', ...folders.flatMap((folder) => ['--source-dir', folder]), '--output-dir', path.join(work, 'converted')],
            { cwd: root, env: environment(work) }
        );
        const xml = readFileSync(path.join(work, 'converted/package.xml'), 'utf8');
        return [...xml.matchAll(/<types>(.*?)<\/types>/gs)]
            .flatMap(([, type]) => {
                const [, name] = type.match(/<name>(.*?)<\/name>/);
                return [...type.matchAll(/<members>(.*?)<\/members>/g)].map(([, member]) => `${name} ${member}`);
            })
            .sort();
    } finally {
        rmSync(work, { recursive: true });
    }
}
