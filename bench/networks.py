"""How long networks take in the browser, side by side on TensorFlow.js with all its kernels, as most sites have it."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page

from tests.support.static_host import StaticHost
from training.fixtures import DIGITS
from training.graph_model import Graph, graph_files, load_graph
from training.ink import rasterize
from training.paths import ROOT

BACKENDS = ("wasm", "cpu")
PAGE = ROOT / "bench" / "networks-page"

ROUNDS = 12
"""The networks take turns, so that what else the machine does meets them all."""

ROUND = 1000
"""Milliseconds that one network may take in one round: a slow one is timed less often."""

MOST = 25
"""Predictions of one network in one round."""

TOLERANCE = 1e-3
"""Most that an output may differ between the browser and TensorFlow: the same graph by other arithmetic."""

TIME = "([name, pixels, count]) => bench.time(name, pixels, count)"


def time_networks(browser: Browser, graphs: dict[str, Graph], rounds: int = ROUNDS) -> dict[str, dict[str, dict]]:
    """Time single predictions of graph models, given by name.

    Returns:
        By name and backend, `ms` (the median, from an array of pixels to an array of probabilities) and its `n`.

    Raises:
        RuntimeError: a network answers something else in the browser than in TensorFlow.
    """
    image = rasterize(DIGITS[8])
    expected = {name: _answer(graph, image) for name, graph in graphs.items()}
    result: dict[str, dict[str, dict]] = {name: {} for name in graphs}
    with _hosted(graphs) as site:
        for backend in BACKENDS:
            page = browser.new_page()
            page.goto(site)
            models = [{"name": name, "output": graph.output} for name, graph in graphs.items()]
            page.evaluate("async ([backend, models]) => bench.load(backend, models)", [backend, models])
            for name, times in _take_turns(page, expected, image, rounds).items():
                result[name][backend] = {"ms": statistics.median(times), "n": len(times)}
            page.close()
    return result


def _take_turns(page: Page, expected: dict[str, np.ndarray], image: np.ndarray, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of every prediction, by name."""
    pixels = image.ravel().tolist()
    for name, answer in expected.items():
        # The first predictions of each are slower, and not among those that count.
        found = page.evaluate(TIME, [name, pixels, 3])["answer"]
        if np.abs(np.array(found) - answer).max() > TOLERANCE:
            raise RuntimeError(f"{name} answers {found} in the browser, {answer.tolist()} in TensorFlow.")
    times: dict[str, list[float]] = {name: [] for name in expected}
    for _ in range(rounds):
        for name in times:
            times[name] += page.evaluate(TIME, [name, pixels, 2])["times"]
            more = min(MOST, int(ROUND / max(times[name][-1], 1e-3))) - 2
            if more > 0:
                times[name] += page.evaluate(TIME, [name, pixels, more])["times"]
    return times


def _answer(graph: Graph, image: np.ndarray) -> np.ndarray:
    return load_graph(graph.folder)(image[None, ..., None])[graph.output].numpy()[0]


@contextmanager
def _hosted(graphs: dict[str, Graph]) -> Iterator[str]:
    """The address of the page that times the graph models, built and hosted with them."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "page"
        vite = [str(ROOT / "tools" / "node.sh"), "npx", "--no", "--loglevel=error", "vite", "build", str(PAGE)]
        subprocess.run([*vite, "--outDir", str(built), "--logLevel", "error"], cwd=ROOT, check=True)
        for name, graph in graphs.items():
            (built / "models" / name).mkdir(parents=True)
            for file in graph_files(graph.folder):
                shutil.copy(file, built / "models" / name)
        with StaticHost(built) as host:
            yield host.url
