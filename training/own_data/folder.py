"""Reads a folder of pictures of digits, sorted into folders by their label."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from training.datasets import NOT_A_DIGIT
from training.ink import normalize
from training.own_data.files import BadRowError, Rows

FOLDERS = {str(digit): digit for digit in range(10)} | {"not-a-digit": NOT_A_DIGIT}

SIDE = 280
"""Pixels of a picture's longer side while ink is told from paper: ten for one of an ink image, for smooth edges."""

LEAST_CONTRAST = 32
"""Of 255, between a picture's lightest and darkest pixel, for there to be ink."""

NOT_PICTURES = ("Thumbs.db", "desktop.ini")
"""What Windows leaves in folders of pictures."""


def is_image_folder(folder: Path) -> bool:
    """Whether a folder has one whose name is a label's."""
    return any((folder / name).is_dir() for name in FOLDERS)


def read_image_folder(folder: Path) -> Rows:
    """The PNG, JPEG and WebP pictures in the folders `0` to `9` and `not-a-digit`; hidden files are passed over."""
    rows = Rows()
    for part in sorted(part for part in folder.iterdir() if part.is_dir() and not part.name.startswith(".")):
        if part.name not in FOLDERS:
            rows.bad.append(f"{part.name}/: folders are named 0 to 9 or not-a-digit")
            continue
        for file in sorted(part.iterdir()):
            if file.name.startswith(".") or file.name in NOT_PICTURES:
                continue
            try:
                rows.add_image(read_picture(file), FOLDERS[part.name])
            except BadRowError as problem:
                rows.bad.append(f"{part.name}/{file.name}: {problem}")
    return rows


def read_picture(file: Path) -> np.ndarray:
    """The ink image of a picture of one digit, dark on light or light on dark, of any size.

    What is darker and what is lighter than Otsu's threshold are ink and paper; paper is what most of the border is.

    Returns:
        [28, 28] uint8, 255 = ink.

    Raises:
        BadRowError: the file is no picture that Pillow reads, or has no ink.
    """
    try:
        with Image.open(file, formats=("PNG", "JPEG", "WEBP")) as image:
            gray = _gray(ImageOps.exif_transpose(image))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise BadRowError("it is not a PNG, JPEG or WebP picture that can be read") from problem
    if int(gray.max()) - int(gray.min()) < LEAST_CONTRAST:
        raise BadRowError("there is no ink: all of the picture is nearly the same shade")
    dark = gray <= otsu_threshold(gray)
    border = np.concatenate([dark[0], dark[-1], dark[:, 0], dark[:, -1]])
    ink = ~dark if border.mean() > 0.5 else dark
    return np.rint(normalize(ink) * 255).astype(np.uint8)


def otsu_threshold(gray: np.ndarray) -> int:
    """The highest level of the darker of the two groups that part the pixels best.

    Otsu, "A threshold selection method from gray-level histograms", 1979.

    Args:
        gray: uint8, of at least two levels.
    """
    counts = np.bincount(gray.ravel(), minlength=256).astype(np.float64)
    darker, sum_darker = counts.cumsum(), (counts * np.arange(256)).cumsum()
    sizes = darker * (gray.size - darker)
    apart = sum_darker * gray.size - sum_darker[-1] * darker
    return int(np.argmax(np.divide(apart**2, sizes, out=np.zeros(256), where=sizes > 0)))


def _gray(image: Image.Image) -> np.ndarray:
    """[height, width] uint8 of `SIDE` pixels on the longer side; what is transparent lies on white."""
    if image.mode == "I;16":
        # Pillow's own conversion cuts sixteen bits off at 255.
        image = Image.fromarray((np.asarray(image) // 257).astype(np.uint8))
    if image.has_transparency_data:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    scale = SIDE / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return np.asarray(image.convert("L").resize(size, Image.Resampling.BICUBIC))
