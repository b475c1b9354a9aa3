"""Which of the page's own source files run from a stroke to its answer, and from a batch's picture to its CSV.

Vite serves the sources unbundled, and V8 counts calls: a file counts where a named function in it was called meanwhile,
also one that only looks on, as the voice and the history do. The page and the reader's worker are counted apart.
"""

from __future__ import annotations

import json
import re
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.support.numbers_picture import page_of_numbers
from tests.support.paths import ROOT

LONGEST_START = 60
"""Seconds for Vite, and for the reader with all its modules."""

OWN = re.compile(r"^/(?!node_modules|@|\.|texts/\w+\.json)[\w./-]+\.js$")
"""Paths of the page's own sources, without what Vite adds."""


def measure_path(browser: Browser, _site: str) -> Iterator[str]:
    """A line a way, then its files."""
    with sources_served() as url:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        calls = Calls(page)
        page.goto(url)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready", timeout=LONGEST_START * 1000)
        yield from told("a stroke to its answer", calls.during(lambda: draw(page)))
        page.get_by_role("button", name="Batch").click()
        expect(page.get_by_text("No pictures yet")).to_be_visible()
        yield from told("a picture of a batch to its CSV", calls.during(lambda: fill_row(page)))
        context.close()


def told(way: str, files: dict[str, list[str]]) -> Iterator[str]:
    """How many, how many of them a folder, and which."""
    every = {path for paths in files.values() for path in paths}
    yield f"{len(every):>4}  files from {way}"
    for where, paths in files.items():
        folders = Counter(path.split("/")[1] if path.count("/") > 1 else "." for path in paths)
        counts = ", ".join(f"{folder} {count}" for folder, count in folders.most_common())
        yield f"{len(paths):>8}  in the {where}: {counts}"
        yield from (f"          web{path}" for path in paths)


def draw(page: Page) -> None:
    """A one, written on the pad, until it is read."""
    box = page.locator("#pad").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 4
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 2, y + box["height"] / 2, steps=10)
    page.mouse.up()
    expect(page.locator("#answer")).to_have_text("1")


def fill_row(page: Page) -> None:
    """A picture of two numbers, added to the batch that is open, until its row is read and exported."""
    with NamedTemporaryFile(suffix=".png") as file:
        page_of_numbers().save(file.name)
        page.locator("#batch-file").set_input_files(file.name)
        expect(page.get_by_text("1 of 1 read")).to_be_visible(timeout=LONGEST_START * 1000)
    with page.expect_download():
        page.get_by_role("button", name="CSV").click()


@contextmanager
def sources_served() -> Iterator[str]:
    """The address at which Vite serves the sources as they are, as long as the `with` block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["node", "node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", str(port), "--strictPort"]
    url = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_for(url: str) -> None:
    """Raises TimeoutError where nothing answers."""
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        try:
            with urlopen(url):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"Vite did not answer at {url}")


class Calls:
    """Counts calls in a page and in its worker, which must be attached to before it starts."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._worker: str | None = None
        self._answers: dict[int, Any] = {}
        self._asked = 0
        self._session.on("Target.attachedToTarget", self._attach)
        self._session.on("Target.receivedMessageFromTarget", self._receive)
        self._start(self._session.send)
        auto = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
        self._session.send("Target.setAutoAttach", auto)

    def during(self, act: Callable[[], None]) -> dict[str, list[str]]:
        """The files whose functions are called while something is done, by where they run."""
        if self._worker:
            self._start(self._send_to_worker)
        senders = {"page": self._session.send, "worker": self._send_to_worker}
        for send in senders.values():
            send("Profiler.takePreciseCoverage")
        act()
        return {where: called(send("Profiler.takePreciseCoverage")) for where, send in senders.items()}

    @staticmethod
    def _start(send: Callable[..., Any]) -> None:
        send("Profiler.enable")
        send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})

    def _attach(self, event: dict[str, Any]) -> None:
        if "/reader/worker.js" in event["targetInfo"]["url"]:
            self._worker = event["sessionId"]

    def _receive(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "id" in message:
            self._answers[message["id"]] = message

    def _send_to_worker(self, method: str, params: dict[str, Any] | None = None) -> Any:
        assert self._worker, "the reader has no worker"
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": params or {}})
        self._session.send("Target.sendMessageToTarget", {"sessionId": self._worker, "message": message})
        while self._asked not in self._answers:
            self._page.wait_for_timeout(10)
        return self._answers.pop(self._asked)["result"]


def called(coverage: dict[str, Any]) -> list[str]:
    """The page's own files in which more than the module itself ran."""
    paths = set()
    for script in coverage["result"]:
        path = urlsplit(script["url"]).path
        ran = any(function["functionName"] and function["ranges"][0]["count"] for function in script["functions"])
        if ran and OWN.match(path):
            paths.add(path)
    return sorted(paths)
