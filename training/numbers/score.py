"""How right readings of numbers are: whole numbers, and the digits of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any


def digits_of(text: str) -> str:
    """The digits, and '?' for what was read as none, without spaces, lines and separators."""
    return re.sub(r"[^0-9?]", "", text)


def edits(read: Sequence[Any], true: Sequence[Any], cost: Callable[[Any, Any], int] | None = None) -> int:
    """The least cost of turning what was read into what is true (Levenshtein, 1966).

    Args:
        read: characters, or lines of them.
        true: the same.
        cost: of having one in place of another, or of None; 1 where it is left out.
    """
    priced = cost or (lambda one, other: int(one != other))
    row = [0]
    for one in true:
        row.append(row[-1] + priced(None, one))
    for one in read:
        last, row = row, [row[0] + priced(one, None)]
        for at, other in enumerate(true):
            row.append(
                min(last[at] + priced(one, other), last[at + 1] + priced(one, None), row[-1] + priced(None, other))
            )
    return row[-1]


def digit_errors(read: str, true: str) -> int:
    """Digits that are wrong, missing or too many, once lines are matched with lines and digits with digits."""
    found, wanted = ([digits_of(line) for line in text.split("\n")] for text in (read, true))
    return edits(found, wanted, lambda one, other: edits(one or "", other or ""))
