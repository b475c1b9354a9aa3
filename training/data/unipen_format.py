"""The UNIPEN 1.0 format (Guyon 1994): text in which ink and what it says stand apart.

Statements begin with a keyword in the first column and reach to the next one. What is read of them: `.INCLUDE`,
`.COORD`, `.WRITER_ID`, `.PEN_DOWN` and `.PEN_UP` with points, and `.SEGMENT CHARACTER 3:10-5:4 OK "2"`: the ink from
point 10 of component 3 to point 4 of component 5, both counted from 0 and both in it, is a 2. `.PEN_DOWN` begins a
component; so does a `.PEN_UP` that has points, though it is no ink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training.ink import Ink

KEYWORD = re.compile(r"\.([A-Z_]+)(?=\s|$)")
SEGMENT = re.compile(r'(\S+)\s+(\d[\d:,\s-]*?)\s+([^\s"]+)\s+"((?:\\.|[^"\\])*)"\s*')
PLACE = re.compile(r"(\d+)(?::(\d+))?(?:-(\d+)(?::(\d+))?)?")


class BadSegmentError(Exception):
    """A segment has no ink that could be read; the message says why."""


@dataclass(frozen=True)
class Segment:
    """What a piece of ink says. `parts` names the ink, such as "3:10-5:4"; `place` is its file and line."""

    level: str
    parts: str
    quality: str
    label: str
    place: str


@dataclass
class Component:
    """Pen down to pen up: `points` [n, 2], y up. Or the way through the air, which is no ink."""

    points: np.ndarray
    is_ink: bool
    writer: str


@dataclass
class Sheet:
    """All that one file and its includes hold. `bad`: what could not be read, each with its file and line."""

    components: list[Component] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    columns: tuple[str, ...] = ("X", "Y")
    writer: str = ""

    def ink(self, segment: Segment) -> Ink:
        """The strokes of a segment, y up.

        Raises:
            BadSegmentError: they are not there.
        """
        strokes = [points for part in segment.parts.split(",") for points in self._strokes(part.strip()) if len(points)]
        if not strokes:
            raise BadSegmentError(f"{segment.parts} has no ink")
        return strokes

    def writer_of(self, segment: Segment) -> str:
        """Who wrote the segment's first component; empty where it is not told."""
        return self.components[int(re.split(r"\D", segment.parts)[0])].writer

    def _strokes(self, part: str) -> Iterator[np.ndarray]:
        numbers = PLACE.fullmatch(part)
        if not numbers:
            raise BadSegmentError(f"'{part}' names no components")
        first, begin, last, end = numbers.groups()
        last, end = (last, end) if last else (first, begin)
        if int(last) >= len(self.components) or int(first) > int(last):
            raise BadSegmentError(f"{part} is not among the {len(self.components)} components")
        for number in range(int(first), int(last) + 1):
            component = self.components[number]
            if component.is_ink and len(component.points) == 1 and not component.points.any():
                raise BadSegmentError(f"the ink of component {number} was taken out of the archive: it is 0 0")
            start = int(begin) if begin and number == int(first) else 0
            stop = int(end) + 1 if end and number == int(last) else len(component.points)
            if stop > len(component.points) or start > stop:
                raise BadSegmentError(f"{part} is not among the {len(component.points)} points of component {number}")
            if component.is_ink:
                yield component.points[start:stop]


def read_sheet(file: Path, root: Path) -> Sheet:
    """A file of the archive at `root`, whose includes lie in its folder `include`."""
    sheet = Sheet()
    for keyword, text, place in _statements(file, root, sheet, ()):
        if keyword in {"PEN_DOWN", "PEN_UP"}:
            _add_component(sheet, keyword == "PEN_DOWN", text, place)
        elif keyword == "SEGMENT":
            _add_segment(sheet, text, place)
        elif keyword == "COORD":
            sheet.columns = tuple(text.upper().split())
        elif keyword == "WRITER_ID":
            sheet.writer = text.strip()
    return sheet


def _statements(file: Path, root: Path, sheet: Sheet, within: tuple[Path, ...]) -> Iterator[tuple[str, str, str]]:
    """Keyword, text and place of each; in the place of an include, the statements of the file that it names."""
    name = file.relative_to(root)
    keyword, lines, start = "", [""], 0
    for number, line in enumerate([*file.read_text("latin-1").splitlines(), ".END"], start=1):
        found = KEYWORD.match(line)
        if not found:
            lines.append(line)
            continue
        if keyword == "INCLUDE":
            included = (root / "include" / lines[0].strip()).resolve()
            if included in within or not included.is_relative_to(root) or not included.is_file():
                sheet.bad.append(f"{name}:{start}: there is no '{lines[0].strip()}' to include")
            else:
                yield from _statements(included, root, sheet, (*within, included))
        elif keyword:
            yield keyword, "\n".join(lines), f"{name}:{start}"
        keyword, lines, start = found[1], [line[found.end() :]], number


def _add_component(sheet: Sheet, is_ink: bool, text: str, place: str) -> None:
    if not is_ink and not text.strip():
        return
    points = np.zeros((0, 2))
    try:
        values = np.array(text.split(), float).reshape(-1, len(sheet.columns))
        points = values[:, [sheet.columns.index("X"), sheet.columns.index("Y")]]
    except ValueError:
        sheet.bad.append(f"{place}: its points are not rows of {' '.join(sheet.columns) or 'nothing'}")
    sheet.components.append(Component(points, is_ink, sheet.writer))


def _add_segment(sheet: Sheet, text: str, place: str) -> None:
    found = SEGMENT.fullmatch(text.strip())
    if not found:
        sheet.bad.append(f"{place}: '{' '.join(text.split())}' lacks its level, components, quality or label")
        return
    level, parts, quality, label = found.groups()
    plain = re.sub(r"\\(.)", lambda escaped: {"n": " ", "t": " "}.get(escaped[1], escaped[1]), label, flags=re.DOTALL)
    sheet.segments.append(Segment(level, parts, quality, " ".join(plain.split()), place))
