"""Sets of labeled digits as files, of the plain digits that tests write, and the view that tests them."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Sequence

import numpy as np
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes

LABELS = list(range(10))
"""What the images are."""

WRONG_LABELS = [0, 1, 2, 3, 4, 5, 6, 1, 8, 4]
"""Two of them, of 7 and 9, say something else than anybody would read."""


def images(copies: int = 1) -> np.ndarray:
    """[10 * copies, 28, 28] uint8, 255 = ink: the digits 0 to 9, over and over."""
    return np.concatenate([np.stack([to_bytes(rasterize(DIGITS[digit])) for digit in LABELS])] * copies)


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def idx(name: str, array: np.ndarray) -> FilePayload:
    """An IDX file, as MNIST's are; gzipped by its name."""
    header = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">u4").tobytes()
    content = header + array.astype(np.uint8).tobytes()
    return file(name, gzip.compress(content) if name.endswith(".gz") else content)


def idx_pair(labels: Sequence[int] = LABELS, copies: int = 1) -> list[FilePayload]:
    return [
        idx("t10k-images-idx3-ubyte.gz", images(copies)),
        idx("t10k-labels-idx1-ubyte.gz", np.array(list(labels) * copies)),
    ]


def kaggle_test() -> FilePayload:
    """Kaggle's test.csv: pixels, and no labels."""
    rows = [[f"pixel{place}" for place in range(784)], *images().reshape(10, 784).tolist()]
    return file("test.csv", "".join(",".join(map(str, row)) + "\n" for row in rows).encode())


def strokes() -> FilePayload:
    """JSON lines, as the history saves them."""
    lines = [{"strokes": [stroke.tolist() for stroke in DIGITS[digit]], "label": str(digit)} for digit in LABELS]
    return file("mine.jsonl", "".join(json.dumps(line) + "\n" for line in lines).encode())


def zipped_pictures() -> FilePayload:
    """A folder for each digit: as MNIST's, small and dark on light, and large on paper; and one without a digit."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:

        def add(path: str, image: Image.Image) -> None:
            data = io.BytesIO()
            image.save(data, "PNG")
            archive.writestr(path, data.getvalue())

        for digit, image in zip(LABELS, images(), strict=True):
            add(f"digits/{digit}/plain.png", Image.fromarray(image))
            add(f"digits/{digit}/small.png", Image.fromarray(255 - image).resize((40, 40)))
        large = Image.fromarray(255 - images()[2]).resize((224, 224), Image.Resampling.BICUBIC)
        add("digits/2/large.png", large)
        add("digits/3/blank.png", Image.new("L", (28, 28), 255))
    return file("digits.zip", content.getvalue())


def choose(page: Page, name: str, files: FilePayload | list[FilePayload]) -> None:
    """Choose files by one of the view's buttons."""
    page.locator("#view label", has_text=name).locator("input").set_input_files(files)


def open_set(page: Page, files: FilePayload | list[FilePayload]) -> Locator:
    """Open files in the view, and wait for what they show."""
    choose(page, "Choose files", files)
    report = page.locator(".testing-report")
    expect(report.locator("h3").first).to_be_visible()
    return report
