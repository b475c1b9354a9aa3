"""Arguments of the command line that several kinds of runs take."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from training.digits.config import Config
from training.paths import RUNS
from training.sheets.config import LabelConfig
from training.strings.config import StringConfig


def add_train_arguments(train: argparse.ArgumentParser) -> None:
    """Add `--run`, and every setting that a person chooses."""
    train.add_argument("--run", type=Path, default=RUNS / "default", help="folder for checkpoints, log and result")
    for field in chosen_settings():
        # The annotations are text, such as "int | None" or "tuple[int, ...]".
        kind = next(kind for kind in (int, float, str) if kind.__name__ in str(field.type))
        many = "+" if isinstance(field.default, tuple) else None
        # A list that is empty by itself may be given several times: the last one alone would be a surprise.
        ways = {"action": "extend", "default": []} if field.default == () else {"default": field.default}
        name = "--" + field.name.replace("_", "-")
        train.add_argument(name, type=kind, nargs=many, **field.metadata, **ways)


def add_composed_arguments(
    train: argparse.ArgumentParser, config: type[StringConfig | LabelConfig], run: Path, composed: str
) -> None:
    """What a run may be told whose examples are all composed; `composed` is the setting that says how many."""
    train.add_argument("--run", type=Path, default=run, help="folder for checkpoints, log and result")
    train.add_argument("--epochs", type=int, default=config.epochs, help=f"each with all {composed} once")
    train.add_argument(f"--{composed}", type=int, default=getattr(config, composed), help="composed before training")
    train.add_argument("--seed", type=int, default=config.seed, help="of every random choice")
    train.add_argument("--start", type=Path, help="Keras file whose weights the run begins with")


def chosen_settings() -> list[dataclasses.Field]:
    """Those of a run that a person chooses."""
    return [field for field in dataclasses.fields(Config) if "help" in field.metadata]
