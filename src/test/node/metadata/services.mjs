// Whether the External Service can be what Salesforce takes: the document within the supported part of OpenAPI 3.0, the
// registration made from it, the credentials that it goes out with.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT, REGISTRATION, operations, readDocument, registration } from './registration.mjs';

/** Apex has no identifier that ends with an underscore, holds two in a row, or begins with another character. */
const IDENTIFIER = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
const LONGEST_DESCRIPTION = 1333;
const LONGEST_DOCUMENT = 100_000;

export function serviceProblems(components, root) {
    const document = readDocument(root);
    const problems = documentProblems(document);
    if (readFileSync(path.join(root, REGISTRATION), 'utf8') !== registration(document)) {
        problems.push(`${REGISTRATION}: is not what the document says; run 'npm run register' in src/test/node/metadata`);
    }
    const named = new Map(components.filter(({ type }) => type === 'NamedCredential').map((each) => [each.name, each]));
    const external = new Map(components.filter(({ type }) => type === 'ExternalCredential').map((each) => [each.name, each]));
    for (const { file, element } of components.filter(({ type }) => type === 'ExternalServiceRegistration')) {
        if (!named.has(element.text('namedCredentialReference'))) {
            problems.push(`${file}: there is no named credential ${element.text('namedCredentialReference')}`);
        }
    }
    for (const { file, element } of named.values()) {
        const url = element.all('namedCredentialParameters').find((each) => each.text('parameterType') === 'Url')?.text('parameterValue');
        if (!url?.startsWith('https://')) {
            problems.push(`${file}: goes to ${url}, not to https`);
        }
        element.deep('externalCredential').forEach(({ value }) => {
            if (!external.has(value)) {
                problems.push(`${file}: there is no external credential ${value}`);
            }
        });
    }
    for (const { file, name, element } of external.values()) {
        element.deep('parameterValue').forEach(({ value }) => {
            for (const [, credential] of value.matchAll(/\$Credential\.(\w+)/g)) {
                if (credential !== name) {
                    problems.push(`${file}: takes its secret from another credential, ${credential}`);
                }
            }
        });
    }
    return problems;
}

/** Names of the principals as permission sets write them. */
export function principals(components) {
    return new Set(
        components
            .filter(({ type }) => type === 'ExternalCredential')
            .flatMap(({ name, element }) =>
                element
                    .all('externalCredentialParameters')
                    .filter((each) => each.text('parameterType') === 'NamedPrincipal')
                    .map((each) => `${name}-${each.text('parameterName')}`)
            )
    );
}

/** What Salesforce Help says of OpenAPI in External Services. */
function documentProblems(document) {
    const problems = [];
    const say = (where, what) => problems.push(`${DOCUMENT}: ${where}: ${what}`);
    if (!/^3\.0\.\d+$/.test(document.openapi)) {
        say('openapi', `${document.openapi}, and External Services know 3.0 alone`);
    }
    if (JSON.stringify(document).length > LONGEST_DOCUMENT) {
        say('length', `more than ${LONGEST_DOCUMENT} characters`);
    }
    for (const { operationId, method, requestBody, responses, parameters = [] } of operations(document)) {
        if (!IDENTIFIER.test(operationId ?? '')) {
            say(operationId, 'an operation is called by its operationId, which has to be an identifier');
        }
        if (method === 'get' && requestBody) {
            say(operationId, 'a GET has no body');
        }
        parameters.filter(({ name }) => !IDENTIFIER.test(name)).forEach(({ name }) => say(operationId, `${name} is no identifier`));
        for (const [status, response] of Object.entries(responses)) {
            if (response.headers) {
                say(`${operationId} ${status}`, 'headers of responses are not supported');
            }
        }
    }
    walk(document, '', (value, where) => {
        if (typeof value.description === 'string' && value.description.length > LONGEST_DESCRIPTION) {
            say(where, `a description is cut after ${LONGEST_DESCRIPTION} characters`);
        }
        if (value.not) {
            say(where, "'not' is not supported");
        }
        Object.keys(value.content ?? {})
            .filter((kind) => kind !== 'application/json')
            .forEach((kind) => say(where, `${kind} is not JSON`));
        Object.keys(where.endsWith('/properties') || where === '/components/schemas' ? value : {})
            .filter((name) => !IDENTIFIER.test(name))
            .forEach((name) => say(where, `${name} is no identifier`));
        if (typeof value.$ref === 'string' && !resolve(document, value.$ref)) {
            say(where, `there is no ${value.$ref}`);
        }
    });
    return problems;
}

export function resolve(document, reference) {
    return reference
        .replace(/^#\//, '')
        .split('/')
        .reduce((at, key) => at?.[key], document);
}

function walk(value, where, visit) {
    if (value === null || typeof value !== 'object') {
        return;
    }
    visit(value, where);
    Object.entries(value).forEach(([key, child]) => walk(child, `${where}/${key}`, visit));
}
