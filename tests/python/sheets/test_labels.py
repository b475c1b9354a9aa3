"""The network that labels pixels: what it learns, and what ships of it."""

import hashlib
import json
from dataclasses import replace

import keras
import numpy as np
import pytest

from export_model import ExportError, export_labels
from tests.support.networks import assert_same_answers, assert_same_network
from training.__main__ import main
from training.graph_model import load_graph
from training.paths import EXPORTED_LABELS, RUNS, TRAINED_LABELS
from training.run import SettingsError
from training.sheets import train
from training.sheets.canvas import LABELS, PAPER, PEN, PRINT, RULE
from training.sheets.config import RECIPE, LabelConfig
from training.sheets.export import sample_sheet
from training.sheets.network import build_network
from training.sheets.train import Batches, overlaps, train_labels

pytestmark = pytest.mark.tensorflow

TINY = LabelConfig(crops=24, epochs=4, batch_size=4, learning_rate=0.02, average_momentum=0.5, channels=(4, 4, 8, 8))


def squares(_, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Dark squares on light paper are pen; everything else is paper."""
    rng = np.random.default_rng(seed)
    colors, labels = np.full((count, 64, 64, 3), 240, np.uint8), np.zeros((count, 32, 32), np.uint8)
    for each, its in zip(colors, labels, strict=True):
        y, x = rng.integers(0, 20, 2)
        each[2 * y : 2 * y + 20, 2 * x : 2 * x + 20] = 20
        its[y : y + 10, x : x + 10] = PEN
    return colors, labels


@pytest.fixture(scope="module")
def on_squares():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train, "load_material", lambda _: None)
        patch.setattr(train, "compose_crops", squares)
        patch.setattr(train, "VALIDATION_CROPS", 8)
        yield


@pytest.fixture(scope="module")
def run(on_squares, tmp_path_factory):  # noqa: ARG001 (it trains on them)
    """The folder of a short training."""
    folder = tmp_path_factory.mktemp("runs") / "run"
    train_labels(TINY, folder, lambda _: None)
    return folder


def test_a_network_has_five_logits_for_every_two_rows_and_columns():
    network = build_network(TINY)
    for shape in ((1, 64, 96, 3), (2, 16, 48, 3)):
        assert network(np.zeros(shape, np.float32)).shape == (shape[0], shape[1] // 2, shape[2] // 2, len(LABELS))


def test_the_network_that_ships_is_small_enough_to_be_fetched_with_a_picture():
    assert build_network(LabelConfig()).count_params() <= 70_000


def test_a_short_training_learns(run):
    first, *_, last = (json.loads(line) for line in (run / "log.jsonl").read_text().splitlines())
    assert last["loss"] < 0.7 * first["loss"]


def test_a_run_that_is_done_stays_as_it_is(run):
    said: list[str] = []
    written = (run / "model.keras").stat().st_mtime_ns
    assert train_labels(TINY, run, said.append) == run / "model.keras"
    assert (run / "model.keras").stat().st_mtime_ns == written
    assert "trained already" in said[-1]
    with pytest.raises(SettingsError, match="other settings"):
        train_labels(replace(TINY, seed=9), run, said.append)


def test_a_run_begins_with_the_weights_of_another(run, tmp_path):
    next_run = replace(TINY, start=str(run / "model.keras"), epochs=0, seed=3)
    trained, again = (
        keras.models.load_model(file) for file in (run / "model.keras", train_labels(next_run, tmp_path / "next"))
    )
    for weights, others in zip(trained.trainable_weights, again.trainable_weights, strict=True):
        np.testing.assert_array_equal(weights, others)


def test_every_epoch_takes_every_crop_once_in_another_order():
    batches = Batches(squares(None, 24, 1), TINY)
    seen = []
    for epoch in (0, 1):
        batches.draw(epoch)
        seen.append([float(batches[number][0].sum()) for number in range(len(batches))])
        assert sorted(batches.order) == list(range(24))
    assert seen[0] != seen[1]


def test_overlap_is_what_is_in_both_of_what_is_in_either():
    """A network that calls everything paper."""
    colors, labels = squares(None, 4, 2)
    network = build_network(TINY)
    network.get_layer("labels").set_weights([np.zeros((1, 1, 4, 5)), np.array([1, 0, 0, 0, 0])])
    assert overlaps(network, (colors, labels)) == pytest.approx(
        {"paper": float((labels == PAPER).mean()), "pen": 0, "print": 0, "rule": 0, "other": 0}
    )


def test_an_exported_network_gives_what_keras_gives(run, tmp_path):
    assert export_labels(run, tmp_path / "out") < 0.05
    found = np.asarray(load_graph(tmp_path / "out", "colors")(sample_sheet()[None])["labels"])
    expected = np.asarray(keras.models.load_model(run / "model.keras")(sample_sheet()[None]))
    assert found.shape == (1, 32, 96, 5)
    assert np.abs(found - expected).max() < 0.1 * np.ptp(expected)


def test_a_run_that_is_not_trained_is_not_exported(tmp_path):
    with pytest.raises(FileNotFoundError, match="python -m training labels"):
        export_labels(tmp_path / "run", tmp_path / "out")


def test_the_command_trains_and_tells_what_comes_next(monkeypatch, capsys, tmp_path):
    trained = []

    def record(config: LabelConfig, folder):
        trained.append((config, folder))
        return folder / "model.keras"

    monkeypatch.setattr(train, "train_labels", record)
    assert main(["labels", "--run", str(tmp_path), "--crops", "30", "--epochs", "2", "--seed", "7"]) == 0
    assert trained == [(LabelConfig(seed=7, epochs=2, crops=30), tmp_path)]
    assert f"export_model.py --labels {tmp_path}" in capsys.readouterr().out


def test_the_recipe_trains_its_runs_one_after_the_other(monkeypatch, capsys):
    trained = []

    def record(config: LabelConfig, folder):
        trained.append((folder.name, config))
        return folder / "model.keras"

    monkeypatch.setattr(train, "train_labels", record)
    assert main(["recipe", "--labels"]) == 0
    assert trained == list(RECIPE.items())
    assert f"export_model.py --labels runs/{trained[-1][0]}" in capsys.readouterr().out.replace(f"{RUNS}", "runs")


def test_a_network_that_changed_on_its_way_is_not_exported(tmp_path, monkeypatch):
    monkeypatch.setattr("export_model.LABEL_TOLERANCE", -1.0)
    with pytest.raises(ExportError, match="differ from Keras"):
        export_labels(TRAINED_LABELS, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_committed_network_is_the_committed_keras_one(tmp_path):
    export_labels(TRAINED_LABELS, tmp_path)
    assert_same_network(EXPORTED_LABELS, tmp_path)
    assert_same_answers(EXPORTED_LABELS, tmp_path, sample_sheet()[None], "colors")
    card, again = (json.loads((folder / "card.json").read_text()) for folder in (EXPORTED_LABELS, tmp_path))
    for name, digest in card["files"].items():
        assert hashlib.sha256((EXPORTED_LABELS / name).read_bytes()).hexdigest() == digest
    for known in (card, again):
        del known["files"], known["version"]
    for sample, as_again in zip(card.pop("samples"), again.pop("samples"), strict=True):
        assert sample["ink"] == as_again["ink"]
        assert sample["probabilities"] == pytest.approx(as_again["probabilities"], abs=0.005)
    assert card == again


def test_the_network_that_ships_tells_digits_from_the_line_that_they_stand_on():
    logits = np.asarray(load_graph(EXPORTED_LABELS, "colors")(sample_sheet()[None])["labels"])[0]
    labels = logits.argmax(axis=-1)
    is_inked = sample_sheet()[::2, ::2].min(axis=-1) < 0.3
    # Digits as regular as the golden inks may be print.
    assert np.isin(labels[is_inked], (PEN, PRINT)).mean() > 0.9
    assert (labels[24, 4:-4] == RULE).mean() > 0.9
    assert (labels[:4] == PAPER).all()


def test_the_committed_network_is_of_the_recipes_last_run():
    settings = json.loads((TRAINED_LABELS / "config.json").read_text())
    settings.pop("commits")
    assert LabelConfig.from_dict(settings) == list(RECIPE.values())[-1]
