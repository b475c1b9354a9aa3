"""What Lighthouse says of the site: its scores, and every audit that is not passed in full."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.support.browser import find_browser, is_root

ROOT = Path(__file__).resolve().parent.parent

TIMES = 3

CATEGORIES = {"performance": 95, "accessibility": 100, "best-practices": 100}
"""The lowest scores that are good enough, for a phone."""

PRESETS: dict[str, list[str]] = {"phone": [], "desktop": ["--preset=desktop"]}

METRICS = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")

MOST_WAIT = 180
"""Seconds for one run."""


def measure_lighthouse(browser: Browser, site: str) -> Iterator[str]:
    """Lines a preset: Lighthouse slows network and processor as its presets say, and simulates the former."""
    chrome = find_browser(browser.browser_type)
    for preset, flags in PRESETS.items():
        yield f"{preset}, median of {TIMES}"
        yield from summarize([run(chrome, site, flags) for _ in range(TIMES)])


def run(chrome: Path, site: str, flags: list[str]) -> dict[str, Any]:
    """Lighthouse's report of the site, as a browser sees it that has never been there."""
    command = [str(ROOT / "tools" / "node.sh"), str(ROOT / "node_modules" / ".bin" / "lighthouse"), site]
    chrome_flags = " ".join(["--headless=new", *["--no-sandbox"] * is_root()])
    answer = subprocess.run(
        [
            *command,
            *("--output=json", "--quiet", f"--chrome-flags={chrome_flags}"),
            *(f"--only-categories={','.join(CATEGORIES)}", *flags),
        ],
        env={**os.environ, "CHROME_PATH": str(chrome)},
        stdout=subprocess.PIPE,
        timeout=MOST_WAIT,
        check=True,
    )
    return json.loads(answer.stdout)


def summarize(reports: list[dict[str, Any]]) -> Iterator[str]:
    """A line for all scores, one for what they were made of, and one an audit that some run did not pass in full."""
    scores = {
        name: statistics.median(100 * report["categories"][name]["score"] for report in reports) for name in CATEGORIES
    }
    yield "  " + ", ".join(f"{name} {score:.0f} of at least {CATEGORIES[name]}" for name, score in scores.items())
    middle = sorted(reports, key=lambda report: report["categories"]["performance"]["score"])[len(reports) // 2]
    yield "  " + ", ".join(f"{name} {middle['audits'][name]['displayValue']}" for name in METRICS)
    worst: dict[str, dict[str, Any]] = {}
    for audit in (audit for report in reports for audit in report["audits"].values()):
        score = audit["score"]
        if score is not None and score < worst.get(audit["id"], {"score": 1})["score"]:
            worst[audit["id"]] = audit
    for name, audit in sorted(worst.items(), key=lambda item: (item[1]["score"], item[0])):
        yield f"  not in full: {name} {100 * audit['score']:.0f} ({audit.get('displayValue') or audit['title']})"
