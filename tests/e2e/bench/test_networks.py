"""The page that times networks runs them, and answers as TensorFlow does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench import networks
from bench.networks import time_networks
from training.graph_model import Graph, load_graph


@pytest.fixture
def shipped() -> Graph:
    from training.comparison.shipped import SHIPPED  # with TensorFlow, which whoever tests something else need not load

    return SHIPPED.graph(Path())


@pytest.fixture
def perceptron(tmp_path: Path) -> Graph:
    from training.comparison.networks import NETWORKS

    network = NETWORKS["perceptron"]
    network.keep(network.build(), tmp_path)
    return network.graph(tmp_path)


def test_networks_are_timed_side_by_side_on_both_backends(browser: Browser, perceptron: Graph, shipped: Graph):
    graphs = {"perceptron": perceptron, "inkdigit": shipped}
    times = time_networks(browser, graphs, rounds=1)
    assert set(times) == set(graphs)
    for backends in times.values():
        assert set(backends) == {"wasm", "cpu"}
        assert all(timed["n"] > 1 for timed in backends.values())
    # Convolutions in plain JavaScript take many times as long as one small hidden layer, on every machine.
    assert times["inkdigit"]["cpu"]["ms"] > 2 * times["perceptron"]["cpu"]["ms"] > 0


def test_a_network_that_answers_something_else_in_the_browser_is_told(browser: Browser, shipped: Graph, monkeypatch):
    monkeypatch.setattr(
        networks,
        "_answer",
        lambda graph, image: load_graph(graph.folder)(image[None, ..., None])[graph.output].numpy()[0] + 1,
    )
    with pytest.raises(RuntimeError, match="inkdigit answers"):
        time_networks(browser, {"inkdigit": shipped}, rounds=1)
