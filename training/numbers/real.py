"""What people wrote who knew nothing of this project: strokes of UNIPEN, and pictures of numbers on paper.

Nothing of it was composed. Of UNIPEN it is what people and places wrote who are held out; the pictures are all of them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from training.data import held_out
from training.data.datasets import DataError, data_folder, load_characters
from training.data.unipen import Kind, Written, load_unipen
from training.numbers.score import digit_errors, digits_of
from training.numbers.sets import NumberSet, Parts


def real_sets() -> Iterator[NumberSet]:
    """Every set that there are data for. Raises DataError where there are none at all."""
    found = 0
    for make in (unipen_digits, unipen_numbers, unipen_letters, unipen_symbols, alphabet_set, paper_set):
        with suppress(DataError):
            numbers = make()
            found += 1
            yield numbers
    if not found:
        raise DataError("There are neither unipen/ nor paper/ in the folder that INKDIGIT_DATA names.")


def unipen_digits() -> NumberSet:
    """Single digits; parts are those of places where nobody is trained on, and every place, the worst first."""
    written = _held_out("digits")
    sites = np.array([each.site for each in written])
    elsewhere = np.isin(sites, held_out.UNIPEN_VALIDATION_SITES)

    def by_site(read: list[str], true: list[str]) -> Parts:
        right = np.array(read) == np.array(true)
        worst_first = sorted(np.unique(sites), key=lambda site: right[sites == site].mean())
        by_place = {f"site {site}": right[sites == site] for site in worst_first}
        return {"": right, **({"held-out places": right[elsewhere]} if elsewhere.any() else {}), **by_place}

    return _set("UNIPEN's digits", written, by_site)


def unipen_numbers() -> NumberSet:
    """Whole numbers as they were written; parts are those of digits alone, and those with signs; without spaces."""
    written = _held_out("numbers")

    def by_signs(read: list[str], true: list[str]) -> Parts:
        found, wanted = ([re.sub(r"\s", "", text) for text in texts] for texts in (read, true))
        right = np.array(found) == np.array(wanted)
        plain = np.array([text.isdigit() for text in wanted])
        return {"": right, "of digits alone": right[plain], "with signs": right[~plain]}

    return _set("UNIPEN's whole numbers", written, by_signs)


def unipen_letters() -> NumberSet:
    """Letters, each by itself, but for those that a person could take for a digit: right where no digit is read."""
    letters = [*_held_out("capitals"), *_held_out("lowercase")]
    return _set("UNIPEN's letters that give no digit", _clear(letters), _without_digit)


def unipen_symbols() -> NumberSet:
    """Signs, each by itself: right where no digit is read."""
    return _set("UNIPEN's signs that give no digit", _clear(_held_out("symbols")), _without_digit)


def alphabet_set() -> NumberSet:
    """Letters of an alphabet that is never trained on, drawn on the pad: right where no digit is read."""
    letters = held_out.split_characters(load_characters())[1]
    if not letters:
        raise DataError("There is no omniglot-strokes.jsonl.gz in the folder that INKDIGIT_DATA names.")
    name = f"letters of {held_out.VALIDATION_ALPHABET} that give no digit"
    return NumberSet(name, ["" for _ in letters], [letter.ink for letter in letters], score=_without_digit)


def paper_set() -> NumberSet:
    """Real pictures: how many are exact, by kind, the worst first, and how many of their digits are right.

    Digits of a line are compared with digits of a line: separators, and how a line is parted into numbers, do not
    count. What the labels call doubtful or illegible is left out.
    """
    folder = data_folder()
    if not folder or not (folder / "paper" / "labels.csv").exists():
        raise DataError("There is no paper/ with labels.csv in the folder that INKDIGIT_DATA names.")
    rows = [row for row in _rows(folder / "paper" / "labels.csv") if _is_clear(row)]
    kinds = np.array([row["kind"] for row in rows])

    def by_kind(read: list[str], true: list[str]) -> Parts:
        exact = np.array([_lines(one) == _lines(other) for one, other in zip(read, true, strict=True)])
        digits = [_right_digits(one, other) for one, other in zip(read, true, strict=True)]
        worst_first = sorted(np.unique(kinds), key=lambda kind: exact[kinds == kind].mean())
        parts = {f"exact, {kind}": exact[kinds == kind] for kind in worst_first}
        return {"": np.concatenate(digits), "pictures exact": exact, **parts}

    texts = [row["label"].replace("|", "\n") for row in rows]
    files = [(folder / "paper" / row["file"]).read_bytes() for row in rows]
    return NumberSet("real pictures of paper, digits", texts, files=files, score=by_kind)


def _set(name: str, written: Sequence[Written], score: Callable[[list[str], list[str]], Parts]) -> NumberSet:
    return NumberSet(name, [each.label for each in written], [each.ink for each in written], score=score)


def _held_out(kind: Kind) -> list[Written]:
    return held_out.split_unipen(load_unipen(kind))[1]


def _clear(written: Sequence[Written]) -> list[Written]:
    return [each for each in written if not each.ambiguous]


def _without_digit(read: list[str], _true: list[str]) -> Parts:
    return {"": np.array([re.search(r"\d", text) is None for text in read])}


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(newline="") as table:
        return list(csv.DictReader(table))


def _is_clear(row: dict[str, str]) -> bool:
    return "~" not in row["label"] and "DOUBTFUL" not in row["notes"]


def _lines(text: str) -> list[str]:
    return [line for line in map(digits_of, text.split("\n")) if line]


def _right_digits(read: str, true: str) -> np.ndarray:
    """[n] bool for the n digits of `true`; digits that are too many count against them."""
    digits = len(digits_of(true))
    return np.arange(digits) >= digit_errors(read, true)
