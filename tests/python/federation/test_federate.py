"""Averaging changes the network that ships on the device exactly as a layer beside it does there."""

import json
from pathlib import Path

import keras
import numpy as np
import pytest

from tests.support.made_up import QUICK
from training.data.datasets import CLASSES, DataError, Images
from training.data.unipen import Written
from training.digits.network import build_model
from training.federation import federate as federation
from training.federation.federate import added_to_last, federate
from training.federation.updates import read_update, to_text
from training.hands.layer import INPUTS, layer_nats
from training.hands.memory import DIMENSIONS, Metric
from training.learning import as_input

pytestmark = pytest.mark.tensorflow

SIZE = 16


def metric_of(size: int) -> Metric:
    rng = np.random.default_rng(0)
    return Metric(rng.integers(-900, 900, (size, DIMENSIONS)), rng.integers(-400, 400, DIMENSIONS))


def test_a_layer_of_places_is_a_change_of_the_last_layer():
    rng = np.random.default_rng(1)
    metric, embeddings = metric_of(SIZE), rng.normal(size=(5, SIZE))
    layer = rng.normal(size=(INPUTS, CLASSES))
    weights, bias = added_to_last(layer, metric)
    places = (embeddings @ metric.matrix - metric.center) / 100  # not yet rounded
    assert embeddings @ weights + bias == pytest.approx(layer_nats(layer, places))
    assert np.abs(metric.places(embeddings) - np.clip(places, -127, 127)).max() <= 0.5


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run whose network reads by chance, and held-out people who always write a 3."""
    keras.utils.set_random_seed(0)
    network = build_model(QUICK)
    folder = tmp_path / "run"
    folder.mkdir()
    network.save(folder / "model.keras")
    size = network.output["embedding"].shape[-1]
    (folder / "hand.json").write_text(json.dumps(metric_of(size).as_dict()))
    images = np.random.default_rng(2).integers(0, 255, (40, 28, 28), np.uint8)
    groups = {"people": Images(images, np.full(40, 3), np.repeat(np.arange(4), 10))}
    monkeypatch.setattr(federation, "_held_out", lambda _: groups)
    monkeypatch.setattr(federation, "version_of", lambda _: "net")
    return folder


def send(tmp_path: Path, digit: int, count: int = 12) -> Path:
    """Updates of people who all learned that more is this digit."""
    folder = tmp_path / "updates"
    folder.mkdir()
    layer = np.zeros((INPUTS, CLASSES))
    layer[-1, digit] = 3
    for number in range(count):
        layer[0, 0] = number / 100
        (folder / f"{number}.json").write_text(to_text(layer, 33, "net"))
    return folder


def test_what_helps_those_who_decide_is_written(tmp_path: Path, run: Path):
    told = federate(send(tmp_path, 3), run, tmp_path / "out")
    assert not told["kept"]
    assert told["after"] < told["before"]
    network = keras.models.load_model(tmp_path / "out" / "model.keras")
    people = federation._halves(federation._held_out(print))[1]["people"]
    read = network.predict(as_input(people.images), verbose=0)["logits"].argmax(axis=1)
    assert int((read != 3).sum()) == told["after"]
    assert set(network.output) == {"scores", "logits", "evidence", "embedding"}
    assert (tmp_path / "out" / "hand.json").exists()


def test_what_does_not_help_leaves_the_old_network(tmp_path: Path, run: Path):
    told = federate(send(tmp_path, 9), run, tmp_path / "out")
    assert told["kept"]
    assert not (tmp_path / "out").exists()


def test_broken_and_outlying_updates_are_told_and_left_out(tmp_path: Path, run: Path):
    folder = send(tmp_path, 3)
    (folder / "broken.json").write_text("{")
    (folder / "opposite.json").write_text(to_text(np.full((INPUTS, CLASSES), -9.0), 99, "net"))
    said: list[str] = []
    told = federate(folder, run, tmp_path / "out", said.append)
    assert (told["updates"], told["refused"]) == (12, 2)
    assert said[0] == "refused broken.json: it is broken"
    assert said[1].startswith("refused opposite.json: it lies far off")


def test_simulated_clients_are_first_of_all_people_whom_nobody_trained_on_and_who_do_not_decide(
    tmp_path: Path, run: Path, monkeypatch: pytest.MonkeyPatch
):
    images = np.random.default_rng(3).integers(0, 255, (4 * 30, 28, 28), np.uint8)
    writers = np.repeat(np.arange(4), 30)
    groups = {"people": Images(images, np.where(writers % 2, 8, 3), writers)}  # who decides writes an 8
    trained_on = [Written([np.array([[0, 0], [at, 30]])], "5", "w9", "s01", ambiguous=False) for at in range(25)]
    monkeypatch.setattr(federation, "_held_out", lambda _: groups)
    monkeypatch.setattr(federation, "load_unipen", lambda _: trained_on)
    assert federation.simulate(tmp_path / "updates", run, 9) == 3
    taught = [read_update(path, "net").layer[-1].argmax() for path in sorted((tmp_path / "updates").iterdir())]
    assert taught == [3, 3, 5]


def test_too_few_are_not_averaged(tmp_path: Path, run: Path):
    with pytest.raises(DataError, match="one could be told"):
        federate(send(tmp_path, 3, count=9), run, tmp_path / "out")
