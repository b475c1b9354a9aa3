"""Makes the files that `load_unipen` reads of UNIPEN as it is published: train_r01_v07, DOI 10.5281/zenodo.1195803."""

from __future__ import annotations

import gzip
import json
import math
import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np

from training.data.datasets import DataError
from training.data.own.files import tell_bad_rows
from training.data.unipen import Kind, fingerprint
from training.data.unipen_format import BadSegmentError, Segment, read_sheet
from training.ink import Ink

T = TypeVar("T")

CATEGORIES: dict[Kind, tuple[str, ...]] = {
    "digits": ("1a",),
    "numbers": ("7", "8"),
    "capitals": ("1b",),
    "lowercase": ("1c",),
    "symbols": ("1d",),
}
"""The folders of the archive's `data/` that hold each kind: isolated characters of four sorts, words and texts."""

WANTED: dict[Kind, re.Pattern[str]] = {
    "digits": re.compile(r"[0-9]"),
    "numbers": re.compile(r"(?=(.*\d){2})[0-9 .,:/()+$%-]+"),
    "capitals": re.compile(r"[A-Z]"),
    "lowercase": re.compile(r"[a-z]"),
    "symbols": re.compile(r"[!-/:-@\[-`{-~]"),
}
"""Labels of each kind; a number has two digits or more, and may have signs."""

MOST_OF_A_LABEL: dict[Kind, int] = {"capitals": 2, "lowercase": 2, "symbols": 3}
"""How many of one letter or sign are taken of a person: there are far more of them than are needed."""

AMBIGUOUS = frozenset("BDIOQSZbgiloqsz|")
"""Letters and signs that a person could take for a digit."""

TELLING_POINTS = 15
"""Nobody makes a stroke of as many different points twice: whose ink has it in common are one person."""

Person = tuple[str, str]
"""The place and the writer's name, as the archive has them."""


Row = tuple[str, Person, Ink]
"""Label, person, and ink with y down."""


def convert(archive: Path, out: Path) -> str:
    """Write `out`'s files, by the archive (a tar file, or the folder that it was unpacked to); returns a summary.

    Places and writers get numbers for names: the makers ask to name neither writers nor companies.

    Raises:
        DataError: there is no such archive, or nothing in it that could be read.
    """
    bad: list[str] = []
    with _unpacked(archive) as folder:
        root = _root(folder, archive)
        found = {kind: list(_rows(root, kind, bad)) for kind in CATEGORIES}
    rows = [row for of_kind in found.values() for row in of_kind]
    bad = list(dict.fromkeys(bad))  # an included file is read once for each that includes it
    told = [tell_bad_rows(archive, bad, len(rows) + len(bad))] if bad else []
    if not rows:
        raise DataError("\n".join([f"{archive} has no digits, numbers, letters or signs.", *told]))
    writers = _people(rows)
    sites = _numbered("s{:02}", (site for _, (site, _), _ in rows))
    out.mkdir(parents=True, exist_ok=True)
    for kind, of_kind in found.items():
        lines = [_line(label, writers[person], sites[person[0]], ink) for label, person, ink in of_kind]
        # Without the time of writing, the same archive makes the same files.
        (out / f"{kind}.jsonl.gz").write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    counts = ", ".join(f"{len(of_kind)} {kind}" for kind, of_kind in found.items())
    return "\n".join([f"{out}: {counts}; people: {len(set(writers.values()))}, places: {len(sites)}", *told])


@contextmanager
def _unpacked(archive: Path) -> Iterator[Path]:
    if archive.is_dir():
        yield archive
        return
    if not archive.is_file() or not tarfile.is_tarfile(archive):
        raise DataError(f"{archive} is neither a folder nor a tar file.")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
        yield Path(folder)


def _root(folder: Path, archive: Path) -> Path:
    """The folder that holds both `data/` and `include/`."""
    for include in [folder / "include", *sorted(folder.glob("**/include"))]:
        if include.is_dir() and (include.parent / "data").is_dir():
            return include.parent.resolve()
    raise DataError(f"{archive} holds no folder with data/ and include/, as UNIPEN's archive does.")


def _rows(root: Path, kind: Kind, bad: list[str]) -> Iterator[Row]:
    """All that is wanted of a kind; what could not be read is added to `bad`, each with its file and line."""
    taken: Counter[tuple[Person, str]] = Counter()
    for file in _files(root, kind):
        sheet = read_sheet(file, root)
        bad += sheet.bad
        for segment in sheet.segments:
            if not _is_wanted(segment, kind):
                continue
            try:
                ink = sheet.ink(segment)
            except BadSegmentError as problem:
                bad.append(f"{segment.place}: {problem}")
                continue
            person = (_site(file, root), sheet.writer_of(segment) or file.stem)
            taken[person, segment.label] += 1
            if taken[person, segment.label] <= MOST_OF_A_LABEL.get(kind, math.inf):
                yield segment.label, person, _downwards(ink)


def _files(root: Path, kind: Kind) -> list[Path]:
    folders = [root / "data" / category for category in CATEGORIES[kind]]
    return [file for folder in folders for file in sorted(folder.rglob("*.dat"))]


def _site(file: Path, root: Path) -> str:
    """The folder below the category's: data/1a/SITE/..."""
    return file.relative_to(root / "data").parts[1]


def _is_wanted(segment: Segment, kind: Kind) -> bool:
    is_character = segment.level == "CHARACTER"
    return (
        is_character != (kind == "numbers") and segment.quality != "BAD" and bool(WANTED[kind].fullmatch(segment.label))
    )


def _downwards(ink: Ink) -> Ink:
    """The strokes with y down, their box beginning at 0, 0."""
    low, high = (end(np.concatenate(list(ink)), axis=0) for end in (np.min, np.max))
    return [(stroke - (low[0], high[1])) * (1, -1) for stroke in ink]


def _people(rows: Sequence[Row]) -> dict[Person, str]:
    """A name each, the same for those in whose ink the very same stroke is found.

    The names have a digit more than those of `training.data.unipen.ONE_PERSON`, which are of other files.
    """
    others: dict[Person, Person] = {}

    def first(person: Person) -> Person:
        return first(others[person]) if person in others else person

    writer_of: dict[str, Person] = {}
    for _, person, ink in rows:
        for stroke in ink:
            if len(np.unique(stroke, axis=0)) >= TELLING_POINTS:
                one, other = first(writer_of.setdefault(fingerprint([stroke]), person)), first(person)
                if one != other:
                    others[other] = one
    names = _numbered("w{:04}", (first(person) for _, person, _ in rows))
    return {person: names[first(person)] for _, person, _ in rows}


def _numbered(name: str, keys: Iterable[T]) -> dict[T, str]:
    return {key: name.format(number) for number, key in enumerate(dict.fromkeys(keys), start=1)}


def _line(label: str, writer: str, site: str, ink: Ink) -> str:
    strokes = [[[_number(value) for value in point] for point in stroke.tolist()] for stroke in ink]
    ambiguous = {"ambiguous": True} if label in AMBIGUOUS else {}
    entry = {"label": label, "writer": writer, "site": site, "strokes": strokes, **ambiguous}
    return json.dumps(entry, separators=(",", ":")) + "\n"


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 3)
