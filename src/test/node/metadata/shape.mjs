// Whether a file has the shape that the Metadata API wants: known elements, as often as allowed, with allowed values.

/** A component's targetConfigs are free XML to the Metadata API. */
const FREE = new Set(['LightningComponentBundle.targetConfigs']);

export function shapeProblems({ file, type, element }, types) {
    const problems = [];
    check(element, types.get(type), type);
    return problems;

    function check(parent, shape, where) {
        if (!shape) {
            problems.push(`${file}: Salesforce has no type ${where}`);
            return;
        }
        const seen = new Map();
        for (const child of parent.children) {
            const expected = shape.elements.get(child.name);
            if (!expected) {
                problems.push(`${file}: ${where} has no element ${child.name}`);
                continue;
            }
            seen.set(child.name, (seen.get(child.name) ?? 0) + 1);
            if (!expected.many && seen.get(child.name) === 2) {
                problems.push(`${file}: ${where} may have ${child.name} only once`);
            }
            value(child, expected.type, `${where}.${child.name}`);
        }
        for (const [name, { required }] of shape.elements) {
            if (required && !seen.has(name)) {
                problems.push(`${file}: ${where} needs ${name}`);
            }
        }
    }

    function value(child, type, where) {
        const shape = types.get(type);
        if (FREE.has(where)) {
            return;
        }
        if (shape?.values) {
            if (!shape.values.has(child.value)) {
                problems.push(`${file}: ${where} cannot be ${child.value || 'empty'}`);
            }
        } else if (shape?.elements) {
            check(child, shape, where);
        } else if (child.children.length > 0) {
            problems.push(`${file}: ${where} is a value, not a group`);
        } else if (type === 'boolean' && !['true', 'false'].includes(child.value)) {
            problems.push(`${file}: ${where} is true or false, not ${child.value}`);
        } else if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(child.value)) {
            problems.push(`${file}: ${where} is a number, not ${child.value}`);
        }
    }
}
