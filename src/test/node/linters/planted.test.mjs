// The public list of 22 errors that Salesforce's own command line lets pass, all but one: each is found by a check of ours.
import { test } from 'node:test';
import { check } from '../metadata/check.mjs';
import { PLANTED, added, assertFound, inCopy, replaced } from '../metadata/planted.mjs';
import { scriptFindings, templateFindings } from './lightning.mjs';
import { pmdFindings } from './pmd.mjs';

const CARD = 'screens/lwc/plumblineCard/plumblineCard';

const validator = (error) => [(copy) => check(copy).problems, PLANTED[error]];

const LIST = {
    '1 unknown element': validator('an element that does not exist'),
    '2 wrong enumeration': validator('a value that is not allowed'),
    '3 missing label': validator('a field without label'),
    '4 missing type': validator('a field without type'),
    '5 Text without length': validator('a text without length'),
    '6a permission set with a missing field': validator('a permission for a field that is not there'),
    '6b page with a missing field': [
        (copy) => check(copy).problems,
        replaced(
            'screens/flexipages/Plumbline_Account_Page.flexipage-meta.xml',
            '<itemInstances>',
            '<itemInstances><fieldInstance><fieldItem>Record.Plumbline_Bond__c</fieldItem></fieldInstance></itemInstances><itemInstances>',
            'no field Account.Plumbline_Bond__c'
        ),
    ],
    '6c page with a missing component': validator('a page with a component that is not there'),
    '7a wrong folder': validator('a folder that is not the right one'),
    '7b wrong suffix': validator('a suffix that is not the right one'),
    '8 malformed XML': validator('XML that is not well-formed'),
    '9 component with a syntax error': [scriptFindings, replaced(`${CARD}.js`, 'export default class', 'export default klass', 'syntax: Parsing error')],
    '10 template with an open element': [templateFindings, replaced(`${CARD}.html`, '</template>', '<p></template>', '<p>')],
    '11 unknown target': validator('a target that does not exist'),
    '12 Apex with a syntax error': [pmdFindings, added({ 'inputs/classes/Words.cls': 'public class Words { void say( { } }' }, 'Words.cls: ParseException')],
    '13 name that is not the name of the file': validator('a name that is not the file name'),
    '14 custom metadata with a missing field': validator('a record of custom metadata with a field that is not there'),
    '15 element twice': validator('an element twice'),
    '16 class without its description': validator('a class without its description'),
    '17 wrong namespace': validator('another namespace'),
    '18 boolean that is none': validator('a boolean that is none'),
    '19 component with a missing field': validator('a component that reads a field that is not there'),
};

for (const [error, [findings, { plant, words }]] of Object.entries(LIST)) {
    test(`finds ${error}`, () => inCopy(plant, async (copy) => assertFound(await findings(copy), words)));
}
