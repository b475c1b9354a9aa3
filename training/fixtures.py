"""Golden vectors: what ink, a strip, a hand's memory and a taught layer become of small inputs, for both languages.

`python -m training fixtures` writes them, `--check` tells whether they are what the code gives now.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

import numpy as np

from training.augment.non_digits import SCRIBBLES
from training.data.curves import arc, join, line
from training.data.datasets import CLASSES
from training.hands.layer import LEARNING, layer_nats, learn_layer
from training.hands.memory import DIMENSIONS, STEPS, Metric, weigh
from training.ink import PREPROCESSING, Ink, normalize, rasterize
from training.paths import FIXTURES
from training.strings.strip import to_strip

GOLDEN = FIXTURES / "ink.json"


DIGITS: dict[int, list[np.ndarray]] = {
    0: [arc(50, 50, 30, 45, turn=-360)],
    1: [line((30, 25), (50, 5), (50, 95))],
    2: [join(arc(48, 32, 26, 26, 190, 190), line((20, 94), (82, 92)))],
    3: [join(arc(46, 29, 26, 23, 200, 240), arc(46, 72, 29, 25, -80, 240))],
    4: [line((60, 5), (18, 66), (86, 66)), line((64, 40), (60, 97))],
    5: [join(line((30, 8), (25, 45)), arc(48, 66, 28, 27, 220, 270)), line((30, 8), (78, 7))],
    6: [join(line((66, 6), (38, 38), (25, 66)), arc(49, 71, 24, 23, 190, -370))],
    7: [line((18, 8), (80, 8), (42, 96))],
    8: [join(arc(50, 27, 21, 20, 90, -360), arc(50, 72, 26, 24, -90, 360))],
    9: [join(arc(48, 30, 24, 23, 0, -360), line((72, 30), (70, 60), (60, 96)))],
}
"""Plain digits as one draws them, in a square of 100, y down."""


def golden() -> dict:
    """Every case with its input and its ink image, as JSON holds them."""
    rng = np.random.default_rng(0)
    inks: dict[str, Ink] = {f"digit {digit}": ink for digit, ink in DIGITS.items()}
    inks |= {kind: draw(rng) for kind, draw in SCRIBBLES.items()}
    inks |= {
        "no stroke": [],
        "a stroke without points": [np.zeros((0, 2))],
        "one point": [line((3, 4))],
        "one point many times": [line((3, 4), (3, 4), (3, 4))],
        "a point that is not a number": [line((0, 0), (float("nan"), 5), (10, 20)), line((float("inf"), 1))],
        "mass far from the middle": [line((0, 0), (100, 100)), *[arc(6, 6, 5, 5)] * 3],
        "tiny and far away": [stroke * 1e-3 + 1e4 for stroke in DIGITS[5]],
    }
    masks: dict[str, np.ndarray] = {
        f"mask of {digit}": np.kron(rasterize(DIGITS[digit]) > 0.5, np.ones((scale, scale)))
        for digit, scale in ((2, 1), (4, 3), (8, 2))
    }
    masks |= {
        "no ink": np.zeros((9, 7)),
        "one pixel": np.pad(np.ones((1, 1)), ((2, 5), (4, 1))),
        "a wide bar": np.ones((3, 61)),
        "partly covered": np.round(rng.random((13, 17)) * (rng.random((13, 17)) > 0.6), 3),
    }
    strings = {
        "two digits that touch": np.concatenate([_close(rasterize(DIGITS[digit]) > 0.5, 24) for digit in (4, 2)], 1),
        "ink higher than a strip": np.kron(_close(rasterize(DIGITS[8]) > 0.5, 24), np.ones((3, 3))),
        "ink lower than a strip": _close(rasterize(DIGITS[5]) > 0.5, 20),
        "a wide bar": np.ones((3, 61)),
        "one pixel": np.ones((1, 1)),
    }
    return {
        "preprocessing": PREPROCESSING,
        "rasterize": [
            {"name": name, "ink": [_plain(stroke) for stroke in ink], "image": _packed(rasterize(ink))}
            for name, ink in inks.items()
        ],
        "normalize": [
            {"name": name, "mask": _plain(mask), "image": _packed(normalize(mask))} for name, mask in masks.items()
        ],
        "strip": [
            {"name": name, "mask": _plain(mask), "image": _packed(to_strip(mask))} for name, mask in strings.items()
        ],
        "hand": _hands(rng),
        "layer": _layers(rng),
    }


def _hands(rng: np.random.Generator) -> list[dict]:
    """What examples at some places say of what lies at a few."""
    metric = Metric(rng.integers(-900, 900, (4, DIMENSIONS)), rng.integers(-4000, 4000, DIMENSIONS))
    embeddings = np.round(rng.random((3, 4)) * [[1], [1], [30]], 3)
    asked = metric.places(embeddings)
    near = np.clip(asked[:, None] + rng.integers(-12, 13, (3, 3, DIMENSIONS)), -STEPS, STEPS).reshape(9, -1)
    labels = np.array([1, 1, 7, 0, 10, 4, 4, 4, 9])
    cases = {"none": [], "one": [0], "several of a digit": [0, 1], "all": list(range(9))}
    return [
        {
            "name": name,
            "metric": metric.as_dict(),
            "embeddings": embeddings.tolist(),
            "places": asked.tolist(),
            "examples": [{"place": near[each].tolist(), "label": int(labels[each])} for each in kept],
            "nats": np.round(weigh(near[kept], labels[kept], asked), 6).tolist(),
        }
        for name, kept in cases.items()
    ]


def _layers(rng: np.random.Generator) -> list[dict]:
    """What is learned from digits at some places, and what it adds at others."""
    asked = rng.integers(-STEPS, STEPS, (2, DIMENSIONS))
    cases = {"one digit": [4], "some of them alike": [1, 1, 7, 10, 7], "nothing": []}
    results = []
    for name, labels in cases.items():
        places = rng.integers(-STEPS, STEPS, (len(labels), DIMENSIONS))
        logits = np.round(rng.normal(0, 3, (len(labels), CLASSES)), 3)
        layer = learn_layer(places, np.array(labels, int), logits)
        results.append(
            {
                "name": name,
                "learning": LEARNING,
                "examples": [
                    {"place": place.tolist(), "label": label, "logits": row.tolist()}
                    for place, label, row in zip(places, labels, logits, strict=True)
                ],
                "asked": asked.tolist(),
                "nats": np.round(layer_nats(layer, asked), 6).tolist(),
            }
        )
    return results


def write(file: Path = GOLDEN) -> None:
    """Write the golden vectors."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(golden(), separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")


def is_current(file: Path = GOLDEN) -> bool:
    """Whether the file holds what the code gives: the same inputs, and images within 1e-6."""
    if not file.exists():
        return False
    written, now = json.loads(file.read_text()), golden()
    for part in ("rasterize", "normalize", "strip"):
        before, after = ([_values(case.pop("image")) for case in cases[part]] for cases in (written, now))
        if [len(one) for one in before] != [len(one) for one in after]:
            return False
        if np.abs(np.concatenate(before) - np.concatenate(after)).max() > 1e-6:
            return False
    return written == now


def unpacked(text: str) -> np.ndarray:
    """[28, 28] float32 from the base64 of its little-endian bytes."""
    return _values(text).reshape(28, 28)


def _values(text: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), "<f4")


def _close(mask: np.ndarray, rows: int) -> np.ndarray:
    """The columns that hold ink, of so many rows about the middle."""
    columns = np.flatnonzero(mask.any(axis=0))
    return mask[14 - rows // 2 : 14 + rows // 2, columns[0] : columns[-1] + 1].astype(float)


def _packed(image: np.ndarray) -> str:
    return base64.b64encode(image.astype("<f4").tobytes()).decode()


def _plain(values: np.ndarray) -> list:
    """Nested lists; what JSON cannot hold as null, which JavaScript takes for not a number too."""
    return [[float(value) if np.isfinite(value) else None for value in row] for row in np.round(values, 9)]
