"""Pen strokes of people at many places of the world, cut out of UNIPEN.

Guyon et al. 1994, UNIPEN project of on-line data exchange; the data's DOI is 10.5281/zenodo.1195803.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from training.data.datasets import DataError, PenDigit, data_folder
from training.ink import Ink

Kind = Literal["digits", "numbers", "capitals", "lowercase", "symbols"]

LEFT_OUT = Path(__file__).with_name("unipen_left_out.csv")
"""What nobody could read as its label: `kind`, `index` (from 0, of its line), `why` and `ink`, the ink's fingerprint.

`why` is `cut` where a stroke is missing or a neighbor's is there, `label` where it is something else, clearly. It was
sifted by eye; docs/training.md tells how. The fingerprint, not the index, decides, so that the list also holds for the
same ink in another order.
"""

ONE_PERSON = (
    ("w024", "w271"),
    ("w026", "w272"),
    ("w275", "w031"),
    ("w036", "w276"),
    ("w280", "w044"),
    ("w048", "w284"),
    ("w050", "w286"),
    ("w052", "w287"),
    ("w055", "w288"),
    ("w057", "w290"),
    ("w058", "w291"),
    ("w127", "w126"),
    ("w129", "w132", "w137"),
    ("w138", "w130", "w149"),
    ("w131", "w146", "w136", "w140"),
    ("w133", "w143"),
    ("w144", "w134"),
    ("w139", "w145"),
)
"""Names under which the very same ink is found; the first stands for all.

It is the one that keeps the person for validation, where any does.
"""


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


def as_pen_digit(written: Written) -> PenDigit:
    """A digit as the other pen digits are; its writer's number is the name's."""
    return PenDigit(written.ink, int(written.label), int(written.writer.lstrip("w")))


def load_unipen(kind: Kind, *, sifted: bool = True) -> list[Written]:
    """All of a kind, in the order of the file; each person has one name.

    `sifted` leaves out what is faulty (`LEFT_OUT`), and what is there a second time of the same person.

    Raises:
        DataError: the data folder or its `unipen/` lacks them.
    """
    folder = data_folder()
    file = folder / "unipen" / f"{kind}.jsonl.gz" if folder else None
    if not file or not file.exists():
        raise DataError(f"There is no unipen/{kind}.jsonl.gz in the folder that INKDIGIT_DATA names.")
    with gzip.open(file, "rt") as lines:
        written = [_written(json.loads(line)) for line in lines]
    return list(_sifted(written, kind)) if sifted else written


def few_of_each(written: Sequence[Written], most: int) -> list[Written]:
    """At most so many of every person's, the first ones."""
    counts: Counter[str] = Counter()
    kept = []
    for each in written:
        counts[each.writer] += 1
        if counts[each.writer] <= most:
            kept.append(each)
    return kept


def fingerprint(ink: Ink) -> str:
    """Twelve hexadecimal digits that tell ink from other ink, wherever on its sheet it lies."""
    start = next((stroke[0] for stroke in ink if len(stroke)), 0)
    strokes = [np.rint(stroke - start).astype(int).tolist() for stroke in ink]
    return hashlib.sha256(json.dumps(strokes).encode()).hexdigest()[:12]


def _written(entry: dict) -> Written:
    ink = [np.array(stroke, float).reshape(-1, 2) for stroke in entry["strokes"]]
    names = {other: first for first, *others in ONE_PERSON for other in others}
    writer = names.get(entry["writer"], entry["writer"])
    return Written(ink, entry["label"], writer, entry["site"], bool(entry.get("ambiguous")))


def _sifted(written: list[Written], kind: Kind) -> Iterator[Written]:
    with LEFT_OUT.open(newline="") as table:
        faulty = {row["ink"] for row in csv.DictReader(table) if row["kind"] == kind}
    seen = set()
    for each in written:
        ink = fingerprint(each.ink)
        if ink not in faulty and (each.writer, each.label, ink) not in seen:
            seen.add((each.writer, each.label, ink))
            yield each
