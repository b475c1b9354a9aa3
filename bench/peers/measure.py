"""What a first visit, a start and a reading cost, beside other ways to read a digit in a browser: one run for all."""

from __future__ import annotations

import json
import platform
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from bench.memory import browser_memory, browser_processor_seconds
from bench.peers.contenders import Contender, make_contenders
from bench.peers.host import hosted
from bench.peers.report import write_report
from bench.peers.slow import SlowProcessor
from bench.relay import Network, Relay
from training.paths import ROOT

TIMES = 3
READINGS = 100
WARM_UP = 10

MOST_WAIT = 120_000
"""Milliseconds for a start."""

OUT = ROOT / "docs" / "benchmarks"


@dataclass(frozen=True)
class Speed:
    """A network, and how many times slower than this machine's the processor is."""

    network: Network
    processor: float


SPEEDS = {
    "desktop, 100 Mbit/s": Speed(Network(12_500_000, 0.005), 1),
    "phone, half as fast, 9 Mbit/s": Speed(Network(1_125_000, 0.085), 2),
    "phone, a quarter as fast, 1.6 Mbit/s": Speed(Network(200_000, 0.150), 4),
}
"""The last two networks are what WebPageTest calls 4G and Lighthouse calls slow 4G."""


def measure_peers(browser: Browser, _site: str) -> Iterator[str]:
    """A line a contender; the document and its pictures are written at the end."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for contender in make_contenders(Path(folder)):
            measured = measure_one(browser, contender)
            found.append(measured)
            starts = "; ".join(f"{cold:,.0f} and {warm:,.0f}" for cold, warm in measured["starts"].values())
            yield (
                f"{contender.name:26} {contender.network:8} {measured['bytes'] / 1000:6,.0f} KB; ms from cold and warm "
                f"to the first answer {starts}; p50 {measured['p50']:.2f} ms, p95 {measured['p95']:.2f} ms, "
                f"processor {measured['processor']:.2f} ms a reading; {measured['memory'] / 1e6:,.0f} MB"
            )
    results = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{platform.system()}, {browser.browser_type.name.capitalize()} {browser.version}",
        "times": TIMES,
        "readings": READINGS,
        "contenders": found,
    }
    (OUT / "peers.json").write_text(json.dumps(results, indent=1) + "\n")
    write_report(results, OUT)
    yield f"written: {OUT / 'peers.md'}"


def measure_one(browser: Browser, contender: Contender) -> dict[str, Any]:
    """All that is measured of a contender; times in milliseconds, sizes in bytes."""
    measured: dict[str, Any] = {"name": contender.name, "network": contender.network, "starts": {}}
    with hosted(contender.folder) as site:
        for name, speed in SPEEDS.items():
            runs = [start_twice(browser, site, speed) for _ in range(TIMES)]
            measured["bytes"] = runs[0][2]
            measured["starts"][name] = [statistics.median(run[part] for run in runs) for part in (0, 1)]
        measured |= read_often(browser, site)
    return measured


def start_twice(browser: Browser, site: str, speed: Speed) -> tuple[float, float, int]:
    """Milliseconds from nothing to the first answer; the same where all is kept; bytes of the first."""
    with Relay(site, speed.network) as relay, SlowProcessor(speed.processor):
        context = browser.new_context()
        cold = start(context, relay.url)
        # Its connections stay open, and what came by them counts when they end; the second asks for one page at most.
        warm = start(context, relay.url)
        context.close()
    return cold, warm, relay.received


def start(context: BrowserContext, url: str) -> float:
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("() => globalThis.peer", timeout=MOST_WAIT)
    milliseconds = page.evaluate("peer.startedAt")
    page.close()
    return milliseconds


def read_often(browser: Browser, site: str) -> dict[str, float]:
    """Many readings one after the other, as fast as this machine is, and what they take of it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto("about:blank")
    before = browser_memory()
    page.goto(site)
    page.wait_for_function("() => globalThis.peer", timeout=MOST_WAIT)
    page.evaluate("(count) => peer.time(count)", WARM_UP)
    begun = browser_processor_seconds()
    times = sorted(page.evaluate("(count) => peer.time(count)", READINGS))
    took = browser_processor_seconds() - begun
    memory = browser_memory() - before
    context.close()
    return {
        "p50": statistics.median(times),
        "p95": times[int(len(times) * 0.95)],
        "processor": took / READINGS * 1000,
        "memory": memory,
    }
