#!/bin/sh
# Runs a command (npm ...) with a Node.js that fits package.json: the machine's own, or else the one that PyPI carries,
# which is installed into .venv.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.venv

fits() {
  command -v node >/dev/null && command -v npm >/dev/null && node "$root/tools/node-fits.cjs" 2>/dev/null
}

if ! fits; then
  PATH=$venv/bin:$PATH
  if ! fits; then
    echo "This machine has no Node.js that fits; installing one into .venv ..." >&2
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$root/requirements/node.txt"
  fi
fi
exec "$@"
