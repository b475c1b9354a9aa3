"""Real amounts on cheques, ORAND-CAR-A: for validation and tuning only, since their terms are not stated."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from training.data.datasets import DataError, data_folder


@dataclass(frozen=True)
class Amount:
    """A picture file and its digits; the points and dashes between them are not in the labels."""

    file: bytes
    text: str


def load_amounts() -> list[Amount]:
    """All of them, in the order of their files' names.

    Raises:
        DataError: the data folder or its `orand-car-a/` is missing.
    """
    folder = data_folder()
    if not folder or not (folder / "orand-car-a" / "labels.csv").exists():
        raise DataError("There is no orand-car-a/ with labels.csv in the folder that INKDIGIT_DATA names.")
    with (folder / "orand-car-a" / "labels.csv").open(newline="") as table:
        rows = sorted(csv.DictReader(table), key=lambda row: row["file"])
    return [Amount((folder / "orand-car-a" / row["file"]).read_bytes(), row["text"]) for row in rows]
