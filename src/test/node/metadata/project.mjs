// The files of an sfdx project as components: what each is, what it is called, and what it says.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** What may be deployed: the suffix of its file, the folder it lies in, its type. `of` says that an object owns it. */
const KINDS = [
    { suffix: '.object-meta.xml', folder: 'objects', type: 'CustomObject', inOwnFolder: true },
    { suffix: '.field-meta.xml', folder: 'fields', type: 'CustomField', of: 'objects' },
    { suffix: '.listView-meta.xml', folder: 'listViews', type: 'ListView', of: 'objects' },
    { suffix: '.compactLayout-meta.xml', folder: 'compactLayouts', type: 'CompactLayout', of: 'objects' },
    { suffix: '.permissionset-meta.xml', folder: 'permissionsets', type: 'PermissionSet' },
    { suffix: '.customPermission-meta.xml', folder: 'customPermissions', type: 'CustomPermission' },
    { suffix: '.flexipage-meta.xml', folder: 'flexipages', type: 'FlexiPage' },
    { suffix: '.flow-meta.xml', folder: 'flows', type: 'Flow' },
    { suffix: '.quickAction-meta.xml', folder: 'quickActions', type: 'QuickAction' },
    { suffix: '.namedCredential-meta.xml', folder: 'namedCredentials', type: 'NamedCredential' },
    { suffix: '.externalCredential-meta.xml', folder: 'externalCredentials', type: 'ExternalCredential' },
    { suffix: '.externalServiceRegistration-meta.xml', folder: 'externalServiceRegistrations', type: 'ExternalServiceRegistration' },
    { suffix: '.md-meta.xml', folder: 'customMetadata', type: 'CustomMetadata' },
    { suffix: '.objectTranslation-meta.xml', folder: 'objectTranslations', type: 'CustomObjectTranslation', inOwnFolder: true },
    { suffix: '.labels-meta.xml', folder: 'labels', type: 'CustomLabels' },
    { suffix: '.translation-meta.xml', folder: 'translations', type: 'Translations' },
    { suffix: '.reportType-meta.xml', folder: 'reportTypes', type: 'ReportType' },
    { suffix: '.reportFolder-meta.xml', folder: 'reports', type: 'ReportFolder' },
    { suffix: '.report-meta.xml', folder: 'reports', type: 'Report', grouped: true },
    { suffix: '.dashboardFolder-meta.xml', folder: 'dashboards', type: 'DashboardFolder' },
    { suffix: '.dashboard-meta.xml', folder: 'dashboards', type: 'Dashboard', grouped: true },
    { suffix: '.js-meta.xml', folder: 'lwc', type: 'LightningComponentBundle', inOwnFolder: true },
];

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: true,
});

/**
 * @param root the folder of sfdx-project.json
 * @returns `components` and the `problems` that kept a file from becoming one
 */
export function readProject(root) {
    const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8'));
    const ignored = readFileSync(path.join(root, '.forceignore'), 'utf8').split('\n').filter(Boolean);
    const components = [];
    const problems = [];
    for (const { path: folder } of project.packageDirectories) {
        for (const file of files(path.join(root, folder))) {
            const name = path.relative(root, file);
            if (ignored.some((each) => name.startsWith(each))) {
                continue;
            }
            if (name.endsWith('-meta.xml')) {
                read(root, name, components, problems);
            } else {
                needsMeta(root, name, problems);
            }
        }
    }
    return { project, components, problems };
}

function files(folder) {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
        .sort();
}

/** A component's source without its description is dropped in silence by the Salesforce CLI. */
function needsMeta(root, file, problems) {
    const folder = path.dirname(file);
    const bundle = path.basename(folder);
    if (path.basename(path.dirname(folder)) !== 'lwc') {
        problems.push(`${file}: no file that Salesforce deploys; its name should end with -meta.xml`);
    } else if (!existsSync(path.join(root, folder, `${bundle}.js-meta.xml`))) {
        problems.push(`${file}: its folder lacks ${bundle}.js-meta.xml, so it would not be deployed`);
    }
}

function read(root, file, components, problems) {
    const kind = KINDS.find(({ suffix }) => file.endsWith(suffix));
    if (!kind) {
        problems.push(`${file}: no kind of metadata ends like this`);
        return;
    }
    const parts = file.split(path.sep);
    const name = parts.at(-1).slice(0, -kind.suffix.length);
    const folder = kind.inOwnFolder || kind.grouped ? parts.at(-3) : parts.at(-2);
    if (folder !== kind.folder) {
        problems.push(`${file}: a ${kind.type} belongs into a folder ${kind.folder}`);
    }
    if (kind.inOwnFolder && parts.at(-2) !== name) {
        problems.push(`${file}: should lie in a folder of its own name`);
    }
    const text = readFileSync(path.join(root, file), 'utf8');
    const valid = XMLValidator.validate(text);
    if (valid !== true) {
        problems.push(`${file}:${valid.err.line}: ${valid.err.msg}`);
        return;
    }
    const root0 = parser.parse(text).find((node) => !('?xml' in node));
    const type = Object.keys(root0).find((key) => key !== ':@');
    if (type !== kind.type) {
        problems.push(`${file}: holds a ${type}, not a ${kind.type}`);
        return;
    }
    if (root0[':@']?.xmlns !== NAMESPACE) {
        problems.push(`${file}: is in the namespace ${root0[':@']?.xmlns}`);
    }
    const element = wrap(type, root0[type]);
    const fullName = element.text('fullName');
    if (fullName !== undefined && fullName !== name) {
        problems.push(`${file}: calls itself ${fullName}`);
    }
    components.push({ file, type, name, element, object: kind.of ? parts.at(-3) : undefined, group: kind.grouped ? parts.at(-2) : undefined });
}

/** An element with its children in order. */
function wrap(name, nodes) {
    const children = nodes
        .filter((node) => !('#text' in node) && !('#comment' in node))
        .map((node) => {
            const child = Object.keys(node).find((key) => key !== ':@');
            return wrap(child, node[child]);
        });
    const value = nodes
        .filter((node) => '#text' in node)
        .map((node) => String(node['#text']))
        .join('');
    return {
        name,
        children,
        value,
        all: (child) => children.filter((each) => each.name === child),
        text: (child) => children.find((each) => each.name === child)?.value,
        deep: (child) => children.flatMap((each) => [...(each.name === child ? [each] : []), ...each.deep(child)]),
    };
}
