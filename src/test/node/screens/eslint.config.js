const lwc = require("@salesforce/eslint-config-lwc/recommended");

module.exports = lwc;
