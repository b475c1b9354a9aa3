"""What people wrote as it is: how it is loaded, and when its reading is right."""

from __future__ import annotations

import csv
import zlib
from pathlib import Path

import pytest

from tests.support.unipen import write_unipen
from training.data.datasets import DataError
from training.data.unipen import load_unipen
from training.numbers.real import paper_set, real_sets, unipen_digits, unipen_letters, unipen_numbers


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    return tmp_path


def write_paper(data: Path, *rows: tuple[str, str, str]) -> None:
    (data / "paper").mkdir()
    with (data / "paper" / "labels.csv").open("w", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(["file", "label", "kind", "source", "licence", "notes"])
        for number, (label, kind, notes) in enumerate(rows):
            (data / "paper" / f"{number}.png").write_bytes(b"picture")
            writer.writerow([f"{number}.png", label, kind, "somebody", "", notes])


@pytest.mark.usefixtures("data")
def test_without_the_data_it_is_said_what_is_missing():
    with pytest.raises(DataError, match=r"digits\.jsonl\.gz"):
        load_unipen("digits")
    with pytest.raises(DataError, match="neither unipen/ nor paper/"):
        list(real_sets())


def test_what_there_is_is_measured(data: Path):
    write_unipen(data, "numbers", "12")
    assert [numbers.name for numbers in real_sets()] == ["UNIPEN's whole numbers"]


def test_the_place_that_is_read_worst_comes_first(data: Path):
    write_unipen(data, "digits", "1", "2", site="s01")
    write_unipen(data, "digits", "3", "4", site="s02")
    digits = unipen_digits()
    parts = digits.score(["1", "2", "3", "?"], digits.texts)
    assert {name: right.mean() for name, right in parts.items()} == {
        "": 0.75,
        "held-out places": 0.5,
        "site s02": 0.5,
        "site s01": 1,
    }
    assert list(parts) == ["", "held-out places", "site s02", "site s01"]


def test_what_people_wrote_who_are_trained_on_is_not_measured(data: Path):
    trained_on = next(name for name in (f"w{number}" for number in range(2, 99)) if zlib.crc32(name.encode()) % 4)
    write_unipen(data, "digits", "1", writer=trained_on)
    write_unipen(data, "digits", "2", writer="w1")
    assert unipen_digits().texts == ["2"]


def test_a_number_is_right_with_its_signs_however_it_is_parted(data: Path):
    write_unipen(data, "numbers", "5/27", "1 8 0 0", "12", "5-1")
    numbers = unipen_numbers()
    parts = numbers.score(["5/27", "1800", "1?", "51"], numbers.texts)
    assert parts[""].tolist() == [True, True, False, False]
    assert parts["of digits alone"].tolist() == [True, False]
    assert parts["with signs"].tolist() == [True, False]


def test_a_letter_is_right_where_no_digit_is_read(data: Path):
    write_unipen(data, "capitals", "K", "H", "U")
    write_unipen(data, "capitals", "O", ambiguous=True)
    write_unipen(data, "lowercase", "a")
    letters = unipen_letters()
    assert letters.texts == ["K", "H", "U", "a"]
    assert letters.score(["?", "1?", "", "-"], letters.texts)[""].tolist() == [True, False, True, True]


def test_a_picture_is_exact_where_every_line_has_its_digits(data: Path):
    write_paper(data, ("12 3|45", "table", ""), ("7", "one digit", ""), ("1~", "table", ""), ("8", "table", "DOUBTFUL"))
    paper = paper_set()
    assert paper.texts == ["12 3\n45", "7"]
    parts = paper.score(["123\n\n4.5", "17"], paper.texts)
    assert parts["pictures exact"].tolist() == [True, False]
    assert list(parts) == ["", "pictures exact", "exact, one digit", "exact, table"]
    assert parts[""].mean() == 5 / 6  # a digit too many counts as one that is wrong
