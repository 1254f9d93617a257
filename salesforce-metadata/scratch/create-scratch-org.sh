#!/usr/bin/env bash
# Brings up a scratch org with everything in this project and six invented customers.
#   scratch/create-scratch-org.sh [alias] [days]
# Needs the Salesforce CLI with a default Dev Hub (sf org login web --set-default-dev-hub) and Node.
set -euo pipefail

alias=${1:-plumbline}
days=${2:-14}

cd "$(dirname "$0")/.."
for tool in sf node; do
    if ! command -v "$tool" > /dev/null; then
        echo "$tool is missing: install it and run this again" >&2
        exit 1
    fi
done

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

echo "== A new org, $alias, for $days days"
sf org create scratch --definition-file scratch/project-scratch-def.json --alias "$alias" --duration-days "$days" --set-default --wait 15

echo "== Everything of this project, the External Service before the flows that name its classes"
sf project deploy start --target-org "$alias" --wait 30 --source-dir automation/externalCredentials \
    --source-dir automation/namedCredentials --source-dir automation/externalServiceRegistrations
sf project deploy start --target-org "$alias" --wait 30

echo "== You may do what an administrator, a SAM and a leader may"
sf org assign permset --name Plumbline_Admin --name Plumbline_SAM --name Plumbline_Leader --target-org "$alias"

echo "== Six customers, their plans and what happened, counted from today"
user=$(sf org display user --target-org "$alias" --json | node -p 'JSON.parse(require("fs").readFileSync(0)).result.id')
node scratch/fill.mjs scratch/data "$data" "$user"
sf data import tree --plan "$data/seed-plan.json" --target-org "$alias"

echo "== Done. Set up the integration user and let Plumbline run (README.md), and the verdicts appear."
sf org open --target-org "$alias" --path lightning/o/Account/list
