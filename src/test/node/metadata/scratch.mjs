// Whether the scratch org can come up: what its definition switches on, what its script names, what its seed sets. All of
// it from the files alone; nothing here has an org.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { standardFields } from './references.mjs';

const FOLDER = 'scratch';
const SCRIPT = `${FOLDER}/create-scratch-org.sh`;
const DEFINITION = `${FOLDER}/project-scratch-def.json`;
const DATA = `${FOLDER}/data`;
const PLAN = `${DATA}/seed-plan.json`;
/** As many records as one file of a tree may hold. */
const LARGEST = 200;
const DAY = /^TODAY([+-]\d+)?$/;
const TIME = /^TODAY([+-]\d+)?T\d\d:\d\d:\d\dZ$/;

export function scratchProblems(root, components, types, schema) {
    const script = readFileSync(path.join(root, SCRIPT), 'utf8');
    const assigned = [...script.matchAll(/--name (\w+)/g)].map(([, name]) => name);
    return [
        ...definitionProblems(JSON.parse(readFileSync(path.join(root, DEFINITION), 'utf8')), types),
        ...scriptProblems(root, script, assigned, components),
        ...seedProblems(root, new Fields(components, schema, assigned)),
    ];
}

/** Settings are named after their type, with a small first letter. */
function definitionProblems({ settings }, types) {
    return Object.entries(settings).flatMap(([name, values]) => {
        const type = types.get(name[0].toUpperCase() + name.slice(1));
        if (!type) {
            return [`${DEFINITION}: there are no settings ${name}`];
        }
        return Object.entries(values)
            .filter(([setting, value]) => type.elements.get(setting)?.type !== typeof value)
            .map(([setting]) => `${DEFINITION}: ${name} has no ${setting} of that kind`);
    });
}

function scriptProblems(root, script, assigned, components) {
    const sets = new Set(components.filter(({ type }) => type === 'PermissionSet').map(({ name }) => name));
    return [
        ...[...script.matchAll(/\b(?:scratch|automation)\/[\w./-]+/g)]
            .filter(([file]) => !existsSync(path.join(root, file)))
            .map(([file]) => `${SCRIPT}: there is no ${file}`),
        ...(script.includes(path.basename(PLAN)) ? [] : [`${SCRIPT}: does not import ${path.basename(PLAN)}`]),
        ...assigned.filter((name) => !sets.has(name)).map((name) => `${SCRIPT}: there is no permission set ${name}`),
    ];
}

function seedProblems(root, fields) {
    const problems = [];
    const plan = JSON.parse(readFileSync(path.join(root, PLAN), 'utf8'));
    const known = new Map();
    const named = new Set([path.basename(PLAN), ...plan.flatMap(({ files }) => files)]);
    readdirSync(path.join(root, DATA))
        .filter((file) => !named.has(file))
        .forEach((file) => problems.push(`${DATA}/${file}: is not in ${path.basename(PLAN)}`));
    for (const { sobject, files } of plan) {
        for (const file of files) {
            if (!existsSync(path.join(root, DATA, file))) {
                problems.push(`${PLAN}: there is no ${file}`);
                continue;
            }
            const { records } = JSON.parse(readFileSync(path.join(root, DATA, file), 'utf8'));
            if (records.length > LARGEST) {
                problems.push(`${DATA}/${file}: holds more than ${LARGEST} records`);
            }
            for (const { attributes, ...values } of records) {
                const say = (what) => problems.push(`${DATA}/${file}: ${attributes.referenceId}: ${what}`);
                if (attributes.type !== sobject) {
                    say(`is a ${attributes.type}, not a ${sobject}`);
                }
                if (known.has(attributes.referenceId)) {
                    say('is there twice');
                }
                known.set(attributes.referenceId, sobject);
                Object.entries(values).forEach(([field, value]) => fields.problem(sobject, field, value, known, say));
                fields.missing(sobject, values).forEach((field) => say(`needs ${field}`));
            }
        }
    }
    return problems;
}

/** What may be set on a record, by whom, to what. */
class Fields {
    constructor(components, schema, assigned) {
        this.standard = standardFields(schema);
        this.writable = standardFields(schema, (line) => /\s(edit|create|required|required-once)(\s|$)/.test(line));
        this.required = standardFields(schema, (line) => /\srequired(-once)?(\s|$)/.test(line));
        this.custom = new Map(
            components.filter(({ type }) => type === 'CustomField').map(({ object, name, element }) => [`${object}.${name}`, element])
        );
        this.editable = new Set(
            components
                .filter(({ type, name }) => type === 'PermissionSet' && assigned.includes(name))
                .flatMap(({ element }) => element.all('fieldPermissions'))
                .filter((each) => each.text('editable') === 'true')
                .map((each) => each.text('field'))
        );
    }

    problem(object, field, value, known, say) {
        const custom = this.#custom(object, field);
        if (custom) {
            this.#fits(object, field, custom, value, known, say);
        } else if (field.endsWith('__c') || (this.standard.has(object) && !this.standard.get(object).has(field)) || (!this.standard.has(object) && field !== 'Name')) {
            say(`there is no field ${object}.${field}`);
        } else if (this.standard.has(object) && !this.writable.get(object).has(field)) {
            say(`${field} cannot be set`);
        }
        if (typeof value === 'string' && value.startsWith('@') && !known.has(value.slice(1))) {
            say(`${field} points to ${value.slice(1)}, which does not come before it`);
        }
        if (typeof value === 'string' && value.startsWith('TODAY') && !DAY.test(value) && !TIME.test(value)) {
            say(`${field} is no day: ${value}`);
        }
    }

    missing(object, values) {
        const custom = [...this.custom]
            .filter(([name, element]) => name.startsWith(`${object}.`) && (element.text('type') === 'MasterDetail' || element.text('required') === 'true'))
            .map(([name]) => name.split('.')[1]);
        return [...(this.required.get(object) ?? ['Name']), ...custom].filter((field) => !(field in values));
    }

    #custom(object, field) {
        return this.custom.get(`${object}.${field}`) ?? (['Task', 'Event'].includes(object) ? this.custom.get(`Activity.${field}`) : undefined);
    }

    #fits(object, field, element, value, known, say) {
        const type = element.text('type');
        const open = type === 'MasterDetail' || element.text('required') === 'true';
        if (!open && !this.editable.has(`${object}.${field}`)) {
            say(`nobody may edit ${field} whom the script lets in`);
        }
        const choices = element.deep('value').map((each) => each.text('fullName'));
        if (type === 'Picklist' && !choices.includes(value)) {
            say(`${field} cannot be ${value}`);
        }
        if (['Lookup', 'MasterDetail'].includes(type) && value !== 'USER' && known.get(String(value).slice(1)) !== element.text('referenceTo')) {
            say(`${field} is no ${element.text('referenceTo')}`);
        }
        if (['Text', 'LongTextArea'].includes(type) && String(value).length > Number(element.text('length'))) {
            say(`${field} is longer than ${element.text('length')}`);
        }
        if (type === 'Date' && !DAY.test(value)) {
            say(`${field} is no day: ${value}`);
        }
        if (['Number', 'Currency', 'Percent'].includes(type) && typeof value !== 'number') {
            say(`${field} is no number: ${value}`);
        }
        if (type === 'Checkbox' && typeof value !== 'boolean') {
            say(`${field} is neither true nor false: ${value}`);
        }
    }
}
