"""Made-up examples: eight images a part, so that training's wiring is tested in seconds."""

from __future__ import annotations

import numpy as np

from training.augment.non_digits import SCRIBBLES
from training.data.datasets import NOT_A_DIGIT, Images
from training.digits.config import Config
from training.digits.examples import Examples
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes

QUICK = Config(
    epochs=2, batch_size=4, warmup_epochs=0.5, channels=(4, 8), strides=(2, 2), pen_per_epoch=8,
    non_digits_per_epoch=8, average_momentum=0.5,
)  # fmt: skip


def made_up_examples() -> Examples:
    """Eight digits, eight again as pen digits, eight scribbles; the digits validate too."""
    labels = np.arange(8)
    digits = Images(to_bytes(rasterize(DIGITS[label]) for label in labels), labels, labels % 2)
    rng = np.random.default_rng(0)
    scribbles = to_bytes(rasterize(draw(rng)) for draw in list(SCRIBBLES.values())[:8])
    return Examples(digits, digits, Images(scribbles, np.full(8, NOT_A_DIGIT)), {"digits": digits})
