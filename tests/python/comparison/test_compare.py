import dataclasses
import json
import shutil

import keras
import numpy as np
import pytest

from tests.support.comparison import QUICK, made_up_sets
from training.__main__ import main
from training.comparison import compare as comparison
from training.comparison.classical import CLASSICAL, gradient_histograms
from training.comparison.compare import METHODS, compare_on
from training.comparison.networks import NETWORKS, Fit, fit_network, network
from training.comparison.sets import evenly

pytestmark = pytest.mark.tensorflow


@pytest.mark.parametrize(
    ("key", "parameters"), [("perceptron", 79_510), ("seed-a", 203_434), ("seed-b", 760_234), ("seed-c", 2_382_346)]
)
def test_networks_have_the_parameters_that_are_told_of_them(key, parameters):
    assert NETWORKS[key].parameters() == parameters


def test_every_method_is_measured_on_every_set(results):
    assert list(results["methods"]) == list(QUICK)
    for method in results["methods"].values():
        assert {"mnist", "pen", "worst_writer", "corrupted", "bytes", "name", "about"} <= set(method)
        assert method["worst_writer"] <= method["pen"]
        assert method["corrupted"] == pytest.approx(np.mean(list(method["kinds"].values())))
    assert results["methods"]["tree"]["mnist"] == 1
    assert results["methods"]["inkdigit"]["mnist"] == 1


def test_only_what_was_trained_here_has_a_training_time(results):
    timed = {key for key, method in results["methods"].items() if "seconds" in method}
    assert timed == set(QUICK) - {"inkdigit"}


def test_a_stopped_comparison_goes_on_with_what_is_kept(compared, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(CLASSICAL["tree"].__class__, "train", lambda *_: pytest.fail("it is kept already"))
    compare_on(made_up_sets(), compared, ["tree"], say=said.append)
    assert len(said) == 1
    assert said[0].startswith("decision tree: mnist 100.00%")


def test_a_method_that_was_stopped_in_the_middle_begins_again(compared, tmp_path):
    shutil.copytree(compared, tmp_path / "run")
    (kept,) = (tmp_path / "run" / "kept").glob("tree-*")
    (kept / "training.json").unlink()
    said: list[str] = []
    compare_on(made_up_sets(), tmp_path / "run", ["tree"], say=said.append)
    assert said[0] == "decision tree: training"


def test_other_digits_make_other_models(compared, tmp_path):
    shutil.copytree(compared, tmp_path / "run")
    compare_on(made_up_sets(seed=1), tmp_path / "run", ["tree"], say=lambda _: None)
    assert len(list((tmp_path / "run" / "kept").glob("tree-*"))) == 2
    results = json.loads((tmp_path / "run" / "results.json").read_text())
    assert list(results["methods"]) == ["tree"]


def test_a_model_is_made_anew_where_the_code_that_makes_it_is_another():
    assert "def as_rows" in CLASSICAL["tree"].recipe()
    for code in ("def fit_network", "def write_graph_model", "'most_epochs': 12"):
        assert code in NETWORKS["seed-c"].recipe()


def test_measured_on_other_digits_a_model_is_measured_again_but_not_trained(compared, tmp_path, monkeypatch):
    shutil.copytree(compared, tmp_path / "run")
    monkeypatch.setitem(comparison.METHODS, "tree", dataclasses.replace(METHODS["tree"], corrupted_every=2))
    said: list[str] = []
    results = json.loads(compare_on(made_up_sets(), tmp_path / "run", ["tree"], say=said.append).read_text())
    assert said[0] == "decision tree: measuring"
    assert results["methods"]["tree"]["corrupted_n"] == 5


def test_the_penalty_draws_weights_to_zero_and_leaves_biases():
    weights = []
    for penalty in (0.0, 100.0):
        keras.utils.set_random_seed(0)
        model = network([keras.layers.Flatten(), keras.layers.Dense(10, "softmax", name="dense")])
        fit_network(model, made_up_sets(), Fit(most_epochs=5, patience=5, penalty=penalty), lambda _: None)
        weights.append(np.abs(model.get_layer("dense").get_weights()[0]).mean())
    assert weights[1] < weights[0]
    assert model.get_layer("dense").bias.regularizer is None


def test_few_digits_are_chosen_from_all_over_the_set():
    assert len(range(10_000)[evenly(10_000, 500)]) == 500
    assert len(range(1499)[evenly(1499, 500)]) == 500
    assert range(10)[evenly(10, None)] == range(10)


def test_gradients_have_1296_values():
    assert gradient_histograms(made_up_sets().mnist.images[:2]).shape == (2, 1296)


def test_a_method_that_does_not_exist_is_told(capsys, tmp_path):
    assert main(["compare", "--methods", "tree,tea-leaves", "--run", str(tmp_path)]) == 1
    assert "no method tea-leaves: choose of bayes," in capsys.readouterr().err
