"""Everything that a run of the network that labels pixels is set by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.run import Settings


@dataclass(frozen=True)
class LabelConfig(Settings):
    """Settings of one training run.

    `crops` of sheets are composed before training; `start` is a Keras file whose weights it begins with; `weights` say
    how much a pixel of each label counts, in the order of `LABELS`; `precision` what Keras computes in.
    """

    seed: int = 0
    epochs: int = 10
    crops: int = 12_000
    start: str | None = None
    batch_size: int = 16
    learning_rate: float = 4e-3
    warmup_epochs: float = 0.2
    weight_decay: float = 0.01
    average_momentum: float = 0.995
    weights: tuple[float, ...] = (1.0, 2.0, 2.0, 2.0, 1.0)
    precision: Literal["float32", "mixed_bfloat16"] = "float32"
    channels: tuple[int, ...] = (8, 16, 24, 32)


RECIPE = {
    "labels-first": LabelConfig(),
    "labels-second": LabelConfig(seed=1, crops=20_000, start="runs/labels-first/model.keras", learning_rate=3e-3),
    "labels-third": LabelConfig(
        seed=2, epochs=9, crops=16_000, start="runs/labels-second/model.keras", learning_rate=3e-3
    ),
    "labels-fourth": LabelConfig(
        seed=3, epochs=5, crops=10_000, start="runs/labels-third/model.keras", learning_rate=2e-3
    ),
}
"""How the network that ships was made, by the folders in runs/ that its runs are trained in.

The first run's sheets were composed by older code: without ticks, marks of machines and print from the back, with no
more ones than other digits, and with fewer numbers that stand alone; the second's without the lines of checks and
certificates, and without small files that are enlarged; the third's with less of what lies beside sheets.
"""
