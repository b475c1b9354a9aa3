"""Files of own digits as a person has them, and how they are read back."""

import csv
import gzip
import json
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.data.datasets import DataError
from training.data.own import load as own_data
from training.data.own.files import PIXEL_COLUMNS
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes

GOLDEN = to_bytes(rasterize(DIGITS[label]) for label in range(10))


def load(*paths: Path, bad_rows: str = "refuse") -> own_data.OwnData:
    return own_data.load([str(path) for path in paths], bad_rows, lambda _: None)


def refusal(*paths: Path) -> str:
    with pytest.raises(DataError) as problem:
        load(*paths)
    return str(problem.value)


def row(label, writer=None, ink=None) -> str:
    strokes = [[{"x": x, "y": y, "t": 0} for x, y in stroke.tolist()] for stroke in ink or DIGITS[int(label)]]
    return json.dumps({"strokes": strokes, "label": label} | ({} if writer is None else {"writer": writer}))


def write_lines(file: Path, lines) -> Path:
    text = "".join(f"{line}\n" for line in lines).encode()
    file.write_bytes(gzip.compress(text) if file.suffix == ".gz" else text)
    return file


def write_csv(file: Path, images: np.ndarray, labels: list | None) -> Path:
    with file.open("w", newline="") as opened:
        table = csv.writer(opened)
        table.writerow(([] if labels is None else ["label"]) + PIXEL_COLUMNS)
        for number, image in enumerate(images):
            table.writerow(([] if labels is None else [labels[number]]) + image.ravel().tolist())
    return file


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">I{array.ndim}I", 0x800 + array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


def save_picture(file: Path, digit: int, ink=0, paper=255, side=90) -> Path:
    """A golden digit as a picture of another size, and off its middle."""
    file.parent.mkdir(parents=True, exist_ok=True)
    mask = Image.fromarray(GOLDEN[digit]).resize((side, side), Image.Resampling.BICUBIC)
    page = Image.new("L", (side + 40, side + 15), paper)
    page.paste(ink, (30, 5), mask)
    page.save(file)
    return file


def alike(image: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(image.ravel(), other.ravel())[0, 1])
