// Errors to plant in a copy of the project, each with words of the problem that has to be found.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from './check.mjs';

const BAND = 'results/objects/Account/fields/Plumbline_Band__c.field-meta.xml';
const REASONS = 'results/objects/Account/fields/Plumbline_Reasons__c.field-meta.xml';
const FLAG = 'results/objects/Account/fields/Plumbline_Flag__c.field-meta.xml';
const SAM = 'access/permissionsets/Plumbline_SAM.permissionset-meta.xml';
const FLOWS = 'automation/flows';
const JUDGE = `${FLOWS}/Plumbline_Judge_Again.flow-meta.xml`;
const ANSWER = `${FLOWS}/Plumbline_Answer_Finding.flow-meta.xml`;
const DOCUMENT = 'automation/openapi/plumbline.json';
const CARD = 'screens/lwc/plumblineCard/plumblineCard';
const PAGE = 'screens/flexipages/Plumbline_Account_Page.flexipage-meta.xml';

/** The errors of a public list of what Salesforce's own tools let pass, and some more. */
export const PLANTED = {
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
        'screens/reports/Plumbline/Plumbline_Bands_By_Tier.report-meta.xml',
        'Account.Plumbline_Band__c',
        'Account.Plumbline_Bond__c',
        'no field Account.Plumbline_Bond__c'
    ),
    'a dashboard with a report that is not there': replaced(
        'screens/dashboards/Plumbline/Plumbline_Accounts.dashboard-meta.xml',
        'Plumbline/Plumbline_Bands_By_Tier',
        'Plumbline/Plumbline_Bonds_By_Tier',
        'no report Plumbline/Plumbline_Bonds_By_Tier'
    ),
    'a dashboard that groups by a column that is not there': replaced(
        'screens/dashboards/Plumbline/Plumbline_Accounts.dashboard-meta.xml',
        'Account$Plumbline_Team__c',
        'Account$Plumbline_Teem__c',
        'no field Account.Plumbline_Teem__c'
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
    'a flow with an operation that is not there': replaced(JUDGE, '<actionName>Plumbline.judgeAccount', '<actionName>Plumbline.judgeAcount', 'no action Plumbline.judgeAcount'),
    'a flow that leaves out what a request needs': replaced(JUDGE, 'request.requestedAt', 'request.requestedBy', 'needs request.requestedAt'),
    'a flow that sends what a request does not know': replaced(JUDGE, 'request.requestedBy', 'request.askedBy', 'no request.askedBy'),
    'a flow that leaves out a parameter': replaced(ANSWER, '<name>orgId</name>', '<name>org</name>', 'Plumbline.readVerdict needs orgId'),
    'a flow that takes an answer that is not given': replaced(JUDGE, '<name>200</name>', '<name>201</name>', 'gives no 201'),
    'a flow that takes an answer for something else': replaced(JUDGE, 'ExternalService__Plumbline_Verdict', 'ExternalService__Plumbline_Problem', 'wants ExternalService__Plumbline_Verdict'),
    'a flow that shows what a verdict has not': replaced(`${FLOWS}/Plumbline_Show_Verdict.flow-meta.xml`, 'verdict.nextStep', 'verdict.nextSteps', 'no verdict.nextSteps'),
    'a flow that shows what a finding has not': replaced(ANSWER, '{!Each_Finding.sentence}', '{!Each_Finding.sentences}', 'no Each_Finding.sentences'),
    'a choice by what a finding has not': replaced(ANSWER, '<valueField>key</valueField>', '<valueField>keys</valueField>', 'no OpenFindings.keys'),
    'a flow with a label that is not there': replaced(ANSWER, '$Label.Plumbline_Flow_Which', '$Label.Plumbline_Flow_Witch', 'no label Plumbline_Flow_Witch'),
    'a label that nothing shows': replaced(ANSWER, '{!$Label.Plumbline_Flow_Which}', 'Which?', 'nothing uses Plumbline_Flow_Which'),
    'a flow with a variable that is not there': replaced(ANSWER, '{!answeredLines}', '{!answeredLine}', 'no answeredLine'),
    'a flow with a field that it did not read': replaced(JUDGE, '<queriedFields>Name</queriedFields>', '', 'Get_Account does not read Name'),
    'a flow with a formula that is none': replaced(JUDGE, 'LEFT({!$Flow.InterviewGuid}, 64)', 'LEFT({!$Flow.InterviewGuid}, 64', 'cannot be parsed'),
    'a flow that leads nowhere': replaced(JUDGE, '<targetReference>Is_Judged</targetReference>', '<targetReference>Was_Judged</targetReference>', 'no element Was_Judged'),
    'a part of a flow that nothing leads to': replaced(JUDGE, '<targetReference>Refuse_Answer</targetReference>', '<targetReference>Refuse_Fault</targetReference>', 'nothing leads to Refuse_Answer'),
    'a call without a path for its fault': without(JUDGE, /<faultConnector>\s*<targetReference>Refuse_Fault.*?<\/faultConnector>/s, 'no path for a fault'),
    'a flow with a flow inside that is not there': replaced(JUDGE, '<flowName>Plumbline_Show_Verdict', '<flowName>Plumbline_Show_Verdicts', 'no flow Plumbline_Show_Verdicts'),
    'a flow that gives another what it does not take': replaced(JUDGE, '<name>headline</name>', '<name>headlines</name>', 'takes no headlines'),
    'an action with a flow that is not there': replaced('automation/quickActions/Account.Plumbline_Judge_Again.quickAction-meta.xml', '<flowDefinition>Plumbline_Judge_Again', '<flowDefinition>Plumbline_Judge', 'no flow Plumbline_Judge'),
    'a page with an action that is not there': replaced(PAGE, 'Account.Plumbline_Judge_Again', 'Account.Plumbline_Judge', 'no action Account.Plumbline_Judge'),
    'a field without translation': replaced('screens/objectTranslations/Account-de/Account-de.objectTranslation-meta.xml', '<name>Plumbline_Health__c</name>', '<name>Plumbline_Halth__c</name>', 'Account.Plumbline_Health__c is not translated into de'),
    'a translation of a field that is not there': replaced('screens/objectTranslations/Account-de/Account-de.objectTranslation-meta.xml', '<name>Plumbline_Health__c</name>', '<name>Plumbline_Halth__c</name>', 'no field Account.Plumbline_Halth__c to translate'),
    'a help text without translation': replaced('screens/objectTranslations/Account-de/Account-de.objectTranslation-meta.xml', '<help>Der Tag der CSAT-Umfrage. Ohne ihn zählt die Note nicht.</help>', '', 'Plumbline_CSAT_Date__c has no help'),
    'a picklist value without translation': replaced('screens/objectTranslations/Account-de/Account-de.objectTranslation-meta.xml', '<masterLabel>Improving</masterLabel>', '<masterLabel>Improved</masterLabel>', 'lacks its value Improving'),
    'an object without translation': removed('screens/objectTranslations/Plumbline_Plan__c-de/Plumbline_Plan__c-de.objectTranslation-meta.xml', 'the object Plumbline_Plan__c is not translated into de'),
    'a translation of an action that is not there': replaced('screens/objectTranslations/Account-de/Account-de.objectTranslation-meta.xml', 'Plumbline_Judge_Again', 'Plumbline_Judge', 'no action Account.Plumbline_Judge'),
    'a permission for a flow that is not there': replaced(SAM, '<flow>Plumbline_Judge_Again', '<flow>Plumbline_Judge', 'no flow Plumbline_Judge'),
    'a permission for a principal that is not there': replaced(SAM, 'Plumbline-Service', 'Plumbline-Servant', 'no principal Plumbline-Servant'),
    'a registration out of step with the document': replaced(DOCUMENT, '"title" : "Plumbline"', '"title" : "Plumb"', "run 'npm run register'"),
    'a document of another OpenAPI': replaced(DOCUMENT, '"openapi" : "3.0.1"', '"openapi" : "3.1.0"', 'External Services know 3.0 alone'),
    'a document with another media type': replaced(DOCUMENT, 'application/json', 'application/problem+json', 'is not JSON'),
    'a name that Apex does not take': replaced(DOCUMENT, '"asOf"', '"as-of"', 'as-of is no identifier'),
    'a credential without its other half': replaced('automation/namedCredentials/Plumbline.namedCredential-meta.xml', '<externalCredential>Plumbline<', '<externalCredential>Plumblime<', 'no external credential Plumblime'),
    'a service that is called without TLS': replaced('automation/namedCredentials/Plumbline.namedCredential-meta.xml', 'https://', 'http://', 'not to https'),
    'a record of custom metadata with a field that is not there': added(
        {
            'inputs/customMetadata/Plumbline_Word.Default.md-meta.xml':
                '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata"><label>Default</label><values><field>Text__c</field></values></CustomMetadata>',
        },
        'no field Plumbline_Word__mdt.Text__c'
    ),
    'a class without its description': added({ 'inputs/classes/PlumblineWords.cls': 'public class PlumblineWords {}' }, 'its name should end with -meta.xml'),
    'a seed with a field that is not there': replaced('scratch/data/Account.json', '"Plumbline_Tier__c"', '"Plumbline_Teer__c"', 'no field Account.Plumbline_Teer__c'),
    'a seed with a standard field that is not there': replaced('scratch/data/Contact.json', '"Title"', '"Titel"', 'no field Contact.Titel'),
    'a seed that sets what nobody may set': replaced('scratch/data/Account.json', '"Plumbline_Tier__c": "1"', '"Plumbline_Band__c": "Green"', 'nobody may edit Plumbline_Band__c'),
    'a seed with a value outside the picklist': replaced('scratch/data/Plan.json', '"Active"', '"Aktive"', 'State__c cannot be Aktive'),
    'a seed that points to what comes later': replaced('scratch/data/Contact.json', '"@Halvorsen"', '"@HalvorsenFleet"', 'points to HalvorsenFleet'),
    'a seed with a day that is none': replaced('scratch/data/Plan.json', '"TODAY-150"', '"TODAY 150"', 'is no day: TODAY 150'),
    'a seed without what is required': replaced('scratch/data/Opportunity.json', '"CloseDate"', '"NextStep"', 'needs CloseDate'),
    'a seed that the plan leaves out': replaced('scratch/data/seed-plan.json', 'Value.json', 'Values.json', 'Value.json: is not in seed-plan.json'),
    'a script that assigns what is not there': replaced('scratch/create-scratch-org.sh', 'Plumbline_SAM', 'Plumbline_SOM', 'no permission set Plumbline_SOM'),
    'a script that names a file that is not there': replaced('scratch/create-scratch-org.sh', 'scratch/fill.mjs', 'scratch/fil.mjs', 'there is no scratch/fil.mjs'),
    'a definition with a setting that is not there': replaced('scratch/project-scratch-def.json', 'enableAccountTeams', 'enableAccountTeam', 'accountSettings has no enableAccountTeam'),
    'a formula with a field that is not there': replaced(FLAG, 'CASE(Plumbline_Band__c', 'CASE(Plumbline_Bond__c', 'no field Account.Plumbline_Bond__c'),
    'a formula that is none': replaced(FLAG, ')</formula>', '</formula>', 'cannot be parsed'),
    'a formula that forgets a value of a picklist': replaced(FLAG, '&quot;Amber&quot;', '&quot;Yellow&quot;', 'forgets Amber of Plumbline_Band__c'),
    'a removed field': removed(BAND, 'no field Account.Plumbline_Band__c'),
};

/** Plants the error in a copy of the project and gives the copy to `look`; the copy goes away after that. */
export async function inCopy(plant, look) {
    const copy = mkdtempSync(path.join(tmpdir(), 'metadata-'));
    try {
        cpSync(PROJECT, copy, { recursive: true });
        plant(copy);
        return await look(copy);
    } finally {
        rmSync(copy, { recursive: true });
    }
}

/** The problems hold one with these words. */
export function assertFound(problems, words) {
    assert.ok(
        problems.some((problem) => problem.includes(words)),
        `${words}: ${JSON.stringify(problems)}`
    );
}

export function replaced(file, text, by, words) {
    const plant = (copy) => {
        const before = readFileSync(path.join(copy, file), 'utf8');
        assert.ok(before.includes(text), `${file} holds ${text}`);
        writeFileSync(path.join(copy, file), before.replace(text, by));
    };
    return { plant, words };
}

export function without(file, part, words) {
    const plant = (copy) => {
        const before = readFileSync(path.join(copy, file), 'utf8');
        assert.match(before, part);
        writeFileSync(path.join(copy, file), before.replace(part, ''));
    };
    return { plant, words };
}

export function moved(file, folder, words) {
    const plant = (copy) => {
        cpSync(path.join(copy, file), path.join(copy, folder, path.basename(file)));
        rmSync(path.join(copy, file));
    };
    return { plant, words };
}

export function renamed(file, name, words) {
    return { plant: (copy) => renameSync(path.join(copy, file), path.join(copy, path.dirname(file), name)), words };
}

export function removed(file, words) {
    return { plant: (copy) => rmSync(path.join(copy, file)), words };
}

export function added(files, words) {
    const plant = (copy) => {
        for (const [file, text] of Object.entries(files)) {
            mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
            writeFileSync(path.join(copy, file), text);
        }
    };
    return { plant, words };
}
