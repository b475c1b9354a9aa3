"""Pen strokes of people at many places of the world, cut out of UNIPEN.

Guyon et al. 1994, UNIPEN project of on-line data exchange; the data's DOI is 10.5281/zenodo.1195803.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import Literal

import numpy as np

from training.data.datasets import DataError, data_folder
from training.ink import Ink

Kind = Literal["digits", "numbers", "capitals", "lowercase", "symbols"]


@dataclass(frozen=True)
class Written:
    """A character or a whole number as somebody wrote it.

    `ink`: strokes of [n, 2] points, y down, in units that differ from site to site. `ambiguous`: a person could take it
    for a digit.
    """

    ink: Ink
    label: str
    writer: str
    site: str
    ambiguous: bool


def load_unipen(kind: Kind) -> list[Written]:
    """All of a kind, in the order of the file.

    Raises:
        DataError: the data folder or its `unipen/` lacks them.
    """
    folder = data_folder()
    file = folder / "unipen" / f"{kind}.jsonl.gz" if folder else None
    if not file or not file.exists():
        raise DataError(f"There is no unipen/{kind}.jsonl.gz in the folder that INKDIGIT_DATA names.")
    with gzip.open(file, "rt") as lines:
        return [_written(json.loads(line)) for line in lines]


def _written(entry: dict) -> Written:
    ink = [np.array(stroke, float).reshape(-1, 2) for stroke in entry["strokes"]]
    return Written(ink, entry["label"], entry["writer"], entry["site"], bool(entry.get("ambiguous")))
