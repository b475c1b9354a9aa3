"""That nginx and Caddy are told to send what `_headers` says, and server.py sends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server import create_app, read_rules
from tests.support.made_up_site import HASHED, make_site
from tests.support.paths import PUBLIC
from tools.host_config import caddy, nginx

RULES = read_rules(PUBLIC / "_headers")
PATHS = {"/": "/", "/index.html": "/index.html", "/sw.js": "/sw.js", "/assets/*": HASHED, "/*": "/icon.svg"}


def sent_by_nginx(text: str, pattern: str) -> dict[str, str]:
    place = re.escape(f"= {pattern}" if "*" not in pattern else pattern.removesuffix("*"))
    block = re.search(rf"location {place} {{(.*?)\n    }}", text, re.DOTALL)
    assert block
    return dict(re.findall(r'add_header (\S+) "([^"]*)" always;', block[1]))


def sent_by_caddy(text: str, pattern: str) -> dict[str, str]:
    block = re.search(rf"header {re.escape(pattern)} {{(.*?)\n\t}}", text, re.DOTALL)
    assert block
    return dict(re.findall(r'^\t\t(\S+) "([^"]*)"$', block[1], re.MULTILINE))


@pytest.mark.parametrize(("pattern", "path"), PATHS.items())
def test_nginx_and_caddy_send_what_the_server_sends(tmp_path: Path, pattern: str, path: str) -> None:
    answer = create_app(make_site(tmp_path)).test_client().get(path)
    names = [*dict(RULES["/*"]), "Cache-Control"]
    sent = {name: answer.headers[name] for name in names}

    assert sent_by_nginx(nginx(RULES, tmp_path), pattern) == sent
    assert sent_by_caddy(caddy(RULES, tmp_path), pattern) == sent
