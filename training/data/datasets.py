"""The public handwriting: where it comes from, and its forms.

With the environment variable `INKDIGIT_DATA` naming a folder, files are read from there; without it, MNIST comes by
Keras' own download and the pen digits from the UCI archive. What a loader reads is checked against a SHA-256 first.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from training.ink import PREPROCESSING, Ink

T = TypeVar("T")

CLASSES = 11
"""Ten digits, then "not a digit"."""

NOT_A_DIGIT = 10

SIGNS: str = PREPROCESSING["signs"]
"""Signs that the network knows: ink labeled `NOT_A_DIGIT` + 1 + k is no digit, but the k-th of these."""

SEPARATORS = ".,-/:"
"""Signs that the device tells by their place, not by a network; in the order of web/reader/ink/features.js."""

SHA256 = {
    # Of the content, not of its archive: the same digits come zipped, gzipped and by Keras in a file of its own.
    "mnist": "1e35582d42a90940c55b956deb61875c020b567ed20e3c5b174f52bf7809ed9b",
    "pendigits": "a66225d68d7d68591e62944df1ad33b3f5aa608e2df2505844b41f5568a80da4",
    "omniglot": "1947d367121d3c26b82959e33d9b65dff3ec1141751226bcc6d65fb5b79f5681",
    "writers": "5fb38c183fae0f562fc29264c077528aef08f970f34b11c78a12cd9507d86ad5",
}

UCI_PENDIGITS = "https://archive.ics.uci.edu/static/public/81/pen+based+recognition+of+handwritten+digits.zip"


class DataError(Exception):
    """Data is missing or not what it should be; the message says which file and what to do."""


@dataclass(frozen=True)
class Images:
    """Images of one set: `images` [n, 28, 28] uint8 (255 = ink), `labels` [n] int64, `writers` [n] int64 or None.

    Labels are 0-9, `NOT_A_DIGIT`, or beyond it one of `SIGNS`.

    `taken`, of photographs alone: how many it took to get these n; the device found no digit in the others.
    """

    images: np.ndarray
    labels: np.ndarray
    writers: np.ndarray | None = None
    taken: int | None = None

    def where(self, chosen: np.ndarray | slice) -> Images:
        """The rows that `chosen`, [n] bool or a slice, selects."""
        return Images(self.images[chosen], self.labels[chosen], None if self.writers is None else self.writers[chosen])


@dataclass(frozen=True)
class PenDigit:
    """Ink written with a pen: its strokes (y down), label 0-9 and the writer's number.

    A person's own ink may be labeled `NOT_A_DIGIT` too; the public sets hold digits alone.
    """

    ink: Ink
    label: int
    writer: int


@dataclass(frozen=True)
class Character:
    """A character: its strokes (y down), its alphabet, and whether a person could take it for a digit."""

    ink: Ink
    alphabet: str
    ambiguous: bool


def data_folder() -> Path | None:
    """The folder that `INKDIGIT_DATA` names, or None where it is not set.

    Raises:
        DataError: the variable names something that is not a folder.
    """
    name = os.environ.get("INKDIGIT_DATA")
    if not name:
        return None
    folder = Path(name)
    if not folder.is_dir():
        raise DataError(f"INKDIGIT_DATA is '{name}', which is not a folder: unset it to download, or name a folder.")
    return folder


def load_mnist() -> tuple[Images, Images]:
    """MNIST's training digits (60,000, with writers where they are known) and test digits (10,000).

    Raises:
        DataError: the arrays are not MNIST's.
    """
    folder = data_folder()
    if folder and (folder / "mnist.npz").exists():
        with np.load(folder / "mnist.npz") as arrays:
            train = Images(arrays["x_train"], arrays["y_train"].astype(np.int64))
            test = Images(arrays["x_test"], arrays["y_test"].astype(np.int64))
    else:
        import keras

        (x, y), (x_test, y_test) = _download("MNIST", keras.datasets.mnist.load_data)
        train, test = Images(x, y.astype(np.int64)), Images(x_test, y_test.astype(np.int64))
    _check("mnist", train.images.tobytes() + train.labels.tobytes() + test.images.tobytes() + test.labels.tobytes())
    return Images(train.images, train.labels, _mnist_writers(train.labels)), test


def load_pendigits() -> list[PenDigit]:
    """The 7,494 digits of the training half of UCI "Pen-Based Recognition of Handwritten Digits" (Alpaydin, Alimoglu).

    Raises:
        DataError: the text is not the published one.
    """
    folder = data_folder()
    if folder and (folder / "pendigits-orig.tra.gz").exists():
        content = gzip.decompress((folder / "pendigits-orig.tra.gz").read_bytes())
    else:
        content = _published_pendigits(folder)
    _check("pendigits", content)
    return parse_unipen(content.decode("ascii", "replace"))


def parse_unipen(text: str) -> list[PenDigit]:
    """Digits in the UNIPEN form of the UCI archive: `.SEGMENT DIGIT n ? "label"`, `.COMMENT label writer n`, y up.

    Raises:
        DataError: a segment lacks its label, its writer or its points.
    """
    digits = []
    for number, block in enumerate(text.split(".SEGMENT DIGIT")[1:], start=1):
        label = re.search(r'\?\s+"(\d)"', block)
        writer = re.search(r"\.COMMENT\s+\d+\s+(\d+)", block)
        strokes = [_points(part.split(".PEN_UP")[0]) for part in block.split(".PEN_DOWN")[1:]]
        strokes = [stroke for stroke in strokes if len(stroke)]
        if not (label and writer and strokes):
            raise DataError(f"Segment {number} of the pen digits has no label, writer or points.")
        digits.append(PenDigit(strokes, int(label[1]), int(writer[1])))
    return digits


def load_characters() -> list[Character]:
    """Letters of other alphabets, for "not a digit": Omniglot (Lake et al. 2015). Empty without a data folder."""
    folder = data_folder()
    if not folder or not (folder / "omniglot-strokes.jsonl.gz").exists():
        return []
    content = gzip.decompress((folder / "omniglot-strokes.jsonl.gz").read_bytes())
    _check("omniglot", content)
    rows = (json.loads(line) for line in content.splitlines())
    return [
        Character([np.asarray(stroke) for stroke in row["strokes"]], row["label"].split("/")[0], row["ambiguous"])
        for row in rows
    ]


def _points(text: str) -> np.ndarray:
    values = np.array(text.split(), np.float64).reshape(-1, 2)
    return values * (1, -1)


def _published_pendigits(folder: Path | None) -> bytes:
    """The UNIPEN text out of the archive as UCI publishes it: a zip of Unix-compressed (.Z) files."""
    from unlzw3 import unlzw

    archive = next(iter(sorted(folder.glob("pen*.zip"))), None) if folder else None
    if archive is None:
        import keras

        archive = _download("The pen digits", lambda: keras.utils.get_file("uci-pendigits.zip", UCI_PENDIGITS))
    with zipfile.ZipFile(archive) as files:
        return unlzw(files.read("pendigits-orig.tra.Z"))


def _mnist_writers(labels: np.ndarray) -> np.ndarray | None:
    """The writer of every training digit of MNIST, from the QMNIST labels (Yadav and Bottou 2019), where they are."""
    folder = data_folder()
    if not folder or not (folder / "qmnist-train-writers.tsv.gz").exists():
        return None
    content = gzip.decompress((folder / "qmnist-train-writers.tsv.gz").read_bytes())
    _check("writers", content)
    rows = np.array(list(csv.reader(content.decode().splitlines(), delimiter="\t")), np.int64)
    if not np.array_equal(rows[:, 0], labels):
        raise DataError("The writers' file is not in the order of MNIST's training digits.")
    return rows[:, 2]


def data_hashes() -> dict[str, str]:
    """The SHA-256 that each data set is held to, for a model's card."""
    return dict(SHA256)


def _download(what: str, fetch: Callable[[], T]) -> T:
    try:
        return fetch()
    except Exception as problem:  # Keras raises plain Exception where a download fails.
        raise DataError(
            f"{what} could not be downloaded ({problem}): try again with a network, or set INKDIGIT_DATA to a folder."
        ) from problem


def _check(name: str, content: bytes) -> None:
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256[name]:
        raise DataError(f"The {name} data differ from the published ones (SHA-256 {found}): fetch them again.")
