"""server.py as a process of its own, as people run it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from tests.support.paths import SERVER


class SiteServer:
    """Serves a built site on a free port while its `with` block runs, or until `stop`."""

    def __init__(self, dist: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, SERVER, dist],
            env={**os.environ, "HOST": "127.0.0.1", "PORT": "0"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        found = re.search(r"http://\S+", self._process.stdout.readline())
        if not found:
            raise RuntimeError("server.py did not start; what it said is above")
        self.url = f"{found[0]}/"

    def send(self, request: bytes) -> bytes:
        """Send bytes as they are, also such that no client would; return the whole answer."""
        address = urlsplit(self.url)
        with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        assert self._process.stdout
        self._process.stdout.close()

    def __enter__(self) -> SiteServer:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self.stop()
