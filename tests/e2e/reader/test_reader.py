"""The public module: what a developer who embeds it relies on."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import Browser, Error, Page

from tests.support.reader_page import ReaderPage
from training.digits.calibrate import softmax
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.ink import rasterize
from training.paths import EXPORTED_MODEL, TRAINED

KERAS_TOLERANCE = 0.02
"""Of a probability at a temperature of 1. Over the 300 images below it is 0.0151, since a weight ships as a byte."""

EXACT = 1e-3
"""Of a probability: the same sums in another order."""


@pytest.fixture(scope="module", params=["wasm", "cpu"])
def reader(request: pytest.FixtureRequest, browser: Browser, site: str):
    page = browser.new_page()
    yield ReaderPage(page, site, request.param)
    page.close()


def test_says_which_backend_and_model_it_runs(reader: ReaderPage, request: pytest.FixtureRequest):
    assert reader.info["backend"] in request.node.name
    assert reader.info["version"] == "0.0.1"
    assert reader.info["model"]["parameters"] < 120_000
    assert reader.info["model"]["evaluation"]["MNIST, test"]["n"] == 10_000


def test_reads_every_digit(reader: ReaderPage):
    assert reader.read_texts(list(DIGITS.values())) == [str(digit) for digit in DIGITS]


def test_a_reading_holds_what_the_contract_promises(reader: ReaderPage):
    ink = [stroke * (2, 3) + (100, -50) for stroke in DIGITS[4]]
    reading = reader.read_ink(ink)
    (number,) = reading["numbers"]
    (digit,) = number["digits"]
    assert reading["text"] == number["text"] == "4"
    assert digit["digit"] == 4
    assert digit["confidence"] == pytest.approx(number["confidence"], abs=0.001)
    # Its confidence is of all its ink: what its two strokes might be as two digits is taken off.
    as_two = sum(other["confidence"] for other in number["alternatives"] if len(other["text"]) > 1)
    assert 0.9 < digit["confidence"] <= 1 - as_two
    assert digit["probabilities"][4] > 0.9
    assert number["confidence"] + sum(other["confidence"] for other in number["alternatives"]) <= 1
    assert len(digit["probabilities"]) == 11
    assert sum(digit["probabilities"]) == pytest.approx(1, abs=1e-4)
    points = np.concatenate(ink)
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    assert digit["box"] == pytest.approx({"x": low[0], "y": low[1], "width": size[0], "height": size[1]})


def test_reads_alike_wherever_and_however_large_it_is_written(reader: ReaderPage):
    inks = [
        [stroke * size + offset for stroke in ink]
        for ink in DIGITS.values()
        for size, offset in ((0.01, 5), (0.2, -3000), (40, 7))
    ]
    assert reader.read_texts(inks) == [str(digit) for digit in DIGITS for _ in range(3)]


@pytest.mark.parametrize("ink", [[], [[]]], ids=["no stroke", "no point"])
def test_ink_without_a_point_reads_as_nothing(reader: ReaderPage, ink: list):
    assert reader.read_ink(ink) == {"text": "", "numbers": [], "skipped": []}


def test_a_point_that_is_no_number_is_refused(reader: ReaderPage):
    with pytest.raises(Error, match="x and y numbers up to 1e9"):
        reader.read_ink([[(float("nan"), 1)]])


def test_a_scribble_is_not_a_digit(reader: ReaderPage):
    zigzag = [(50 + 50 * (-1) ** turn, 9 * turn) for turn in range(12)]
    reading = reader.read_ink([zigzag])
    assert reading["text"] == "?"
    assert reading["numbers"][0]["digits"][0]["digit"] is None


def test_paper_without_ink_is_not_a_digit(reader: ReaderPage):
    assert reader.classify(np.zeros((1, 28, 28))).argmax() == 10


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    """[300, 28, 28]: shaken digits, and noise."""
    rng = np.random.default_rng(1)
    strokes = [
        rasterize([stroke + rng.normal(0, 3, stroke.shape) for stroke in DIGITS[int(rng.integers(10))]])
        for _ in range(290)
    ]
    return np.stack([*strokes, *rng.random((10, 28, 28))]).astype(np.float32)


def test_classifies_as_the_exported_network_does_in_tensorflow(reader: ReaderPage, images: np.ndarray):
    logits = load_graph(EXPORTED_MODEL)(images[..., None])["logits"].numpy()
    expected = softmax(logits, reader.info["model"]["temperature"])
    assert np.abs(reader.classify(images) - expected).max() < EXACT


def test_classifies_as_keras_does(reader: ReaderPage, images: np.ndarray):
    import keras

    from training.digits.network import logits_of

    logits = logits_of(keras.models.load_model(TRAINED / "model.keras")).predict(images[..., None], verbose=0)
    temperature = reader.info["model"]["temperature"]
    # What rounding does to logits is divided by the temperature before it changes a probability.
    assert np.abs(reader.classify(images) - softmax(logits, temperature)).max() < KERAS_TOLERANCE / temperature


def test_two_hundred_readings_leave_no_tensor_behind(reader: ReaderPage):
    counts = reader.page.evaluate(
        """async (ink) => {
            const before = await reader.tensors();
            for (let count = 0; count < 200; count++) await reader.readInk(ink);
            return [before, await reader.tensors()];
        }""",
        [[{"x": 1, "y": 2}, {"x": 9, "y": 40}]],
    )
    assert counts[0] == counts[1]


def test_says_what_classify_takes(reader: ReaderPage):
    with pytest.raises(Error, match="784 values each; got 100"):
        reader.page.evaluate("() => reader.classify(new Float32Array(100))")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("reader.readInk('2047')", "readInk takes strokes"),
        ("reader.readInk([{ x: 1, y: 2 }])", "readInk takes strokes"),
        ("reader.readInk([[[1, 2], [3, 4]]])", "readInk takes strokes"),
        ("reader.readInk([[null]])", "readInk takes strokes"),
        ("reader.classify([0, 1])", "classify takes a Float32Array"),
        ("reader.readImage(new Image())", "cannot be read: it is broken, or not loaded yet"),
        (
            "import('./inkdigit.js').then(({ load }) => load({ backend: 'webgl' }))",
            "no backend 'webgl': auto, wasm, cpu",
        ),
    ],
)
def test_says_what_a_call_takes(reader: ReaderPage, call: str, message: str):
    with pytest.raises(Error, match=message):
        reader.page.evaluate(f"() => {call}")


def test_what_is_asked_of_a_closed_reader_is_rejected(page: Page, site: str):
    reader = ReaderPage(page, site)
    page.evaluate("() => reader.close()")
    with pytest.raises(Error, match="The reader was closed"):
        reader.read_ink(DIGITS[1])
