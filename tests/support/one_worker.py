"""A process of `test_distribute.py`: `python -m training train` on made-up examples, stopped before an epoch."""

from __future__ import annotations

import sys

import pytest

from tests.support.made_up import made_up_examples
from training.__main__ import main
from training.digits.train import Epochs

STOPPED = 3
"""Exit status of a worker that was stopped."""


def one_worker(stop_before: int, arguments: list[str]) -> int:
    """Train as the command line does, up to an epoch (0 is the first); returns the exit status."""
    draw = Epochs.draw

    def draw_or_stop(self: Epochs, epoch: int) -> None:
        if epoch == stop_before:
            sys.exit(STOPPED)
        draw(self, epoch)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.digits.train.make_examples", lambda *_: made_up_examples())
        patch.setattr(Epochs, "draw", draw_or_stop)
        return main(["train", *arguments])


if __name__ == "__main__":
    sys.exit(one_worker(int(sys.argv[1]), sys.argv[2:]))
