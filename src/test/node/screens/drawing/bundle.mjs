// Builds the components for a browser outside Salesforce: with Salesforce's own base components, our labels in both
// languages, and a record service that answers with a story.
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import lwc from "@lwc/rollup-plugin";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import replace from "@rollup/plugin-replace";
import { rollup } from "rollup";

const here = path.dirname(fileURLToPath(import.meta.url));
const screens = path.resolve(here, "../../../../../salesforce-metadata/screens");

const I18N = {
    "locale": "en-US",
    "lang": "en-US",
    "dir": "ltr",
    "timeZone": "UTC",
    "currency": "EUR",
    "dateTime.shortDateFormat": "M/d/yyyy",
    "dateTime.mediumDateFormat": "MMM d, yyyy",
    "dateTime.longDateFormat": "MMMM d, yyyy",
    "number.decimalSeparator": ".",
    "number.groupingSeparator": ","
};

const GERMAN = { locale: "de-DE", lang: "de" };

function texts(file, name, value) {
    const xml = readFileSync(path.join(screens, file), "utf8");
    const entries = [...xml.matchAll(/<(labels|customLabels)>([\s\S]*?)<\/\1>/g)].map(([, , entry]) => [
        new RegExp(`<${name}>(.*?)</${name}>`).exec(entry)[1],
        new RegExp(`<${value}>(.*?)</${value}>`).exec(entry)[1]
    ]);
    return Object.fromEntries(entries);
}

/** What Salesforce puts in place of its own modules. A label that is not there stops the build, as it would a deployment. */
function salesforce() {
    const languages = {
        en: texts("labels/CustomLabels.labels-meta.xml", "fullName", "value"),
        de: texts("translations/de.translation-meta.xml", "name", "label")
    };
    const source = (id) => {
        const [, kind, ...rest] = id.split("/");
        const name = rest.join("/");
        switch (kind) {
            case "schema": {
                const [objectApiName, fieldApiName] = name.split(".");
                return JSON.stringify({ objectApiName, fieldApiName });
            }
            case "label": {
                if (!name.startsWith("c.")) {
                    return '""';
                }
                const label = name.slice("c.".length);
                for (const [language, labels] of Object.entries(languages)) {
                    if (!(label in labels)) {
                        throw new Error(`${label} has no text in the language ${language}`);
                    }
                }
                return `globalThis.story?.language === "de" ? ${JSON.stringify(languages.de[label])} : ${JSON.stringify(languages.en[label])}`;
            }
            case "gate":
                return "{ isOpen: ({ fallback }) => fallback }";
            case "i18n":
                return `globalThis.story?.language === "de" ? ${JSON.stringify(GERMAN[name])} ?? ${JSON.stringify(I18N[name])} : ${JSON.stringify(I18N[name])}`;
            case "client":
                return '"Large"';
            default:
                return "undefined";
        }
    };
    return {
        name: "salesforce",
        resolveId: (id) => (id.startsWith("@salesforce/") ? `\0${id}` : null),
        load: (id) => (id.startsWith("\0@salesforce/") ? `export default ${source(id)}` : null)
    };
}

export async function bundle(folder) {
    // The compiler wants <namespace>/<component> in a folder beside node_modules.
    const modules = path.join(here, "../modules");
    rmSync(modules, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(modules);
    symlinkSync(path.join(screens, "lwc"), path.join(modules, "c"));
    const built = await rollup({
        input: path.join(here, "page.mjs"),
        plugins: [
            salesforce(),
            replace({
                preventAssignment: true,
                values: { "process.env.NODE_ENV": '"production"', "import.meta.env.SSR": "false" }
            }),
            lwc({
                rootDir: path.join(here, ".."),
                modules: [
                    { name: "lightning/uiRecordApi", path: path.join(here, "uiRecordApi.mjs") },
                    { name: "lightning/navigation", path: path.join(here, "../unit/navigation.js") },
                    { dir: modules },
                    { npm: "lightning-base-components" }
                ]
            }),
            nodeResolve({ modulePaths: [path.join(here, "../node_modules")] })
        ],
        onwarn: () => {}
    });
    await built.write({ dir: path.join(folder, "built"), format: "es" });
    return path.join(folder, "built");
}
