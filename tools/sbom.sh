#!/bin/sh
# Lists what the site and its server are made of, as CycloneDX: sbom/site.cdx.json and sbom/server.cdx.json.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$root/sbom" "$work/inkdigit"
cp "$root/package.json" "$root/package-lock.json" "$work/inkdigit"
cd "$work/inkdigit"
# Told to omit what is for development, npm also leaves out what that shares with the site. So it is shown none of it.
"$root/tools/node.sh" npm pkg delete devDependencies overrides
"$root/tools/node.sh" npm install --package-lock-only --offline --silent --no-audit --no-fund
"$root/tools/node.sh" npm sbom --sbom-format=cyclonedx --sbom-type=application --package-lock-only --omit=optional >"$root/sbom/site.cdx.json"
"$root/.venv/sbom/bin/cyclonedx-py" environment --output-file "$root/sbom/server.cdx.json" "$root/.venv/server/bin/python"
