import gzip
import os
import zipfile

import numpy as np
import pytest

from training.data import datasets, held_out
from training.data.datasets import DataError, Images

UNIPEN = """.INCLUDE dene.doc
.SEGMENT DIGIT    0 ? "8"
.COMMENT 8 12  224
.PEN_DOWN
 10 90
 20 80
.PEN_UP
.PEN_DOWN
 15 85
.PEN_UP
.DT 100
.SEGMENT DIGIT    2-3 ? "2"
.COMMENT 2 26   54
.PEN_DOWN
 1 2
 3 4
.PEN_UP
"""

needs_data = pytest.mark.skipif(not os.environ.get("INKDIGIT_DATA"), reason="INKDIGIT_DATA names no data folder")


def test_unipen_gives_strokes_label_and_writer_with_y_down():
    eight, two = datasets.parse_unipen(UNIPEN)
    assert (eight.label, eight.writer) == (8, 12)
    assert [stroke.tolist() for stroke in eight.ink] == [[[10, -90], [20, -80]], [[15, -85]]]
    assert (two.label, two.writer) == (2, 26)


def test_unipen_without_a_writer_is_refused_by_its_number():
    with pytest.raises(DataError, match="Segment 2 of the pen digits"):
        datasets.parse_unipen(UNIPEN.replace(".COMMENT 2 26   54\n", ""))


def test_writers_of_mnist_are_in_one_part_only():
    writers = np.repeat(np.arange(48), 5)
    digits = Images(np.zeros((240, 28, 28), np.uint8), np.zeros(240, np.int64), writers)
    train, validation = held_out.split_mnist(digits)
    assert train.writers is not None
    assert validation.writers is not None
    assert sorted(set(validation.writers)) == [0, 12, 24, 36]
    assert not set(train.writers) & set(validation.writers)


def test_without_writers_the_last_twelfth_validates():
    digits = Images(np.zeros((240, 28, 28), np.uint8), np.arange(240))
    train, validation = held_out.split_mnist(digits)
    assert validation.labels.tolist() == list(range(220, 240))
    assert len(train.labels) == 220


def test_data_that_differ_from_the_published_are_refused(tmp_path, monkeypatch):
    (tmp_path / "pendigits-orig.tra.gz").write_bytes(gzip.compress(UNIPEN.encode()))
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    with pytest.raises(DataError, match="pendigits data differ"):
        datasets.load_pendigits()


def test_a_folder_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setenv("INKDIGIT_DATA", "no/such/folder")
    with pytest.raises(DataError, match="'no/such/folder', which is not a folder"):
        datasets.load_mnist()


def test_reads_pen_digits_as_uci_publishes_them(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "pendigits.zip", "w") as archive:
        archive.writestr("pendigits-orig.tra.Z", unix_compress(UNIPEN.encode()))
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    monkeypatch.setattr(datasets, "_check", lambda *_: None)
    assert [digit.label for digit in datasets.load_pendigits()] == [8, 2]


def unix_compress(content: bytes) -> bytes:
    """A .Z file of 9-bit codes, which every decoder takes as long as no code beyond 511 is due."""
    assert len(content) < 256
    bits = "".join(format(byte, "09b")[::-1] for byte in content)
    padded = bits + "0" * (-len(bits) % 8)
    return b"\x1f\x9d\x90" + bytes(int(padded[i : i + 8][::-1], 2) for i in range(0, len(padded), 8))


@needs_data
def test_the_published_pen_digits_are_split_by_writer():
    train, validation = held_out.split_pendigits(datasets.load_pendigits())
    assert (len(train), len(validation)) == (5995, 1499)
    assert not {digit.writer for digit in train} & {digit.writer for digit in validation}


@needs_data
def test_the_published_mnist_has_its_writers():
    train, test = datasets.load_mnist()
    assert (len(train.labels), len(test.labels)) == (60_000, 10_000)
    assert train.writers is not None
    assert len(np.unique(train.writers)) == 539


@needs_data
def test_no_alphabet_is_both_trained_on_and_validated_with():
    train, validation = held_out.split_characters(datasets.load_characters())
    assert {character.alphabet for character in validation} == {"Balinese"}
    assert not {character.alphabet for character in train} & {character.alphabet for character in validation}
    assert not any(character.ambiguous for character in train + validation)
