"""WebKit as GTK's port of it is installed, steered by its own driver, on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.support.engines.driven import LONGEST, WINDOW, Driven, end, wait_for
from tests.support.engines.engine import Engine, EngineMissingError

BROWSERS = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"

SESSION = {"ExecuteAsyncScript": "/execute/async", "FindElement": "/element", "Navigate": "/url"}
SESSION |= {"PerformActions": "/actions", "SetTimeouts": "/timeouts"}
"""Where each command goes, below the session's address."""


class Http:
    """WebKitGTK's driver, and its MiniBrowser, whose home is a folder."""

    def __init__(self, driver: str, browser: str, folder: Path) -> None:
        (folder / ".config").mkdir()
        (folder / ".config" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/downloads"\n')
        self._screen, display = invisible_screen()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        # Where there is no graphics card, the processor paints.
        own = {"HOME": str(folder), "DISPLAY": display, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self._driver = subprocess.Popen(
            [driver, f"--port={port}"], env=os.environ | own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._at = f"http://127.0.0.1:{port}"
        wait_for(self._is_up)
        options = {"binary": browser, "args": ["--automation", f"--geometry={WINDOW[0]}x{WINDOW[1]}"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._at += f"/session/{self._ask('POST', '/session', asked)['sessionId']}"

    def send(self, command: str, given: dict[str, Any]) -> Any:
        path = SESSION.get(command) or f"/element/{given['id']}/value"
        return self._ask("POST", path, given)

    def _is_up(self) -> bool:
        try:
            return self._ask("GET", "/status") is not None
        except URLError:
            return False

    def _ask(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        body = None if given is None else json.dumps(given).encode()
        request = Request(self._at + path, body, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=LONGEST) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise RuntimeError(error.read().decode()) from error

    def close(self) -> None:
        try:
            self._ask("DELETE", "")
        finally:
            end(self._driver)
            end(self._screen)


def start_webkit() -> Engine:
    """Start the installed WebKitGTK.

    Raises:
        EngineMissingError: there is none.
    """
    driver, browsers = shutil.which("WebKitWebDriver"), sorted(Path("/").glob(BROWSERS))
    if not (driver and browsers and shutil.which("Xvfb")):
        raise EngineMissingError("WebKit is not installed (in Debian, the packages webkit2gtk-driver and xvfb).")
    return Driven("webkit", lambda folder: Http(driver, str(browsers[-1]), folder))


def invisible_screen() -> tuple[subprocess.Popen, str]:
    """Xvfb, which chooses a number for itself, and the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WINDOW[0]}x{WINDOW[1]}x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        return process, f":{number.readline().strip()}"
