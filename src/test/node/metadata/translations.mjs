// Whether every field of ours has a label, a help text and picklist values in the other language, and nothing has that is gone.

/** @returns problems of the object translations, given all components */
export function translationProblems(components) {
    const of = (type) => components.filter((component) => component.type === type);
    const translations = of('CustomObjectTranslation').map(({ file, name, element }) => {
        const at = name.lastIndexOf('-');
        return { file, object: name.slice(0, at), language: name.slice(at + 1), fields: byName(element.all('fields')), element };
    });
    const languages = new Set(of('Translations').map(({ name }) => name));
    const fields = of('CustomField');
    return [
        ...[...languages].flatMap((language) =>
            fields.flatMap(({ object, name, element }) => {
                const file = translations.find((each) => each.object === object && each.language === language);
                const translated = file?.fields.get(name);
                return translated ? lacking(file.file, name, element, translated) : [`${object}.${name} is not translated into ${language}`];
            })
        ),
        ...[...languages].flatMap((language) =>
            of('CustomObject')
                .filter(({ name }) => name.endsWith('__c'))
                .filter(({ name }) => !translations.some((each) => each.object === name && each.language === language && each.element.all('caseValues').length > 0))
                .map(({ name }) => `the object ${name} is not translated into ${language}`)
        ),
        ...translations.flatMap(({ file, object, fields: translated }) =>
            [...translated.keys()]
                .filter((name) => !fields.some((field) => field.object === object && field.name === name))
                .map((name) => `${file}: there is no field ${object}.${name} to translate`)
        ),
    ];
}

function lacking(file, name, field, translated) {
    const values = field.deep('valueSetDefinition').flatMap((set) => set.all('value').map((value) => value.text('label')));
    const translatedValues = translated.all('picklistValues').map((value) => value.text('masterLabel'));
    const parts = ['label', 'help', ...(field.text('relationshipLabel') === undefined ? [] : ['relationshipLabel'])];
    return [
        ...parts.filter((part) => !translated.text(part)).map((part) => `${file}: ${name} has no ${part}`),
        ...values.filter((value) => !translatedValues.includes(value)).map((value) => `${file}: ${name} lacks its value ${value}`),
        ...translatedValues.filter((value) => !values.includes(value)).map((value) => `${file}: ${name} has no value ${value} to translate`),
    ];
}

function byName(elements) {
    return new Map(elements.map((element) => [element.text('name'), element]));
}
