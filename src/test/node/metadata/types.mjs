// Salesforce's own types of the Metadata API, read from @salesforce/types: elements, enumerations, required parts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const lib = path.dirname(createRequire(import.meta.url).resolve('@salesforce/types/metadata'));

/**
 * All types by name. A type is `{ values }` (an enumeration) or `{ elements }`, where an element has the name of its type,
 * whether it may stand several times, and whether it has to be there.
 */
export function metadataTypes() {
    const source = ts.createSourceFile(
        'metadata.d.ts',
        readFileSync(path.join(lib, 'metadata.d.ts'), 'utf8'),
        ts.ScriptTarget.Latest
    );
    const types = new Map();
    for (const statement of source.statements) {
        if (ts.isTypeAliasDeclaration(statement)) {
            types.set(statement.name.text, describe(statement.type));
        }
    }
    for (const [name, { alias }] of types) {
        if (alias) {
            types.set(name, types.get(alias));
        }
    }
    for (const type of types.values()) {
        inherit(type);
    }
    return types;

    function inherit(type) {
        for (const base of type.bases?.splice(0) ?? []) {
            inherit(types.get(base));
            types.get(base).elements.forEach((element, name) => type.elements.set(name, element));
        }
    }
}

function describe(type) {
    if (ts.isUnionTypeNode(type) || ts.isLiteralTypeNode(type)) {
        const parts = ts.isUnionTypeNode(type) ? type.types : [type];
        return { values: new Set(parts.map((part) => part.literal?.text)) };
    }
    if (ts.isTypeReferenceNode(type) && type.typeName.text !== 'Metadata') {
        return { alias: type.typeName.text };
    }
    const elements = new Map();
    const bases = [];
    for (const part of ts.isIntersectionTypeNode(type) ? type.types : [type]) {
        if (ts.isTypeLiteralNode(part)) {
            part.members.forEach((member) => elements.set(member.name.text, element(member)));
        } else if (ts.isTypeReferenceNode(part) && part.typeName.text === 'Metadata') {
            elements.set('fullName', { type: 'string', many: false, required: false });
        } else if (ts.isTypeReferenceNode(part)) {
            bases.push(part.typeName.text);
        }
    }
    return { elements, bases };
}

function element(member) {
    const many = ts.isArrayTypeNode(member.type);
    const type = many ? member.type.elementType : member.type;
    return {
        type: ts.isTypeReferenceNode(type) ? type.typeName.text : keyword(type),
        many,
        required: !member.questionToken && !many,
    };
}

function keyword(type) {
    return type.kind === ts.SyntaxKind.BooleanKeyword
        ? 'boolean'
        : type.kind === ts.SyntaxKind.NumberKeyword
          ? 'number'
          : 'string';
}
