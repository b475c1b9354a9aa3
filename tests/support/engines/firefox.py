"""Firefox as it is installed, steered by Marionette, its own protocol: it takes WebDriver's commands as they are."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

from tests.support.engines.driven import LONGEST, WINDOW, Driven, end, wait_for
from tests.support.engines.engine import Engine, EngineMissingError

# What it does by itself would come between, and ask other hosts.
QUIET = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "marionette.port": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}


class Marionette:
    """A Firefox whose profile lies in a folder."""

    def __init__(self, program: str, settings: dict[str, Any], folder: Path) -> None:
        kept = {**QUIET, "browser.download.dir": str(folder / "downloads"), **settings}
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in kept.items()]
        (folder / "user.js").write_text("".join(lines))
        size = {"MOZ_HEADLESS_WIDTH": str(WINDOW[0]), "MOZ_HEADLESS_HEIGHT": str(WINDOW[1])}
        self._process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder)],
            env=os.environ | size,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        told = folder / "MarionetteActivePort"
        port = wait_for(lambda: told.exists() and told.read_text())
        self._socket = socket.create_connection(("127.0.0.1", int(port)), timeout=LONGEST)
        self._numbers = itertools.count(1)
        self._receive()  # how it introduces itself
        self.send("NewSession", {"strictFileInteractability": False})

    def send(self, command: str, given: dict[str, Any]) -> Any:
        message = json.dumps([0, next(self._numbers), f"WebDriver:{command}", given]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, answer = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer["value"] if set(answer) == {"value"} else answer

    def _receive(self) -> Any:
        size = b""
        while (byte := self._take(1)) != b":":
            size += byte
        return json.loads(self._take(int(size)))

    def _take(self, count: int) -> bytes:
        taken = bytearray()
        while len(taken) < count:
            more = self._socket.recv(count - len(taken))
            if not more:
                raise RuntimeError("Firefox has ended.")
            taken += more
        return bytes(taken)

    def close(self) -> None:
        self._socket.close()
        end(self._process)


def start_firefox(settings: dict[str, Any] | None = None) -> Engine:
    """Start the installed Firefox, with more of the settings that about:config has.

    Raises:
        EngineMissingError: there is none.
    """
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if not program:
        raise EngineMissingError("Firefox is not installed (in Debian, the package firefox-esr).")
    return Driven("firefox", lambda folder: Marionette(program, settings or {}, folder))
