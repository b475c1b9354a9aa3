"""Fewer bits for a network's weights on their way to the browser."""

import json

import keras
import numpy as np
import pytest

from training.fixtures import DIGITS
from training.graph_model import load_graph, write_graph_model
from training.ink import rasterize
from training.paths import TRAINED
from training.quantize import LEVELS, quantize_kernels, quantized

pytestmark = pytest.mark.tensorflow

LARGE = "conv5"


@pytest.fixture(scope="module")
def model():
    return keras.models.load_model(TRAINED / "model.keras")


@pytest.fixture
def written(model, tmp_path):
    write_graph_model(model, tmp_path / "graph")
    return tmp_path / "graph"


def weights_of(folder):
    from tensorflowjs.read_weights import read_weights

    described = json.loads((folder / "model.json").read_text())
    groups = read_weights(described["weightsManifest"], str(folder))
    return {weight["name"]: weight["data"] for group in groups for weight in group}


@pytest.mark.parametrize(("channels", "levels"), [(11, LEVELS), (19, LEVELS), (19, LEVELS // 2)])
def test_unpacked_weights_are_those_that_were_packed(channels, levels):
    """Within a step; and over each window, whose neighbors are much alike, within half of one."""
    kernel = np.random.default_rng(1).normal(0, 0.1, (3, 3, 8, channels)).astype(np.float16)
    kernel *= np.geomspace(0.01, 10, channels).astype(np.float16)
    steps, step = quantized(kernel, levels)
    difference = (steps * step.astype(float) - kernel) / step.astype(float)
    assert steps.dtype == np.int8
    assert np.abs(steps).max() == levels
    assert np.abs(difference).max() <= 1
    assert np.abs(difference.sum(axis=(0, 1))).max() <= 0.5 + 1e-6


def test_a_channel_without_weights_stays_without():
    kernel = np.zeros((3, 3, 2, 2), np.float16)
    kernel[..., 1] = 0.5
    steps, step = quantized(kernel, LEVELS)
    assert (steps[..., 0] == 0).all()
    assert (step > 0).all()
    assert steps[..., 1] * step[1] == pytest.approx(0.5, rel=0.01)


def test_a_network_with_bytes_for_weights_answers_nearly_the_same(model, written):
    images = np.stack([rasterize(ink) for ink in DIGITS.values()])[..., None].astype(np.float32)
    expected = model.predict(images, verbose=0)["logits"]
    quantize_kernels(written, LEVELS)
    logits = load_graph(written)(images)["logits"].numpy()
    assert np.abs(logits - expected).max() < 0.01 * np.ptp(expected)
    assert (logits != expected).any()


def test_a_large_kernel_takes_a_byte_a_weight_and_two_a_channel(written):
    before = weights_of(written)
    (name,) = (name for name in before if f"{LARGE}_1/" in name and before[name].ndim == 4)
    size = (written / "group1-shard1of1.bin").stat().st_size
    quantize_kernels(written, LEVELS)
    after = weights_of(written)
    kernel = after[f"{name}/steps"] * after[f"{name}/step"]
    assert np.abs(kernel - before[name]).max() <= after[f"{name}/step"].max()
    assert name not in after
    saved = sum(value.size - 2 * value.shape[-1] for value in before.values() if value.ndim == 4 and value.size > 1000)
    assert (written / "group1-shard1of1.bin").stat().st_size == size - saved


def test_a_network_of_many_weights_is_written_whole(tmp_path):
    """The converter would part what has over 4 MB into several files."""
    ink = keras.Input((28, 28, 1), name="ink")
    sums = keras.layers.Dense(3000)(keras.layers.Flatten()(ink))
    large = keras.Model(ink, {"sums": sums})
    write_graph_model(large, tmp_path / "graph")
    image = rasterize(DIGITS[8])[None, ..., None]
    found = load_graph(tmp_path / "graph")(image)["sums"]
    assert np.abs(np.asarray(found) - large.predict(image, verbose=0)["sums"]).max() < 0.01
