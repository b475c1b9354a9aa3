"""Real pictures, each changed a little: whoever chooses by the pictures as they are chooses what fits them by chance.

What is then read, that was right before, tells more of other people's pictures than the pictures themselves.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from training.numbers.device import read_numbers
from training.numbers.real import paper_set
from training.numbers.sets import NumberSet

Move = Callable[[Image.Image], Image.Image]


def turned(degrees: float) -> Move:
    """Against the clock, on more of what is around."""
    return lambda picture: picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_around(picture))


def bordered(share: float) -> Move:
    """By so much of the longer side."""
    return lambda picture: ImageOps.expand(picture, round(share * max(picture.size)), _around(picture))


def cut(share: float) -> Move:
    """By so much of the shorter side, on all sides."""
    return lambda picture: ImageOps.crop(picture, round(share * min(picture.size)))


def resized(factor: float) -> Move:
    """To so much of each side."""
    return lambda picture: picture.resize(
        (max(1, round(factor * picture.width)), max(1, round(factor * picture.height))), Image.Resampling.LANCZOS
    )


def darker(brightness: float) -> Move:
    """To so much of each color."""
    return lambda picture: ImageEnhance.Brightness(picture).enhance(brightness)


def compressed(quality: int) -> Move:
    """As a JPEG of that quality."""
    return lambda picture: Image.open(io.BytesIO(_saved(picture, "JPEG", quality=quality)))


MOVES: dict[str, Move] = {
    "as they are": lambda picture: picture,
    "turned by 2 degrees": turned(-2),
    "turned by -2 degrees": turned(2),
    "bordered by 15 %": bordered(0.15),
    "cut by 3 %": cut(0.03),
    "smaller, 75 %": resized(0.75),
    "larger, 133 %": resized(1.33),
    "darker, 70 %": darker(0.7),
    "JPEG, quality 30": compressed(30),
}


def moved(numbers: NumberSet, move: Move) -> NumberSet:
    """The same numbers, in pictures that are changed so."""
    return replace(numbers, files=[_saved(move(_opened(file)), "PNG") for file in numbers.files])


def moved_rows(strings: Path, labels: Path) -> Iterator[str]:
    """Lines of a table: for each change, the share of digits and of pictures that are read right, and the means.

    `strings` and `labels` are folders of exported networks.

    Raises:
        DataError: there are no real pictures, or Node.js is missing.
    """
    pictures = paper_set()
    shares = []
    yield f"{f'{len(pictures.texts)} real pictures':24}{'digits':>10}{'exact':>10}"
    for name, move in MOVES.items():
        right = pictures.score(read_numbers(moved(pictures, move), strings=strings, labels=labels), pictures.texts)
        shares.append((right[""].mean(), right["pictures exact"].mean()))
        yield _row(name, shares[-1])
    yield _row("mean", np.mean(shares, axis=0))


def _row(name: str, shares: tuple[float, float] | np.ndarray) -> str:
    return f"{name:24}{shares[0]:>10.1%}{shares[1]:>10.1%}"


def _opened(file: bytes) -> Image.Image:
    return ImageOps.exif_transpose(Image.open(io.BytesIO(file))).convert("RGB")


def _saved(picture: Image.Image, kind: str, **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _around(picture: Image.Image) -> tuple[int, ...]:
    """The median color of its border."""
    colors = np.asarray(picture)
    border = np.concatenate([colors[0], colors[-1], colors[:, 0], colors[:, -1]])
    return tuple(int(value) for value in np.median(border, axis=0))
