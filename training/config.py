"""Everything that a training run is set by; it travels with the checkpoint and into the model's card."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any


class SettingsError(Exception):
    """Settings that cannot be used; the message says which and what to do."""


def _setting(default: Any, help_text: str) -> Any:
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True)
class Config:
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
    pen_variants: int = _setting(16, "drawn of each pen digit before training")
    styled: int = _setting(8_000, "digits drawn in styles that the data lack")
    pen_per_epoch: int = _setting(36_000, "pen digits and styled digits in each epoch")
    non_digits: int = _setting(48_000, "inks drawn that are not digits")
    non_digits_per_epoch: int = _setting(14_000, "of them in each epoch")
    start: str | None = _setting(None, "Keras file, in the repository, whose weights the run begins with")
    most_digits: int | None = _setting(None, "digits of each set, to try a change in minutes")

    def as_dict(self) -> dict:
        """Plain values, as they are written to JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict) -> Config:
        """The settings that `as_dict` gave.

        Raises:
            SettingsError: a setting that is not known.
        """
        unknown = set(values) - {each.name for each in fields(cls)}
        if unknown:
            raise SettingsError(f"There is no setting {', '.join(sorted(unknown))}: another version wrote this run.")
        lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
        return cls(**{**values, **lists})


RECIPE = {
    "first": Config(styled=0),
    "second": Config(
        seed=1,
        start="runs/first/model.keras",
        epochs=36,
        learning_rate=2.5e-3,
        warmup_epochs=1.0,
        clean_share=0.25,
        pen_per_epoch=26_000,
        non_digits_per_epoch=11_000,
    ),
    "third": Config(
        seed=2,
        start="runs/second/model.keras",
        epochs=18,
        learning_rate=1.8e-3,
        warmup_epochs=0.5,
        clean_share=0.2,
        pen_per_epoch=18_000,
        non_digits_per_epoch=8_000,
    ),
}
"""The network that ships, in three runs: each warms the learning rate up again (Loshchilov and Hutter, "SGDR", 2017)
on other variants of the same people's digits. `python -m training recipe` makes them one after the other."""
