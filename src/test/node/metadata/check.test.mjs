// The project has nothing wrong, and each error planted in a copy of it is found.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { PROJECT, check } from './check.mjs';

const BAND = 'results/objects/Account/fields/Plumbline_Band__c.field-meta.xml';
const REASONS = 'results/objects/Account/fields/Plumbline_Reasons__c.field-meta.xml';
const SAM = 'access/permissionsets/Plumbline_SAM.permissionset-meta.xml';
const CARD = 'screens/lwc/plumblineCard/plumblineCard';
const PAGE = 'screens/flexipages/Plumbline_Account_Page.flexipage-meta.xml';

/** The errors of a public list of what Salesforce's own tools let pass, and some more. */
const PLANTED = {
    'an element that does not exist': replaced(BAND, '<label>Health Band</label>', '<label>Health Band</label><colour>red</colour>', 'has no element colour'),
    'a value that is not allowed': replaced(BAND, '<type>Picklist</type>', '<type>Pickliste</type>', 'cannot be Pickliste'),
    'a field without label': replaced(BAND, '<label>Health Band</label>', '', 'needs label'),
    'a field without type': replaced(BAND, '<type>Picklist</type>', '', 'needs type'),
    'a text without length': replaced(REASONS, '<length>2000</length>', '', 'needs length'),
    'a permission for a field that is not there': replaced(SAM, 'Account.Plumbline_Band__c', 'Account.Plumbline_Bond__c', 'no field Account.Plumbline_Bond__c'),
    'a page with a component that is not there': replaced(PAGE, 'c:plumblineCard', 'c:plumblineCart', 'no component c:plumblineCart'),
    'a list with a column that is not there': replaced(
        'screens/objects/Account/listViews/Plumbline_Accounts_That_Need_Me.listView-meta.xml',
        '<columns>Plumbline_Band__c</columns>',
        '<columns>Plumbline_Bond__c</columns>',
        'no field Account.Plumbline_Bond__c'
    ),
    'a report with a column that is not there': replaced(
        'screens/reports/Plumbline/Plumbline_Bands_By_Owner.report-meta.xml',
        'Account.Plumbline_Band__c',
        'Account.Plumbline_Bond__c',
        'no field Account.Plumbline_Bond__c'
    ),
    'a dashboard with a report that is not there': replaced(
        'screens/dashboards/Plumbline/Plumbline_Accounts.dashboard-meta.xml',
        'Plumbline/Plumbline_Bands_By_Owner',
        'Plumbline/Plumbline_Bonds_By_Owner',
        'no report Plumbline/Plumbline_Bonds_By_Owner'
    ),
    'a folder that is not the right one': moved(BAND, 'results/objects/Account/field', 'belongs into a folder fields'),
    'a suffix that is not the right one': renamed(BAND, 'Plumbline_Band__c.feld-meta.xml', 'no kind of metadata ends like this'),
    'XML that is not well-formed': replaced(BAND, '</CustomField>', '</CustomFeld>', 'Plumbline_Band__c.field-meta.xml:'),
    'a target that does not exist': replaced(`${CARD}.js-meta.xml`, '<target>lightning__RecordPage</target>', '<target>lightning__RecordPague</target>', 'lightning__RecordPague'),
    'a name that is not the file name': replaced(BAND, '<fullName>Plumbline_Band__c</fullName>', '<fullName>Plumbline_Bond__c</fullName>', 'calls itself Plumbline_Bond__c'),
    'an element twice': replaced(BAND, '<label>Health Band</label>', '<label>Health Band</label><label>Band</label>', 'label only once'),
    'a component without its description': removed(`${CARD}.js-meta.xml`, 'would not be deployed'),
    'another namespace': replaced(BAND, '2006/04/metadata', '2006/04/metadate', 'is in the namespace'),
    'a boolean that is none': replaced(BAND, '<required>false</required>', '<required>no</required>', 'is true or false'),
    'a component that reads a field that is not there': replaced(`${CARD}.js`, 'Account.Plumbline_Band__c', 'Account.Plumbline_Bond__c', 'no field Account.Plumbline_Bond__c'),
    'a component with a label that is not there': replaced(`${CARD}.js`, 'c.Plumbline_Title', 'c.Plumbline_Titel', 'no label Plumbline_Titel'),
    'a label without translation': replaced('screens/translations/de.translation-meta.xml', '<name>Plumbline_Title</name>', '<name>Plumbline_Titel</name>', 'Plumbline_Title is not translated'),
    'a component inside that is not there': replaced(`${CARD}.html`, '<c-plumbline-score', '<c-plumbline-scores', 'no component plumblineScores'),
    'a removed field': removed(BAND, 'no field Account.Plumbline_Band__c'),
};

test('nothing is wrong with what is deployed', () => {
    const { components, problems } = check(PROJECT);
    assert.deepEqual(problems, []);
    assert.ok(components.length >= 100, `${components.length} components`);
});

for (const [error, { plant, words }] of Object.entries(PLANTED)) {
    test(`finds ${error}`, () => {
        const copy = mkdtempSync(path.join(tmpdir(), 'metadata-'));
        try {
            cpSync(PROJECT, copy, { recursive: true });
            plant(copy);
            const { problems } = check(copy);
            assert.ok(
                problems.some((problem) => problem.includes(words)),
                `${words}: ${JSON.stringify(problems)}`
            );
        } finally {
            rmSync(copy, { recursive: true });
        }
    });
}

function replaced(file, text, by, words) {
    const plant = (copy) => {
        const before = readFileSync(path.join(copy, file), 'utf8');
        assert.ok(before.includes(text), `${file} holds ${text}`);
        writeFileSync(path.join(copy, file), before.replace(text, by));
    };
    return { plant, words };
}

function moved(file, folder, words) {
    const plant = (copy) => {
        cpSync(path.join(copy, file), path.join(copy, folder, path.basename(file)));
        rmSync(path.join(copy, file));
    };
    return { plant, words };
}

function renamed(file, name, words) {
    return { plant: (copy) => renameSync(path.join(copy, file), path.join(copy, path.dirname(file), name)), words };
}

function removed(file, words) {
    return { plant: (copy) => rmSync(path.join(copy, file)), words };
}
