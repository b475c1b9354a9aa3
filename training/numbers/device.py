"""The device's own code for reading, run in Node.js with any model."""

from __future__ import annotations

import base64
import json
from io import BytesIO
from pathlib import Path

import numpy as np

from training.data.own.folder import read_colors
from training.device import run_node
from training.numbers.sets import NumberSet
from training.paths import EXPORTED_LABELS, EXPORTED_MODEL, EXPORTED_STRINGS, ROOT

PROGRAM = ROOT / "tools" / "read-numbers.js"


def read_numbers(
    numbers: NumberSet,
    model: Path = EXPORTED_MODEL,
    strings: Path = EXPORTED_STRINGS,
    labels: Path = EXPORTED_LABELS,
) -> list[str]:
    """The text that the device reads of each.

    Args:
        numbers: inks or pictures; these are decoded by Pillow, in the browser by the browser.
        model: a folder with model.json, its weights, and a card.json that tells the temperature.
        strings: the same of the network for strings.
        labels: the same of the one that labels pixels.

    Raises:
        DataError: Node.js is missing, or the device's code failed.
    """
    if numbers.inks:
        asked = [{"ink": [np.asarray(stroke).tolist() for stroke in ink]} for ink in numbers.inks]
    else:
        asked = [_picture(file) for file in numbers.files]
    answers = run_node([str(PROGRAM), *map(str, (model, strings, labels))], "\n".join(map(json.dumps, asked)).encode())
    return [json.loads(line) for line in answers.splitlines()]


def _picture(file: bytes) -> dict:
    colors = read_colors(BytesIO(file))
    opaque = np.concatenate([colors, np.full_like(colors[..., :1], 255)], axis=2)
    return {
        "colors": base64.b64encode(opaque.tobytes()).decode(),
        "width": colors.shape[1],
        "height": colors.shape[0],
    }
