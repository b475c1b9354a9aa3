import hashlib
import json
import shutil

import keras
import numpy as np
import pytest

from export_model import ExportError, export, main
from tests.support.networks import assert_same_answers, assert_same_network
from training.digits.config import Config
from training.digits.network import build_model
from training.fixtures import DIGITS
from training.graph_model import load_graph, put_in_order, read_weights, write_weights
from training.ink import rasterize
from training.paths import EXPORTED_MODEL, TRAINED
from training.run import HAND, read_settings

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("web") / "model"
    export(TRAINED, folder)
    return folder


def test_the_committed_model_is_the_committed_networks(exported):
    """The same weights; and settings and measures as they were evaluated."""
    assert_same_network(EXPORTED_MODEL, exported)
    assert_same_answers(EXPORTED_MODEL, exported, np.stack([rasterize(ink) for ink in DIGITS.values()])[..., None])
    hand, hand_again = (json.loads((folder / HAND).read_text()) for folder in (EXPORTED_MODEL, exported))
    card, again = (json.loads((folder / "card.json").read_text()) for folder in (EXPORTED_MODEL, exported))
    assert hand.pop("version") == card["version"]
    assert hand_again.pop("version") == again["version"]
    assert hand == hand_again
    for samples in (card.pop("samples"), again.pop("samples")):
        assert [np.argmax(sample["probabilities"]) for sample in samples] == [0, 4, 7]
    # Of the files' own bytes, which depend on the machine.
    assert hashes_are_of(card.pop("files"), EXPORTED_MODEL)
    assert hashes_are_of(again.pop("files"), exported)
    details, details_again = (
        json.loads((folder / "details.json").read_text()) for folder in (EXPORTED_MODEL, exported)
    )
    assert details.pop("version") == card.pop("version")
    assert details_again.pop("version") == again.pop("version")
    assert card == again
    assert details == details_again


def test_the_same_network_is_written_as_the_same_files_in_whatever_order_it_came(exported, tmp_path):
    shutil.copytree(exported, tmp_path / "model")
    file = tmp_path / "model" / "model.json"
    described = json.loads(file.read_text())
    described["modelTopology"]["node"].reverse()
    (group,) = described["weightsManifest"]
    write_weights(tmp_path / "model", group, read_weights(tmp_path / "model", group)[::-1])
    file.write_text(json.dumps(described))
    assert_same_network(exported, tmp_path / "model")
    put_in_order(tmp_path / "model")
    for name in ("model.json", group["paths"][0]):
        assert (tmp_path / "model" / name).read_bytes() == (exported / name).read_bytes()


def test_another_network_is_not_taken_for_the_same(exported, tmp_path):
    shutil.copytree(exported, tmp_path / "model")
    (group,) = json.loads((tmp_path / "model" / "model.json").read_text())["weightsManifest"]
    parts = read_weights(tmp_path / "model", group)
    index = next(index for index, (weight, _) in enumerate(parts) if weight["name"].endswith("/step"))
    weight, part = parts[index]
    parts[index] = weight, (np.frombuffer(part, "<f2") * np.float16(1.1)).tobytes()
    write_weights(tmp_path / "model", group, parts)
    with pytest.raises(AssertionError):
        assert_same_network(exported, tmp_path / "model")


def hashes_are_of(files, folder):
    return files == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files}


def test_the_card_tells_what_is_known(exported):
    card = json.loads((exported / "card.json").read_text())
    assert card["preprocessing"] == 1
    assert card["parameters"] < 120_000
    assert Config.from_dict(card["training"]) == Config.from_dict(read_settings(TRAINED))
    assert all(result["n"] > 0 for result in card["evaluation"].values())
    for name, digest in card["files"].items():
        assert hashlib.sha256((exported / name).read_bytes()).hexdigest() == digest
    assert [np.argmax(sample["probabilities"]) for sample in card["samples"]] == [0, 4, 7]


def test_the_details_tell_every_mistake_behind_the_cards_figures(exported):
    card, details = (json.loads((exported / name).read_text()) for name in ("card.json", "details.json"))
    assert details["version"] == card["version"]
    assert "MNIST, test" in details["confusion"]
    for name, counts in details["confusion"].items():
        matrix = np.array(counts)
        assert matrix.shape == (11, 11)
        assert matrix.sum() == card["evaluation"][name]["n"]
        assert matrix.trace() / matrix.sum() == pytest.approx(card["evaluation"][name]["accuracy"], abs=1e-5)
    assert {kind: each["accuracy"] for kind, each in details["corruptions"].items()} == card["corruptions"]["kinds"]


def test_the_graph_has_every_output_and_evidence_averages_to_the_logits(exported):
    images = np.stack([rasterize(ink) for ink in DIGITS.values()])[..., None]
    outputs = {name: value.numpy() for name, value in load_graph(exported)(images).items()}
    assert outputs["logits"].argmax(axis=1).tolist() == list(DIGITS)
    assert outputs["evidence"].mean(axis=(1, 2)) == pytest.approx(outputs["logits"][:, :10], abs=1e-4)
    assert outputs["embedding"].shape == (10, 64)


def test_convolutions_are_fused_with_what_follows_them(exported):
    nodes = json.loads((exported / "model.json").read_text())["modelTopology"]["node"]
    assert {node["op"] for node in nodes} == {
        "Placeholder",
        "Const",
        "Mul",
        "_FusedConv2D",
        "Mean",
        "StridedSlice",
        "Identity",
    }


def test_a_graph_that_differs_from_keras_is_not_written(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("export_model.LEVELS", 3)
    assert main(["--run", str(TRAINED), "--out", str(tmp_path / "out")]) == 1
    assert "differ from Keras by" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_run_that_was_not_evaluated_is_told(tmp_path, capsys):
    shutil.copy(TRAINED / "model.keras", tmp_path)
    assert main(["--run", str(tmp_path)]) == 1
    assert "config.json is missing" in capsys.readouterr().err


def test_an_evaluation_of_before_the_card_told_so_much_is_to_be_made_again(tmp_path, capsys):
    for name in ("model.keras", "config.json"):
        shutil.copy(TRAINED / name, tmp_path)
    evaluation = json.loads((TRAINED / "evaluation.json").read_text())
    del evaluation["confusion"], evaluation["evidence_error"]
    (tmp_path / "evaluation.json").write_text(json.dumps(evaluation))
    assert main(["--run", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "evaluation.json lacks confusion, evidence_error: evaluate it again" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_card_of_a_run_on_own_data_tells_their_hash(tmp_path):
    for name in ("model.keras", "evaluation.json"):
        shutil.copy(TRAINED / name, tmp_path)
    config = json.loads((TRAINED / "config.json").read_text()) | {"data": ["mine.jsonl"], "data_sha256": "ab12"}
    (tmp_path / "config.json").write_text(json.dumps(config))
    export(tmp_path, tmp_path / "out")
    assert json.loads((tmp_path / "out" / "card.json").read_text())["data"]["own"] == "ab12"


def test_a_network_without_the_contracts_outputs_is_refused(tmp_path):
    model = build_model(Config(channels=(4,), strides=(4,)))
    keras.Model(model.input, {"logits": model.output["logits"]}).save(tmp_path / "model.keras")
    for name in ("config.json", "evaluation.json"):
        shutil.copy(TRAINED / name, tmp_path)
    with pytest.raises(ExportError, match="no output embedding, evidence"):
        export(tmp_path, tmp_path / "out")
