// What a field of each type needs, which the types of the Metadata API do not say: there everything is optional.

const NEEDS = {
    Text: ['length'],
    LongTextArea: ['length', 'visibleLines'],
    Html: ['length', 'visibleLines'],
    Number: ['precision', 'scale'],
    Currency: ['precision', 'scale'],
    Percent: ['precision', 'scale'],
    Picklist: ['valueSet'],
    MultiselectPicklist: ['valueSet', 'visibleLines'],
    Checkbox: ['defaultValue'],
    Lookup: ['referenceTo', 'relationshipName'],
    MasterDetail: ['referenceTo', 'relationshipName', 'relationshipOrder'],
    Date: [],
    DateTime: [],
    TextArea: [],
    Email: [],
    Phone: [],
    Url: [],
};
const LONGEST = { Text: 255, LongTextArea: 131072, Html: 131072 };

export function fieldProblems({ file, name, element }) {
    const type = element.text('type');
    const problems = [];
    const need = (child) => {
        if (element.text(child) === undefined) {
            problems.push(`${file}: a field${type ? ` of type ${type}` : ''} needs ${child}`);
        }
    };
    ['fullName', 'label', 'type', 'description', 'inlineHelpText'].forEach(need);
    if (element.text('formula') === undefined) {
        (NEEDS[type] ?? []).forEach(need);
    }
    if (type && !(type in NEEDS)) {
        problems.push(`${file}: fields of type ${type} are not used here; add what they need to fields.mjs`);
    }
    if (!name.endsWith('__c')) {
        problems.push(`${file}: the name of a custom field ends with __c`);
    }
    if (Number(element.text('length') ?? 0) > (LONGEST[type] ?? Infinity)) {
        problems.push(`${file}: ${type} is at most ${LONGEST[type]} long`);
    }
    if (Number(element.text('precision') ?? 0) > 18) {
        problems.push(`${file}: precision is at most 18`);
    }
    if (Number(element.text('scale') ?? 0) > Number(element.text('precision') ?? 18)) {
        problems.push(`${file}: scale is more than precision`);
    }
    if ((element.text('label') ?? '').length > 40) {
        problems.push(`${file}: a label has at most 40 characters`);
    }
    return problems;
}
