// The Salesforce CLI as it lies in this folder.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const SF = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules/.bin/sf');

/** It reports nothing, updates nothing, and with a new folder as its home finds no settings of anybody. */
export function environment(home) {
    return { ...process.env, HOME: home, SF_DISABLE_TELEMETRY: 'true', SF_DISABLE_AUTOUPDATE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' };
}
