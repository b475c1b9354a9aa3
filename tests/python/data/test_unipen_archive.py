"""UNIPEN's archive as it is published becomes the files that training reads. The archives here are made up."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from training.__main__ import main
from training.data.datasets import DataError
from training.data.unipen import load_unipen
from training.data.unipen_convert import convert

HEADER = """.VERSION 1.0
.HIERARCHY TEXT WORD CHARACTER
.COMMENT the next line is no statement
 .PEN_DOWN
.X_DIM 100
.Y_DIM 100
.COORD X Y
"""

# A 4 of two strokes, a 1, and a stroke that is a 2 and a 3 in one.
INK = """.WRITER_ID Jane_Doe
.PEN_DOWN
\t10\t30
\t10\t20
\t20\t20
.PEN_UP
.PEN_DOWN
17 28
17 10
.PEN_UP
.PEN_DOWN
30 30
30 10
.PEN_UP
.PEN_DOWN
40 30
45 20
40 10
50 10
60 30
65 20
60 10
.PEN_UP
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The folder; its writer's ink is included."""
    write(tmp_path / "archive" / "include" / "abc" / "abc.doc", HEADER)
    write(tmp_path / "archive" / "include" / "abc" / "data" / "jane.dat", INK)
    (tmp_path / "archive" / "data").mkdir()
    return tmp_path / "archive"


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    return tmp_path / "unipen"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def segments(archive: Path, category: str, *lines: str, site: str = "abc", file: str = "jane") -> None:
    """A file of the archive that says what the included ink is."""
    text = "\n".join([f".INCLUDE {site}/abc.doc", f".INCLUDE {site}/data/{file}.dat", *lines, ""])
    write(archive / "data" / category / site / f"{file}.dat", text)


def strokes(digit: str) -> list[list[list[float]]]:
    (ink,) = [each.ink for each in load_unipen("digits") if each.label == digit]
    return [stroke.tolist() for stroke in ink]


def test_the_ink_of_a_segment_comes_from_the_included_file_with_y_down(archive: Path, out: Path):
    segments(archive, "1a", '.SEGMENT CHARACTER 0-1 ? "4"', '.SEGMENT CHARACTER 2 OK "1"')
    assert "2 digits" in convert(archive, out)
    assert strokes("4") == [[[0, 0], [0, 10], [10, 10]], [[7, 2], [7, 20]]]
    assert strokes("1") == [[[0, 0], [0, 20]]]


def test_two_digits_of_one_stroke_are_parted_at_their_points(archive: Path, out: Path):
    segments(archive, "1a", '.SEGMENT CHARACTER 2:1-3:3 OK "2"', '.SEGMENT CHARACTER 3:4-3:6 OK "3"')
    convert(archive, out)
    assert strokes("2") == [[[0, 20]], [[10, 0], [15, 10], [10, 20], [20, 20]]]
    assert strokes("3") == [[[0, 0], [5, 10], [0, 20]]]


def test_components_may_be_listed(archive: Path, out: Path):
    segments(archive, "1a", '.SEGMENT CHARACTER 0,2-2 OK "4"')
    convert(archive, out)
    assert len(strokes("4")) == 2


def test_the_way_through_the_air_counts_and_is_no_ink(archive: Path, out: Path):
    write(archive / "include/abc/data/jane.dat", INK.replace(".PEN_UP\n", ".PEN_UP\n10 30\n17 28\n", 1))
    segments(archive, "1a", '.SEGMENT CHARACTER 0-2 ? "4"', '.SEGMENT CHARACTER 3 ? "1"')
    convert(archive, out)
    assert len(strokes("4")) == 2
    assert strokes("1") == [[[0, 0], [0, 20]]]


def test_points_may_have_more_than_a_place(archive: Path, out: Path):
    write(archive / "include/abc/data/jane.dat", ".COORD T Y X P\n.PEN_DOWN\n0 30 10 255\n10 20 15.5 90\n.PEN_UP\n")
    segments(archive, "1a", '.SEGMENT CHARACTER 0 ? "1"')
    convert(archive, out)
    assert strokes("1") == [[[0, 0], [5.5, 10]]]


def test_each_kind_has_its_file_and_what_could_be_a_digit_is_marked(archive: Path, out: Path):
    segments(archive, "1a", '.SEGMENT CHARACTER 2 OK "1"', '.SEGMENT CHARACTER 2 OK "I"')
    segments(archive, "1b", '.SEGMENT CHARACTER 2 OK "I"', '.SEGMENT CHARACTER 0-1 OK "H"')
    segments(archive, "1c", '.SEGMENT CHARACTER 2 OK "l"')
    segments(archive, "1d", r'.SEGMENT CHARACTER 0,2 OK "\""')
    segments(archive, "7", '.SEGMENT WORD 0-3 OK "41 : 23"', '.SEGMENT WORD 0-3 OK "four"', '.SEGMENT WORD 0 OK "4"')
    segments(archive, "8", '.SEGMENT TEXT 0-2 OK\n"4-1/4"')
    convert(archive, out)
    assert [each.label for each in load_unipen("digits")] == ["1"]
    assert [(each.label, each.ambiguous) for each in load_unipen("capitals")] == [("I", True), ("H", False)]
    assert [each.label for each in load_unipen("lowercase")] == ["l"]
    assert [each.label for each in load_unipen("symbols")] == ['"']
    assert [each.label for each in load_unipen("numbers")] == ["41 : 23", "4-1/4"]


def test_of_a_persons_letters_two_are_enough(archive: Path, out: Path):
    segments(archive, "1b", *[f'.SEGMENT CHARACTER {part} OK "I"' for part in ("0", "1", "2")])
    convert(archive, out)
    assert len(load_unipen("capitals")) == 2


def test_neither_people_nor_places_are_named(archive: Path, out: Path):
    segments(archive, "1a", '.SEGMENT CHARACTER 2 OK "1"')
    write(archive / "include/xyz/abc.doc", HEADER)
    write(archive / "include/xyz/data/john.dat", INK.replace("Jane_Doe", "John_Doe").replace("30 30", "31 30"))
    segments(archive, "1a", '.SEGMENT CHARACTER 2 OK "1"', site="xyz", file="john")
    assert "people: 2, places: 2" in convert(archive, out)
    assert [(each.writer, each.site) for each in load_unipen("digits")] == [("w0001", "s01"), ("w0002", "s02")]


def test_two_names_with_the_same_ink_are_one_person(archive: Path, out: Path):
    points = "\n".join(f"{number} {number * number}" for number in range(20))
    for site, name in (("abc", "Jane_Doe"), ("xyz", "JD")):
        write(archive / f"include/{site}/abc.doc", HEADER)
        write(archive / f"include/{site}/data/jane.dat", f".WRITER_ID {name}\n.PEN_DOWN\n{points}\n.PEN_UP\n")
        segments(archive, "1a", '.SEGMENT CHARACTER 0 OK "1"', site=site)
    assert "people: 1, places: 2" in convert(archive, out)


def test_what_cannot_be_read_is_told_by_file_and_line_and_left_out(archive: Path, out: Path):
    segments(
        archive,
        "1a",
        '.SEGMENT CHARACTER 2 OK "1"',
        '.SEGMENT CHARACTER 9 OK "2"',
        '.SEGMENT CHARACTER 3:4-3:7 OK "3"',
        ".SEGMENT CHARACTER 0-1 4",
        '.SEGMENT CHARACTER 1-0 OK "5"',
        '.SEGMENT CHARACTER 1 BAD "6"',
    )
    told = convert(archive, out)
    assert [each.label for each in load_unipen("digits")] == ["1"]
    assert "4 of 5 rows" in told
    assert "data/1a/abc/jane.dat:4: 9 is not among the 4 components" in told
    assert "data/1a/abc/jane.dat:5: 3:4-3:7 is not among the 7 points of component 3" in told
    assert "data/1a/abc/jane.dat:6: 'CHARACTER 0-1 4' lacks its level, components, quality or label" in told
    assert "data/1a/abc/jane.dat:7: 1-0 is not among the 4 components" in told


def test_ink_that_is_not_in_the_archive_is_told(archive: Path, out: Path):
    write(
        archive / "include/abc/data/jane.dat",
        ".INCLUDE abc/gone.dat\n.PEN_DOWN\n0 0\n.PEN_UP\n.PEN_DOWN\n1 2 3\n" + INK,
    )
    segments(archive, "1a", '.SEGMENT CHARACTER 0 OK "7"', '.SEGMENT CHARACTER 1 OK "8"', '.SEGMENT CHARACTER 4 OK "1"')
    told = convert(archive, out)
    assert [each.label for each in load_unipen("digits")] == ["1"]
    assert "include/abc/data/jane.dat:1: there is no 'abc/gone.dat' to include" in told
    assert "include/abc/data/jane.dat:5: its points are not rows of X Y" in told
    assert "jane.dat:3: the ink of component 0 was taken out of the archive: it is 0 0" in told
    assert "jane.dat:4: 1 has no ink" in told


def test_a_file_that_includes_itself_ends(archive: Path, out: Path):
    write(archive / "include/abc/data/jane.dat", ".INCLUDE abc/data/jane.dat\n" + INK)
    segments(archive, "1a", '.SEGMENT CHARACTER 2 OK "1"')
    assert "there is no 'abc/data/jane.dat' to include" in convert(archive, out)


def test_nothing_outside_the_archive_is_included(archive: Path, out: Path):
    write(archive.parent / "secret.dat", INK)
    write(archive / "data/1a/abc/jane.dat", '.INCLUDE ../../secret.dat\n.SEGMENT CHARACTER 2 OK "1"\n')
    with pytest.raises(DataError, match=r"there is no '../../secret.dat' to include"):
        convert(archive, out)


def test_the_archive_may_be_packed(archive: Path, out: Path, tmp_path: Path):
    segments(archive, "1a", '.SEGMENT CHARACTER 2 OK "1"')
    with tarfile.open(tmp_path / "unipen.tgz", "w:gz") as packed:
        packed.add(archive, "CDROM/train_r01_v07")
    assert main(["unipen", str(tmp_path / "unipen.tgz"), str(out)]) == 0
    assert len(load_unipen("digits")) == 1


def test_what_is_no_archive_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text").write_text("no archive")
    for archive, problem in (
        ("empty", "no folder with data/"),
        ("text", "neither a folder"),
        ("none", "neither a folder"),
    ):
        assert main(["unipen", str(tmp_path / archive), str(tmp_path / "out")]) == 1
        assert problem in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
