"""Strings that the second network learns from, what it says of them, and what ships of it."""

import hashlib
import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import keras
import numpy as np
import pytest

from export_model import ExportError, export_strings
from tests.support.networks import assert_same_answers, assert_same_network
from training.__main__ import main
from training.data.datasets import SEPARATORS, Images, PenDigit
from training.digits.calibrate import softmax
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.ink import rasterize, to_bytes
from training.paths import EXPORTED_STRINGS, TRAINED_STRINGS
from training.run import SettingsError, read_settings
from training.strings import sides, train
from training.strings.compose import compose
from training.strings.config import RECIPE, StringConfig
from training.strings.examples import by_width
from training.strings.glyphs import Material, draw_penned, draw_unknown
from training.strings.network import SYMBOLS, build_network, decode
from training.strings.sides import strings_alone
from training.strings.strip import STEP, to_strip
from training.strings.train import Batches, accuracy, train_strings

pytestmark = pytest.mark.tensorflow

TINY = StringConfig(
    strings=64, epochs=3, batch_size=4, learning_rate=0.01, average_momentum=0.5, channels=(4, 4, 8, 8, 8, 8, 8, 8, 8)
)


@pytest.fixture(scope="module")
def material():
    rng = np.random.default_rng(0)
    labels = np.arange(10)
    scans = Images(to_bytes(rasterize(DIGITS[label]) for label in labels), labels, np.zeros(10, int))
    own = [PenDigit(DIGITS[label], label, 1) for label in labels]
    letter = [np.array([[0, 0], [30, 90], [60, 0], [90, 90]])]
    return Material([scans], [draw_penned(rng, own, 20)], draw_unknown(rng, [letter], 10))


def test_strings_have_their_texts_and_the_layout_of_strips(material):
    rng = np.random.default_rng(2)
    strings = [compose(material, TINY, rng) for _ in range(80)]
    for strip, text in strings:
        assert strip.shape[0] == 32
        assert strip.shape[1] % STEP == 0
        assert strip.any()
        assert set(text) <= set(SYMBOLS[1:])
    assert any("?" in text for _, text in strings)
    assert any(set(text) & set(SEPARATORS) for _, text in strings)
    again = np.random.default_rng(2)
    assert compose(material, TINY, again)[1] == strings[0][1]


def test_strips_of_one_width_are_kept_together_with_paper_beside_them():
    strips = by_width([(np.full((32, width), 9, np.uint8), text) for width, text in ((20, "12"), (32, "3"), (36, ""))])
    assert [group.images.shape for group in strips] == [(2, 32, 32), (1, 32, 48)]
    assert strips[0].images[0, :, 20:].max() == 0
    assert strips[0].labels[0, :3].tolist() == [SYMBOLS.index("1"), SYMBOLS.index("2"), 0]


def test_frames_are_read_along_their_likeliest_symbols():
    path = ["", "1", "1", "", "1", "?", "", "", "/", "/"]
    frames = np.eye(len(SYMBOLS))[[SYMBOLS.index(symbol) for symbol in path]]
    assert decode(frames[None]) == ["11?/"]


def test_a_network_has_two_frames_for_every_four_columns():
    assert build_network(TINY)(np.zeros((1, 32, 40, 1), np.float32)).shape == (1, 20, len(SYMBOLS))


def _compose_little(material: Material, strips: list, monkeypatch: pytest.MonkeyPatch) -> None:
    """Train with few strings of one made-up person."""
    monkeypatch.setattr(train, "make_strips", lambda *_: strips)
    monkeypatch.setattr(train, "make_material", lambda *_: material)
    monkeypatch.setattr(sides, "STRINGS", 40)
    monkeypatch.setattr(sides, "VALIDATION_STRINGS", 10)
    monkeypatch.setattr(sides, "EPOCHS", 1)


def test_a_network_trained_in_half_precision_is_kept_in_full(material, tmp_path, monkeypatch):
    strips = by_width([compose(material, TINY, np.random.default_rng(8)) for _ in range(16)])[:2]
    _compose_little(material, strips, monkeypatch)
    result = train_strings(replace(TINY, precision="mixed_bfloat16", epochs=1), tmp_path / "run", lambda _: None)
    kept = keras.models.load_model(result)
    assert {layer.compute_dtype for layer in kept.layers} == {"float32"}
    answers = kept(strips[0].images[..., None] / np.float32(255))
    assert all(np.isfinite(each).all() for each in answers.values())


def test_a_network_learns_and_a_run_that_is_done_stays_as_it_is(material, tmp_path, monkeypatch):
    rng = np.random.default_rng(4)
    strips = by_width([compose(material, TINY, rng) for _ in range(64)])
    strips = [max(strips, key=lambda group: len(group.images))]
    _compose_little(material, strips, monkeypatch)
    said: list[str] = []
    result = train_strings(TINY, tmp_path / "run", said.append)
    first, *_, last = (json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines())
    assert last["loss"] < first["loss"]
    measured = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert measured["temperature"] in train.TEMPERATURES
    assert 0 <= measured["sides"] <= 1
    assert 0 <= measured["printed"] <= 1
    written = result.stat().st_mtime_ns
    assert train_strings(TINY, tmp_path / "run", said.append) == result
    assert result.stat().st_mtime_ns == written
    assert "trained already" in said[-1]
    result.unlink()
    with pytest.raises(SettingsError, match="other settings"):
        train_strings(replace(TINY, seed=9), tmp_path / "run", said.append)


def test_every_epoch_takes_every_string_once_in_another_order(material):
    rng = np.random.default_rng(5)
    batches = Batches(by_width([compose(material, TINY, rng) for _ in range(40)]), TINY)
    seen = []
    for epoch in (0, 1):
        batches.draw(epoch)
        seen.append([batches[number][0].sum() for number in range(len(batches))])
        assert sum(len(batches[number][1]) for number in range(len(batches))) == 40
    assert seen[0] != seen[1]


def test_the_committed_strings_network_is_the_committed_keras_one(tmp_path):
    export_strings(TRAINED_STRINGS, tmp_path)
    assert_same_network(EXPORTED_STRINGS, tmp_path)
    ink = np.concatenate([rasterize(DIGITS[digit])[4:24, 6:22] > 0.4 for digit in range(10)], axis=1)
    assert_same_answers(EXPORTED_STRINGS, tmp_path, to_strip(ink)[None, ..., None], "strip")
    card, again = (json.loads((folder / "card.json").read_text()) for folder in (EXPORTED_STRINGS, tmp_path))
    for name, digest in card["files"].items():
        assert hashlib.sha256((EXPORTED_STRINGS / name).read_bytes()).hexdigest() == digest
    for known in (card, again):
        del known["files"], known["version"]
    for sample, as_again in zip(card.pop("samples"), again.pop("samples"), strict=True):
        assert sample["probabilities"] == pytest.approx(as_again["probabilities"], abs=0.005)
    assert card == again


def test_the_network_that_ships_reads_plain_digits_that_touch():
    ink = np.concatenate([rasterize(DIGITS[digit])[4:24, 6:22] > 0.4 for digit in (2, 0, 4, 7)], axis=1)
    strip = to_strip(np.kron(ink, np.ones((3, 3))))
    pairs = np.asarray(load_graph(EXPORTED_STRINGS, "strip")(strip[None, ..., None])["pairs"])
    probabilities = softmax(pairs.reshape(-1, len(SYMBOLS)), 1.0)
    assert decode(probabilities[None]) == ["2047"]


def test_the_committed_network_is_of_the_recipes_last_run():
    *before, last = RECIPE.items()
    assert read_settings(TRAINED_STRINGS) == json.loads(json.dumps(asdict(last[1])))
    assert [config.start for _, config in [*before[1:], last]] == [f"runs/{name}/model.keras" for name, _ in before]


def test_the_recipe_trains_its_runs_one_after_the_other(monkeypatch, capsys):
    trained = []

    def record(config: StringConfig, run: Path) -> Path:
        trained.append((config, run))
        return run / "model.keras"

    monkeypatch.setattr(train, "train_strings", record)
    assert main(["recipe", "--strings"]) == 0
    assert [(config, run.name) for config, run in trained] == [(config, name) for name, config in RECIPE.items()]
    assert "export_model.py --strings" in capsys.readouterr().out


def test_a_run_that_is_not_measured_is_not_exported(tmp_path):
    shutil.copytree(TRAINED_STRINGS, tmp_path / "run")
    (tmp_path / "run" / "evaluation.json").unlink()
    with pytest.raises(FileNotFoundError, match="python -m training strings"):
        export_strings(tmp_path / "run", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_network_that_changed_on_its_way_is_not_exported(tmp_path, monkeypatch):
    monkeypatch.setattr("export_model.TOLERANCE", -1.0)
    with pytest.raises(ExportError, match="differ from Keras"):
        export_strings(TRAINED_STRINGS, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_committed_network_reads_as_many_strings_as_its_card_says_within_chance(material):
    """Of made-up people, whose digits are plain: nearly all."""
    rng = np.random.default_rng(6)
    strings = [
        pair for pair in (compose(material, StringConfig(most_push=0), rng) for _ in range(200)) if "?" not in pair[1]
    ]
    network = strings_alone(keras.models.load_model(TRAINED_STRINGS / "model.keras", compile=False))
    assert accuracy(network, by_width(strings)) > 0.6
