// Draws every story of the card in Chromium at three widths and compares the pictures with the approved ones.
//   npm run draw       compares; a picture that differs is left in target/screens beside its difference
//   npm run approve    takes what is drawn now as approved; look at it first
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { chromium } from "playwright-core";
import { PNG } from "pngjs";
import { bundle } from "./bundle.mjs";
import { stories } from "./stories.js";

const here = path.dirname(fileURLToPath(import.meta.url));
const approvedFolder = path.join(here, "../approved");
const work = path.resolve(here, "../../../../../target/screens");
const slds = path.join(here, "../node_modules/@salesforce-ux/design-system/assets");

/** A phone, the narrow column of a record page, and its wide column. */
const WIDTHS = [320, 420, 900];
/** Share of pixels that may differ: what another version of Chromium or of a font does to the edges of letters. */
const TOLERANCE = 0.005;
/** Nothing moves, and the letters are those of one font that .ci/run installs, whatever else a machine has. */
const STILL = `*, ::before, ::after { animation: none !important; transition: none !important }
html, body, button { font-family: "Liberation Sans" !important }`;
/** What Salesforce sets for dark mode and for the density "Compact": none of it is in the style sheet that can be had. */
const APPEARANCES = {
    dark: readFileSync(path.join(here, "dark.css"), "utf8"),
    compact: readFileSync(path.join(here, "compact.css"), "utf8")
};
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const PAGE = `<!doctype html><html lang="en"><title>Card</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/slds/styles/salesforce-lightning-design-system.min.css">
<style>html, body { background: var(--slds-g-color-surface-2) } body { padding: 8px }</style><body><main></main><script type="module" src="/page.js"></script></body></html>`;

function serve(built) {
    const server = createServer((request, response) => {
        const asked = new URL(request.url, "http://localhost").pathname;
        if (asked === "/") {
            response.setHeader("content-type", "text/html; charset=utf-8");
            response.end(PAGE);
            return;
        }
        const file = asked.startsWith("/slds/") ? path.join(slds, asked.slice(5)) : path.join(built, asked);
        if (!existsSync(file)) {
            response.statusCode = 404;
            response.end();
            return;
        }
        response.setHeader("content-type", TYPES[path.extname(file)] ?? "application/octet-stream");
        response.end(readFileSync(file));
    });
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function draw(browser, address, story, width) {
    const page = await browser.newPage({ viewport: { width, height: 400 }, reducedMotion: "reduce" });
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address);
    await page.waitForFunction("window.ready");
    await page.addStyleTag({ content: [story.theme, story.density].map((each) => APPEARANCES[each] ?? "").join("\n") });
    await page.evaluate((shown) => window.draw(shown), story);
    await page.waitForLoadState("networkidle");
    await page.addStyleTag({ content: STILL });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) {
        complaints.push(`wider than the screen by ${overflow} pixels`);
    }
    const picture = await page.screenshot({ fullPage: true });
    await page.close();
    return { picture, complaints };
}

/** What differs from the approved picture, in words; nothing when nothing does. */
function difference(name, picture) {
    const approvedFile = path.join(approvedFolder, name);
    if (!existsSync(approvedFile)) {
        return "is new: look at it, then npm run approve";
    }
    const drawn = PNG.sync.read(picture);
    const approved = PNG.sync.read(readFileSync(approvedFile));
    if (drawn.width !== approved.width || drawn.height !== approved.height) {
        return `is ${drawn.width} x ${drawn.height}, approved was ${approved.width} x ${approved.height}`;
    }
    const marked = new PNG({ width: drawn.width, height: drawn.height });
    const pixels = pixelmatch(drawn.data, approved.data, marked.data, drawn.width, drawn.height, { threshold: 0.2 });
    if (pixels <= TOLERANCE * drawn.width * drawn.height) {
        return "";
    }
    writeFileSync(path.join(work, `difference-${name}`), PNG.sync.write(marked));
    return `differs in ${pixels} pixels`;
}

const approve = process.argv.includes("--approve");
const built = await bundle(work);
mkdirSync(approvedFolder, { recursive: true });
const server = await serve(built);
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--font-render-hinting=none"
    ]
});
const wrong = [];
let pictures = 0;
for (const [name, story] of Object.entries(stories)) {
    for (const width of WIDTHS) {
        const file = `${name}-${width}.png`;
        const { picture, complaints } = await draw(browser, `http://127.0.0.1:${server.address().port}/`, story, width);
        wrong.push(...complaints.map((complaint) => `${file}: ${complaint}`));
        writeFileSync(path.join(approve ? approvedFolder : work, file), picture);
        const words = difference(file, picture);
        if (words) {
            wrong.push(`${file} ${words}`);
        }
        pictures += 1;
    }
}
await browser.close();
server.close();
console.log(`${pictures} pictures of ${Object.keys(stories).length} stories at ${WIDTHS.join(", ")} pixels`);
if (wrong.length > 0) {
    console.error(wrong.join("\n"));
    process.exit(1);
}
