"""Write the configuration of another server from the site's own `_headers`, so that all hosts send the same.

python -m tools.host_config {nginx,caddy} [DIST]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from server import DIST, read_rules

Rules = dict[str, list[tuple[str, str]]]

# Behind nginx, so many connections an address may hold: a phone opens six, an office shares one address.
CONNECTIONS_OF_ONE = 200

NGINX = """# nginx, within http {{}}. Each location repeats the headers, for nginx forgets them in one that has its own.
limit_conn_zone $binary_remote_addr zone=inkdigit:10m;

server {{
    listen 80;  # browsers keep a site for offline use over https alone: put your certificate here
    root {dist};
    include mime.types;
    types {{ application/manifest+json webmanifest; }}
    gzip_static on;  # brotli_static on;  with ngx_brotli
    limit_conn inkdigit {connections};
    client_header_timeout 10s;
    error_page 404 /404.html;
    location = /_headers {{ return 404; }}
{locations}}}
"""

CADDY = """# Caddy 2. With a domain in the place of :80 it fetches a certificate by itself.
:80 {{
\troot * {dist}
\t@hidden path /_headers
\trespond @hidden 404
{headers}\tfile_server {{
\t\tprecompressed br gzip
\t}}
}}
"""


def headers_of(rules: Rules, pattern: str) -> list[tuple[str, str]]:
    """Every header of an answer that one pattern stands for: its own, and those of all."""
    return rules["/*"] + (rules[pattern] if pattern != "/*" else [("Cache-Control", "no-cache")])


def nginx(rules: Rules, dist: Path) -> str:
    """The configuration for nginx."""
    locations = []
    for pattern in rules:
        place = f"= {pattern}" if "*" not in pattern else pattern.removesuffix("*")
        lines = [f'        add_header {name} "{value}" always;' for name, value in headers_of(rules, pattern)]
        locations.append("\n".join([f"    location {place} {{", *lines, "    }\n"]))
    return NGINX.format(dist=dist, connections=CONNECTIONS_OF_ONE, locations="".join(locations))


def caddy(rules: Rules, dist: Path) -> str:
    """The configuration for Caddy; what comes later takes the place of what is before."""
    blocks = []
    for pattern in rules:
        lines = [f'\t\t{name} "{value}"' for name, value in headers_of(rules, pattern)]
        blocks.append("\n".join([f"\theader {pattern} {{", *lines, "\t}\n"]))
    return CADDY.format(dist=dist, headers="".join(blocks))


def main(argv: list[str] | None = None) -> int:
    """Print the configuration; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.host_config", description=__doc__)
    parser.add_argument("host", choices=["nginx", "caddy"])
    parser.add_argument("dist", nargs="?", type=Path, default=DIST)
    asked = parser.parse_args(argv)
    write = {"nginx": nginx, "caddy": caddy}[asked.host]
    print(write(read_rules(asked.dist / "_headers"), asked.dist.resolve()), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
