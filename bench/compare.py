"""Compares with other methods, times the networks in a browser, and writes tables and pictures: `make compare`.

What is done is kept, so that a stopped comparison goes on where it was. One that is not whole, of some methods or
digits alone, is reported in its own folder; docs/ and the README stay as they are.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import brotli
from playwright.sync_api import sync_playwright

from bench.networks import time_networks
from tests.support.browser import BrowserMissingError, launch
from training.comparison.arguments import add_arguments
from training.comparison.charts import plot_errors, plot_size, plot_time
from training.comparison.compare import METHODS, RESULTS, compare
from training.comparison.report import TIME_PICTURE, document, put_into_readme, speed_line
from training.data.datasets import DataError
from training.graph_model import Graph, graph_files
from training.paths import ROOT
from training.run import SettingsError

BENCHMARKS = ROOT / "docs" / "benchmarks"
README = ROOT / "README.md"


def main(argv: list[str] | None = None) -> int:
    """Run it; returns the exit status, 1 for what a person can put right."""
    parser = argparse.ArgumentParser("python -m bench.compare", description=__doc__)
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    try:
        publish(compare(arguments.run, arguments.methods, arguments.most_digits, arguments.fresh))
    except (DataError, SettingsError, BrowserMissingError) as problem:
        print(f"compare: {problem}", file=sys.stderr)
        return 1
    return 0


def publish(file: Path) -> None:
    """Write docs/benchmarks/ and the README's table from `file`; of what is not whole, a report beside it."""
    results = json.loads(file.read_text())
    measure_networks(results, file.parent)
    report = BENCHMARKS if is_whole(results) else file.parent / "report"
    write_report(results, report)
    if is_whole(results):
        put_into_readme(README, results)
    else:
        print("This is a part: some methods or digits were left out, so docs/ and the README stay as they are.")
    print(f"report: {report}\n{speed_line(results) or 'Our network or seed A was left out.'}")


def is_whole(results: dict) -> bool:
    """Whether every method was measured, on all digits."""
    return results["most_digits"] is None and set(results["methods"]) == set(METHODS)


def measure_networks(results: dict, run: Path) -> None:
    """Add to every network of `results` its bytes by brotli and its time in the browser, and which browser that was.

    Without a network no browser is started.
    """
    graphs = {
        key: Graph(run / method["graph"]["folder"], method["graph"]["output"])
        for key, method in results["methods"].items()
        if "graph" in method
    }
    if not graphs:
        return
    with sync_playwright() as playwright:
        browser = launch(playwright)
        results["browser"] = f"{browser.browser_type.name.capitalize()} {browser.version}"
        times = time_networks(browser, graphs)
        browser.close()
    for key, graph in graphs.items():
        packed = sum(len(brotli.compress(file.read_bytes())) for file in graph_files(graph.folder))
        results["methods"][key] |= {"brotli": packed, "browser": times[key]}


def write_report(results: dict, folder: Path) -> None:
    """Write the document, its pictures and the figures themselves; no picture of times where nothing was timed."""
    folder.mkdir(parents=True, exist_ok=True)
    for method in results["methods"].values():
        method.pop("graph", None)  # a place on this machine
    (folder / RESULTS).write_text(json.dumps(results, indent=1) + "\n")
    (folder / "README.md").write_text(document(results))
    plot_errors(results, folder / "errors.png")
    plot_size(results, folder / "size.png")
    if "browser" in results:
        plot_time(results, folder / TIME_PICTURE)


if __name__ == "__main__":
    sys.exit(main())
