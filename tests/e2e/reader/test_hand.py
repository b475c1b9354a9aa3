"""A person's corrected digits beside the network, as a page that embeds the reader gives them to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Error

from tests.support.reader_page import ReaderPage, to_ink
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.hands.memory import STRENGTH, Metric
from training.ink import rasterize
from training.paths import EXPORTED_MODEL

LIKE_BOTH = [np.array([(36, 16), (62, 8), (60, 50), (56, 96)])]
"""A stroke down with a flag: some people's 1, others' 7."""

EXAMPLE = """async ([ink, label]) => {
    const [number] = (await reader.readInk(ink)).numbers;
    const { image } = number.digits[0];
    return { id: 'mine', label, place: await reader.embed(image) };
}"""


@pytest.fixture(autouse=True)
def alone_again(reader: ReaderPage) -> Iterator[None]:
    yield
    reader.page.evaluate("reader.setHand([])")


def correct(reader: ReaderPage, ink: list, label: int) -> None:
    reader.page.evaluate(f"async (given) => reader.setHand([await ({EXAMPLE})(given)])", [to_ink(ink), label])


def probabilities(reader: ReaderPage, ink: list) -> list[float]:
    return reader.read_ink(ink)["numbers"][0]["digits"][0]["probabilities"]


def explained(reader: ReaderPage, ink: list) -> dict[str, Any]:
    return reader.page.evaluate(
        """async (ink) => {
            const { image } = (await reader.readInk(ink)).numbers[0].digits[0];
            const { logits, hand } = await reader.explain(image);
            const { nats, weighed, probabilities } = hand ?? {};
            return { logits: [...logits],
                     hand: hand && { nats: [...nats], weighed, probabilities: [...probabilities] } };
        }""",
        to_ink(ink),
    )


def test_what_was_corrected_is_read_so_the_next_time_and_within_a_number_too(reader: ReaderPage):
    (before,) = reader.read_texts([LIKE_BOTH])
    other = 7 if before == "1" else 1
    correct(reader, LIKE_BOTH, other)
    written_again = [stroke * 1.02 + (0, 1) for stroke in LIKE_BOTH]
    in_a_number = [*DIGITS[4], *[stroke + (130, 0) for stroke in written_again]]
    assert reader.read_texts([written_again, in_a_number]) == [str(other), f"4{other}"]
    reader.page.evaluate("reader.setHand([])")
    assert reader.read_texts([written_again, in_a_number]) == [before, f"4{before}"]


def test_other_digits_are_read_as_before(reader: ReaderPage):
    others = [ink for digit, ink in DIGITS.items() if digit not in (1, 7)]
    before = [probabilities(reader, ink) for ink in others]
    correct(reader, LIKE_BOTH, 7)
    after = [probabilities(reader, ink) for ink in others]
    assert reader.read_texts(list(DIGITS.values())) == [str(digit) for digit in DIGITS]
    assert np.abs(np.subtract(after, before)).max() < 0.02


def test_an_explanation_tells_what_the_network_says_alone_and_which_example_added_what(reader: ReaderPage):
    assert explained(reader, LIKE_BOTH)["hand"] is None
    correct(reader, LIKE_BOTH, 7)
    found = explained(reader, LIKE_BOTH)
    assert found["hand"]["weighed"] == [{"example": "mine", "label": 7, "nats": pytest.approx(STRENGTH)}]
    together = np.add(found["logits"], found["hand"]["nats"]) / reader.info["model"]["temperature"]
    with_it = found["hand"]["probabilities"]
    assert np.log(with_it[7] / with_it[1]) == pytest.approx(together[7] - together[1], abs=1e-3)
    assert with_it == pytest.approx(probabilities(reader, LIKE_BOTH), abs=1e-4)


def test_classify_answers_by_the_network_alone(reader: ReaderPage):
    images = np.stack([rasterize(LIKE_BOTH)])
    before = reader.classify(images)
    correct(reader, LIKE_BOTH, 7)
    assert np.array_equal(reader.classify(images), before)


def test_no_tensors_stay_behind(reader: ReaderPage):
    correct(reader, LIKE_BOTH, 7)
    held = reader.page.evaluate("reader.tensors()")
    reader.read_ink(LIKE_BOTH)
    correct(reader, DIGITS[3], 3)
    assert reader.page.evaluate("reader.tensors()") == held


@pytest.mark.tensorflow
def test_digits_lie_where_they_lie_in_training(reader: ReaderPage):
    images = np.stack([rasterize(ink) for ink in DIGITS.values()])
    metric = json.loads((EXPORTED_MODEL / "hand.json").read_text())
    embeddings = load_graph(EXPORTED_MODEL)(images[..., None])["embedding"].numpy()
    expected = Metric(np.array(metric["matrix"]), np.array(metric["center"])).places(embeddings)
    found = reader.page.evaluate(
        "async (images) => [...await reader.embed(Float32Array.from(images))]", images.ravel().tolist()
    )
    assert np.abs(np.reshape(found, (10, -1)) - expected.astype(int)).max() <= 1


def test_what_is_no_example_is_refused_in_words(reader: ReaderPage):
    with pytest.raises(Error, match="setHand takes examples"):
        reader.page.evaluate("reader.setHand([{ id: 'a', label: 12, place: new Int8Array(32) }])")
