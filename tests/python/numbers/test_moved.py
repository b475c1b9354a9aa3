"""Real pictures are changed a little, and a table tells what is still read right."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.support.paper import draw_line_of
from training.numbers.moved import MOVES, moved, moved_rows
from training.numbers.sets import NumberSet
from training.paths import EXPORTED_LABELS, EXPORTED_STRINGS


@pytest.fixture
def file() -> bytes:
    """A picture of 2047 on paper that is brighter on its left."""
    file = io.BytesIO()
    draw_line_of("2047").convert("RGB").save(file, "PNG")
    return file.getvalue()


def opened(file: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(file)))


def test_each_change_keeps_the_number_and_alters_the_picture(file: bytes):
    before = opened(file)
    numbers = NumberSet("pictures", ["2047"], files=[file])
    pictures = {name: moved(numbers, move) for name, move in MOVES.items()}
    assert all(each.texts == ["2047"] for each in pictures.values())
    seen = {name: opened(each.files[0]) for name, each in pictures.items()}
    assert np.array_equal(seen.pop("as they are"), before)
    for name, after in seen.items():
        assert not np.array_equal(after, before), name
    assert seen["smaller, 75 %"].shape[1] == round(0.75 * before.shape[1])
    assert len(seen["turned by 2 degrees"]) > len(before)


def test_a_table_tells_how_many_stay_right(file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "a.png").write_bytes(file)
    with (folder / "labels.csv").open("w", newline="") as table:
        writer = csv.writer(table)
        writer.writerows([["file", "label", "kind", "notes"], ["a.png", "2047", "line", ""]])
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    heading, *rows, mean = moved_rows(EXPORTED_STRINGS, EXPORTED_LABELS)
    assert heading.split()[:3] == ["1", "real", "pictures"]
    assert rows[0].split() == ["as", "they", "are", "100.0%", "100.0%"]
    assert len(rows) == len(MOVES)
    assert mean.startswith("mean")
