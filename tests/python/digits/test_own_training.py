"""Own digits in a run: who validates, what is trained on, and what a trained network labels."""

import csv
import dataclasses
import io
import json
from pathlib import Path

import numpy as np
import pytest

from tests.support.made_up import QUICK
from tests.support.own_files import GOLDEN, row, save_picture, write_csv, write_lines
from training.__main__ import main
from training.data import datasets
from training.data.datasets import NOT_A_DIGIT, Images, PenDigit
from training.data.own import load as own_data
from training.data.own.strokes import NO_WRITER
from training.digits import examples
from training.digits.config import Config
from training.fixtures import DIGITS
from training.in_parallel import join
from training.paths import TRAINED
from training.run import read_settings

pytestmark = pytest.mark.tensorflow


def own_of(writers: list[int]) -> own_data.OwnData:
    pen = [PenDigit(DIGITS[n % 10], n % 10, writer) for n, writer in enumerate(writers)]
    return own_data.OwnData(pen, Images(GOLDEN[:0], np.zeros(0, np.int64)))


NOTHING = Images(GOLDEN[:0], np.zeros(0, np.int64))


def test_fewer_than_fifty_are_all_trained_on():
    train, validation = own_of([NO_WRITER] * 49).split(NOTHING)
    assert (len(train.pen), len(validation.pen)) == (49, 0)


def test_of_fifty_a_tenth_of_all_labels_validates():
    train, validation = own_of([NO_WRITER] * 100).split(NOTHING)
    assert len(train.pen) == 90
    assert sorted(validation.labels) == list(range(10))
    assert len(own_of([NO_WRITER] * 50).split(NOTHING)[1].pen) == 5


def test_whoever_validates_is_not_trained_on():
    train, validation = own_of([writer for writer in range(20) for _ in range(5 + writer)]).split(NOTHING)
    assert not set(train.writers) & set(validation.writers)
    assert 0.1 <= len(validation.pen) / 290 <= 0.2


@pytest.mark.parametrize("writers", [[1] * 100, [1] * 50 + [2] * 50, [1] * 97 + [2] * 3])
def test_too_few_writers_validate_with_a_tenth_of_each_label(writers):
    validation = own_of(writers).split(NOTHING)[1]
    assert sorted(validation.labels) == list(range(10))


def test_images_that_validate_or_test_elsewhere_are_not_trained_on_and_known_ones_do_not_validate(tmp_path):
    rng = np.random.default_rng(0)
    images = np.pad(rng.integers(0, 255, (120, 20, 20), np.uint8), ((0, 0), (4, 4), (4, 4)))
    np.savez(tmp_path / "mine.npz", images=images, labels=np.arange(120) % 10)
    parts = [Images(images[start : start + 20], np.zeros(20)) for start in (0, 20, 40)]
    said: list[str] = []
    train, validation = own_data.share_out(
        own_data.load([str(tmp_path / "mine.npz")], "refuse", said.append), parts[0], parts[1:], said.append
    )
    assert (len(train.labels), len(validation.labels)) == (74, 6)
    used = {image.tobytes() for image in train.images.images}
    assert {image.tobytes() for image in parts[0].images} <= used
    assert not any(image.tobytes() in used for part in parts[1:] for image in part.images)
    assert "40 own images are left out" in said[0]


def one_after_the_other(make, jobs, seed: int) -> Images:
    """What `in_parallel` does, without the seconds that its processes take to start."""
    return join([make(np.random.default_rng((seed, number)), *job) for number, job in enumerate(jobs)])


@pytest.fixture
def made_up_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve MNIST writers of ten digits each, shifted so that they are not the golden ones; two pen writers."""
    mnist = Images(np.tile(np.roll(GOLDEN, 1, axis=1), (12, 1, 1)), np.arange(120) % 10, np.arange(120) // 10)
    test = Images(np.roll(GOLDEN, 2, axis=1), np.arange(10))
    pen = [PenDigit(DIGITS[label], label, writer) for writer in (1, 5) for label in range(10)]
    monkeypatch.setattr(datasets, "load_mnist", lambda: (mnist, test))
    monkeypatch.setattr(datasets, "load_pendigits", lambda: pen)
    monkeypatch.setattr(datasets, "load_characters", list)
    monkeypatch.setattr(examples, "in_parallel", one_after_the_other)


SMALL = dataclasses.replace(QUICK, epochs=1, batch_size=64, pen_variants=2, styled=0, non_digits=0, photographs=0)


@pytest.mark.usefixtures("made_up_people")
def test_own_ink_takes_part_as_what_it_is_labeled(tmp_path):
    hands = [[stroke + n for stroke in DIGITS[n % 10]] for n in range(101)]
    lines = [row(str(n % 10), f"writer {n // 10}", hands[n]) for n in range(100)] + [row("?", "writer 0", hands[100])]
    strokes = write_lines(tmp_path / "mine.jsonl", lines)
    for part, drawn in (("6", 6), ("not-a-digit", 4)):
        save_picture(tmp_path / "pictures" / part / "a.png", drawn)
    config = dataclasses.replace(SMALL, data=(str(strokes), str(tmp_path / "pictures")))
    without = examples.make_examples(SMALL, lambda _: None)
    made = examples.make_examples(config, lambda _: None)
    kept = made.validation["own data"]
    assert kept.writers is not None
    assert len(made.mnist.labels) == len(without.mnist.labels) + 1
    pen, non_digits = (len(made.pen.labels) - len(without.pen.labels), len(made.non_digits.labels))
    assert pen // 2 + (non_digits - 1) // 2 + len(kept.labels) == 101
    assert set(made.non_digits.labels) == {NOT_A_DIGIT}
    assert NOT_A_DIGIT not in made.pen.labels
    assert "own data" not in without.validation


def arguments(run: Path, *more: object) -> list[str]:
    """The command line of a training run that takes seconds."""
    settings = {name: value for name, value in SMALL.as_dict().items() if value not in (None, ())}
    listed = [
        [f"--{name.replace('_', '-')}", *map(str, value if isinstance(value, tuple) else [value])]
        for name, value in settings.items()
    ]
    return ["train", "--run", str(run), *(text for each in listed for text in each), *map(str, more)]


@pytest.mark.usefixtures("made_up_people")
def test_a_run_trains_on_own_data_once_its_rows_are_good_and_remembers_them(tmp_path, capsys):
    lines = [row(str(n % 10), ink=[stroke + n for stroke in DIGITS[n % 10]]) for n in range(60)]
    run, file = tmp_path / "run", write_lines(tmp_path / "mine.jsonl", [*lines, "{}"])
    np.savez(tmp_path / "more.npz", images=GOLDEN, labels=np.arange(10))
    data = ("--data", file, "--data", tmp_path / "more.npz")
    assert main(arguments(run, *data)) == 1
    assert "line 61: " in capsys.readouterr().err
    assert not run.exists()
    assert main(arguments(run, *data, "--bad-rows", "skip")) == 0
    log = json.loads((run / "log.jsonl").read_text())
    assert 0 <= log["own data"] <= 1
    config = Config.from_dict(read_settings(run))
    assert config.data == (str(file), str(tmp_path / "more.npz"))
    assert config.bad_rows == "skip"
    assert main(arguments(run)) == 1
    assert "other settings" in capsys.readouterr().err
    assert main(arguments(run, *data, "--bad-rows", "skip")) == 0
    assert "is trained already" in capsys.readouterr().out
    write_lines(file, lines[1:])
    assert main(arguments(run, *data, "--bad-rows", "skip")) == 1
    assert f"holds a run with other data in {file}" in capsys.readouterr().err
    assert main(["evaluate", "--run", str(run), "--report", str(tmp_path / "report")]) == 1
    assert "not what the run was trained on any more" in capsys.readouterr().err


def test_the_shipped_network_labels_kaggles_test_file(tmp_path, capsys):
    order = [3, 1, 4, 1, 5, 9, 2, 6, 5, 8, 7, 0]
    test = write_csv(tmp_path / "test.csv", GOLDEN[order], None)
    out = tmp_path / "answers" / "submission.csv"
    assert main(["label", str(test), "--out", str(out), "--run", str(TRAINED)]) == 0
    assert "12 images labeled" in capsys.readouterr().out
    rows = list(csv.reader(io.StringIO(out.read_text())))
    assert rows == [["ImageId", "Label"], *([str(n), str(digit)] for n, digit in enumerate(order, start=1))]


def test_what_the_network_takes_for_no_digit_is_labeled_with_one(tmp_path):
    test = write_csv(tmp_path / "test.csv", np.stack([np.zeros((28, 28), np.uint8), np.full((28, 28), 255)]), None)
    assert main(["label", str(test), "--out", str(tmp_path / "out.csv")]) == 0
    labels = [line.split(",")[1] for line in (tmp_path / "out.csv").read_text().splitlines()[1:]]
    assert set(labels) <= set("0123456789")


def test_labeling_tells_bad_rows_other_files_and_runs_without_a_network(tmp_path, capsys):
    def problem(*given: object) -> str:
        assert main(["label", *map(str, given), "--out", str(tmp_path / "out.csv")]) == 1
        assert not (tmp_path / "out.csv").exists()
        return capsys.readouterr().err

    test = write_csv(tmp_path / "test.csv", GOLDEN, None)
    assert "model.keras is not there" in problem(test, "--run", tmp_path)
    assert "No such file" in problem(tmp_path / "nowhere.csv")
    lines = test.read_text().splitlines()
    assert "1 of 10 rows cannot be used\n  line 11: it has 783 pixels" in problem(
        write_lines(test, [*lines[:10], lines[10][2:]])
    )
    assert "has no images" in problem(write_lines(test, lines[:1]))
    assert "begin with the columns pixel0" in problem(write_csv(test, GOLDEN, list(range(10))))
