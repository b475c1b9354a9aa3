"""Times the compared networks in a browser, and writes tables and pictures: the second half of `make compare`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import brotli
from playwright.sync_api import sync_playwright

from tests.bench.networks import time_networks
from tests.e2e.browser import launch
from training.comparison.charts import plot_errors, plot_size, plot_time
from training.comparison.compare import METHODS, RESULTS
from training.comparison.report import document, put_into_readme, speed_line
from training.graph_model import Graph, graph_files
from training.paths import ROOT, RUNS

BENCHMARKS = ROOT / "docs" / "benchmarks"
README = ROOT / "README.md"


def main(argv: list[str] | None = None) -> int:
    """Write docs/benchmarks/ and the README's table; of a comparison that is not whole, a report in its own folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.compare", description=__doc__)
    parser.add_argument("--run", type=Path, default=RUNS / "compare", help="what `python -m training compare` wrote")
    run = parser.parse_args(argv).run
    if not (run / RESULTS).exists():
        print(f"{run / RESULTS} is missing: run `python -m training compare` first.", file=sys.stderr)
        return 1
    results = json.loads((run / RESULTS).read_text())
    measure_networks(results, run)
    report = BENCHMARKS if is_whole(results) else run / "report"
    write_report(results, report)
    if is_whole(results):
        put_into_readme(README, results)
    else:
        print("Some methods or digits were left out, so docs/ and the README stay as they are.")
    print(f"report: {report}\n{speed_line(results) or 'Our network or seed A was left out.'}")
    return 0


def is_whole(results: dict) -> bool:
    """Whether every method was measured, on all digits."""
    return results["most_digits"] is None and set(results["methods"]) == set(METHODS)


def measure_networks(results: dict, run: Path) -> None:
    """Add to every network of `results` its bytes by brotli and its time in the browser, and which browser that was."""
    graphs = {
        key: Graph(run / method["graph"]["folder"], method["graph"]["output"])
        for key, method in results["methods"].items()
        if "graph" in method
    }
    with sync_playwright() as playwright:
        browser = launch(playwright)
        results["browser"] = f"{browser.browser_type.name.capitalize()} {browser.version}"
        times = time_networks(browser, graphs) if graphs else {}
        browser.close()
    for key, graph in graphs.items():
        packed = sum(len(brotli.compress(file.read_bytes())) for file in graph_files(graph.folder))
        results["methods"][key] |= {"brotli": packed, "browser": times[key]}


def write_report(results: dict, folder: Path) -> None:
    """Write the document, its pictures and the figures themselves."""
    folder.mkdir(parents=True, exist_ok=True)
    for method in results["methods"].values():
        method.pop("graph", None)  # a place on this machine
    (folder / RESULTS).write_text(json.dumps(results, indent=1) + "\n")
    (folder / "README.md").write_text(document(results))
    plot_errors(results, folder / "errors.png")
    plot_size(results, folder / "size.png")
    plot_time(results, folder / "time.png")


if __name__ == "__main__":
    sys.exit(main())
