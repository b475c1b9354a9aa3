"""Measures the server with many visitors at once, and beside it the design that predicts on a server: `make load`."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from bench.first_visit import NO_SERVICE_WORKER, visit
from server import DIST
from tests.support.browser import launch
from tests.support.hand import DIGITS
from tests.support.paths import ROOT
from tests.support.reader_page import ReaderPage, to_ink
from tests.support.site_server import SiteServer

LOCUST = [str(ROOT / ".venv" / "load" / "bin" / "python"), "-m", "locust"]
"""Not its own script, which names the folder where it was installed: `.venv` may have moved since."""

DRIPPING, SLOW = 400, 100
LONGEST = 3600
"""Seconds: each visits once, and takes as long as it takes."""

TIMES = """async ([ink, count]) => {
    const times = [];
    for (let i = 0; i < count; i++) {
        const start = performance.now();
        await reader.readInk(ink);
        times.push(performance.now() - start);
    }
    return times;
}"""


def files_of(browser: Any, site: str) -> dict[str, str]:
    """What a first visit fetches: path to the SHA-256 of what it holds, which Locust unpacks as browsers do."""
    _, answers = visit(browser, site, NO_SERVICE_WORKER)
    paths = {urlsplit(answer.url).path for answer in answers if answer.ok}
    return {path: hashlib.sha256(body_of(path)).hexdigest() for path in sorted(paths)}


def body_of(path: str) -> bytes:
    return (DIST / (path.lstrip("/") or "index.html")).read_bytes()


def swarm(site: str, task: dict[str, Any], users: int, seconds: int) -> str:
    """Let so many loose at once; return a line of what they met."""
    command = [*LOCUST, "--headless", "--json", "--only-summary", "--loglevel", "ERROR", "--stop-timeout", "60"]
    command += ["--locustfile", str(Path(__file__).with_name("visitors.py")), "--host", site.rstrip("/")]
    command += ["--users", str(users), "--spawn-rate", str(users), "--run-time", f"{seconds}s"]
    done = subprocess.run(
        command, env={**os.environ, "INKDIGIT_LOAD": json.dumps(task)}, capture_output=True, text=True, check=False
    )
    try:
        (entry,) = json.loads(done.stdout)
    except ValueError as error:
        raise RuntimeError(f"Locust told nothing:\n{done.stderr[-2000:]}") from error
    times = sorted((float(at), int(count)) for at, count in entry["response_times"].items())
    took = entry["last_request_timestamp"] - entry["start_time"]
    return (
        f"{entry['num_requests']:>7,} answers, {entry['num_failures']} failed; mean "
        f"{entry['total_response_time'] / max(1, entry['num_requests']):,.0f} ms, p50 {share(times, 0.5):,.0f} ms, "
        f"p95 {share(times, 0.95):,.0f} ms; {took:.1f} s, {entry['num_requests'] / took:,.0f} a second"
    )


def share(times: list[tuple[float, int]], part: float) -> float:
    """The time within which so large a part was answered."""
    wanted = part * sum(count for _, count in times)
    for at, count in times:
        wanted -= count
        if wanted <= 0:
            return at
    return 0.0


@contextlib.contextmanager
def nuisance(site: str, path: str) -> Iterator[None]:
    """Requests that come byte by byte, and answers that are taken slowly; who is cut off comes again."""
    address = urlsplit(site)
    is_over = threading.Event()

    def pester(is_slow: bool) -> None:
        while not is_over.is_set():
            with contextlib.suppress(OSError), socket.create_connection((address.hostname, address.port), 60) as made:
                made.settimeout(5)
                if is_slow:
                    made.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
                while not is_over.wait(1):
                    if is_slow and not made.recv(1024):
                        break
                    if not is_slow:
                        made.sendall(b"a")

    threads = [threading.Thread(target=pester, args=(index < SLOW,), daemon=True) for index in range(DRIPPING + SLOW)]
    for thread in threads:
        thread.start()
    try:
        time.sleep(3)
        yield
    finally:
        is_over.set()


@contextlib.contextmanager
def predicting_server() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bench.load.predicting_server"]
    environment = {**os.environ, "PORT": str(port), "TF_CPP_MIN_LOG_LEVEL": "3"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        if not process.stdout.readline():
            raise RuntimeError("the server that predicts did not start; what it said is above")
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def measure(asked: argparse.Namespace, browser: Any, site: str) -> Iterator[str]:
    """Lines, each measure's after its title."""
    files = files_of(browser, site)
    once = {"kind": "visit", "files": files, "once": True}
    yield f"{asked.users} cold visits at once, {len(files)} files each, every body checked by its hash"
    yield swarm(site, once, asked.users, LONGEST)
    yield f"the same beside {DRIPPING} requests that come byte by byte, and {SLOW} readers of 1 KB a second"
    with nuisance(site, max(files, key=lambda path: len(body_of(path)))):
        yield swarm(site, once, asked.users, LONGEST)
    yield f"{asked.users // 10} visitors without a pause, for {asked.soak} s"
    yield swarm(site, {**once, "once": False}, asked.users // 10, asked.soak)
    yield f"{asked.users} people at once, of each of whom a server reads a digit"
    with predicting_server() as predicting:
        yield swarm(predicting, {"kind": "predict", "once": True}, asked.users, LONGEST)
    page = browser.new_page()
    ReaderPage(page, site)
    times = page.evaluate(TIMES, [to_ink(DIGITS[8]), 200])
    yield "each of them on a device of their own, however many they are"
    yield f"{sum(times) / len(times):.1f} ms, mean of {len(times)} readings on this one"


def main(argv: list[str] | None = None) -> int:
    """Print each line as it is there; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--soak", type=int, default=60, help="seconds")
    asked = parser.parse_args(argv)
    with sync_playwright() as playwright, SiteServer(DIST) as server:
        browser = launch(playwright)
        for line in measure(asked, browser, server.url):
            print(line, flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
