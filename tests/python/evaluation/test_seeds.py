import json
from pathlib import Path

import pytest

from training.__main__ import main
from training.evaluation.seeds import compare_seeds, table


def write_run(folder, mnist, pen, worst, test):
    folder.mkdir()
    sets = {
        "MNIST, held-out writers": {"n": 5046, "accuracy": mnist, "worst_writer": 0.9},
        "pen, held-out writers": {"n": 1499, "accuracy": pen, "worst_writer": worst},
        "MNIST, test": {"n": 10_000, "accuracy": test},
    }
    evaluation = {
        "sets": sets,
        "corruptions": {"mean": 0.9},
        "refusal": {"accepted": 0.995, "together": {"refused": 0.98}},
    }
    (folder / "evaluation.json").write_text(json.dumps(evaluation))
    return folder


def test_the_best_run_is_the_one_whose_worst_group_is_best_whatever_the_test_says(tmp_path):
    lucky = write_run(tmp_path / "lucky", 0.999, 0.997, 0.96, 0.999)
    fair = write_run(tmp_path / "fair", 0.996, 0.993, 0.98, 0.990)
    equal = write_run(tmp_path / "equal", 0.996, 0.992, 0.98, 0.995)
    compared = compare_seeds([lucky, fair, equal])
    assert compared["best"] == str(fair)
    assert next(iter(compared["validation"][str(lucky)])) == "worst pen writer"


def test_mean_and_spread_are_over_the_runs(tmp_path):
    runs = [write_run(tmp_path / str(seed), 0.99 + seed / 1000, 0.99, 0.98, 0.995) for seed in range(3)]
    figure = compare_seeds(runs)["figures"]["MNIST, held-out writers"]
    assert figure["mean"] == pytest.approx(0.991)
    assert figure["deviation"] == pytest.approx(0.001)
    assert (figure["min"], figure["max"]) == (0.99, 0.992)


def test_a_figure_that_a_run_does_not_know_is_left_out(tmp_path):
    runs = [write_run(tmp_path / str(seed), 0.99, 0.99, 0.98, 0.995) for seed in range(2)]
    old = json.loads((runs[1] / "evaluation.json").read_text())
    del old["corruptions"]
    (runs[1] / "evaluation.json").write_text(json.dumps(old))
    figures = compare_seeds(runs)["figures"]
    assert "corruptions, mean" not in figures
    assert "refused at 99.5% of digits accepted" in figures


def test_the_command_prints_a_table_and_writes_it(tmp_path, capsys):
    runs = [str(write_run(tmp_path / str(seed), 0.99, 0.99, 0.98, 0.995)) for seed in range(2)]
    assert main(["seeds", *runs, "--report", str(tmp_path / "report")]) == 0
    assert table(compare_seeds([Path(run) for run in runs])) in capsys.readouterr().out
    assert json.loads((tmp_path / "report" / "seeds.json").read_text())["runs"] == runs


def test_a_run_that_was_not_evaluated_is_told(tmp_path, capsys):
    assert main(["seeds", str(tmp_path / "none"), "--report", str(tmp_path)]) == 1
    assert "evaluation.json is missing" in capsys.readouterr().err
