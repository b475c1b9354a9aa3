"""Everything that a training run is set by; it travels with the checkpoint and into the model's card."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Self

from training.run import Settings


def _setting(default: Any, help_text: str, choices: tuple[str, ...] | None = None) -> Any:
    return field(default=default, metadata={"help": help_text, "choices": choices})


@dataclass(frozen=True)
class Config(Settings):
    """Settings of one training run. `docs/experiments.md` tells where the values come from."""

    seed: int = _setting(0, "of every random choice")
    epochs: int = _setting(50, "each with every MNIST digit once")
    batch_size: int = _setting(256, "images a step")
    learning_rate: float = _setting(4e-3, "at its highest, after the warm-up")
    warmup_epochs: float = _setting(2.0, "until the learning rate is at its highest")
    weight_decay: float = _setting(0.02, "of AdamW")
    label_smoothing: float = _setting(0.02, "probability shared among all classes")
    dropout: float = _setting(0.2, "share of the last features left out")
    average_momentum: float = _setting(0.998, "of the weights' running average")
    channels: tuple[int, ...] = _setting((16, 32, 32, 64, 64, 64), "of each convolution")
    strides: tuple[int, ...] = _setting((1, 2, 1, 2, 1, 1), "of each convolution")
    clean_share: float = _setting(0.35, "share of every batch that is not altered as images")
    rough_share: float = _setting(0.0, "share of every batch that is spoiled: noise, fog, lines, bands, outlines")
    pen_variants: int = _setting(16, "drawn of each pen digit before training")
    styled: int = _setting(8_000, "digits drawn in styles that the data lack")
    photographs: int = _setting(12_000, "of digits, taken before training")
    pen_per_epoch: int = _setting(36_000, "pen digits, styled digits and photographs in each epoch")
    non_digits: int = _setting(48_000, "inks drawn that are not digits")
    non_digits_per_epoch: int = _setting(14_000, "of them in each epoch")
    start: tuple[str, ...] = _setting((), "Keras files whose weights, averaged, the run begins with")
    most_digits: int | None = _setting(None, "digits of each public set, to try a change in minutes")
    data: tuple[str, ...] = _setting((), "files and folders of your own to train on too; see docs/training.md")
    bad_rows: str = _setting("refuse", "what to do where a row of them cannot be used", ("refuse", "skip"))
    data_sha256: str | None = None
    """Of what `data` names, as it was when the run began; not to be set by hand."""

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """The settings that `as_dict` gave, or that an older run wrote, whose `start` names one file or is null.

        Raises:
            SettingsError: a setting that is not known.
        """
        start = values.get("start", ())
        if not isinstance(start, list | tuple):
            values = {**values, "start": [start] if start else []}
        return super().from_dict(values)

    def difference(self, claimed: Self) -> str:
        """How a run with settings that are not these is told from one with these."""
        if claimed != self and replace(claimed, data_sha256=self.data_sha256) == self:
            return f"other data in {', '.join(self.data)}"
        return super().difference(claimed)


_BRANCH = Config(
    start=("runs/fourth/model.keras",),
    epochs=18,
    learning_rate=2e-3,
    warmup_epochs=0.5,
    clean_share=0.22,
    rough_share=0.15,
    pen_variants=12,
    pen_per_epoch=26_000,
    non_digits=32_000,
    non_digits_per_epoch=11_000,
)
"""Three runs that part where the fourth ended, each with other variants of the same people's digits."""

_OF_UNIPEN = Config(
    warmup_epochs=0.5, clean_share=0.25, rough_share=0.12, pen_variants=8, photographs=2_000, non_digits=40_000
)
"""What the runs have in common that UNIPEN's people are trained on in."""

_SLASHED = replace(_OF_UNIPEN, warmup_epochs=0.3, styled=20_000, pen_per_epoch=50_000, non_digits_per_epoch=20_000)

SEEDS = (10, 11, 12)

RECIPE = {
    "first": Config(styled=0, photographs=0),
    "second": Config(
        seed=1,
        start=("runs/first/model.keras",),
        epochs=36,
        learning_rate=2.5e-3,
        warmup_epochs=1.0,
        clean_share=0.25,
        photographs=0,
        pen_per_epoch=26_000,
        non_digits_per_epoch=11_000,
    ),
    "third": Config(
        seed=2,
        start=("runs/second/model.keras",),
        epochs=18,
        learning_rate=1.8e-3,
        warmup_epochs=0.5,
        clean_share=0.2,
        photographs=0,
        pen_per_epoch=18_000,
        non_digits_per_epoch=8_000,
    ),
    "fourth": Config(
        seed=3,
        start=("runs/third/model.keras",),
        epochs=12,
        learning_rate=2e-3,
        warmup_epochs=0.5,
        clean_share=0.22,
        rough_share=0.15,
        pen_variants=8,
        photographs=8_000,
        pen_per_epoch=22_000,
        non_digits=24_000,
        non_digits_per_epoch=10_000,
    ),
    **{f"seed-{seed}": replace(_BRANCH, seed=seed) for seed in SEEDS},
    "average": replace(
        _BRANCH,
        seed=13,
        start=("runs/third/model.keras", *(f"runs/seed-{seed}/model.keras" for seed in SEEDS)),
        epochs=0,
        pen_variants=2,
        photographs=4_000,
        non_digits=12_000,
    ),
    "fifth": replace(
        _OF_UNIPEN,
        seed=4,
        start=("runs/average/model.keras",),
        epochs=16,
        learning_rate=2.5e-3,
        pen_per_epoch=40_000,
        non_digits_per_epoch=24_000,
    ),
    "sixth": replace(_SLASHED, seed=5, start=("runs/fifth/model.keras",), epochs=17, learning_rate=2.2e-3),
    "seventh": replace(
        _SLASHED, seed=6, start=("runs/sixth/model.keras",), epochs=6, learning_rate=1e-3, warmup_epochs=0.2
    ),
}
"""How the network that ships was made, its first three runs by older code (docs/experiments.md).

The first four runs follow each other, each warming the learning rate up again (Loshchilov and Hutter, "SGDR", 2017) on
other variants of the same people's digits; three part from the fourth, and then comes the mean of their weights and
the third's. UNIPEN's people came in with the fifth, which was to have 24 epochs and was stopped after 16, without
slashed zeros; the sixth went on with its weights as they were then. The seventh had the sixth's examples and 10,280
more slashed zeros. `python -m training recipe` trains them one after the other.
"""
