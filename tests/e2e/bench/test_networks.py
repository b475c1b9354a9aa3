"""The page that times networks runs them, and answers as TensorFlow does."""

from __future__ import annotations

from playwright.sync_api import Browser

from bench.networks import time_networks
from training.comparison.networks import NETWORKS
from training.comparison.shipped import SHIPPED


def test_networks_are_timed_side_by_side_on_both_backends(browser: Browser, tmp_path):
    perceptron = NETWORKS["perceptron"]
    perceptron.keep(perceptron.build(), tmp_path)
    graphs = {"perceptron": perceptron.graph(tmp_path), "inkdigit": SHIPPED.graph(tmp_path)}
    times = time_networks(browser, graphs, rounds=1)
    assert set(times) == set(graphs)
    for backends in times.values():
        assert set(backends) == {"wasm", "cpu"}
        assert all(timed["ms"] > 0 and timed["n"] > 1 for timed in backends.values())
