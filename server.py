"""Hands out the built site in dist/, and nothing else: it reads no request body, sets no cookie, logs no visitor.

python server.py [DIST]        HOST and PORT come from the environment (127.0.0.1 and 8000)
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

import waitress
from flask import Flask, Response
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask
from werkzeug.http import parse_accept_header, parse_etags
from whitenoise import WhiteNoise

DIST = Path(__file__).resolve().parent / "dist"
# A phone opens about six connections; waitress' own limit of 100 is seventeen phones.
CONNECTIONS = 1000
FULL = CONNECTIONS - 10
# Seconds that a connection may take to ask for something, and where all places are taken. Waitress gives 120 since the
# last byte: a thousand connections that say nothing, or a byte now and then, would keep everybody else away.
ASKING, ASKING_WHEN_FULL = 10.0, 1.0
# Seconds that it may take an answer where all places are taken; else as long as some of it is taken every 30 seconds.
TAKING_WHEN_FULL = 30.0
# A body is refused whatever it holds; up to this many bytes politely (405), beyond it unread (413).
BODY_BYTES = 64 * 1024

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class ServingError(Exception):
    """What stops the server from starting, in words for the person who started it."""


def read_rules(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Read a `_headers` file, as static hosts do: a URL pattern on a line, then its headers, indented."""
    rules: dict[str, list[tuple[str, str]]] = {}
    pattern = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.strip().partition(": ")
            rules[pattern].append((name, value))
        else:
            pattern = line.strip()
            rules[pattern] = []
    return rules


def cache_control(rules: dict[str, list[tuple[str, str]]], url: str) -> str:
    """Find the caching that the rules give a URL; what they do not name is checked with the server every time."""
    folder = url[: url.rfind("/") + 1] + "*"
    headers = dict(rules.get(url, rules.get(folder, [])))
    return headers.get("Cache-Control", "no-cache")


def guard(application: Application, headers: list[tuple[str, str]]) -> Application:
    """Wrap an application: GET and HEAD only, and these headers on every answer, 304s and errors too."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, given: list[tuple[str, str]], exc_info: Any = None) -> Any:
            return start_response(status, given + headers, exc_info)

        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start("405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Length", "0")])
            return []
        # No answer is partial: the files are small, and WhiteNoise refuses the valid range bytes=0-0.
        environ.pop("HTTP_RANGE", None)
        # WhiteNoise takes "br;q=0" for a wish for Brotli; it is the refusal of it.
        accepted = parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"))
        environ["HTTP_ACCEPT_ENCODING"] = ", ".join(coding for coding, quality in accepted if quality > 0)
        return application(environ, start)

    return guarded


def create_app(dist: str | os.PathLike[str] = DIST) -> Flask:
    """Make the WSGI application that serves the site built in `dist`.

    Raises ServingError where `dist` holds no built site.
    """
    folder = Path(dist)
    for name in ("index.html", "404.html", "sw.js", "_headers"):
        if not (folder / name).is_file():
            raise ServingError(f"{folder} holds no built site ({name} is missing). `make build` makes one.")
    rules = read_rules(folder / "_headers")
    not_found = (folder / "404.html").read_bytes()

    def add_headers(headers: Headers, path: str, url: str) -> None:
        headers["Cache-Control"] = cache_control(rules, url)
        # WhiteNoise's own tag is time and size: two reproducible builds can share both and differ in content.
        headers["ETag"] = f'"{hashlib.sha256(Path(path).read_bytes()).hexdigest()[:32]}"'

    app = Flask(__name__, static_folder=None)

    @app.errorhandler(404)
    def answer_not_found(_: Exception) -> Response:
        return Response(not_found, 404, {"Cache-Control": "no-cache"}, content_type="text/html; charset=utf-8")

    files = WhiteNoise(
        app.wsgi_app,
        folder,
        max_age=None,
        allow_all_origins=False,
        mimetypes={".webmanifest": "application/manifest+json", ".ts": "text/plain"},
        add_headers_function=add_headers,
    )
    # Both names answer by themselves: WhiteNoise would redirect one to the other, and a redirect cannot be precached.
    files.files["/"] = files.files["/index.html"]
    for name in ("/_headers", "/404.html"):
        del files.files[name]

    def serve_files(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        # WhiteNoise takes one whole tag: no list, no "*", and no weak one, as proxies make of ours where they compress.
        tag = getattr(files.files.get(environ["PATH_INFO"]), "etag", "")
        if tag and parse_etags(environ.get("HTTP_IF_NONE_MATCH")).contains_weak(tag.strip('"')):
            environ["HTTP_IF_NONE_MATCH"] = tag
        return files(environ, start_response)

    app.wsgi_app = guard(serve_files, rules["/*"])  # type: ignore[assignment, method-assign]
    return app


def listen(host: str, port: str) -> socket.socket:
    """Open the listening socket. Raises ServingError with a message that says what to change."""
    if not port.isdecimal() or int(port) > 65535:
        raise ServingError(f"PORT is {port!r}; it must be a number from 0 to 65535.")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise ServingError(f"HOST is {host!r}, which is no address of this machine ({error.strerror}).") from error
    try:
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            advice = f"Another program is using it. Choose another port, for example: PORT={int(port) + 1} make run"
        else:
            advice = f"{os.strerror(error.errno or 0)}. Choose another HOST or PORT."
        raise ServingError(f"Cannot listen on {host}, port {port}: {advice}") from error


def takes_too_long(channel: Any, now: float, *, is_full: bool) -> bool:
    """Tell whether a connection has to give its place to others; one that is being served never does.

    `channel` has what waitress' has, and `since`: when its turn began, to ask or to take an answer; seconds, as `now`.
    """
    if channel.requests:
        return False
    if channel.total_outbufs_len:
        is_stuck = now - channel.last_activity > channel.adj.channel_timeout
        return is_stuck or (is_full and now - channel.since > TAKING_WHEN_FULL)
    return now - channel.since > (ASKING_WHEN_FULL if is_full else ASKING)


def serve(app: Flask, listener: socket.socket, headers: list[tuple[str, str]]) -> None:
    """Answer requests until the process is told to stop."""

    class GuardedErrorTask(ErrorTask):
        # Waitress answers malformed requests by itself, before any application sees them.
        def execute(self) -> None:
            self.response_headers.extend(headers)
            super().execute()

    class Channel(HTTPChannel):
        error_task_class = GuardedErrorTask

        def __init__(self, *arguments: Any, **options: Any) -> None:
            self.since = time.time()
            super().__init__(*arguments, **options)

        def service(self) -> None:
            super().service()
            self.since = time.time()

    def maintain(now: float) -> None:
        is_full = len(server.active_channels) >= FULL
        for channel in server.active_channels.values():
            if takes_too_long(channel, now, is_full=is_full):
                channel.will_close = True

    def accept_all() -> None:
        # Waitress takes in one, then looks at every connection: the last of a thousand that come at once wait for it.
        before = -1
        while before < len(server.active_channels) < CONNECTIONS:
            before = len(server.active_channels)
            accept()

    # It warns of every request that waits for a thread, which is a busy moment and no fault.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = waitress.create_server(
        app,
        sockets=[listener],
        threads=8,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
        max_request_body_size=BODY_BYTES,
        ident="",
        clear_untrusted_proxy_headers=True,
        channel_timeout=30,
        cleanup_interval=1,
    )
    server.channel_class, server.maintenance = Channel, maintain
    accept, server.handle_accept = server.handle_accept, accept_all
    server.run()


def stop(_signal: int, _frame: object) -> None:
    """End as Ctrl-C does, so that what was opened is closed."""
    sys.exit(0)


def main(argv: list[str] | None = None) -> int:
    """Serve until stopped; return the exit status."""
    parser = argparse.ArgumentParser(description="Serve the built site. HOST and PORT come from the environment.")
    parser.add_argument("dist", nargs="?", type=Path, default=DIST, help="the built site (default: %(default)s)")
    dist = parser.parse_args(argv).dist
    signal.signal(signal.SIGTERM, stop)
    try:
        create_app(dist)  # says what is wrong with the folder before anything is copied
        listener = listen(os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000")
        # A copy, because a build that replaced files under a running server would be served as a mixture.
        with listener, tempfile.TemporaryDirectory(prefix="inkdigit-") as folder:
            copy = shutil.copytree(dist, Path(folder) / "dist")
            host, port = listener.getsockname()[:2]
            print(f"Inkdigit is at http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl-C stops it)", flush=True)
            serve(create_app(copy), listener, read_rules(copy / "_headers")["/*"])
    except ServingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
