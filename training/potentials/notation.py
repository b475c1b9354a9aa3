"""How numbers are written: which signs follow which. A slash and a 1 look alike; 3/7/89 and 555-1234 tell them apart.

A model of n-grams over kinds of signs, all digits being one kind, with the smoothing of Witten and Bell, "The
zero-frequency problem", 1991 (method C), interpolated. `web/reader/lines/notation.js` reads the same counts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from training.digits.written import DIVIDED, TIMES
from training.potentials.lattices import LABELS, UNKNOWN

Counts = dict[str, dict[str, float]]
"""Of every context, how often each kind follows."""

DIGIT, START, END = "#", "^", "$"

ORDER = 5
"""A sign is told by so many, less one, before it: two digits and a slash tell where a date's next slash is."""

WEIGHT = 0.4
"""The logarithms count for so much beside those of the ink, which learned by itself how usual signs are."""

TOTAL = 1_000
"""Counts are scaled so that all texts count for so many together."""

FORMS: dict[str, tuple[int, tuple[str, ...]]] = {
    "whole": (8, tuple(DIGIT * length for length in range(1, 13))),
    "decimal": (
        2,
        (
            *("#.#", "#.##", "##.#", "##.##", "###.#", "###.##", "####.##", "#.###", "##.###", ".##"),
            *("-#", "-##", "-###", "-#.#", "-##.#", "-#.##", "#.###.###", "#.###.##"),
        ),
    ),
    "date": (
        1,
        (
            *("#/#", "##/##", "#/#/##", "#/##/##", "##/#/##", "##/##/##", "##/##/####", "#/#/####"),
            *("#-#-##", "##-##-##", "##-##-####", "####-##-##", "#.#.##", "##.##.##", "##.##.####"),
            *("#:##", "##:##", "##:##:##"),
        ),
    ),
    "telephone": (
        1,
        ("###-####", "(###)###-####", "###-###-####", "#-###-###-####", "##-###-####", "####-####", "##-##-##-##"),
    ),
    "sum": (
        1,
        (
            *("#+#", "##+#", "##+##", "##-#", "##-##", f"#{TIMES}#", f"##{TIMES}#", f"#{DIVIDED}#", f"##{DIVIDED}#"),
            *("#+#=#", "#+#=##", "##+##=##", "##+##=###", "#-#=#", "##-#=##", "##-##=##", "#=#", "=##"),
            *(f"#{TIMES}#=#", f"#{TIMES}#=##", f"##{TIMES}#=###", f"##{DIVIDED}#=#", f"#{TIMES}(#+#)", "(#+#)", "(##)"),
            *("(#+#)/#", "(##-#)/##", f"#/#{TIMES}#", "#/#+#", f"#+#-#{TIMES}#", f"#-(##-#){TIMES}#", "#+#+#=##"),
        ),
    ),
    "unit": (1, ("$#", "$##", "$###", "$#.##", "$##.##", "$###.##", "$#.###", "#%", "##%", "###%", "#.#%", "(###)")),
}
"""Forms that everybody knows, each as often as the others of its group, and each group so often."""

WRITTEN, ALONE = 1, 1
"""What people wrote counts as a group, and so does every kind of sign by itself."""


def kind_of(sign: str) -> str:
    """`DIGIT`, a point for either sign of decimals, or the sign itself; unknown ink stands where a digit may."""
    if sign.isdigit() or sign == UNKNOWN:
        return DIGIT
    return "." if sign == "," else sign


KINDS = tuple(dict.fromkeys(map(kind_of, LABELS)))


def count_notation(texts: Iterable[str]) -> dict[str, Any]:
    """Count what people wrote, and what everybody knows.

    Args:
        texts: of `LABELS`; of texts alike in kind, the square root counts, since many copied the same text.

    Returns:
        `order`; `weight`; `counts`, of every context of up to `order` - 1 kinds, how often each kind follows.
    """
    written = Counter("".join(map(kind_of, text)) for text in texts)
    groups = [(share, dict.fromkeys(forms, 1.0)) for share, forms in FORMS.values()]
    groups.append((WRITTEN, {text: math.sqrt(count) for text, count in written.items()}))
    groups.append((ALONE, dict.fromkeys(KINDS, 1.0)))
    counts: Counts = defaultdict(lambda: defaultdict(float))
    every = sum(share for share, group in groups if group)
    for share, group in groups:
        for text, count in group.items():
            _count(counts, text, TOTAL * share / every * count / sum(group.values()))
    rounded = {
        context: {kind: round(count) for kind, count in after.items() if round(count) > 0}
        for context, after in counts.items()
    }
    return {"order": ORDER, "weight": WEIGHT, "counts": {context: after for context, after in rounded.items() if after}}


class Notation:
    """What `count_notation` counted, asked for what a sign's place is worth."""

    def __init__(self, counted: dict[str, Any]) -> None:
        self._order, self._weight, self._counts = counted["order"], counted["weight"], counted["counts"]
        self._known: dict[tuple[str, str], float] = {}

    def gain(self, kind: str, context: str) -> float:
        """How much more usual a kind is after a context than anywhere, in nats times `WEIGHT`.

        Args:
            kind: one of `KINDS`, or `END`.
            context: as `after` gives it; `START` at the beginning.
        """
        asked = (kind, context)
        if asked not in self._known:
            self._known[asked] = self._weight * math.log(self._share(kind, context) / self._share(kind, ""))
        return self._known[asked]

    def gain_of(self, text: str) -> float:
        """The gains of a whole text of `LABELS` together."""
        context, gain = START, 0.0
        for kind in [*map(kind_of, text), END]:
            gain += self.gain(kind, context)
            context = self.after(context, kind)
        return gain

    def after(self, context: str, kind: str) -> str:
        """The context of what follows."""
        return (context + kind)[-(self._order - 1) :]

    def _share(self, kind: str, context: str) -> float:
        share = 1 / (len(KINDS) + 1)
        for length in range(len(context) + 1):
            after = self._counts.get(context[len(context) - length :])
            if not after:
                break
            share = (after.get(kind, 0) + len(after) * share) / (sum(after.values()) + len(after))
        return share


def _count(counts: Counts, text: str, weight: float) -> None:
    signs = START + text + END
    for place in range(1, len(signs)):
        for length in range(min(ORDER - 1, place) + 1):
            counts[signs[place - length : place]][signs[place]] += weight
