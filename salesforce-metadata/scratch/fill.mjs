// Puts days and the user into the seed: a plan that was reviewed 400 days before today is stale on any day.
//   node fill.mjs FROM TO USER [TODAY]
// In the files stand TODAY, TODAY-30, TODAY+90, the same with a time behind it (TODAY-30T09:00:00Z), and USER.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const DAY = 86_400_000;

export function filled(text, user, today) {
    return text
        .replaceAll('"USER"', `"${user}"`)
        .replaceAll(/"TODAY([+-]\d+)?(T[\d:]+Z)?"/g, (_, days = '0', time = '') => {
            const day = new Date(Date.parse(`${today}T00:00:00Z`) + Number(days) * DAY);
            return `"${day.toISOString().slice(0, 10)}${time}"`;
        });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const [from, to, user, today = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from)) {
        writeFileSync(path.join(to, file), filled(readFileSync(path.join(from, file), 'utf8'), user, today));
    }
}
