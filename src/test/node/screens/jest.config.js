// sfdx-lwc-jest reads sfdx-project.json of the folder it is started in: npm run unit starts it there.
const path = require("node:path");
const { jestConfig } = require("@salesforce/sfdx-lwc-jest/config");

const components = path.resolve(__dirname, "../../../../salesforce-metadata/screens/lwc");

// The components lie in the project that is deployed, the tests and their tools here: nothing of them is deployed.
module.exports = {
    ...jestConfig,
    rootDir: __dirname,
    roots: [path.join(__dirname, "unit")],
    testMatch: ["**/*.test.js"],
    modulePaths: [path.join(__dirname, "node_modules")],
    moduleNameMapper: {
        ...jestConfig.moduleNameMapper,
        "^c/(.+)$": `${components}/$1/$1`,
        "^lightning/navigation$": "<rootDir>/unit/navigation"
    },
    setupFilesAfterEnv: ["<rootDir>/unit/setup.js"]
};
