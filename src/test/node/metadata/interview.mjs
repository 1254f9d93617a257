// Plays a screen flow without an org: walks its elements, asks the service, shows its screens to a person. It knows what the
// flows here use and refuses everything else. Formulas are evaluated by formulon.
import { parse } from 'formulon';

/** How comparisons and visibility rules ask. */
const ASKS = {
    EqualTo: (left, right) => left === right,
    GreaterThan: (left, right) => left > right,
    IsNull: (left, right) => (left === undefined || left === null || left === '') === right,
};

export class Interview {
    /** The screens that were shown, in order: their texts, and the choices that they offered. */
    shown = [];

    /**
     * @param world `flows` by name, `labels` by name, `globals` such as $User.Id, `find(object, filters)` for records that the user
     *     sees, `call(operation, inputs)` for the service, `fill(screen, choices)` for what the person enters
     */
    constructor(world) {
        this.world = world;
    }

    async run(name, inputs) {
        await new Frame(this, name, this.world.flows.get(name), inputs).run();
        return this.shown;
    }
}

class Frame {
    constructor(interview, name, flow, inputs) {
        Object.assign(this, { interview, name, flow });
        this.world = interview.world;
        this.nodes = byName(flow, ['actionCalls', 'assignments', 'decisions', 'loops', 'recordLookups', 'screens', 'subflows']);
        this.variables = byName(flow, ['variables']);
        this.derived = byName(flow, ['formulas', 'textTemplates']);
        this.values = new Map();
        for (const [variable, element] of this.variables) {
            this.values.set(variable, this.initial(element));
        }
        Object.entries(inputs).forEach(([key, value]) => this.values.set(key, value));
        this.running = new Map();
        this.fault = undefined;
    }

    initial(variable) {
        const [value] = variable.all('value');
        if (value) {
            return this.literal(value);
        }
        return variable.text('isCollection') === 'true' ? [] : undefined;
    }

    async run() {
        let at = target(this.flow.all('start')[0], 'connector');
        while (at) {
            const node = this.nodes.get(at);
            at = await this[node.name](node, at);
        }
    }

    async recordLookups(node, name) {
        const filters = Object.fromEntries(node.all('filters').map((each) => [each.text('field'), this.valueOf(each)]));
        try {
            const record = this.world.find(node.text('object'), filters);
            this.values.set(name, record && Object.fromEntries(node.all('queriedFields').map(({ value }) => [value, record[value]])));
            return target(node, 'connector');
        } catch (fault) {
            this.fault = fault.message;
            return target(node, 'faultConnector');
        }
    }

    async decisions(node) {
        const rule = node.all('rules').find((each) => each.all('conditions').every((condition) => this.holds(condition)));
        return rule ? target(rule, 'connector') : target(node, 'defaultConnector');
    }

    async assignments(node) {
        for (const item of node.all('assignmentItems')) {
            const [head, property] = item.text('assignToReference').split('.');
            const value = this.valueOf(item);
            const before = this.values.get(head);
            if (item.text('operator') === 'Add') {
                this.values.set(head, sum(before, value));
            } else if (property) {
                this.values.set(head, { ...before, [property]: value });
            } else {
                this.values.set(head, value);
            }
        }
        return target(node, 'connector');
    }

    async loops(node, name) {
        const items = this.running.get(name) ?? [...(this.get(node.text('collectionReference')) ?? [])];
        this.running.set(name, items);
        if (items.length === 0) {
            this.running.delete(name);
            return target(node, 'noMoreValuesConnector');
        }
        this.values.set(name, items.shift());
        return target(node, 'nextValueConnector');
    }

    async actionCalls(node) {
        const inputs = Object.fromEntries(node.all('inputParameters').map((each) => [each.text('name'), this.valueOf(each)]));
        try {
            const outputs = await this.world.call(node.text('actionName'), inputs);
            node.all('outputParameters').forEach((each) => this.values.set(each.text('assignToReference'), outputs[each.text('name')]));
            return target(node, 'connector');
        } catch (fault) {
            this.fault = fault.message;
            return target(node, 'faultConnector');
        }
    }

    async screens(node, name) {
        const fields = node.all('fields');
        const visible = fields.filter((field) => field.deep('conditions').every((each) => this.holds(each)));
        const choices = Object.fromEntries(
            visible.flatMap((field) => field.all('choiceReferences').map(({ value }) => [field.text('name'), this.choices(value)]))
        );
        const defaults = Object.fromEntries(
            visible.filter((field) => field.all('defaultValue').length > 0).map((field) => [field.text('name'), this.valueOf(field, 'defaultValue')])
        );
        const screen = { name: `${this.name}.${name}`, texts: visible.map((field) => this.merged(field.text('fieldText'))), choices, errors: [] };
        this.interview.shown.push(screen);
        const inputs = visible.filter((field) => field.text('fieldType') !== 'DisplayText');
        if (inputs.length > 0) {
            const entered = { ...defaults, ...this.world.fill(screen) };
            inputs.forEach((field) => this.values.set(field.text('name'), entered[field.text('name')]));
            screen.errors = inputs.flatMap((field) => this.errors(field));
        }
        return screen.errors.length > 0 ? undefined : target(node, 'connector');
    }

    async subflows(node) {
        const flow = node.text('flowName');
        const inputs = Object.fromEntries(node.all('inputAssignments').map((each) => [each.text('name'), this.valueOf(each)]));
        await new Frame(this.interview, flow, this.world.flows.get(flow), inputs).run();
        return target(node, 'connector');
    }

    errors(field) {
        const value = this.values.get(field.text('name'));
        if (field.text('isRequired') === 'true' && (value === undefined || value === '')) {
            return [`${field.text('name')} is required`];
        }
        const [rule] = field.all('validationRule');
        return rule && this.formula(rule.text('formulaExpression')) !== true ? [this.merged(rule.text('errorMessage'))] : [];
    }

    choices(name) {
        const set = byName(this.flow, ['dynamicChoiceSets']).get(name);
        return this.get(set.text('collectionReference')).map((item) => ({ label: item[set.text('displayField')], value: item[set.text('valueField')] }));
    }

    holds(condition) {
        const ask = ASKS[condition.text('operator')];
        return ask(this.get(condition.text('leftValueReference')), this.valueOf(condition, 'rightValue'));
    }

    valueOf(element, child = 'value') {
        return this.literal(element.all(child)[0]);
    }

    literal(value) {
        const [kind] = value.children;
        switch (kind.name) {
            case 'elementReference':
                return this.get(kind.value);
            case 'numberValue':
                return Number(kind.value);
            case 'booleanValue':
                return kind.value === 'true';
            case 'stringValue':
                return this.merged(kind.value);
            default:
                throw new Error(`no value of this kind: ${kind.name}`);
        }
    }

    get(path) {
        if (path.startsWith('$Label.')) {
            return this.world.labels.get(path.slice('$Label.'.length));
        }
        if (path === '$Flow.FaultMessage') {
            return this.fault;
        }
        if (path.startsWith('$')) {
            return this.world.globals[path];
        }
        const [head, ...rest] = path.split('.');
        const derived = this.derived.get(head);
        if (derived) {
            return derived.name === 'formulas' ? this.formula(derived.text('expression')) : this.merged(derived.text('text'));
        }
        return rest.reduce((value, key) => value?.[key], this.values.get(head));
    }

    /** Text with everything in braces filled in. */
    merged(text) {
        return text.replaceAll(/\{!([^}]+)\}/g, (_, path) => this.get(path) ?? '');
    }

    formula(expression) {
        const values = {};
        const plain = expression.replaceAll(/\{!([^}]+)\}/g, (_, path) => {
            const name = `V${Object.keys(values).length}`;
            values[name] = operand(this.get(path));
            return name;
        });
        const result = parse(plain, values);
        if (result.type === 'error') {
            throw new Error(`${expression}: ${result.message}`);
        }
        return result.dataType === 'date' ? new Date(result.value).toISOString().slice(0, 10) : result.value;
    }
}

function byName(flow, kinds) {
    return new Map(kinds.flatMap((kind) => flow.all(kind).map((each) => [each.text('name'), each])));
}

/** Lists grow, numbers are added, texts are put together; what is not there yet begins with the value. */
function sum(before, value) {
    if (Array.isArray(before)) {
        return [...before, value];
    }
    return before === undefined ? value : before + value;
}

function target(element, connector) {
    return element.all(connector)[0]?.text('targetReference');
}

function operand(value) {
    const literal = (dataType, options = {}) => ({ type: 'literal', value, dataType, options });
    if (value === undefined || value === null) {
        return { ...literal('null'), value: null };
    }
    if (typeof value === 'number') {
        return literal('number', { length: 18, scale: 0 });
    }
    return /^\d{4}-\d\d-\d\d$/.test(value) ? { ...literal('date'), value: new Date(value) } : literal('text', { length: value.length });
}
