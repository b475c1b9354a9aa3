"""Everything that a run of the network for strings is set by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from training.run import Settings

Convolution = tuple[int, tuple[int, int], tuple[int, int], Literal["same", "valid"]]


@dataclass(frozen=True)
class StringConfig(Settings):
    """Settings of one training run.

    `start` is a Keras file whose weights it begins with, of a network with as many channels or less; `most_push` how
    far digits that touch are pushed into each other at most, in heights; `signs` the share of strings with a separator;
    `precision` what Keras computes in: "mixed_bfloat16" takes two thirds of the time where a processor knows it;
    `again` after which of its convolutions, counted from 1, further ones of as many channels follow, one a mention.
    """

    seed: int = 0
    epochs: int = 8
    strings: int = 120_000
    start: str | None = None
    most_push: float = 0.16
    signs: float = 0.1
    batch_size: int = 128
    learning_rate: float = 3e-3
    warmup_epochs: float = 0.3
    weight_decay: float = 0.01
    dropout: float = 0.1
    average_momentum: float = 0.999
    precision: Literal["float32", "mixed_bfloat16"] = "float32"
    channels: tuple[int, ...] = (24, 32, 56, 56, 80, 80, 96, 96, 96)
    again: tuple[int, ...] = ()

    def convolutions(self) -> list[Convolution]:
        """Channels, kernel, strides and padding of each: from 32 rows to one, from w columns to w / 4."""
        first, second, third, fourth, fifth, sixth, seventh, eighth, last = self.channels
        return [
            (first, (3, 3), (2, 2), "same"),
            (second, (3, 3), (1, 1), "same"),
            (third, (3, 3), (2, 2), "same"),
            (fourth, (3, 3), (1, 1), "same"),
            (fifth, (3, 3), (2, 1), "same"),
            (sixth, (3, 3), (1, 1), "same"),
            (seventh, (4, 1), (1, 1), "valid"),
            (eighth, (1, 3), (1, 1), "same"),
            (last, (1, 3), (1, 1), "same"),
        ]


_WIDE = StringConfig(precision="mixed_bfloat16", channels=(32, 48, 80, 80, 112, 112, 128, 128, 128))

RECIPE = {
    "strings-first": StringConfig(),
    "strings-second": StringConfig(
        seed=1, epochs=5, start="runs/strings-first/model.keras", most_push=0.12, learning_rate=1.5e-3
    ),
    "strings-third": replace(
        _WIDE,
        seed=2,
        epochs=6,
        strings=180_000,
        start="runs/strings-second/model.keras",
        most_push=0.14,
        learning_rate=2e-3,
    ),
    "strings-fourth": replace(
        _WIDE,
        seed=3,
        epochs=4,
        strings=120_000,
        start="runs/strings-third/model.keras",
        signs=0.25,
        learning_rate=1.5e-3,
    ),
    "strings-fifth": replace(
        _WIDE,
        seed=4,
        epochs=8,
        strings=120_000,
        start="runs/strings-fourth/model.keras",
        signs=0.25,
        learning_rate=2e-3,
    ),
    "strings-sixth": replace(
        _WIDE,
        seed=5,
        epochs=6,
        strings=150_000,
        start="runs/strings-fifth/model.keras",
        signs=0.25,
        learning_rate=2e-3,
    ),
    "strings-seventh": replace(
        _WIDE,
        seed=6,
        epochs=5,
        strings=140_000,
        start="runs/strings-sixth/model.keras",
        signs=0.22,
        learning_rate=2e-3,
    ),
    "strings-eighth": replace(
        _WIDE,
        seed=7,
        epochs=6,
        strings=150_000,
        start="runs/strings-seventh/model.keras",
        signs=0.22,
        learning_rate=2e-3,
    ),
    "strings-ninth": replace(
        _WIDE,
        seed=8,
        epochs=6,
        strings=150_000,
        start="runs/strings-eighth/model.keras",
        signs=0.22,
        learning_rate=2e-3,
    ),
    "strings-tenth": replace(
        _WIDE,
        seed=9,
        epochs=10,
        strings=160_000,
        start="runs/strings-ninth/model.keras",
        signs=0.22,
        learning_rate=2e-3,
        again=(4, 6, 8, 9),
    ),
    "strings-eleventh": replace(
        _WIDE,
        seed=10,
        epochs=8,
        strings=160_000,
        start="runs/strings-tenth/model.keras",
        signs=0.22,
        learning_rate=2e-3,
        again=(4, 6, 8, 9),
    ),
}
"""How the network that ships was made, by the folders in runs/ that its runs are trained in.

The first two were composed by older code, before scanned digits were varied one by one; the third without UNIPEN's
people and signs, and without what a picture's rules leave behind; the fourth with twice as much of that, and without
letters, angular digits and runs of zeros; the fifth with more scanned digits, and without zeros that are smaller; the
sixth without sums, writing that leans, and signs that are none of separators; the seventh in black and white, without
ten more ways to write digits; the eighth without joined zeros and ones, fine lines, long slashes and two more fives;
the ninth with fewer sums and slashes, the tenth without a 4 whose arms meet; the eleventh without words, tallies,
lines that lead up to numbers, and digits less than 16 pixels high. The sides' head of the eleventh was made as sure as
it is right after its run, by the same function as it is now within it; its head for print was added later, by
`sides.train_head`, with fonts of Debian's besides Matplotlib's.
"""
