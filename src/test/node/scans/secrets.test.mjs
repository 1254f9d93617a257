// Secrets in the files and in the history of this repository, by secretlint's recommended rules and one for passwords in
// addresses. It has to find nothing here, and what is planted.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import assert from "node:assert/strict";
import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";

const top = execFileSync("git", ["rev-parse", "--show-toplevel"], { encoding: "utf8" }).trim();
const git = (...args) => execFileSync("git", ["-C", top, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });

// Pictures and the like are no texts; lock files are sums.
const passedOver = /\.(png|jpg|ico|gz|zip|jar|pdf|woff2?)$|package-lock\.json$/;

// What stands here on purpose: each a word of a test or an example, looked at on 2026-11-22.
const known = ["plumb:canary@", "user:s3cret@"];

const config = { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: recommended, options: {} }] };

async function found(name, content) {
    const result = await lintSource({
        source: { content, filePath: name, contentType: "text" },
        options: { config, noPhysicFilePath: true },
    });
    return result.messages
        .filter((message) => !known.some((word) => content.slice(message.range[0], message.range[1]).includes(word)))
        .map((message) => `${name}:${message.loc.start.line} ${message.ruleId} ${message.messageId}`);
}

test("no file holds a secret", async () => {
    const files = git("ls-files", "-z").split("\0").filter((file) => file && !passedOver.test(file));
    assert.ok(files.length > 500, `${files.length} files`);
    const all = [];
    for (const file of files) {
        if (statSync(join(top, file)).isFile()) {
            all.push(...(await found(file, readFileSync(join(top, file), "utf8"))));
        }
    }
    assert.deepEqual(all, []);
});

test("no line that was ever added holds a secret", async () => {
    const added = [];
    let file = "";
    for (const line of git("log", "-p", "--no-color", "--no-textconv", "--unified=0", "--format=commit %h").split("\n")) {
        if (line.startsWith("+++ ")) {
            file = line.slice(6);
        } else if (line.startsWith("+") && !passedOver.test(file)) {
            added.push(line.slice(1));
        }
    }
    assert.ok(added.length > 1000, `${added.length} lines`);
    const all = [];
    // A key goes over several lines, so that parts overlap.
    for (let at = 0; at < added.length; at += 4000) {
        all.push(...(await found(`history-${at}`, added.slice(at, at + 4100).join("\n"))));
    }
    assert.deepEqual([...new Set(all)], []);
});

// Put together here, so that the scan of this very file finds nothing.
const planted = {
    "a key of Amazon's": "AWS_SECRET_ACCESS_KEY = " + "wJalrXUtnFEMI/K7MDENG/bPxRfiC" + "YZZAMPLZE9a",
    "a private key": "-----BEGIN " + "RSA PRIVATE KEY-----\n" + "MIIEpAIBAAKCAQEA".repeat(20) + "\n-----END RSA " + "PRIVATE KEY-----",
    "a token of GitHub's": "token: ghp" + "_wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx",
    "a password in an address": "https://operator:" + "Tr0ub4dor3x@db.example.org/plumbline",
};
for (const [what, text] of Object.entries(planted)) {
    test(`finds ${what} that is planted`, async () => {
        assert.notDeepEqual(await found("planted.txt", text), []);
    });
}
