"""Everything that a training run is set by; it travels with the checkpoint and into the model's card."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Config:
    """Settings of one training run. `docs/experiments.md` tells where the values come from."""

    seed: int = 0
    epochs: int = 45
    batch_size: int = 256
    learning_rate: float = 4e-3
    warmup_epochs: float = 2.0
    weight_decay: float = 0.02
    label_smoothing: float = 0.02
    dropout: float = 0.2
    average_momentum: float = 0.998
    channels: tuple[int, ...] = (16, 32, 32, 64, 64, 64)
    strides: tuple[int, ...] = (1, 2, 1, 2, 1, 1)
    clean_share: float = 0.35
    pen_variants: int = 16
    styled: int = 8_000
    pen_per_epoch: int = 40_000
    non_digits: int = 48_000
    non_digits_per_epoch: int = 12_000
    start: str | None = None
    """A Keras file whose weights the run begins with; None for random ones."""
    most_digits: int | None = None
    """Train on this many digits of each set only, to try a change in minutes; None for all."""

    def as_dict(self) -> dict:
        """Plain values, as they are written to JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict) -> Config:
        """The settings that `as_dict` gave.

        Raises:
            TypeError: a setting that is not known.
        """
        lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
        return cls(**{**values, **lists})
