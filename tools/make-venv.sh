#!/bin/sh
# Makes .venv with the first Python that fits; one that works is kept.
set -eu
cd "$(dirname "$0")/.."

if .venv/bin/python -m pip --version >/dev/null 2>&1; then exit 0; fi
for python in ${PYTHON:-python3.12 python3.11 python3 python}; do
  if "$python" -c 'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12)))' 2>/dev/null; then
    if "$python" -m venv --clear .venv; then exit 0; fi
    echo "$python could not make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  fi
done
echo "Inkdigit needs Python 3.11 or 3.12, and found neither." >&2
echo "Install one, or name it: PYTHON=/path/to/python3.12 make ..." >&2
exit 1
