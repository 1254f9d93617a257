// Other people's checks find nothing in what is deployed, and what was planted in a copy of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT } from '../metadata/check.mjs';
import { added, assertFound, inCopy, replaced, without } from '../metadata/planted.mjs';
import { scriptFindings, templateFindings } from './lightning.mjs';
import { pmdFindings } from './pmd.mjs';
import { flowFindings } from './scanner.mjs';
import { sldsFindings } from './slds.mjs';

const JUDGE = 'automation/flows/Plumbline_Judge_Again.flow-meta.xml';
const CARD = 'screens/lwc/plumblineCard/plumblineCard';

const CHECKS = {
    'Lightning Flow Scanner': [
        flowFindings,
        {
            'a flow that sees what its user must not': replaced(JUDGE, '<runInMode>DefaultMode', '<runInMode>SystemModeWithoutSharing', 'UnsafeRunningContext'),
            'a call without a path for its fault': without(JUDGE, /<faultConnector>\s*<targetReference>Refuse_Fault.*?<\/faultConnector>/s, 'MissingFaultPath'),
            'a flow without a description': without(JUDGE, / {4}<description>Has Plumbline judge.*?<\/description>/s, 'FlowDescription'),
            'a variable that nothing uses': replaced(JUDGE, '<variables>', '<variables><name>unused</name><dataType>String</dataType></variables><variables>', 'UnusedVariable'),
        },
    ],
    'SLDS linter': [
        sldsFindings,
        {
            'a colour that is written out': replaced(`${CARD}.css`, '}', '}\n.alarm { color: #ff0000; }', 'no-hardcoded-values'),
            'a class that SLDS retired': replaced(`${CARD}.html`, '<template>', '<template><p class="slds-text-heading--large"></p>', 'slds-text-heading--large'),
        },
    ],
    PMD: [
        pmdFindings,
        {
            'XML without its encoding': replaced(JUDGE, ' encoding="UTF-8"', '', 'MissingEncoding'),
            'Apex that holds an Id': added({ 'inputs/classes/Words.cls': "public class Words { String id = '001000000000001'; }" }, 'AvoidHardcodingId'),
        },
    ],
    ESLint: [scriptFindings, { 'a component that writes HTML': replaced(`${CARD}.js`, 'export default', "document.body.innerHTML = '';\nexport default", 'no-inner-html') }],
    'The template compiler': [templateFindings, { 'an unknown directive': replaced(`${CARD}.html`, '<template>', '<template><p lwc:maybe={title}></p>', 'lwc:maybe') }],
};

for (const [name, [findings, planted]] of Object.entries(CHECKS)) {
    test(`${name} finds nothing`, async () => assert.deepEqual(await findings(PROJECT), []));
    for (const [error, { plant, words }] of Object.entries(planted)) {
        test(`${name} finds ${error}`, () => inCopy(plant, async (copy) => assertFound(await findings(copy), words)));
    }
}
