"""Reads the files of images that one's own handwriting comes in, row by row.

`strokes.py` reads strokes, `folder.py` folders of pictures.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from training.data.datasets import NOT_A_DIGIT, DataError, PenDigit
from training.ink import SIZE

LABELS = {str(digit): digit for digit in range(10)} | {"?": NOT_A_DIGIT}

PIXEL_COLUMNS = [f"pixel{number}" for number in range(SIZE * SIZE)]
"""The columns of Kaggle's test.csv; train.csv has `label` before them."""

NPZ_NAMES = (("x_train", "y_train"), ("images", "labels"))

LISTED = 10
"""Bad rows of one file that are told one by one."""

FAINTEST = 64
"""The darkest pixel of an image, of 255, that still has ink: an image of 0 to 1 has none."""


class BadRowError(Exception):
    """A row cannot be used; the message is the reason."""


@dataclass
class Rows:
    """What one file gave: strokes, images ([28, 28] uint8, 255 = ink) with labels 0-10, and why other rows are bad."""

    pen: list[PenDigit] = field(default_factory=list)
    images: list[np.ndarray] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.pen) + len(self.images) + len(self.bad)

    def add_image(self, image: np.ndarray, label: int) -> None:
        """Take an image.

        Raises:
            BadRowError: it has no ink, or more ink than paper at its border.
        """
        if image.max() < FAINTEST:
            raise BadRowError(f"there is no ink: the highest pixel is {image.max()}, ink is 255")
        if np.concatenate([image[0], image[-1], image[1:-1, 0], image[1:-1, -1]]).mean() > 127:
            raise BadRowError("the border is ink: paper must be 0 and ink 255")
        self.images.append(image)
        self.labels.append(label)


def tell_bad_rows(path: Path, bad: list[str], count: int) -> str:
    """How many of a file's `count` rows are bad, and the first of them with their reasons."""
    more = [f"... and {len(bad) - LISTED} more"] if len(bad) > LISTED else []
    return "\n  ".join([f"{path}: {len(bad)} of {count} rows cannot be used", *bad[:LISTED], *more])


def read_kaggle(path: Path) -> Rows:
    """The training file of Kaggle's "Digit Recognizer": columns label, pixel0 to pixel783, the latter 0 to 255."""
    rows = Rows()
    for place, fields in csv_rows(path, ["label", *PIXEL_COLUMNS]):
        try:
            rows.add_image(image_of(fields[1:]), _digit(fields[0]))
        except BadRowError as problem:
            rows.bad.append(f"{place}: {problem}")
    return rows


def csv_rows(path: Path, header: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The place, such as "line 2", and the fields of every row below the header.

    Raises:
        DataError: the file has other columns.
    """
    try:
        lines = csv.reader(io.StringIO(text_of(path)))
        if next(lines, None) != header:
            raise DataError(f"{path} does not begin with the columns {header[0]}, {header[1]} ... {header[-1]}.")
        yield from ((f"line {lines.line_num}", fields) for fields in lines if fields)
    except csv.Error as problem:
        raise DataError(f"{path} is not a table of values between commas: {problem}.") from problem


def image_of(fields: list[str]) -> np.ndarray:
    """[28, 28] uint8 from the text of 784 pixels.

    Raises:
        BadRowError: there are fewer or more, or one is not a whole number of 0 to 255.
    """
    if len(fields) != SIZE * SIZE:
        raise BadRowError(f"it has {len(fields)} pixels, not {SIZE * SIZE}")
    try:
        return np.frombuffer(bytes(map(int, fields)), np.uint8).reshape(SIZE, SIZE)
    except ValueError as problem:
        raise BadRowError("a pixel is not a whole number of 0 to 255") from problem


def read_npz(path: Path) -> Rows:
    """The arrays `x_train` and `y_train`, or `images` and `labels`, of a NumPy file; a test half is left alone."""
    try:
        with np.load(path) as arrays:
            names = next((names for names in NPZ_NAMES if set(names) <= set(arrays)), None)
            if names is None:
                raise DataError(f"{path} has neither x_train and y_train nor images and labels.")
            return _array_rows(path, arrays[names[0]], arrays[names[1]])
    except (OSError, TypeError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as problem:
        raise DataError(f"{path} cannot be read as a NumPy file: {problem}.") from problem


def read_idx(path: Path) -> Rows:
    """The images of an IDX file, with the labels file that lies beside it; either may be named, and be gzipped."""
    images, labels = (_beside(path, *names) for names in (("labels", "images"), ("images", "labels")))
    return _array_rows(images, _idx(images, dimensions=3), _idx(labels, dimensions=1))


def idx_images(folder: Path) -> list[Path]:
    """The images files of a folder's IDX pairs, without those of a test half; each once, gzipped or not."""
    files = [file for file in sorted(folder.iterdir()) if "images" in file.name and "idx3" in file.name]
    by_name = {file.name.removesuffix(".gz"): file for file in files}
    return [file for name, file in by_name.items() if "t10k" not in name and "test" not in name]


def is_idx(path: Path) -> bool:
    """Whether a file, gzipped or not, begins as an IDX file of images or of labels does."""
    with path.open("rb") as file:
        start = file.read(4)
    if start[:2] == b"\x1f\x8b":
        start = _content(path)[:4]
    return start in (b"\0\0\x08\x03", b"\0\0\x08\x01")


def _digit(value: Any) -> int:
    """0-9 from a number or its text."""
    label = LABELS.get(str(value), NOT_A_DIGIT)
    if label == NOT_A_DIGIT:
        raise BadRowError(f"the label is {short(value)}, not 0 to 9")
    return label


def _array_rows(path: Path, images: np.ndarray, labels: np.ndarray) -> Rows:
    if images.shape[1:] != (SIZE, SIZE) or images.dtype != np.uint8:
        raise DataError(f"{path} holds images {list(images.shape)} of {images.dtype}, not [n, 28, 28] of uint8.")
    if labels.shape != images.shape[:1] or not np.issubdtype(labels.dtype, np.integer):
        raise DataError(f"{path} has labels {list(labels.shape)} of {labels.dtype} for {len(images)} images.")
    rows = Rows()
    for index, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        try:
            rows.add_image(image, _digit(label))
        except BadRowError as problem:
            rows.bad.append(f"index {index}: {problem}")
    return rows


def _beside(path: Path, kind: str, wanted: str) -> Path:
    """The file of the other kind of an IDX pair; `path` itself where it is not of `kind`."""
    if kind not in path.name:
        if wanted not in path.name:
            raise DataError(f"{path} has neither 'images' nor 'labels' in its name, which tells the other of the pair.")
        return path
    name = path.name.removesuffix(".gz").replace(kind, wanted)
    name = name.replace("idx3", "idx1") if wanted == "labels" else name.replace("idx1", "idx3")
    return _first_there([path.with_name(name), path.with_name(f"{name}.gz")], path)


def _first_there(candidates: Sequence[Path], beside: Path) -> Path:
    for file in candidates:
        if file.is_file():
            return file
    raise DataError(f"{beside} has no {' or '.join(file.name for file in candidates)} beside it.")


def _idx(path: Path, dimensions: int) -> np.ndarray:
    """The bytes of an IDX file (http://yann.lecun.com/exdb/mnist/), in its shape."""
    content = _content(path)
    start = 4 + 4 * dimensions
    if content[:4] != bytes([0, 0, 8, dimensions]) or len(content) < start:
        raise DataError(f"{path} is not an IDX file of bytes in {dimensions} dimensions.")
    shape = [int(length) for length in np.frombuffer(content, ">u4", dimensions, 4)]
    if len(content) - start != math.prod(shape):
        raise DataError(f"{path} holds {len(content) - start} bytes and announces {shape}: fetch or write it again.")
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, gzipped or not.

    Raises:
        DataError: it is not there, not text, or its archive is broken.
    """
    try:
        return _content(path).decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise DataError(f"{path} is not text in UTF-8: {problem}.") from problem


def _content(path: Path) -> bytes:
    """What a file holds, gzipped or not."""
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    except (OSError, EOFError, zlib.error) as problem:
        raise DataError(f"{path} cannot be read: {problem}.") from problem


def short(value: Any) -> str:
    """A value as JSON writes it, at most about forty characters of it, for a reason."""
    text = json.dumps(value, default=str)
    return text if len(text) <= 40 else f"{text[:40]}..."
