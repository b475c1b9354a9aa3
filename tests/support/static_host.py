"""A static host that knows nothing of Inkdigit: it hands out the files of a folder, below a path of its own.

It can also go wrong, in the ways that hosts, proxies and half-finished deploys do.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """What a broken host sends: a status, a body, how long it claims the body to be, and of what type if of another."""

    status: int
    body: bytes
    length: int
    type: str | None = None


PORTAL = b"<!doctype html><title>Welcome</title><p>Accept the terms of this network."


# A file goes wrong in these ways: from the right body to the answer that is sent.
FAULTS: dict[str, Callable[[bytes], Answer]] = {
    "an error page": lambda _: Answer(500, b"Internal Server Error", 21),
    "missing": lambda _: Answer(404, b"Not Found", 9),
    "cut off": lambda body: Answer(200, body[: len(body) // 2], len(body)),
    "truncated": lambda body: Answer(200, body[: len(body) // 2], len(body) // 2),
    "another file's content": lambda body: Answer(200, body[::-1], len(body)),
    "empty": lambda _: Answer(200, b"", 0),
    "a portal's page": lambda _: Answer(200, PORTAL, len(PORTAL), "text/html"),
    "of another type": lambda body: Answer(200, body, len(body), "text/plain"),
}


STALLS = "never comes"
"""A fault, too: what is asked for then comes once `StaticHost.go_on` is called."""


class StaticHost:
    """Hosts `folder` below `prefix` while its `with` block runs, or until `stop`. Both may be changed meanwhile."""

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder = folder
        self.faults: dict[str, str] = {}  # file in the folder -> name of its fault
        self.heals_after: float = math.inf  # so many faulty answers
        self.requested: list[str] = []
        self.headers: dict[str, str] = {}  # of every answer
        self._goes_on = threading.Event()
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                host.requested.append(self.path)
                del self.headers["If-Modified-Since"]  # a new version's files may be the older ones
                path = self.path.partition("?")[0].removeprefix(prefix)
                fault = host.faults.get(path)
                if fault == STALLS:
                    host._goes_on.wait()
                    fault = None
                if not self.path.startswith(prefix):
                    self.send_error(404)
                elif fault and host.heals_after > 0:
                    host.heals_after -= 1
                    self.send(FAULTS[fault]((host.folder / path).read_bytes()))
                else:
                    super().do_GET()

            def send(self, answer: Answer) -> None:
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.type or self.guess_type(self.path))
                self.send_header("Content-Length", str(answer.length))
                self.end_headers()
                self.wfile.write(answer.body)

            def end_headers(self) -> None:
                # Browsers keep a broken file for a year where a host caches as `_headers` says.
                cache = "public, max-age=31536000, immutable" if "/assets/" in self.path else "no-cache"
                self.send_header("Cache-Control", cache)
                for name, value in host.headers.items():
                    self.send_header(name, value)
                super().end_headers()

            def translate_path(self, path: str) -> str:
                self.directory = str(host.folder)
                return super().translate_path(path.removeprefix(prefix.rstrip("/")))

            def log_message(self, *_: Any) -> None:
                """Keep the tests' output for the tests."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: Any) -> None:
                """A page that is closed cuts its requests off; that is no error."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}{prefix}"

    def go_on(self) -> None:
        """Send what has not come until now, and stall no more."""
        self.faults.clear()
        self._goes_on.set()

    def stop(self) -> None:
        self.go_on()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> StaticHost:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self.stop()
