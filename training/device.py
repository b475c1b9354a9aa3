"""Digits out of pictures, in Node.js: the device's own `binarize` and `normalize`, and a stand-in between them.

The page reads lines of digits (`web/reader/image/find-lines.js`); which ink is the one digit of a picture is told by
`tools/cut-out-digit.js`, which it does not run.
"""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.data.datasets import DataError
from training.ink import PREPROCESSING, SIZE
from training.paths import ROOT

NODE = ROOT / "tools" / "node.sh"
PIPELINE = ROOT / "tools" / "image-pipeline.js"

SHORTEST_LONG_SIDE: int = PREPROCESSING["picture"]["shortestLongSide"]
"""The page enlarges smaller pictures to this (`web/reader/image/file/decode.js`), before what runs here."""

MOST_ENLARGED: float = PREPROCESSING["picture"]["mostEnlarged"]
"""By so much at most."""

LONGEST_SIDE: int = PREPROCESSING["picture"]["longestSide"]
"""The page reduces larger pictures to this."""

MOST_PIXELS: int = PREPROCESSING["picture"]["mostPixels"]
"""The page opens no larger picture."""

_ANSWER = np.dtype([("things", "<u4"), ("box", "<u2", 4), ("image", "u1", (SIZE, SIZE))])


@dataclass(frozen=True)
class Found:
    """What is found in n pictures.

    `things` [n]: digits or other marks apart from each other, 0 = none. `boxes` [n, 4]: x, y, width and height, in
    pixels, of the digit. `images` [n, 28, 28] uint8: its ink image, 255 = ink.
    """

    things: np.ndarray
    boxes: np.ndarray
    images: np.ndarray


def page_size(width: int, height: int) -> tuple[int, int]:
    """The width and height that the page brings a picture to before it looks for a digit."""
    longer = max(width, height)
    scale = min(MOST_ENLARGED, min(LONGEST_SIDE, max(SHORTEST_LONG_SIDE, longer)) / longer)
    return max(1, round(width * scale)), max(1, round(height * scale))


def check_node() -> None:
    """Make sure that Node.js runs.

    Raises:
        DataError: there is none and none could be installed.
    """
    run_node(["--version"], b"")


def find_digits(pictures: Sequence[np.ndarray]) -> Found:
    """Send pictures, [height, width] uint8 gray values, 0 = black, through it, in one process.

    Raises:
        DataError: Node.js is missing or the code failed.
    """
    sent = b"".join(struct.pack("<II", *picture.shape[::-1]) + picture.tobytes() for picture in pictures)
    answers = np.frombuffer(run_node([str(PIPELINE)], sent), _ANSWER)
    return Found(answers["things"], answers["box"], answers["image"])


def run_node(arguments: list[str], sent: bytes) -> bytes:
    """What a program says to what it is sent.

    Raises:
        DataError: Node.js is missing or the program failed.
    """
    try:
        done = subprocess.run([str(NODE), "node", *arguments], input=sent, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        said = getattr(problem, "stderr", None) or str(problem).encode()
        raise DataError(
            "Pictures go through the device's own code, which needs Node.js: install it, or train with "
            f"--photographs 0 and without folders of pictures. ({said.decode(errors='replace').strip()})"
        ) from problem
    return done.stdout
