// Whether what a file names is there: fields, objects, components, labels, reports, folders.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ast, extract } from 'formulon';
import { flowProblems, labelsOf } from './flows.mjs';
import { principals } from './services.mjs';

/** Standard fields as the sandbox knows them, those whose line fits: the same list that the connector is tested against. */
export function standardFields(folder, fits = () => true) {
    const fields = new Map();
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.fields'))) {
        const names = readFileSync(path.join(folder, file), 'utf8')
            .split('\n')
            .filter(fits)
            .map((line) => line.trim().split(/\s+/)[0])
            .filter((word) => /^[A-Za-z]\w*$/.test(word));
        fields.set(path.basename(file, '.fields'), new Set(names));
    }
    return fields;
}

/** Names that lists and reports have for standard fields of Account, and nothing else does. */
const ACCOUNT_COLUMNS = new Set(['ACCOUNT.NAME', 'ACCOUNT.TYPE', 'ACCOUNT.INDUSTRY', 'CORE.USERS.ALIAS', 'CORE.USERS.FULL_NAME', 'ACCOUNT.LAST_UPDATE', 'USERS.NAME', 'CREATED_DATE', 'RowCount']);

/** Objects that permission sets name and the sandbox has not. */
const SETUP_OBJECTS = ['UserExternalCredential'];

/** Actions of a page that Salesforce brings. */
const STANDARD_ACTIONS = new Set(['Edit', 'Delete', 'ChangeOwnerOne', 'NewContact', 'NewOpportunity', 'AccountHierarchy']);

export function referenceProblems(components, standard, root) {
    const problems = [];
    const byType = (type) => components.filter((component) => component.type === type);
    const names = (type) => new Set(byType(type).map(({ name }) => name));
    const custom = new Map();
    for (const { object, name } of byType('CustomField')) {
        custom.set(object, (custom.get(object) ?? new Set()).add(name));
    }
    const objects = new Set([...names('CustomObject'), ...standard.keys(), ...SETUP_OBJECTS]);
    const labels = new Set(byType('CustomLabels').flatMap(({ element }) => element.all('labels').map((label) => label.text('fullName'))));
    const bundles = names('LightningComponentBundle');

    const hasField = (object, field) =>
        ['Task', 'Event'].includes(object) && custom.get('Activity')?.has(field)
            ? true
            : (custom.get(object)?.has(field) ?? false) || (!field.endsWith('__c') && (standard.get(object)?.has(field) ?? false));
    const needField = (file, object, field) => {
        if (!hasField(object, field)) {
            problems.push(`${file}: there is no field ${object}.${field}`);
        }
    };
    const needObject = (file, object) => {
        if (!objects.has(object)) {
            problems.push(`${file}: there is no object ${object}`);
        }
    };

    for (const { file, element } of byType('PermissionSet')) {
        element.all('fieldPermissions').forEach((each) => {
            const [object, field] = each.text('field').split('.');
            needField(file, object, field);
        });
        element.all('objectPermissions').forEach((each) => needObject(file, each.text('object')));
        element.all('customPermissions').forEach((each) => {
            if (!names('CustomPermission').has(each.text('name'))) {
                problems.push(`${file}: there is no custom permission ${each.text('name')}`);
            }
        });
        element.all('flowAccesses').forEach((each) => needFlow(file, each.text('flow')));
        element.all('externalCredentialPrincipalAccesses').forEach((each) => {
            if (!principals(components).has(each.text('externalCredentialPrincipal'))) {
                problems.push(`${file}: there is no principal ${each.text('externalCredentialPrincipal')}`);
            }
        });
    }
    problems.push(...flowProblems(components, labels, root));
    const actions = names('QuickAction');
    for (const { file, name, element } of byType('QuickAction')) {
        needObject(file, name.split('.')[0]);
        needFlow(file, element.text('flowDefinition'));
    }
    for (const { file, name, element } of byType('CustomObjectTranslation')) {
        element.all('quickActions').forEach((each) => needAction(file, `${name.slice(0, name.lastIndexOf('-'))}.${each.text('name')}`));
    }
    for (const { file, name, element } of byType('CustomMetadata')) {
        element.all('values').forEach((each) => needField(file, `${name.split('.')[0]}__mdt`, each.text('field')));
    }
    for (const { file, object, element } of byType('CustomField')) {
        element.all('referenceTo').forEach((each) => needObject(file, each.value));
        element.all('formula').forEach(({ value }) => formula(file, object, value));
    }
    for (const { file, object, element } of byType('ListView')) {
        [...element.all('columns'), ...element.deep('field')].forEach(({ value }) => {
            if (!ACCOUNT_COLUMNS.has(value)) {
                needField(file, object, value);
            }
        });
    }
    for (const { file, object, element } of byType('CompactLayout')) {
        element.all('fields').forEach(({ value }) => needField(file, object, value));
    }
    for (const { file, element } of byType('FlexiPage')) {
        const object = element.text('sobjectType');
        element.deep('componentName').forEach(({ value }) => {
            if (value.startsWith('c:') && !bundles.has(value.slice(2))) {
                problems.push(`${file}: there is no component ${value}`);
            }
        });
        element
            .deep('componentInstanceProperties')
            .filter((property) => property.text('name') === 'actionNames')
            .flatMap((property) => property.deep('value'))
            .filter(({ value }) => !STANDARD_ACTIONS.has(value))
            .forEach(({ value }) => needAction(file, value));
        element.deep('fieldItem').forEach(({ value }) => needField(file, object, value.replace(/^Record\./, '')));
    }
    const reportTypes = names('ReportType');
    for (const { file, element } of byType('ReportType')) {
        needObject(file, element.text('baseObject'));
        element.deep('columns').forEach((column) => needReportField(file, column.text('table'), column.text('field')));
    }
    for (const { file, element, group } of byType('Report')) {
        const type = element.text('reportType');
        if (type.endsWith('__c') && !reportTypes.has(type.slice(0, -'__c'.length))) {
            problems.push(`${file}: there is no report type ${type}`);
        }
        ['columns', 'groupingsDown', 'groupingsAcross', 'criteriaItems'].forEach((part) =>
            element.deep(part).forEach((each) => each.all('field').concat(each.all('column')).forEach(({ value }) => reportField(file, value)))
        );
        element.deep('dateColumn').forEach(({ value }) => reportField(file, value));
        if (!names('ReportFolder').has(group)) {
            problems.push(`${file}: there is no folder ${group}`);
        }
    }
    for (const { file, element, group } of byType('Dashboard')) {
        const reports = new Set(byType('Report').map(({ name, group: folder }) => `${folder}/${name}`));
        element.deep('report').forEach(({ value }) => {
            if (!reports.has(value)) {
                problems.push(`${file}: there is no report ${value}`);
            }
        });
        [...element.deep('groupingColumn'), ...element.deep('chartSummary').flatMap((summary) => summary.all('column'))].forEach(({ value }) =>
            reportField(file, value)
        );
        if (!names('DashboardFolder').has(group)) {
            problems.push(`${file}: there is no folder ${group}`);
        }
    }
    for (const { file, element } of byType('Translations')) {
        const translated = new Set(element.all('customLabels').map((each) => each.text('name')));
        labels.forEach((label) => {
            if (!translated.has(label)) {
                problems.push(`${file}: ${label} is not translated`);
            }
        });
        translated.forEach((label) => {
            if (!labels.has(label)) {
                problems.push(`${file}: there is no label ${label}`);
            }
        });
    }
    const used = new Set(byType('Flow').flatMap(labelsOf));
    for (const { file, name } of byType('LightningComponentBundle')) {
        const folder = path.join(root, path.dirname(file));
        for (const source of readdirSync(folder).filter((each) => each.endsWith('.js') || each.endsWith('.html'))) {
            const text = readFileSync(path.join(folder, source), 'utf8');
            const where = path.join(path.dirname(file), source);
            for (const [, object, field] of text.matchAll(/@salesforce\/schema\/(\w+)\.(\w+)/g)) {
                needField(where, object, field);
            }
            for (const [, label] of text.matchAll(/@salesforce\/label\/c\.(\w+)/g)) {
                used.add(label);
                if (!labels.has(label)) {
                    problems.push(`${where}: there is no label ${label}`);
                }
            }
            for (const [, child] of text.matchAll(/<c-([a-z-]+)/g)) {
                const bundle = child.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
                if (!bundles.has(bundle)) {
                    problems.push(`${where}: there is no component ${bundle}`);
                }
            }
        }
        if (!readdirSync(folder).includes(`${name}.js`)) {
            problems.push(`${file}: ${name}.js is missing`);
        }
    }
    labels.forEach((label) => {
        if (!used.has(label)) {
            problems.push(`labels: nothing uses ${label}`);
        }
    });
    return problems;

    /** Its fields are there, and of a picklist no value is forgotten. What it reads across a relationship is left to the org. */
    function formula(file, object, text) {
        if (ast(text).type === 'error') {
            problems.push(`${file}: its formula cannot be parsed`);
        }
        for (const field of extract(text).filter((name) => !name.includes('.'))) {
            needField(file, object, field);
            byType('CustomField')
                .filter((each) => each.object === object && each.name === field)
                .flatMap((each) => each.element.deep('value'))
                .map((each) => each.text('fullName'))
                .filter((value) => !text.includes(`"${value}"`))
                .forEach((value) => problems.push(`${file}: forgets ${value} of ${field}`));
        }
    }

    function needFlow(file, flow) {
        if (!names('Flow').has(flow)) {
            problems.push(`${file}: there is no flow ${flow}`);
        }
    }

    function needAction(file, action) {
        if (!actions.has(action)) {
            problems.push(`${file}: there is no action ${action}`);
        }
    }

    /** Custom report types write Account$Field, standard ones ACCOUNT.NAME or Account.Field__c. */
    function reportField(file, value) {
        if (ACCOUNT_COLUMNS.has(value)) {
            return;
        }
        const [table, field] = value.includes('$') ? value.split('$') : value.split('.');
        needReportField(file, table, field);
    }

    /** In report types children are named by their relationship, and a lookup without the Id at its end. */
    function needReportField(file, table, field) {
        const object = tableObject(table);
        if (!object) {
            problems.push(`${file}: there is no table ${table}`);
        } else if (!(field === 'Name' && objects.has(object)) && !hasField(object, `${field}Id`) && !(field === 'Owner' && owned(object))) {
            needField(file, object, field);
        }
    }

    function tableObject(table) {
        const [object, child] = table.split('.');
        return child === undefined
            ? object
            : byType('CustomField').find(
                  ({ element }) => element.text('referenceTo') === object && `${element.text('relationshipName')}__r` === child
              )?.object;
    }

    function owned(object) {
        const definition = byType('CustomObject').find(({ name }) => name === object);
        return definition !== undefined && definition.element.text('sharingModel') !== 'ControlledByParent';
    }
}
