"""What sheets are composed of: strokes and scans of people who are trained on, and fonts."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from training.data import datasets, held_out
from training.data.datasets import DataError, Images
from training.data.unipen import Kind, Written, load_unipen
from training.data.writers import WHOSE
from training.ink import Ink

OF_A_LABEL = 3
"""Of what a person wrote of one label, so many are taken."""

MOST_SCANS = 12
"""Scanned digits of one writer that are taken."""

MOST_SCANNERS = 300
"""Writers of scanned digits that are taken."""

FAMILIES = ("dejavu", "liberation", "noto", "roboto", "lato", "open", "courier", "source", "fontsource")
"""What is looked for in the names of the machine's own font files."""

MOST_FOREIGN = 24
"""Fonts without Latin letters that are taken."""

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Hand:
    """What one person wrote with a pen, by its label; a digit of usual height is 1 high, the left top is (0, 0)."""

    digits: dict[str, list[Ink]]
    others: dict[str, list[Ink]]


@dataclass(frozen=True)
class Font:
    """A font's file and the letters of its own script."""

    file: str
    letters: str

    @property
    def is_latin(self) -> bool:
        """Whether it has Latin letters."""
        return self.letters == LATIN


@dataclass(frozen=True)
class Material:
    """`scans` [n, 28, 28] uint8 of each writer, 255 = ink."""

    hands: list[Hand]
    scans: list[np.ndarray]
    fonts: list[Font]


def load_material(say: Callable[[str], None] = print) -> Material:
    """Of people who are trained on.

    Raises:
        DataError: there are no digits at all.
    """
    hands = _hands(held_out.split_pendigits(datasets.load_pendigits())[0])
    try:
        hands = load_hands("training") + hands
    except DataError as problem:
        say(f"without words by hand: {problem}")
    return Material(hands, _scans(held_out.split_mnist(datasets.load_mnist()[0])[0]), find_fonts())


def load_hands(whose: str) -> list[Hand]:
    """Of "training" or "held-out" people of UNIPEN, with letters.

    Raises:
        DataError: it is missing.
    """
    kinds: tuple[Kind, ...] = ("digits", "capitals", "lowercase", "symbols")
    return _unipen_hands([held_out.split_unipen(load_unipen(kind))[WHOSE.index(whose)] for kind in kinds])


def _hands(digits: Sequence[datasets.PenDigit]) -> list[Hand]:
    own: dict[int, dict[str, list[Ink]]] = defaultdict(lambda: defaultdict(list))
    for digit in digits:
        own[digit.writer][str(digit.label)].append(digit.ink)
    return [_hand(by_label, {}) for by_label in own.values()]


def _unipen_hands(kinds: Iterable[list[Written]]) -> list[Hand]:
    """Whoever wrote letters alone has somebody else's digits."""
    digits: dict[str, dict[str, list[Ink]]] = defaultdict(lambda: defaultdict(list))
    others: dict[str, dict[str, list[Ink]]] = defaultdict(lambda: defaultdict(list))
    for number, written in enumerate(kinds):
        for each in written:
            (others if number else digits)[each.writer][each.label].append(each.ink)
    hands = {writer: _hand(by_label, others[writer]) for writer, by_label in digits.items()}
    known = list(hands.values())
    for number, writer in enumerate(sorted(set(others) - set(digits))):
        hands[writer] = Hand(known[number % len(known)].digits, _few(others[writer], 1.0))
    return list(hands.values())


def _hand(digits: dict[str, list[Ink]], others: dict[str, list[Ink]]) -> Hand:
    heights = [np.ptp(np.concatenate(list(ink))[:, 1]) for inks in digits.values() for ink in inks]
    usual = max(1e-6, float(np.median(heights)))
    return Hand(_few(digits, usual), _few(others, usual))


def _few(by_label: dict[str, list[Ink]], usual: float) -> dict[str, list[Ink]]:
    return {label: [_moved(ink, usual) for ink in inks[:OF_A_LABEL]] for label, inks in by_label.items()}


def _moved(ink: Ink, usual: float) -> Ink:
    low = np.concatenate(list(ink)).min(axis=0)
    return [((stroke - low) / usual).astype(np.float32) for stroke in ink]


def _scans(scans: Images) -> list[np.ndarray]:
    if scans.writers is None:
        return [scans.images[first : first + MOST_SCANS] for first in range(0, MOST_SCANNERS * MOST_SCANS, MOST_SCANS)]
    writers = np.unique(scans.writers)[:MOST_SCANNERS]
    return [scans.images[np.flatnonzero(scans.writers == writer)[:MOST_SCANS]] for writer in writers]


@lru_cache
def find_fonts() -> list[Font]:
    """Those that come with Matplotlib, and what the machine has besides; each with the letters that it draws."""
    from matplotlib import font_manager, get_data_path

    own = sorted(Path(get_data_path(), "fonts", "ttf").glob("DejaVu*.ttf"))
    system = sorted(Path(file) for file in font_manager.findSystemFonts())
    found = [_font(file) for file in own + [file for file in system if _is_known(file)]]
    latin = [font for font in found if font and font.is_latin]
    foreign = [font for font in found if font and not font.is_latin]
    return latin + foreign[:: max(1, len(foreign) // MOST_FOREIGN)]


def _is_known(file: Path) -> bool:
    return file.suffix in {".ttf", ".otf"} and any(family in file.name.lower() for family in FAMILIES)


def _font(file: Path) -> Font | None:
    """None where it has too few letters, as fonts of symbols have."""
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        codes = font.getBestCmap() or {}
    if all(ord(letter) in codes for letter in LATIN):
        return Font(str(file), LATIN)
    letters = [chr(code) for code in codes if unicodedata.category(chr(code)).startswith("L")]
    return Font(str(file), "".join(letters[:120])) if len(letters) >= 20 else None
