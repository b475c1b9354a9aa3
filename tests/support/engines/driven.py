"""A window that takes the commands of W3C WebDriver, by whichever way they go to the browser."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tests.support.engines.engine import Engine, Point

T = TypeVar("T")

LONGEST = 600
"""Seconds for one command, such as thirty pictures on a busy machine, and for a browser to start."""

WINDOW = (1280, 900)

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element's id, as the standard has it."""

CALL = """const done = arguments[arguments.length - 1];
Promise.resolve().then(() => (%s)(...Array.from(arguments).slice(0, -1)))
    .then((value) => done({ value: value ?? null }), (error) => done({ error: `${error}` }));"""

BETWEEN = 8
"""Milliseconds between two points of a stroke."""


class Remote(Protocol):
    """A browser of its own, which takes commands by their names."""

    def __init__(self, folder: Path) -> None:
        """Start it; what it keeps and what it saves (in `downloads`) lies in a folder."""

    def send(self, command: str, given: dict[str, Any]) -> Any: ...

    def close(self) -> None: ...


class Driven(Engine):
    """A browser that never ran before."""

    def __init__(self, name: str, start: Callable[[Path], Remote]) -> None:
        self.name = name
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._downloads = Path(self._folder.name) / "downloads"
        self._downloads.mkdir()
        self._remote = start(Path(self._folder.name))
        self._remote.send("SetTimeouts", {"script": LONGEST * 1000, "pageLoad": LONGEST * 1000})

    def open(self, address: str) -> None:
        self._remote.send("Navigate", {"url": address})

    def ask(self, script: str, *given: Any) -> Any:
        answer = self._remote.send("ExecuteAsyncScript", {"script": CALL % script, "args": list(given)})
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]

    def drag(self, points: Sequence[Point]) -> None:
        moves = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": BETWEEN, "origin": "viewport"}
            for x, y in points
        ]
        actions = [moves[0], {"type": "pointerDown", "button": 0}, *moves[1:], {"type": "pointerUp", "button": 0}]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        self._remote.send("PerformActions", {"actions": [mouse]})

    def give(self, selector: str, files: Sequence[Path]) -> None:
        found = self._remote.send("FindElement", {"using": "css selector", "value": selector})
        self._remote.send("ElementSendKeys", {"id": found[ELEMENT], "text": "\n".join(str(file) for file in files)})

    def download(self, selector: str, text: str) -> bytes:
        self.click(selector, text)
        # Under another name until it is whole, or beside one.
        return wait_for(lambda: [file.read_bytes() for file in self._downloads.glob("*.*")], is_whole)[0]

    def close(self) -> None:
        self._remote.close()
        self._folder.cleanup()


def is_whole(files: list[bytes]) -> bool:
    """One file, and no other that it is to replace."""
    return len(files) == 1 and bool(files[0])


def wait_for(look: Callable[[], T], is_there: Callable[[T], bool] = bool) -> T:
    """What is looked for, once it is there. Raises TimeoutError if it never is."""
    until = time.monotonic() + LONGEST
    while not is_there(found := look()):
        if time.monotonic() > until:
            raise TimeoutError(f"after {LONGEST} s there is {found!r}")
        time.sleep(0.05)
    return found


def end(process: subprocess.Popen) -> None:
    """End a program, by force where it does not."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
