"""What server.py answers."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from server import create_app, read_rules
from tests.support.made_up_site import HASHED, PAGE, make_site
from tests.support.paths import PUBLIC
from tests.support.site_server import SiteServer

SECURITY = dict(read_rules(PUBLIC / "_headers")["/*"])


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return make_site(tmp_path)


@pytest.fixture
def client(dist: Path) -> FlaskClient:
    return create_app(dist).test_client()


@pytest.fixture
def server(dist: Path) -> Iterator[SiteServer]:
    with SiteServer(dist) as started:
        yield started


@pytest.mark.parametrize("path", ["/", "/index.html", "/?utm_source=x", HASHED])
def test_files_are_handed_out(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.data == PAGE


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html"),
        ("/sw.js", "text/javascript"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/icon.svg", "image/svg+xml"),
        ("/assets/tfjs-D3LhHu9S.wasm", "application/wasm"),
    ],
)
def test_files_say_what_they_are(client: FlaskClient, path: str, media_type: str) -> None:
    assert client.get(path).mimetype == media_type


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_the_smallest_accepted_encoding_is_sent(client: FlaskClient, accepted: str, encoding: str | None) -> None:
    answer = client.get(HASHED, headers={"Accept-Encoding": accepted})

    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert decode(answer.data) == PAGE


def test_head_has_the_headers_of_get_and_no_body(client: FlaskClient) -> None:
    head, get = client.head(HASHED), client.get(HASHED)

    assert head.status_code == 200
    assert not head.data
    assert dict(head.headers) == dict(get.headers)


def test_hashed_names_are_cached_for_good(client: FlaskClient) -> None:
    assert client.get(HASHED).headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/", "/index.html", "/sw.js", "/inkdigit.js", "/manifest.webmanifest", "/icon.svg"])
def test_names_that_stay_are_asked_for_again(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-cache"


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/").headers["ETag"]

    answer = client.get("/", headers={"If-None-Match": tag})

    assert answer.status_code == 304
    assert not answer.data
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_build_of_the_same_time_and_size_is_told_apart(dist: Path) -> None:
    page = dist / "index.html"
    os.utime(page, (0, 0))
    tag = create_app(dist).test_client().get("/").headers["ETag"]
    page.write_bytes(PAGE.replace(b"ink", b"INK"))
    os.utime(page, (0, 0))

    assert create_app(dist).test_client().get("/", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("byte_range", ["bytes=0-0", "bytes=5-", "bytes=99999-", "bytes=x", "lines=1-2"])
def test_a_range_is_answered_with_the_whole_file(client: FlaskClient, byte_range: str) -> None:
    answer = client.get("/", headers={"Range": byte_range})

    assert answer.status_code == 200
    assert answer.data == PAGE


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", HASHED, "/nothing"])
def test_only_get_and_head_are_allowed(client: FlaskClient, method: str, path: str) -> None:
    answer = client.open(path, method=method, data=b"ink")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/.../secret.txt",
        "//secret.txt",
        "/./../secret.txt",
        "/assets/%00/../../secret.txt",
        "http://127.0.0.1/../secret.txt",
    ],
)
def test_no_path_leads_out_of_the_site(server: SiteServer, path: str) -> None:
    answer = server.send(f"GET {path} HTTP/1.0\r\n\r\n".encode())

    assert answer.split(b" ", 2)[1] == b"404"
    assert b"secret" not in answer


@pytest.mark.parametrize("path", ["/nothing", "/assets/", "/assets", "/_headers", "/index.html.br", "/server.py"])
def test_what_is_not_part_of_the_site_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert b"There is nothing at this address" in answer.data
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"GET / HTTP/1.0\r\n", 200),
        (b"HEAD / HTTP/1.0\r\n", 200),
        (b"GET / HTTP/1.0\r\nIf-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n", 304),
        (b"GET /nothing HTTP/1.0\r\n", 404),
        (b"POST / HTTP/1.0\r\n", 405),
        (b"GET / HTTP/1.0\r\nRange: bytes=99999-\r\n", 200),
        (b"GET / HTTP/1.0\r\nno header\r\n", 400),
        (b"POST / HTTP/1.0\r\nContent-Length: 99999999999\r\n", 413),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: what\r\n", 501),
    ],
)
def test_every_answer_carries_the_security_headers(server: SiteServer, request_line: bytes, status: int) -> None:
    head, _, _ = server.send(request_line + b"\r\n").partition(b"\r\n\r\n")

    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert first.split()[1] == str(status)
    assert {name: headers.get(name) for name in SECURITY} == SECURITY


def test_the_security_headers_are_the_strict_ones() -> None:
    directives = dict(directive.split(" ", 1) for directive in SECURITY["Content-Security-Policy"].split("; "))
    assert directives["default-src"] == "'self'"
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert directives["frame-ancestors"] == "'none'"
    assert directives["require-trusted-types-for"] == "'script'"
    assert SECURITY["Permissions-Policy"].startswith("camera=(self), ")
    assert SECURITY["Referrer-Policy"] == "no-referrer"
    assert SECURITY["X-Content-Type-Options"] == "nosniff"
    # With it TensorFlow.js would start threads from blob: scripts, which the policy above stops, and hang.
    assert "Cross-Origin-Embedder-Policy" not in SECURITY


@pytest.mark.parametrize("path", ["/", HASHED, "/nothing"])
def test_no_answer_sets_a_cookie_or_opens_itself_to_other_sites(client: FlaskClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://example.com", "Cookie": "a=b"}).headers

    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers
