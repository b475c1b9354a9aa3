"""Files of own digits that are not what they should be: each is read, or refused in words."""

from __future__ import annotations

import gzip
import io
import json
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import strategies as st

from tests.support.fuzz import damaged, fuzz
from tests.support.own_files import GOLDEN, idx, row, write_csv
from training.data.datasets import NOT_A_DIGIT, DataError
from training.data.own import load as own_data
from training.data.own.files import Rows

LABELS = np.arange(3)
IMAGES = GOLDEN[:3]


def npz() -> bytes:
    content = io.BytesIO()
    np.savez(content, x_train=IMAGES, y_train=LABELS)
    return content.getvalue()


LINES = "\n".join([row("7", writer="Ada"), row("?", ink=[np.zeros((3, 2))]), row("1")]).encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


def read(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    try:
        rows: Rows = own_data.read(file)
    except DataError:
        return
    assert len(rows.images) == len(rows.labels)
    for image, label in zip(rows.images, rows.labels, strict=True):
        assert (image.shape, image.dtype) == ((28, 28), np.uint8)
        assert 0 <= label <= NOT_A_DIGIT
    for digit in rows.pen:
        assert all(np.isfinite(stroke).all() and len(stroke) for stroke in digit.ink)
    assert all(rows.bad)


@fuzz(60, content=damaged([LINES, gzip.compress(LINES)]))
def test_strokes(folder: Path, content: bytes) -> None:
    read(folder / "mine.jsonl", content)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["x", "y", "t"]), inner, max_size=3),
    max_leaves=8,
)
ROWS = st.dictionaries(st.sampled_from(["strokes", "label", "writer", "image"]), VALUES, max_size=4)


@fuzz(60, rows=st.lists(ROWS | VALUES, max_size=4))
def test_lines_of_strokes(folder: Path, rows: list[object]) -> None:
    read(folder / "mine.jsonl", "\n".join(map(json.dumps, rows)).encode("utf-8", "surrogatepass"))


@fuzz(60, content=damaged([npz()]))
def test_arrays(folder: Path, content: bytes) -> None:
    read(folder / "mine.npz", content)


@fuzz(60, images=damaged([idx(IMAGES), gzip.compress(idx(IMAGES))]), labels=damaged([idx(LABELS)]))
def test_idx(folder: Path, images: bytes, labels: bytes) -> None:
    # Of the pair, one or both.
    (folder / "train-labels-idx1-ubyte").write_bytes(random.Random(len(images)).choice([labels, idx(LABELS)]))
    read(folder / "train-images-idx3-ubyte", images)


@pytest.fixture(scope="module")
def table(folder: Path) -> bytes:
    return write_csv(folder / "mine.csv", IMAGES, LABELS.tolist()).read_bytes()


@fuzz(60, at=st.integers(0, 10_000), few=st.binary(min_size=1, max_size=8), taken=st.integers(0, 9000))
def test_tables(folder: Path, table: bytes, at: int, few: bytes, taken: int) -> None:
    read(folder / "mine.csv", table[:at] + few + table[at + taken :])
