import dataclasses
import json
import shutil

import keras
import matplotlib.pyplot as plt
import numpy as np
import pytest

from bench import compare as bench
from bench.compare import README, is_whole, write_report
from training.__main__ import main
from training.comparison import charts
from training.comparison import compare as comparison
from training.comparison.classical import CLASSICAL, gradient_histograms
from training.comparison.compare import METHODS, compare_on
from training.comparison.networks import NETWORKS, Fit, NetworkMethod, fit_network, network
from training.comparison.report import BEGIN, END, put_into_readme, short_table, size, speed_line
from training.comparison.sets import Sets, evenly
from training.data.datasets import Images
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes

pytestmark = pytest.mark.tensorflow

QUICK = ("bayes", "tree", "perceptron", "inkdigit")


def made_up_sets(seed=0):
    """Twenty plain digits, some of them soiled, to learn from; ten by two writers to be measured on."""
    images = to_bytes(rasterize(DIGITS[label]) for label in range(10))
    soiled = np.maximum(images, np.random.default_rng(seed).integers(0, 60, images.shape, np.uint8))
    labels = np.arange(10)
    plain, train = Images(images, labels), Images(np.concatenate([images, soiled]), np.tile(labels, 2))
    return Sets(train, plain, plain, Images(images, labels, labels // 5), most_digits=20)


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """A folder with a comparison of a few methods."""
    folder = tmp_path_factory.mktemp("compare")
    with pytest.MonkeyPatch.context() as patch:
        # One epoch is enough to see that it goes through.
        patch.setattr(comparison, "METHODS", {key: _quick(METHODS[key]) for key in QUICK})
        compare_on(made_up_sets(), folder, list(QUICK), say=lambda _: None)
        yield folder


def _quick(method):
    return dataclasses.replace(method, fit=Fit(most_epochs=1)) if isinstance(method, NetworkMethod) else method


@pytest.fixture
def results(compared):
    return json.loads((compared / "results.json").read_text())


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


def test_the_report_has_every_figure_and_picture(results, tmp_path):
    write_report(_in_browser(results), tmp_path)
    text = (tmp_path / "README.md").read_text()
    assert "{" not in text
    assert "| 100.00 % |" in text
    assert "decision tree" in text
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "README.md",
        "errors.png",
        "results.json",
        "size.png",
        "time.png",
    ]


def test_a_comparison_without_networks_is_reported_in_its_own_folder_and_needs_no_browser(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(comparison, "load_sets", lambda _: made_up_sets())
    monkeypatch.setattr(bench, "launch", lambda _: pytest.fail("nothing is timed"))
    readme = README.read_text()
    assert bench.main(["--methods", "tree", "--run", str(tmp_path)]) == 0
    assert "This is a part" in capsys.readouterr().out
    assert README.read_text() == readme
    report = tmp_path / "report"
    assert sorted(file.name for file in report.iterdir()) == ["README.md", "errors.png", "results.json", "size.png"]
    text = (report / "README.md").read_text()
    assert "time.png" not in text
    assert "none was timed this time" in text


def test_help_ends_without_a_comparison(monkeypatch, capsys):
    monkeypatch.setattr(bench, "compare", lambda *_: pytest.fail("only help was asked for"))
    with pytest.raises(SystemExit) as end:
        bench.main(["--help"])
    assert end.value.code == 0
    assert "--methods" in capsys.readouterr().out


def test_publishing_tells_too_what_a_person_can_put_right(tmp_path, capsys):
    assert bench.main(["--methods", "tea-leaves", "--run", str(tmp_path)]) == 1
    assert "no method tea-leaves" in capsys.readouterr().err


def test_names_of_methods_alike_do_not_cover_each_other(tmp_path, monkeypatch):
    # The perceptron and HOG are alike in size and errors.
    methods = {
        key: {"name": key * 20, "bytes": size, "pen": 0.97, "parameters": None}
        for key, size in (("a", 105_000), ("b", 166_000), ("c", 190_000_000))
    }
    figures: list = []
    monkeypatch.setattr(charts, "_save", lambda figure, _: figures.append(figure))
    charts.plot_size({"methods": methods}, tmp_path / "size.png")
    boxes = [text.get_window_extent() for text in figures[0].axes[0].texts]
    assert len(boxes) == 3
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
    plt.close(figures[0])


def test_the_table_goes_between_the_marks_of_the_readme(results, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    for _ in range(2):
        put_into_readme(readme, _in_browser(results))
    text = readme.read_text()
    assert short_table(results) in text
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")


def test_the_readme_of_this_repository_has_the_marks():
    text = README.read_text()
    assert text.count(BEGIN) == text.count(END) == 1


def test_a_readme_without_marks_is_left_alone(results, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("no marks")
    with pytest.raises(ValueError, match="needs the lines"):
        put_into_readme(readme, _in_browser(results))
    assert readme.read_text() == "no marks"


def test_a_part_of_the_comparison_is_not_published(results):
    assert not is_whole(results)
    assert not is_whole({"most_digits": 500, "methods": METHODS})
    assert is_whole({"most_digits": None, "methods": METHODS})


def test_a_method_measured_on_a_part_is_told_as_such(results, tmp_path):
    results["digits"]["mnist"] = 100
    write_report(_in_browser(results), tmp_path)
    assert "decision tree on 10 of them a way" in (tmp_path / "README.md").read_text()


def test_our_speed_is_told_beside_seed_as():
    seed, ours = ({"browser": {"wasm": {"ms": ms}, "cpu": {"ms": ms * 10}}} for ms in (6.0, 2.0))
    told = speed_line({"methods": {"seed-a": seed, "inkdigit": ours}})
    assert told
    assert "30 times faster" in told
    assert speed_line({"methods": {"inkdigit": ours}}) is None


@pytest.mark.parametrize(("count", "text"), [(215_123, "215 KB"), (1_000_000, "1.0 MB"), (191_000_000, "191.0 MB")])
def test_sizes_are_written_as_people_read_them(count, text):
    assert size(count) == text


def _in_browser(results):
    """As if the networks had been timed."""
    for method in results["methods"].values():
        if "graph" in method:
            method |= {"brotli": 1000, "browser": {backend: {"ms": 1.0, "n": 300} for backend in ("wasm", "cpu")}}
    return results | {"browser": "Chromium 1"}
