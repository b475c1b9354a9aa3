"""How server.py starts, or says why it cannot; and what it keeps to itself while it runs."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from server import ServingError, create_app
from tests.support.made_up_site import PAGE, make_site
from tests.support.paths import SERVER
from tests.support.site_server import SiteServer


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return make_site(tmp_path)


def test_nothing_is_said_about_visitors(dist: Path) -> None:
    command = [sys.executable, str(SERVER), str(dist)]
    environment = {**os.environ, "PORT": "0", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        address = process.stdout.readline().split("http://")[1].split()[0]
        for method, path in (("GET", "/"), ("GET", "/nothing"), ("POST", "/")):
            connection = http.client.HTTPConnection(address, timeout=10)
            connection.request(method, path)
            connection.getresponse().read()
            connection.close()
        process.terminate()
        assert process.stdout.read() == ""
    assert process.returncode == 0


def test_a_build_under_the_running_server_changes_nothing_until_it_is_restarted(dist: Path) -> None:
    with SiteServer(dist) as server:
        for path in dist.rglob("*.*"):
            path.write_bytes(b"half of a new build")

        assert server.send(b"GET / HTTP/1.0\r\n\r\n").endswith(PAGE)


def start(*arguments: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the server where it cannot start."""
    return subprocess.run(
        [sys.executable, SERVER, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_taken_port_is_a_clear_message(dist: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        ended = start(dist, HOST="127.0.0.1", PORT=port)

    assert ended.returncode == 1
    assert f"port {port}" in ended.stderr
    assert "Another program is using it" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"PORT": "http"}, "PORT is 'http'"),
        ({"PORT": "65536"}, "PORT is '65536'"),
        ({"PORT": "-1"}, "PORT is '-1'"),
        ({"PORT": "0", "HOST": "not an address"}, "HOST is 'not an address'"),
        ({"PORT": "0", "HOST": "192.0.2.1"}, "Cannot listen on 192.0.2.1"),
    ],
)
def test_a_wrong_address_is_a_clear_message(dist: Path, environment: dict[str, str], words: str) -> None:
    ended = start(dist, **environment)

    assert ended.returncode == 1
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_missing_build_is_a_clear_message(tmp_path: Path) -> None:
    ended = start(tmp_path / "nowhere")

    assert ended.returncode == 1
    assert "make build" in ended.stderr
    assert "Traceback" not in ended.stderr
    with pytest.raises(ServingError, match=r"index\.html is missing"):
        create_app(tmp_path)
