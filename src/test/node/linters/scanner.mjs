// Lightning Flow Scanner: what its default rules and its beta rules say of the flows.
import scanner from '@flow-scanner/lightning-flow-scanner-core';
import path from 'node:path';
import { readProject } from '../metadata/project.mjs';

const { parse, scan } = scanner;

export async function flowFindings(root) {
    const flows = readProject(root).components.filter(({ type }) => type === 'Flow');
    const parsed = await parse(flows.map(({ file }) => path.join(root, file)));
    const broken = parsed.filter(({ errorMessage }) => errorMessage).map(({ uri, errorMessage }) => `${uri}: ${errorMessage}`);
    return [
        ...broken,
        ...scan(parsed, { betaMode: true }).flatMap(({ flow, ruleResults }) =>
            ruleResults
                .filter(({ occurs }) => occurs)
                .flatMap(({ ruleName, details }) => details.map(({ name }) => `${flow.name}: ${ruleName}: ${name}`))
        ),
    ];
}
