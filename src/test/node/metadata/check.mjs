// All problems of salesforce-metadata, one a line; none: says how many components there are.
//   npm run check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fieldProblems } from './fields.mjs';
import { readProject } from './project.mjs';
import { referenceProblems, standardFields } from './references.mjs';
import { scratchProblems } from './scratch.mjs';
import { serviceProblems } from './services.mjs';
import { shapeProblems } from './shape.mjs';
import { targetProblems } from './targets.mjs';
import { translationProblems } from './translations.mjs';
import { metadataTypes } from './types.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const types = metadataTypes();
const schema = path.join(top, 'src/main/resources/io/plumbline/sandbox/schema');
export const STANDARD = standardFields(schema);

export const PROJECT = path.join(top, 'salesforce-metadata');

export function check(root) {
    const { components, problems } = readProject(root);
    const of = (type, rule) => components.filter((component) => component.type === type).flatMap(rule);
    return {
        components,
        problems: [
            ...problems,
            ...components.flatMap((component) => shapeProblems(component, types)),
            ...of('CustomField', fieldProblems),
            ...of('LightningComponentBundle', targetProblems),
            ...serviceProblems(components, root),
            ...referenceProblems(components, STANDARD, root),
            ...translationProblems(components),
            ...scratchProblems(root, components, types, schema),
        ],
    };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { components, problems } = check(PROJECT);
    console.log(problems.length > 0 ? problems.join('\n') : `${components.length} components, nothing wrong`);
    process.exitCode = problems.length > 0 ? 1 : 0;
}
