// ESLint and the compiler of Lightning templates, as the folder of the screens has them.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SCREENS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../screens');
const require = createRequire(path.join(SCREENS, 'package.json'));
const COMPONENTS = 'screens/lwc';

export async function scriptFindings(root) {
    const { ESLint } = require('eslint');
    const eslint = new ESLint({ cwd: root, overrideConfigFile: path.join(SCREENS, 'eslint.config.js') });
    const results = await eslint.lintFiles([COMPONENTS]);
    return results.flatMap(({ filePath, messages }) =>
        messages.map(({ line, ruleId, message }) => `${path.relative(root, filePath)}:${line}: ${ruleId ?? 'syntax'}: ${message}`)
    );
}

export function templateFindings(root) {
    const { compile } = require('@lwc/template-compiler');
    const folder = path.join(root, COMPONENTS);
    return readdirSync(folder, { recursive: true })
        .filter((file) => file.endsWith('.html'))
        .flatMap((file) =>
            compile(readFileSync(path.join(folder, file), 'utf8'), path.basename(file), {}).warnings.map(
                ({ message, location }) => `${COMPONENTS}/${file}:${location?.line}: ${message}`
            )
        );
}
