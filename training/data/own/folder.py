"""Reads a folder of pictures of digits, sorted into folders by their label, as the page reads pictures."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageOps

from training.data.datasets import NOT_A_DIGIT
from training.data.own.files import BadRowError, Rows
from training.device import MOST_PIXELS, find_digits, page_size

FOLDERS = {str(digit): digit for digit in range(10)} | {"not-a-digit": NOT_A_DIGIT}

GROUP = 150
"""Pictures that one process of Node.js cuts out: 400 MB of the largest."""

LUMA = (0.2126, 0.7152, 0.0722)
"""Rec. 709, as in `web/reader/image/file/decode.js`."""

NOT_PICTURES = ("Thumbs.db", "desktop.ini")
"""What Windows leaves in folders of pictures."""


def is_image_folder(folder: Path) -> bool:
    """Whether a folder has one whose name is a label's."""
    return any((folder / name).is_dir() for name in FOLDERS)


def read_image_folder(folder: Path) -> Rows:
    """The PNG, JPEG and WebP pictures in the folders `0` to `9` and `not-a-digit`; hidden files are passed over.

    Raises:
        DataError: Node.js, which cuts the digits out, is missing.
    """
    rows, files = Rows(), []
    for part in sorted(part for part in folder.iterdir() if part.is_dir() and not part.name.startswith(".")):
        if part.name in FOLDERS:
            files += sorted(file for file in part.iterdir() if _may_be_picture(file))
        else:
            rows.bad.append(f"{part.name}/: folders are named 0 to 9 or not-a-digit")
    for start in range(0, len(files), GROUP):
        _add_pictures(rows, files[start : start + GROUP])
    return rows


def read_gray(file: Path) -> np.ndarray:
    """A picture as the page's code for pictures gets it, in gray: [height, width] uint8, 0 = black.

    Raises:
        BadRowError: as `read_colors`.
    """
    return np.rint(read_colors(file) @ LUMA).astype(np.uint8)


def read_colors(file: Path | BinaryIO) -> np.ndarray:
    """A picture as large as the page's code for pictures gets it, and what is transparent on white.

    Returns:
        [height, width, 3] uint8: red, green and blue.

    Raises:
        BadRowError: the file is no picture that Pillow reads, or larger than the page opens.
    """
    try:
        with Image.open(file, formats=("PNG", "JPEG", "WEBP")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise BadRowError(f"it has {image.width} x {image.height} pixels; the page opens 50 million at most")
            return _colors(ImageOps.exif_transpose(image))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise BadRowError("it is not a PNG, JPEG or WebP picture that can be read") from problem


def _may_be_picture(file: Path) -> bool:
    return not file.name.startswith(".") and file.name not in NOT_PICTURES


def _add_pictures(rows: Rows, files: list[Path]) -> None:
    """Take what the page would read in each."""
    pictures = {}
    for file in files:
        try:
            pictures[file] = read_gray(file)
        except BadRowError as problem:
            rows.bad.append(f"{file.parent.name}/{file.name}: {problem}")
    if not pictures:
        return
    found = find_digits(list(pictures.values()))
    for file, things, image in zip(pictures, found.things.tolist(), found.images, strict=True):
        try:
            _check_alone(things)
            rows.add_image(image, FOLDERS[file.parent.name])
        except BadRowError as problem:
            rows.bad.append(f"{file.parent.name}/{file.name}: {problem}")


def _check_alone(things: int) -> None:
    if things == 0:
        raise BadRowError("there is no ink: the page finds nothing that stands out from its paper")
    if things > 1:
        raise BadRowError(f"{things} things are in it, and the page reads the largest alone: cut one out")


def _colors(image: Image.Image) -> np.ndarray:
    if image.mode == "I;16":
        # Pillow's own conversion cuts sixteen bits off at 255.
        image = Image.fromarray((np.asarray(image) // 257).astype(np.uint8))
    if image.has_transparency_data:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    return np.asarray(image.convert("RGB").resize(page_size(*image.size), Image.Resampling.BICUBIC))
