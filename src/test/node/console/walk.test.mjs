// A walk through the console in a real browser, against the delivered program on an embedded Salesforce: who gets in, what
// they see, what they may press. On every page axe looks for what would keep somebody out who reads or types otherwise.
//
// PLUMBLINE     the launcher, ../../../../target/plumbline-dist/plumbline/bin/plumbline when not set
// PLUMBLINE_PICTURES  a folder that pictures of the pages are written to, none when not set
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const plumbline =
    process.env.PLUMBLINE ?? resolve(here, '../../../../target/plumbline-dist/plumbline/bin/plumbline');
const pictures = process.env.PLUMBLINE_PICTURES;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const password = 'true as a plumb line';
const data = mkdtempSync(join(tmpdir(), 'plumbline-console-'));
const started = [];
let browser;
let environment;
let base;

/** Starts the program and waits until it says what is waited for. */
function start(args, env, expected) {
    const program = spawn(plumbline, args, { env: { ...process.env, ...env } });
    started.push(program);
    let said = '';
    return new Promise((found, failed) => {
        const listen = (text) => {
            said += text;
            const match = said.match(expected);
            if (match) {
                found(match);
            }
        };
        program.stdout.on('data', listen);
        program.stderr.on('data', listen);
        program.on('exit', (code) => failed(new Error(`plumbline ${args.join(' ')} ended with ${code}:\n${said}`)));
    });
}

function run(args, input = '') {
    const done = spawnSync(plumbline, args, { env: { ...process.env, ...environment }, input, encoding: 'utf8' });
    assert.ok([0, 2].includes(done.status), `plumbline ${args.join(' ')}: ${done.stdout}${done.stderr}`);
    return done.stdout;
}

function dayBefore(days) {
    return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** A visitor with a browser of their own, whose console stays quiet. */
async function visitor(options = {}) {
    const context = await browser.newContext({ viewport: { width: 1100, height: 760 }, ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) {
            page.complaints.push(message.text());
        }
    });
    page.on('pageerror', (error) => page.complaints.push(error.message));
    return page;
}

async function signIn(page, name, secret = password) {
    await page.goto(`${base}/sign-in`);
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill(secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname + url.search !== '/sign-in');
}

/** No barrier that axe knows of, and no word of the browser about content that the policy forbids. */
async function sound(page) {
    // As the developer tools do it: the page itself may run nothing that does not come from the console.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(
        violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`),
        [],
        page.url(),
    );
    assert.deepEqual(page.complaints, [], page.url());
}

async function picture(page, name) {
    if (pictures) {
        await page.screenshot({ path: join(pictures, `console-${name}.png`) });
    }
}

before(async () => {
    const line = await start(['sandbox', '--seed', 'demo'], {}, /\{.*accessToken.*\}/);
    const org = JSON.parse(line[0]);
    environment = {
        PLUMBLINE_INSTANCE_URL: org.instanceUrl,
        PLUMBLINE_CLIENT_ID: org.clientId,
        PLUMBLINE_CLIENT_SECRET: org.clientSecret,
        PLUMBLINE_DATA: data,
    };
    for (const days of [60, 20]) {
        run(['sync', '--as-of', dayBefore(days)]);
    }
    run(['user', 'add', 'mara', '--role', 'operator', '--see-names'], `${password}\n`);
    run(['user', 'add', 'tom', '--role', 'viewer'], `${password}\n`);
    base = (await start(['serve', '--port', '0'], environment, /pages are on (http:\/\/localhost:\d+)/))[1];
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}, { timeout: 600_000 });

after(async () => {
    await browser?.close();
    for (const program of started) {
        program.removeAllListeners('exit');
        program.kill();
    }
    await Promise.all(started.map((program) => new Promise((ended) => {
        if (program.exitCode !== null || program.signalCode !== null) {
            ended();
        } else {
            program.on('exit', ended);
        }
    })));
    rmSync(data, { recursive: true, force: true });
});

test('a wrong password lets nobody in and says nothing of who exists', async () => {
    const page = await visitor();
    await page.goto(`${base}/accounts`);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await sound(page);
    await picture(page, 'sign-in');
    const texts = [];
    for (const name of ['mara', 'nobody']) {
        await signIn(page, name, 'not the password');
        texts.push(await page.getByRole('alert').textContent());
        assert.equal(await page.getByLabel('Name').evaluate((field) => field === document.activeElement), true);
    }
    await sound(page);
    assert.equal(texts[0], texts[1]);
});

test('an operator finds an account and what its numbers come from', async () => {
    const page = await visitor();
    await page.goto(`${base}/accounts`);
    await page.getByLabel('Name').fill('mara');
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/accounts/);
    await page.getByRole('img', { name: /Accounts by band/ }).waitFor();
    await sound(page);
    await picture(page, 'accounts');

    await page.getByLabel('Band', { exact: true }).selectOption({ label: 'Red' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/band=RED/);
    const bands = await page.locator('table.list tbody tr td:nth-child(2)').allTextContents();
    assert.ok(bands.length > 0 && bands.every((band) => band.trim() === 'Red'), bands.join());
    await page.getByRole('columnheader', { name: 'Health' }).getByRole('link').click();
    await page.waitForURL(/sort=health/);
    const healths = (await page.locator('table.list tbody td:nth-child(3) b').allTextContents())
        .filter((health) => health !== 'unknown').map(Number);
    assert.deepEqual(healths, [...healths].sort((one, other) => one - other));

    await page.locator('table.list tbody th a').first().click();
    await page.getByRole('heading', { name: 'Where every number comes from' }).waitFor();
    const health = page.locator('.tree > li > details').first();
    await health.locator('> summary').focus();
    await page.keyboard.press('Enter');
    assert.equal(await health.evaluate((details) => details.open), true, 'by keyboard');
    await sound(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, 'account');
});

test('a run begun by a button is seen on its way and in the journal', async () => {
    const page = await visitor();
    await signIn(page, 'mara');
    await page.locator('#progress').getByText('No run is under way.').waitFor({ timeout: 120_000 });
    const runs = await page.locator('table tbody tr').count();
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('progressbar').waitFor();
    await sound(page);
    await picture(page, 'progress');
    assert.equal(new URL(page.url()).pathname, '/', 'without leaving the page');
    await page.locator('#progress').getByText('No run is under way.').waitFor({ timeout: 120_000 });
    await page.reload();
    assert.equal(await page.locator('table tbody tr').count(), Math.min(runs + 1, 8));
    await sound(page);
    await picture(page, 'overview');
    await page.locator('table tbody th a').last().click();
    await page.getByRole('heading', { name: 'What was sent' }).waitFor();
    await sound(page);
    await picture(page, 'run');
    await page.goto(`${base}/audit`);
    await page.getByText('began a run').waitFor();
    await sound(page);
});

test('a preview is made beside the work and fetched as a file', async () => {
    const page = await visitor();
    await signIn(page, 'mara');
    await page.getByRole('button', { name: 'Preview' }).click();
    const link = page.getByRole('link', { name: 'fetch the report' });
    await link.waitFor({ timeout: 120_000 });
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.match(file.suggestedFilename(), /^plumbline-preview-.*\.html$/);
    assert.match(readFileSync(await file.path(), 'utf8'), /What a sync would do/);
});

test('a pause is shown to everybody and ended by a button', async () => {
    const page = await visitor();
    await signIn(page, 'mara');
    await page.getByRole('button', { name: 'Pause the schedule' }).click();
    await page.getByText('The schedule is paused since').waitFor();
    await sound(page);
    await page.getByRole('button', { name: 'Resume the schedule' }).click();
    await page.getByRole('button', { name: 'Pause the schedule' }).waitFor();
});

test('a viewer presses nothing, and who may see no names sees none on any page', async () => {
    const operator = await visitor();
    await signIn(operator, 'mara');
    const names = new Set();
    for (let at = `${base}/accounts`; at;) {
        await operator.goto(at);
        for (const text of await operator.locator('table.list tbody th a, table.list tbody th small').allTextContents()) {
            names.add(text.trim());
        }
        const next = operator.getByRole('link', { name: 'Next' });
        at = (await next.count()) > 0 ? new URL(await next.getAttribute('href'), base).href : null;
    }
    assert.ok(names.size > 120, `${names.size} names of accounts and owners`);

    const page = await visitor();
    await signIn(page, 'tom');
    await page.waitForURL(`${base}/`);
    assert.equal(await page.getByRole('button').count(), 1, 'signing out is all there is to press');
    assert.equal((await page.goto(`${base}/audit`)).status(), 403);
    const token = await page.request.get(`${base}/`).then((answer) => answer.text())
        .then((html) => html.match(/name="_csrf" value="([^"]+)"/)[1]);
    for (const button of ['run', 'preview', 'pause', 'resume', 'quarantine/release']) {
        const answer = await page.request.post(`${base}/${button}`, { form: { _csrf: token, key: 'x' } });
        assert.equal(answer.status(), 403, button);
    }
    const ahead = ['/', '/progress', '/answers'];
    const seen = new Set();
    while (ahead.length > 0) {
        const path = ahead.shift();
        if (seen.has(path)) {
            continue;
        }
        seen.add(path);
        const html = await page.request.get(base + path).then((answer) => answer.text());
        for (const name of names) {
            assert.ok(!html.includes(name), `${path} names ${name}`);
        }
        for (const [, href] of html.matchAll(/<a[^>]* href="(\/[^"?]*(?:\?(?:page|before)=[^"]*)?)"/g)) {
            ahead.push(href.replaceAll('&amp;', '&'));
        }
    }
    assert.ok(seen.size > 120, `${seen.size} pages`);
    await page.goto(`${base}/accounts`);
    await sound(page);
    await page.locator('table.list tbody th a').first().click();
    await sound(page);
});

test('what people answered has a page', async () => {
    const page = await visitor();
    await signIn(page, 'mara');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Answers' }).click();
    await page.getByRole('heading', { name: 'Answers' }).waitFor();
    await sound(page);
});

test('pages fit a phone, in the dark as by day', async () => {
    const page = await visitor({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await signIn(page, 'mara');
    await page.goto(`${base}/accounts`);
    const account = await page.locator('table.list tbody th a').first().getAttribute('href');
    for (const path of ['/', '/accounts', account, '/runs', '/runs/1', '/audit', '/answers']) {
        await page.goto(base + path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360, path);
        await sound(page);
        if (path === account) {
            await picture(page, 'phone');
        }
    }
});

test('the link of a demo works once', async () => {
    const [link] = await start(['demo', '--port', '0'], {}, /http:\/\/localhost:\d+\/sign-in\/link\?key=\S+/);
    const page = await visitor();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    assert.ok(!page.url().includes('key='));
    const other = await visitor();
    await other.goto(link);
    await other.getByText('This link was used before').waitFor();
}, { timeout: 180_000 });
