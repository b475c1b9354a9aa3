import dataclasses
import json
import shutil

import keras
import numpy as np
import pytest

from tests.support.made_up import QUICK, made_up_examples
from training.__main__ import main
from training.digits.config import RECIPE, Config
from training.digits.network import build_model, logits_of
from training.digits.train import Epochs, fit, train
from training.learning import as_input
from training.paths import TRAINED
from training.run import SettingsError

pytestmark = pytest.mark.tensorflow


def test_the_network_is_small_and_has_every_output_of_the_contract():
    model = build_model(Config())
    assert model.count_params() < 120_000
    assert model.input.shape == (None, 28, 28, 1)
    assert {name: tensor.shape[1:] for name, tensor in model.output.items()} == {
        "scores": (20,),
        "logits": (11,),
        "evidence": (7, 7, 10),
        "embedding": (64,),
    }


def test_the_mean_of_the_evidence_is_the_digits_logits():
    outputs = build_model(QUICK).predict(np.random.default_rng(0).random((3, 28, 28, 1)), verbose=0)
    assert outputs["evidence"].mean(axis=(1, 2)) == pytest.approx(outputs["logits"][:, :10], abs=1e-5)


def test_an_epoch_has_every_mnist_digit_and_depends_on_seed_and_number_alone():
    examples = made_up_examples()
    epochs = Epochs(examples, dataclasses.replace(QUICK, pen_per_epoch=3, non_digits_per_epoch=5))
    assert len(epochs.order) == 8 + 3 + 5
    assert set(range(8)) <= set(epochs.order)
    first = epochs.order.tolist()
    epochs.draw(1)
    assert epochs.order.tolist() != first
    epochs.draw(0)
    assert epochs.order.tolist() == first


def test_a_batch_is_ink_images_and_one_hot_labels():
    images, labels = Epochs(made_up_examples(), QUICK)[0]
    assert images.shape == (4, 28, 28, 1)
    assert images.dtype == np.float32
    assert images.max() == 1
    assert labels.shape == (4, 20)
    assert labels[:, :11].sum(axis=1).tolist() == [1] * 4


def test_learns_eight_made_up_images_and_writes_model_and_log(tmp_path):
    config = dataclasses.replace(QUICK, epochs=40, clean_share=0.9, channels=(16, 32), learning_rate=0.01)
    file = fit(made_up_examples(), config, tmp_path)
    examples = made_up_examples()
    logits = logits_of(keras.models.load_model(file)).predict(as_input(examples.mnist.images), verbose=0)
    assert logits.argmax(axis=1).tolist() == examples.mnist.labels.tolist()
    log = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [row["epoch"] for row in log] == list(range(1, 41))
    assert log[-1]["loss"] < log[0]["loss"]


def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(tmp_path):
    class StopError(Exception):
        pass

    config = dataclasses.replace(QUICK, clean_share=1.0, dropout=0.0)
    whole = keras.models.load_model(_fit(config, tmp_path / "whole"))
    draw = Epochs.draw

    def stop_before_the_second(self: Epochs, epoch: int) -> None:
        if epoch == 1:
            raise StopError
        draw(self, epoch)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Epochs, "draw", stop_before_the_second)
        with pytest.raises(StopError):
            _fit(config, tmp_path / "stopped")
    resumed = keras.models.load_model(_fit(config, tmp_path / "stopped"))
    for one, other in zip(whole.get_weights(), resumed.get_weights(), strict=True):
        assert one == pytest.approx(other, abs=1e-4)
    assert len((tmp_path / "stopped" / "log.jsonl").read_text().splitlines()) == 2


def _fit(config: Config, folder):
    keras.utils.set_random_seed(config.seed)
    return fit(made_up_examples(), config, folder)


def test_a_run_that_is_done_is_left_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr("training.digits.train.make_examples", lambda *_: made_up_examples())
    file = train(QUICK, tmp_path)
    before = file.read_bytes()
    said: list[str] = []
    assert train(QUICK, tmp_path, said.append) == file
    assert said == [f"{tmp_path} is trained already"]
    assert file.read_bytes() == before


def test_a_run_may_begin_with_the_weights_of_another(tmp_path):
    first = keras.models.load_model(_fit(QUICK, tmp_path / "first"))
    still = dataclasses.replace(
        QUICK, start=(str(tmp_path / "first" / "model.keras"),), learning_rate=0.0, weight_decay=0.0
    )
    second = keras.models.load_model(_fit(still, tmp_path / "second"))
    for one, other in zip(first.trainable_weights[:-1], second.trainable_weights[:-1], strict=True):
        assert np.asarray(one) == pytest.approx(np.asarray(other), abs=1e-6)


@pytest.mark.parametrize(
    "cluster", ["", '{"cluster": {"worker": ["a:1", "b:1"]}, "task": {"type": "worker", "index": 0}}']
)
def test_networks_to_begin_with_that_are_not_there_are_told_before_anybody_waits(
    tmp_path, monkeypatch, capsys, cluster
):
    monkeypatch.setenv("TF_CONFIG", cluster)
    there = str(TRAINED / "model.keras")
    assert main(["train", "--run", str(tmp_path / "run"), "--start", there, "runs/nowhere.keras"]) == 1
    assert "runs/nowhere.keras is not there: name the model.keras of a run" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_networks_to_begin_with_are_remembered_by_their_place_in_the_repository(tmp_path, monkeypatch):
    monkeypatch.setattr("training.digits.train.make_examples", lambda *_: made_up_examples())
    monkeypatch.setattr(
        "training.digits.train.fit", lambda _examples, _config, folder, _workers: folder / "model.keras"
    )
    outside = tmp_path / "mine.keras"
    outside.touch()
    start = [str(TRAINED / "model.keras"), "training/trained/model.keras", str(outside)]
    assert main(["train", "--run", str(tmp_path / "run"), "--start", *start]) == 0
    settings = json.loads((tmp_path / "run" / "config.json").read_text())
    assert settings["start"] == ["training/trained/model.keras"] * 2 + [str(outside)]


@pytest.mark.parametrize("name", ["model.keras", "config.json"])
def test_a_run_that_is_to_be_evaluated_and_is_not_there_is_told(tmp_path, capsys, name):
    for file in {"model.keras", "config.json"} - {name}:
        shutil.copy(TRAINED / file, tmp_path)
    assert main(["evaluate", "--run", str(tmp_path), "--report", str(tmp_path / "report")]) == 1
    assert f"{tmp_path / name} is not there: train the run to its end" in capsys.readouterr().err


def test_a_folder_with_a_run_of_other_settings_is_left_alone(tmp_path):
    (tmp_path / "config.json").write_text(json.dumps(QUICK.as_dict()))
    with pytest.raises(SettingsError, match="holds a run with other settings"):
        train(dataclasses.replace(QUICK, seed=9), tmp_path)


def test_settings_survive_being_written_and_unknown_ones_are_refused():
    assert Config.from_dict(json.loads(json.dumps(QUICK.as_dict()))) == QUICK
    with pytest.raises(SettingsError, match="colour"):
        Config.from_dict({"colour": 3})


@pytest.mark.parametrize(
    ("older", "now"),
    [("runs/first/model.keras", ("runs/first/model.keras",)), (None, ()), ([], ()), (["a", "b"], ("a", "b"))],
)
def test_older_runs_that_began_with_one_network_or_none_are_read(older, now):
    assert Config.from_dict({"start": older}).start == now


def test_a_run_of_no_epochs_is_the_mean_of_the_weights_that_it_begins_with(tmp_path):
    runs = [_fit(dataclasses.replace(QUICK, seed=seed), tmp_path / str(seed)) for seed in (1, 2)]
    mean = _fit(dataclasses.replace(QUICK, start=tuple(map(str, runs)), epochs=0), tmp_path / "mean")
    one, other, between = (keras.models.load_model(file).get_layer("conv2").get_weights()[0] for file in (*runs, mean))
    assert between == pytest.approx((one + other) / 2, abs=1e-6)


def test_each_run_of_the_recipe_begins_with_what_runs_before_it_made():
    made: set[str] = set()
    for name, config in RECIPE.items():
        assert bool(config.start) == (name != "first")
        assert set(config.start) <= made
        made.add(f"runs/{name}/model.keras")


def test_the_command_line_explains_itself(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert "INKDIGIT_DATA" in text
    assert "evaluate" in text


def test_the_command_line_says_what_is_wrong_with_the_data(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path / "nowhere"))
    assert main(["train", "--run", str(tmp_path / "run")]) == 1
    assert "which is not a folder" in capsys.readouterr().err
