// The External Service registration, made from the document of our HTTP API. The document is made from the code by the
// Maven build; Salesforce wants it inside the registration, as escaped text.
//   npm run register
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NAMESPACE } from './project.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export const SERVICE = 'Plumbline';
export const DOCUMENT = 'automation/openapi/plumbline.json';
export const REGISTRATION = `automation/externalServiceRegistrations/${SERVICE}.externalServiceRegistration-meta.xml`;

export function readDocument(root) {
    return JSON.parse(readFileSync(path.join(root, DOCUMENT), 'utf8'));
}

/** Every operation with its path and its method, in the order of their names. */
export function operations(document) {
    return Object.entries(document.paths)
        .flatMap(([route, item]) => METHODS.filter((method) => item[method]).map((method) => ({ route, method, ...item[method] })))
        .sort((one, other) => one.operationId.localeCompare(other.operationId));
}

/** The whole file. The binding says nothing: host and media types come from the named credential and the document. */
export function registration(document) {
    const binding = { host: '', basePath: '/', allowedSchemes: [], requestMediaTypes: [], responseMediaTypes: [], compatibleMediaTypes: {} };
    const lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<ExternalServiceRegistration xmlns="${NAMESPACE}">`,
        `    <description>${escaped(document.info.description)}</description>`,
        `    <label>${SERVICE}</label>`,
        `    <namedCredentialReference>${SERVICE}</namedCredentialReference>`,
        ...operations(document).flatMap(({ operationId }) => [
            '    <operations>',
            '        <active>true</active>',
            `        <name>${operationId}</name>`,
            '    </operations>',
        ]),
        '    <registrationProviderType>Custom</registrationProviderType>',
        `    <schema>${escaped(JSON.stringify(document))}</schema>`,
        '    <schemaType>OpenApi3</schemaType>',
        '    <schemaUploadFileExtension>json</schemaUploadFileExtension>',
        '    <schemaUploadFileName>plumbline</schemaUploadFileName>',
        `    <serviceBinding>${escaped(JSON.stringify(binding))}</serviceBinding>`,
        '    <status>Complete</status>',
        '    <systemVersion>5</systemVersion>',
        '</ExternalServiceRegistration>',
    ];
    return `${lines.join('\n')}\n`;
}

function escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../salesforce-metadata');
    writeFileSync(path.join(root, REGISTRATION), registration(readDocument(root)));
    console.log(`wrote ${REGISTRATION}`);
}
