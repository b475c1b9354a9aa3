import dataclasses
import json
import re

import numpy as np
import pytest

from tests.support.made_up import QUICK, made_up_examples
from training import device
from training.data.datasets import Character
from training.digits.calibrate import ACCEPTED, fit_temperature, refusal_offset, softmax, unsure_threshold
from training.digits.network import build_model
from training.evaluation.corruptions import CORRUPTIONS
from training.evaluation.evaluate import EvidenceError, check_evidence, evaluate, summary
from training.evaluation.informative import informative_images, read_as_digits
from training.evaluation.measures import TEST, VALIDATION_DIGITS
from training.evaluation.refusal import HELD_OUT_SIGNS
from training.evaluation.report import Findings, write_report
from training.evaluation.seeds import compare_seeds
from training.evaluation.whole_numbers import measure_numbers
from training.fixtures import DIGITS
from training.numbers.sets import NumberSet

pytestmark = pytest.mark.tensorflow


def test_temperature_finds_how_much_too_sure_the_logits_are():
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 2, (20_000, 11))
    labels = np.array([rng.choice(11, p=row) for row in softmax(logits)])
    assert fit_temperature(logits * 3, labels) == pytest.approx(3, rel=0.05)


@pytest.mark.parametrize("bias", [-20, 0, 20])
def test_the_offset_lets_nearly_all_digits_through_and_no_more(bias: float):
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 1, (5000, 11))
    logits[:, 3] += 4
    logits[:, 10] += bias
    labels = np.full(5000, 3)
    labels[:100] = 10
    shifted = logits + np.eye(11)[10] * refusal_offset(logits, labels)
    assert (shifted[100:].argmax(axis=1) != 10).mean() == pytest.approx(ACCEPTED, abs=1 / 4900)


def test_the_threshold_leaves_sure_answers_that_are_right():
    probabilities = np.full((1000, 11), 0.0)
    probabilities[:, 1] = np.linspace(0.4, 1, 1000)
    labels = np.where(probabilities[:, 1] < 0.7, 2, 1)
    assert unsure_threshold(probabilities, labels) == pytest.approx(0.7, abs=0.02)


NON_DIGITS = (HELD_OUT_SIGNS[1], "<mine>")
PHOTOGRAPHS = "simulated photographs"
NUMBERS = {
    "pen numbers": {
        "share": 0.875,
        "n": 8,
        "interval": [0.53, 0.978],
        "parts": {"of 2 digits": {"share": 1.0, "n": 4, "interval": [0.51, 1.0]}},
    }
}


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory):
    """An untrained network's evaluation on made-up sets; its run and its report."""
    run, report = tmp_path_factory.mktemp("run"), tmp_path_factory.mktemp("report")
    examples = made_up_examples()
    validation = dict.fromkeys(VALIDATION_DIGITS, examples.mnist) | dict.fromkeys(NON_DIGITS, examples.non_digits)
    validation[PHOTOGRAPHS] = dataclasses.replace(examples.mnist, taken=9)
    build_model(QUICK).save(run / "model.keras")
    (run / "config.json").write_text(json.dumps(QUICK.as_dict()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "training.evaluation.evaluate._load_sets", lambda *_: (validation, examples.mnist, informative_images([]))
        )
        patch.setattr("training.evaluation.evaluate.measure_numbers", lambda *_: NUMBERS)
        evaluation = evaluate(run, report, say=lambda _: None)
    return evaluation, run, report


def test_the_evaluation_holds_every_set_every_corruption_and_the_refusal(evaluated):
    evaluation, run, _ = evaluated
    assert json.loads((run / "evaluation.json").read_text()) == evaluation
    assert set(evaluation["sets"]) == {*VALIDATION_DIGITS, *NON_DIGITS, PHOTOGRAPHS, TEST}
    assert all(len(result["interval"]) == 2 for result in evaluation["sets"].values())
    assert set(evaluation["corruptions"]["kinds"]) == set(CORRUPTIONS)
    assert evaluation["corruptions"]["n"] == 8
    assert set(evaluation["refusal"]["sets"]) == set(NON_DIGITS)
    assert evaluation["refusal"]["together"]["n"] == 8
    assert all(0 <= result["not_sure"] <= 1 for result in evaluation["sets"].values())
    assert evaluation["evidence_error"] < 1e-4


def test_the_evaluation_tells_what_each_digit_was_read_as(evaluated):
    evaluation = evaluated[0]
    assert set(evaluation["confusion"]) == {*VALIDATION_DIGITS, TEST}
    for name, counts in evaluation["confusion"].items():
        right = sum(row[label] for label, row in enumerate(counts))
        assert sum(map(sum, counts)) == evaluation["sets"][name]["n"]
        assert right / evaluation["sets"][name]["n"] == pytest.approx(evaluation["sets"][name]["accuracy"])


def test_the_report_is_one_page_that_needs_no_other_file(evaluated):
    _, _, report = evaluated
    page = (report / "report.html").read_text()
    assert sorted(file.name for file in report.iterdir()) == ["report.html", "report.json"]
    assert all(source.startswith("data:") for source in re.findall(r'(?:src|srcset|href)="([^"#]+)"', page))
    assert "{{" not in page
    assert "&lt;mine&gt;" in page
    assert "<mine>" not in page
    assert all(f"Examples of {kind}" in page for kind in CORRUPTIONS)


def test_photographs_that_were_not_cut_out_are_counted_and_told(evaluated):
    evaluation, _, report = evaluated
    result = evaluation["sets"][PHOTOGRAPHS]
    assert (result["n"], result["taken"], result["dropped"]) == (8, 9, 1)
    assert "8 of 9 pictures taken" in (report / "report.html").read_text()
    assert "of those cut out; 1 of 9 pictures taken were not" in summary(evaluation)


def test_letters_that_may_be_digits_and_blank_paper_are_told_and_are_no_set(evaluated):
    evaluation = evaluated[0]
    assert set(evaluation["informative"]) == {f"blank paper, {kind}" for kind in ("clean", "gray", "speckled")}
    letter = Character(DIGITS[0], "Balinese", ambiguous=True)
    images = informative_images([letter] * 3)
    assert images["ambiguous letters, held-out alphabet"].shape == (3, 28, 28)
    assert not images["blank paper, clean"].any()
    assert read_as_digits(np.eye(11)[[10, 0, 3, 10]])["read_as_a_digit"] == 0.5


def test_whole_numbers_and_their_parts_are_told(evaluated):
    evaluation, _, report = evaluated
    assert evaluation["numbers"] == NUMBERS
    page = (report / "report.html").read_text()
    section = page.partition('<section id="numbers">')[2].partition("</section>")[0]
    assert re.findall(r">([^<]*digits|pen numbers|[\d.]+\N{NO-BREAK SPACE}%)<", section) == [
        "pen numbers", "87.50\N{NO-BREAK SPACE}%", "of 2 digits", "100.00\N{NO-BREAK SPACE}%",
    ]  # fmt: skip
    table = summary(evaluation)
    assert re.search(r"pen numbers +8 +87\.50% +53\.00% to 97\.80%", table)
    assert re.search(r"of 2 digits +4 +100\.00%", table)


def test_without_node_whole_numbers_are_left_out_and_it_says_so(monkeypatch):
    monkeypatch.setattr(device, "NODE", device.NODE.with_name("nowhere.sh"))
    monkeypatch.setattr("training.evaluation.whole_numbers.write_graph_model", lambda *_: None)
    said: list[str] = []
    ink = NumberSet("one digit", ["4"], inks=[DIGITS[4]])
    assert measure_numbers(None, {"temperature": 1.0}, said.append, [ink]) == {}
    assert "Node.js" in said[-1]


def test_a_seed_that_was_not_evaluated_is_told_before_anything_is_read(evaluated, tmp_path):
    _, run, report = evaluated
    with pytest.raises(FileNotFoundError, match=r"evaluation\.json is missing"):
        evaluate(run, report, [run, tmp_path / "none"], say=pytest.fail)


def test_the_report_for_programs_counts_every_image(evaluated):
    evaluation, _, report = evaluated
    data = json.loads((report / "report.json").read_text())
    for name, result in evaluation["sets"].items():
        assert np.sum(data["sets"][name]["confusion"]) == result["n"]
        assert sum(each["n"] for each in data["sets"][name]["reliability"]) == result["n"]


def test_seeds_that_were_compared_are_in_the_report(evaluated, tmp_path):
    _, run, _ = evaluated
    examples = made_up_examples()
    sets = dict.fromkeys((*VALIDATION_DIGITS, TEST), examples.mnist) | {HELD_OUT_SIGNS[1]: examples.non_digits}
    probabilities = {name: np.eye(11)[images.labels] for name, images in sets.items()}
    evaluation = json.loads((run / "evaluation.json").read_text())
    evidence = dict.fromkeys(probabilities, np.zeros((8, 7, 7, 10)))
    corrupted = dict.fromkeys(CORRUPTIONS, examples.mnist.images[:2])
    validation = (*VALIDATION_DIGITS, HELD_OUT_SIGNS[1])
    write_report(
        tmp_path,
        Findings(evaluation, sets, validation, probabilities, evidence, corrupted, compare_seeds([run])),
    )
    assert 'id="seeds"' in (tmp_path / "report.html").read_text()


def test_evidence_that_does_not_average_to_the_logits_is_an_error():
    rng = np.random.default_rng(0)
    evidence = rng.normal(size=(4, 7, 7, 10))
    logits = np.concatenate([evidence.mean(axis=(1, 2)), np.zeros((4, 1))], axis=1)
    assert check_evidence({"evidence": evidence, "logits": logits}) == pytest.approx(0)
    logits[2, 3] += 0.01
    with pytest.raises(EvidenceError, match=r"0\.01 from the digits' logits"):
        check_evidence({"evidence": evidence, "logits": logits})


def test_the_summary_is_a_table_with_n(evaluated):
    evaluation = evaluated[0]
    pen = {"n": 1499, "accuracy": 0.9893, "interval": [0.98, 0.99], "calibration_error": 0.004, "worst_writer": 0.976}
    table = summary({**evaluation, "sets": {"pen": {**pen, "not_sure": 0.03}}})
    assert "1499" in table
    assert "98.93%" in table
    assert "97.60%" in table
    assert "zigzag" in table
