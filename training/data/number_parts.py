"""Digits as they are written within numbers: with what the hand does on its way from one to the next."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np

from training.data.unipen import Written
from training.device import run_node
from training.paths import ROOT

PROGRAM = ROOT / "tools" / "align-numbers.js"

LEAST = 0.02
"""Probability, by the network that ships, of a digit that is taken: where it is lower, the cuts are as likely wrong."""


def digits_of_numbers(numbers: Sequence[Written]) -> list[Written]:
    """The digits of whole numbers, cut out along the best path of the device's search under the true text.

    What lies in several lines is left out, and so is what cannot be cut into its text.

    Raises:
        DataError: Node.js is missing, or the device's code failed.
    """
    asked = [
        json.dumps({"ink": [stroke.tolist() for stroke in number.ink], "text": "".join(number.label.split())})
        for number in numbers
    ]
    answers = run_node([str(PROGRAM)], "\n".join(asked).encode()).splitlines()
    return [
        Written([np.array(stroke) for stroke in part["ink"]], part["text"], number.writer, number.site, ambiguous=False)
        for number, answer in zip(numbers, answers, strict=True)
        for part in json.loads(answer)
        if part["text"].isdigit() and part["probability"] >= LEAST
    ]
