"""What the comparison may be told on the command line; without TensorFlow, so that help comes at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.paths import RUNS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `--methods`, `--most-digits`, `--fresh` and `--run`."""
    parser.add_argument("--methods", type=lambda text: text.split(","), help="some of them, as in knn,tree")
    parser.add_argument("--most-digits", type=int, help="of each set, to try it in a minute")
    parser.add_argument("--fresh", action="store_true", help="begin these methods again, as to time them anew")
    parser.add_argument("--run", type=Path, default=RUNS / "compare", help="folder for models and results")
