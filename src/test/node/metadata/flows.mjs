// Whether what a flow names is there: its own elements and variables, fields, labels, other flows, the operations of the
// External Service and what goes in and comes out of them. Salesforce checks this when a flow is deployed, the CLI does not.
import { ast } from 'formulon';
import { SERVICE, operations, readDocument } from './registration.mjs';
import { resolve } from './services.mjs';

const CLASS = `ExternalService__${SERVICE}_`;
/** What a flow finds without declaring it, as far as it is used here; labels are looked up. */
const GLOBALS = new Set(['$Organization.Id', '$User.Id', '$Flow.CurrentDate', '$Flow.CurrentDateTime', '$Flow.FaultMessage', '$Flow.InterviewGuid']);
const RESOURCES = ['variables', 'formulas', 'textTemplates', 'dynamicChoiceSets', 'choices', 'constants'];
const NODES = ['actionCalls', 'assignments', 'decisions', 'loops', 'recordLookups', 'screens', 'subflows'];
const REFERENCES = ['elementReference', 'leftValueReference', 'assignToReference', 'collectionReference', 'choiceReferences'];

export function flowProblems(components, labels, root) {
    const document = readDocument(root);
    const flows = new Map(components.filter(({ type }) => type === 'Flow').map((flow) => [flow.name, flow]));
    return [...flows.values()].flatMap(({ file, element }) => new FlowCheck(file, element, { document, flows, labels }).problems());
}

/** Every label that a text of a flow shows. */
export function labelsOf({ element }) {
    return texts(element).flatMap((text) => [...text.matchAll(/\$Label\.(\w+)/g)].map(([, label]) => label));
}

class FlowCheck {
    #found = [];

    constructor(file, flow, { document, flows, labels }) {
        Object.assign(this, { file, flow, document, flows, labels });
        const named = (kinds) => new Map(kinds.flatMap((kind) => flow.all(kind).map((each) => [each.text('name'), each])));
        this.nodes = named(NODES);
        this.resources = named(RESOURCES);
        this.fields = new Map(flow.all('screens').flatMap((screen) => screen.deep('fields').map((field) => [field.text('name'), field])));
    }

    problems() {
        for (const kind of REFERENCES) {
            this.flow.deep(kind).forEach(({ value }) => this.#reference(value));
        }
        for (const text of texts(this.flow)) {
            for (const [, name] of text.matchAll(/\{!([^}]+)\}/g)) {
                this.#reference(name);
            }
        }
        [...this.flow.deep('expression'), ...this.flow.deep('formulaExpression')].forEach(({ value }) => {
            if (ast(value.replaceAll(/\{!([^}]+)\}/g, 'X')).type === 'error') {
                this.#say(`cannot be parsed: ${value}`);
            }
        });
        this.#connected();
        this.flow.all('actionCalls').forEach((call) => this.#call(call));
        this.flow.all('subflows').forEach((subflow) => this.#subflow(subflow));
        this.flow.all('dynamicChoiceSets').forEach((set) => {
            const item = this.#schemaOf(set.text('collectionReference'));
            ['displayField', 'valueField'].forEach((part) => this.#property(item, set.text(part), `${set.text('name')}.${set.text(part)}`));
        });
        this.flow.all('variables').forEach((variable) => {
            if (variable.text('apexClass') !== undefined && !this.#schema(variable.text('apexClass'))) {
                this.#say(`there is no schema for ${variable.text('apexClass')}`);
            }
        });
        return this.#found;
    }

    #say(what) {
        this.#found.push(`${this.file}: ${what}`);
    }

    #reference(path) {
        if (path.startsWith('$Label.')) {
            if (!this.labels.has(path.slice('$Label.'.length))) {
                this.#say(`there is no label ${path.slice('$Label.'.length)}`);
            }
            return;
        }
        if (path.startsWith('$')) {
            if (!GLOBALS.has(path)) {
                this.#say(`flows here do not know ${path}; add it to flows.mjs if Salesforce does`);
            }
            return;
        }
        const [head, ...rest] = path.split('.');
        if (![this.nodes, this.resources, this.fields].some((names) => names.has(head))) {
            this.#say(`there is no ${head}`);
        } else if (rest.length > 0) {
            this.#member(path, head, rest);
        }
    }

    #member(path, head, rest) {
        const node = this.nodes.get(head);
        if (node?.name === 'recordLookups') {
            if (!node.all('queriedFields').some(({ value }) => value === rest[0])) {
                this.#say(`${head} does not read ${rest[0]}`);
            }
        } else {
            this.#property(this.#schemaOf(head), rest.join('.'), path);
        }
    }

    #property(schema, property, path) {
        if (!schema?.properties?.[property]) {
            this.#say(`there is no ${path} in the document of the API`);
        }
    }

    /** The schema behind a variable, an item of a loop, or a part of one of them; of a list, its items. */
    #schemaOf(path) {
        const [head, property] = path.split('.');
        const variable = this.resources.get(head);
        const loop = this.nodes.get(head);
        let schema;
        if (variable) {
            schema = this.#schema(variable.text('apexClass'));
        } else if (loop?.name === 'loops') {
            schema = this.#schemaOf(loop.text('collectionReference'));
        }
        const part = property ? schema?.properties?.[property] : schema;
        const item = part?.items ?? part;
        return item?.$ref ? resolve(this.document, item.$ref) : item;
    }

    #schema(apexClass) {
        return apexClass?.startsWith(CLASS) ? this.document.components.schemas[apexClass.slice(CLASS.length)] : undefined;
    }

    /** Every connector leads to an element, and every element is led to. */
    #connected() {
        const reached = new Set();
        const visit = (element) =>
            element.deep('targetReference').forEach(({ value }) => {
                if (!this.nodes.has(value)) {
                    this.#say(`there is no element ${value}`);
                } else if (!reached.has(value)) {
                    reached.add(value);
                    visit(this.nodes.get(value));
                }
            });
        this.flow.all('start').forEach(visit);
        [...this.nodes.keys()].filter((name) => !reached.has(name)).forEach((name) => this.#say(`nothing leads to ${name}`));
    }

    #call(call) {
        const name = call.text('actionName');
        const operation = operations(this.document).find(({ operationId }) => `${SERVICE}.${operationId}` === name);
        if (call.text('actionType') !== 'externalService' || !operation) {
            this.#say(`there is no action ${name}`);
            return;
        }
        const wanted = [
            ...(operation.parameters ?? []).map((each) => ({ input: each.name, required: each.required })),
            ...(operation.requestBody ? [{ input: 'body', required: true, schema: jsonOf(operation.requestBody) }] : []),
        ];
        const given = new Map(call.all('inputParameters').map((each) => [each.text('name'), each.all('value')[0]?.text('elementReference')]));
        wanted
            .filter(({ input, required }) => required && !given.has(input))
            .forEach(({ input }) => this.#say(`${name} needs ${input}`));
        [...given.keys()].filter((input) => !wanted.some((each) => each.input === input)).forEach((input) => this.#say(`${name} takes no ${input}`));
        wanted
            .filter(({ schema, input }) => schema && given.has(input))
            .forEach(({ schema, input }) => {
                this.#typed(name, given.get(input), schema);
                this.#complete(name, given.get(input), schema.$ref && resolve(this.document, schema.$ref));
            });
        for (const output of call.all('outputParameters')) {
            const response = operation.responses[output.text('name')];
            if (response) {
                this.#typed(name, output.text('assignToReference'), jsonOf(response));
            } else if (output.text('name') !== 'responseCode') {
                this.#say(`${name} gives no ${output.text('name')}`);
            }
        }
        if (!call.all('faultConnector').length) {
            this.#say(`${call.text('name')} has no path for a fault`);
        }
    }

    #typed(name, variable, schema) {
        const wanted = CLASS + schema.$ref?.split('/').at(-1);
        const is = this.resources.get(variable)?.text('apexClass');
        if (is !== wanted) {
            this.#say(`${name} wants ${wanted}, and ${variable} is ${is ?? 'something else'}`);
        }
    }

    /** Whatever a body has to say is assigned somewhere in the flow. */
    #complete(name, variable, schema) {
        const assigned = new Set(this.flow.deep('assignToReference').map(({ value }) => value));
        (schema?.required ?? [])
            .filter((property) => !assigned.has(`${variable}.${property}`))
            .forEach((property) => this.#say(`${name} needs ${variable}.${property}`));
    }

    #subflow(subflow) {
        const other = this.flows.get(subflow.text('flowName'));
        if (!other) {
            this.#say(`there is no flow ${subflow.text('flowName')}`);
            return;
        }
        const inputs = new Set(
            other.element
                .all('variables')
                .filter((variable) => variable.text('isInput') === 'true')
                .map((variable) => variable.text('name'))
        );
        subflow
            .all('inputAssignments')
            .map((each) => each.text('name'))
            .filter((input) => !inputs.has(input))
            .forEach((input) => this.#say(`${subflow.text('flowName')} takes no ${input}`));
    }
}

/** The schema of a body, which is a named one; else Salesforce makes a class of a name that nobody chose. */
function jsonOf(body) {
    return body.content?.['application/json']?.schema ?? {};
}

/** All texts of an element that may hold {!...}; an elementReference is one without the braces. */
function texts(element) {
    return [...(element.value ? [element.value] : []), ...element.children.flatMap(texts)];
}
