"""Why a digit is read as it is: what `reader.explain` says, against the network that was trained."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Error

from tests.support import hand
from tests.support.reader_page import ReaderPage, to_ink
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.ink import rasterize
from training.paths import EXPORTED_MODEL, TRAINED

EXACT = 1e-3
"""Of a logit: the evidence's mean and the logit are the same sum in another order."""

KERAS_TOLERANCE = 0.03
"""Of the largest value that Keras gives. Measured over the drawings below: 0.0214, since a weight ships as a byte."""

SCRIBBLE = [[(50 + 50 * (-1) ** turn, 9 * turn) for turn in range(12)]]

DRAWINGS: dict[str, list] = {
    **{f"{digit} by hand": ink for digit, ink in hand.DIGITS.items()},
    **{f"plain {digit}": ink for digit, ink in DIGITS.items()},
    "1 or 7": [[(30, 16), (56, 8), (48, 96)]],
    "4 or 9": [[(45, 10), (22, 45), (70, 45)], [(45, 10), (70, 12), (66, 96)]],
    "scribble": SCRIBBLE,
}


@pytest.fixture(scope="module", params=["wasm", "cpu"])
def reader(request: pytest.FixtureRequest, browser: Browser, site: str):
    page = browser.new_page()
    yield ReaderPage(page, site, request.param)
    page.close()


@pytest.fixture(scope="module")
def explained(reader: ReaderPage) -> dict[str, dict[str, Any]]:
    """Each drawing's image, as its reading gives it, and its explanation."""
    return {name: explain(reader, ink) for name, ink in DRAWINGS.items()}


def explain(reader: ReaderPage, ink: list) -> dict[str, Any]:
    """Read ink on the device and ask why; arrays have the shapes that the page is told."""
    found = reader.page.evaluate(
        """async (ink) => {
            const { image } = (await reader.readInk(ink)).numbers[0].digits[0];
            const { logits, probabilities, evidence, layers } = await reader.explain(image);
            const plain = ({ data, ...size }) => ({ ...size, data: Array.from(data) });
            return {
                image: Array.from(image),
                logits: Array.from(logits),
                probabilities: Array.from(probabilities),
                classified: Array.from(await reader.classify(image)),
                evidence: plain(evidence),
                layers: layers.map(plain),
            };
        }""",
        to_ink(ink),
    )
    found["evidence"] = shaped(found["evidence"] | {"channels": 10})
    found["names"] = [layer["name"] for layer in found["layers"]]
    found["layers"] = [shaped(layer) for layer in found["layers"]]
    return found


def shaped(maps: dict[str, Any]) -> np.ndarray:
    return np.array(maps["data"]).reshape(maps["height"], maps["width"], maps["channels"])


def test_the_mean_of_the_evidence_is_each_digits_logit(explained: dict[str, dict[str, Any]]):
    for name, found in explained.items():
        errors = np.abs(found["evidence"].mean(axis=(0, 1)) - found["logits"][:10])
        assert errors.max() < EXACT, name
        # And not because there is nothing to add up.
        assert np.ptp(found["evidence"]) > 1, name


def test_explains_the_very_answer_that_was_given(explained: dict[str, dict[str, Any]]):
    for name, found in explained.items():
        assert len(found["logits"]) == 11
        assert found["probabilities"] == pytest.approx(found["classified"], abs=1e-6), name


def test_layers_are_what_the_exported_network_computes_in_tensorflow(explained: dict[str, dict[str, Any]]):
    *_, found = explained.values()
    run = load_graph(EXPORTED_MODEL, nodes=found["names"])
    expected = run(np.stack([found["image"] for found in explained.values()]).reshape(-1, 28, 28, 1))
    for number, found in enumerate(explained.values()):
        for name, mine in zip(found["names"], found["layers"], strict=True):
            theirs = np.asarray(expected[name])[number]
            assert np.abs(mine - theirs).max() < EXACT * np.abs(theirs).max(), name


def test_evidence_and_layers_are_what_the_trained_network_computes(explained: dict[str, dict[str, Any]]):
    import keras

    network = keras.models.load_model(TRAINED / "model.keras")
    relus = [layer for layer in network.layers if isinstance(layer, keras.layers.ReLU)]
    inside = keras.Model(network.input, [*(relu.output for relu in relus), network.output["evidence"]])
    images = np.stack([found["image"] for found in explained.values()]).reshape(-1, 28, 28, 1)
    expected = inside.predict(images, verbose=0)
    for number, found in enumerate(explained.values()):
        for mine, theirs in zip([*found["layers"], found["evidence"]], expected, strict=True):
            assert mine.shape == theirs[number].shape
            assert np.abs(mine - theirs[number]).max() < KERAS_TOLERANCE * np.abs(theirs[number]).max()


def test_layers_come_from_the_first_to_the_last_by_their_names(explained: dict[str, dict[str, Any]]):
    names = explained["plain 2"]["names"]
    assert len(set(names)) == len(names)
    assert [f"relu{number}" in name for number, name in enumerate(names, start=1)] == [True] * len(names)


def test_the_bar_of_a_7_is_why_it_is_no_1(explained: dict[str, dict[str, Any]]):
    for name in ("plain 7", "7 by hand"):
        evidence = explained[name]["evidence"]
        why = evidence[..., 7] - evidence[..., 1]
        half = len(why) // 2
        assert why[:half].sum() > max(0, why[half + 1 :].sum()), name


def test_explaining_changes_no_image_and_leaves_no_tensor_behind(reader: ReaderPage):
    image = rasterize(DIGITS[3]).astype(np.float32).ravel().tolist()
    before, after, kept = reader.page.evaluate(
        """async (values) => {
            const image = new Float32Array(values);
            const before = await reader.tensors();
            for (let count = 0; count < 50; count++) await reader.explain(image);
            return [before, await reader.tensors(), Array.from(image)];
        }""",
        image,
    )
    assert before == after
    assert kept == image


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("reader.explain([0, 1])", "explain takes a Float32Array: a digit's image"),
        ("reader.explain(new Float32Array(100))", "one image of 784 values; got 100"),
        ("reader.explain(new Float32Array(2 * 784))", "one image of 784 values; got 1568"),
    ],
)
def test_says_what_explain_takes(reader: ReaderPage, call: str, message: str):
    with pytest.raises(Error, match=message):
        reader.page.evaluate(f"() => {call}")
