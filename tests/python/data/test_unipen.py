"""What people wrote at UNIPEN's places: how it is loaded, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.support.unipen import write_unipen
from training.data import unipen
from training.data.held_out import is_held_out
from training.data.unipen import LEFT_OUT, ONE_PERSON, Written, fingerprint, load_unipen


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def leave_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, list], None]:
    """Makes a list on which one ink stands."""

    def write(kind: str, ink: list) -> None:
        strokes = [np.array(stroke, float) for stroke in ink]
        (tmp_path / "left_out.csv").write_text(f"kind,index,why,ink\n{kind},0,cut,{fingerprint(strokes)}\n")
        monkeypatch.setattr(unipen, "LEFT_OUT", tmp_path / "left_out.csv")

    return write


def test_strokes_come_with_their_label_writer_and_site(data: Path):
    write_unipen(data, "digits", "7", site="s09")
    (digit,) = load_unipen("digits")
    assert (digit.label, digit.writer, digit.site, digit.ambiguous) == ("7", "w1", "s09", False)
    assert [stroke.tolist() for stroke in digit.ink] == [[[0, 0], [3, 9]], [[5, 5]]]


def test_faulty_ink_is_left_out_wherever_it_lies_and_can_be_had_all_the_same(data: Path, leave_out: Callable):
    slash, moved = [[[9, 0], [0, 9]]], [[[19, 3], [10, 12]]]
    write_unipen(data, "digits", "1")
    write_unipen(data, "digits", "0", ink=moved)
    leave_out("digits", slash)
    assert [each.label for each in load_unipen("digits")] == ["1"]
    assert [each.label for each in load_unipen("digits", sifted=False)] == ["1", "0"]


def test_a_faulty_digit_leaves_letters_alone(data: Path, leave_out: Callable):
    slash = [[[9, 0], [0, 9]]]
    write_unipen(data, "capitals", "I", ink=slash)
    leave_out("digits", slash)
    assert [each.label for each in load_unipen("capitals")] == ["I"]


def test_what_a_person_wrote_once_counts_once(data: Path):
    write_unipen(data, "digits", "7", "7")
    write_unipen(data, "digits", "7", writer="w2")
    assert [each.writer for each in load_unipen("digits")] == ["w1", "w2"]
    assert len(load_unipen("digits", sifted=False)) == 3


def test_a_person_with_two_names_is_one(data: Path):
    write_unipen(data, "digits", "7", writer="w126", site="s09")
    write_unipen(data, "digits", "7", writer="w127", site="s09")
    (digit,) = load_unipen("digits")
    assert digit.writer == "w127"


def test_nobody_with_two_names_leaves_validation_by_one_of_them():
    for first, *others in ONE_PERSON:
        kept = [is_held_out(Written([], "7", name, "s01", ambiguous=False)) for name in (first, *others)]
        assert kept[0] == any(kept)


def test_what_is_left_out_is_listed_once_with_why():
    rows = [line.split(",") for line in LEFT_OUT.read_text().splitlines()[1:]]
    assert len({(kind, index) for kind, index, _, _ in rows}) == len(rows)
    assert {why for _, _, why, _ in rows} == {"cut", "label"}
    assert {kind for kind, _, _, _ in rows} == {"digits", "numbers", "capitals", "lowercase", "symbols"}
