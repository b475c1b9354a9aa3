"""A reader that answers as a test wants, for what the page does with an answer that no drawing gives reliably."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.support.made_up_reader import use_reader

FakeNumber = tuple[str, dict[str, Any]]
"""Its text, and how it is read."""

UNSURE_BELOW = 0.7


def fake_number(
    text: str,
    *,
    confidence: float = 0.99,
    sure: dict[int, float] | None = None,
    place: tuple[float, float] = (0.0, 0.0),
    size: float = 0.1,
    line: int = 0,
    alternatives: dict[str, float] | None = None,
) -> FakeNumber:
    """A number for the reader to find, as `madeUpNumber` in `made-up-reading.js` makes it.

    Args:
        text: digits, separators, '?' for ink that is none.
        confidence: of the whole.
        sure: the confidence of the digits at these places of the text, where it is not 0.99.
        place: its left upper corner, in sides of the pad or in pixels of the picture.
        size: the width of a sign; it is twice as high.
        line: of the answer, from 0.
        alternatives: other readings of the whole and their confidence.
    """
    digits = [at for at, sign in enumerate(text) if sign in "0123456789?"]
    others = [{"text": other, "confidence": share} for other, share in (alternatives or {}).items()]
    how: dict[str, Any] = {"confidence": confidence, "line": line, "alternatives": others}
    how |= {"x": place[0], "y": place[1], "size": size, "sure": [(sure or {}).get(at, 0.99) for at in digits]}
    return text, how


def use_fake_numbers(
    page: Page,
    numbers: list[FakeNumber],
    *,
    skipped: list[dict[str, Any]] | None = None,
    tables: list[dict[str, Any]] | None = None,
    turned: int = 0,
    delay_ms: int = 0,
) -> None:
    """Answer every drawing and picture on the page, once it is opened, with these numbers.

    Args:
        page: not opened yet.
        numbers: in the order in which a reading has them.
        skipped: boxes, of a picture with their kind.
        tables: as a reading has them.
        turned: the side from which a picture is read where none is asked for.
        delay_ms: of every stage.
    """
    told = {"numbers": numbers, "skipped": skipped or [], "tables": tables or [], "turned": turned}
    told |= {"delay": delay_ms, "unsure": UNSURE_BELOW}
    use_reader(page, "fake", told)


def use_fake_reader(page: Page, shares: dict[int, float], delay_ms: int = 0) -> None:
    """Answer every drawing on the page, once it is opened, with one digit of these probabilities; 10 is none."""
    best = max(shares, key=lambda index: shares[index])
    sure = shares[best]
    text, how = fake_number("?" if best == 10 else str(best), confidence=sure, sure={0: sure}, size=0.4)
    how["probabilities"] = [[shares.get(index, 0) for index in range(11)]]
    use_fake_numbers(page, [(text, how)], delay_ms=delay_ms)
