"""A process of `test_distribute.py`: `python -m training train` on made-up examples, stopped before an epoch."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.support.made_up import made_up_examples
from training.__main__ import main
from training.digits.train import Epochs

STOPPED = 3
"""Exit status of a worker that was stopped."""


def one_worker(cluster: str, output: Path, stop_before: int, arguments: list[str]) -> None:
    """Train as the command line does, up to an epoch (0 is the first); ends the process.

    Args:
        cluster: TF_CONFIG of this worker.
        output: the file that gets what it says.
        stop_before: the epoch, or -1.
        arguments: of `train`.
    """
    os.environ["TF_CONFIG"] = cluster
    with output.open("w") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
    draw = Epochs.draw

    def draw_or_stop(self: Epochs, epoch: int) -> None:
        if epoch == stop_before:
            sys.exit(STOPPED)
        draw(self, epoch)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.digits.train.make_examples", lambda *_: made_up_examples())
        patch.setattr(Epochs, "draw", draw_or_stop)
        sys.exit(main(["train", *arguments]))
