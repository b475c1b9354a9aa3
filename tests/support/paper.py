"""Pictures of handwriting on generated paper."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.support.written import write_line

Color = tuple[int, int, int]

FINER = 2
"""Lines of numbers are drawn so many times finer, then averaged."""


def draw_picture(
    ink: list,
    *,
    size: tuple[int, int] = (400, 500),
    place: tuple[float, float] = (0.5, 0.5),
    height: float = 0.6,
    pen: float = 0.06,
    ink_gray: float = 40,
    paper_gray: float = 225,
    lamp: float = 0,
    noise: float = 0,
    blur: float = 0,
) -> Image.Image:
    """A gray picture of strokes.

    Args:
        ink: strokes of points in a square of 100.
        size: width and height in pixels.
        place: where the middle of the ink lies, 0..1.
        height: of the ink's square, as a share of the picture's shorter side.
        pen: the pen's width as a share of the ink's square.
        ink_gray: 0..255.
        paper_gray: 0..255.
        lamp: by how much the light falls off from the upper left to the lower right, 0..1.
        noise: standard deviation, in gray levels.
        blur: radius in pixels.
    """
    side = height * min(size)
    lines = [(np.asarray(stroke) / 100 - 0.5) * side + np.array(place) * size for stroke in ink]
    gray = paper_gray + _cover(lines, size, pen * side, finer=1) * (ink_gray - paper_gray)
    return _photograph(gray, lamp, noise, blur)


def draw_page(
    lines: list[str],
    *,
    size: tuple[int, int] = (1200, 900),
    height: float = 60,
    start: tuple[float, float] = (0.1, 0.12),
    pitch: float = 2,
    gap: float = 0.22,
    pen: float = 0.07,
    ink: Color = (40, 40, 40),
    paper: Color = (225, 225, 225),
    rules: str = "plain",
    turn: float = 0,
    lamp: float = 0,
    noise: float = 0,
    blur: float = 0,
) -> Image.Image:
    """A picture, in color, of lines of numbers.

    Args:
        lines: what `write_line` takes.
        size: width and height in pixels.
        height: of a digit, in pixels.
        start: where the upper left corner of the first line's ink lies, 0..1.
        pitch: from one line to the next, in heights.
        gap: between neighbors, in heights.
        pen: its width, in heights.
        ink: red, green and blue, 0..255.
        paper: the same.
        rules: "plain", "ruled" with a line below each line of numbers, or "squared" with squares half as large.
        turn: of the sheet about its middle, in degrees, clockwise.
        lamp: by how much the light falls off from the upper left to the lower right, 0..1.
        noise: standard deviation, in levels of 0..255.
        blur: radius in pixels.
    """
    middle = np.array(size) / 2
    angle = np.radians(turn)
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])

    def place(points: np.ndarray) -> np.ndarray:
        return (points - middle) @ turned + middle

    corner = np.array(start) * size
    inked = [
        place((np.asarray(stroke) + (0, number * pitch)) * height + corner)
        for number, line in enumerate(lines)
        for strokes in write_line(line, gap)
        for stroke in strokes
    ]
    ruled = [place(line) for line in _rules(rules, size, corner[1] + 1.1 * height, pitch * height)]
    picture = np.full((size[1], size[0], 3), paper, np.float64)
    for drawn, width, color in ((ruled, max(1, height * 0.03), (175, 190, 225)), (inked, pen * height, ink)):
        cover = _cover(drawn, size, width)[..., None]
        picture += cover * (np.minimum(color, paper) - picture if drawn is ruled else color - picture)
    return _photograph(picture, lamp, noise, blur)


def draw_line_of(text: str, **paper) -> Image.Image:
    """A picture of one line, as long as it needs to be; `paper` as for `draw_page`."""
    height, gap = paper.get("height", 60), paper.get("gap", 0.22)
    right = max(x for strokes in write_line(text, gap) for stroke in strokes for x, _ in stroke)
    size = (round((right + 2) * height), round(3 * height))
    return draw_page([text], **{"size": size, "start": (height / size[0], 1 / 3), **paper})


def _rules(kind: str, size: tuple[int, int], foot: float, pitch: float) -> list[np.ndarray]:
    """Lines across a sheet that is larger than the picture, and down it on squared paper; one is at the row `foot`."""
    reach = max(size)
    distance = {"plain": np.inf, "ruled": pitch, "squared": pitch / 2}[kind]
    if kind == "plain":
        return []
    rows = np.arange(foot - distance * (reach // distance), 2 * reach, distance)
    lines = [np.array([(-reach, row), (2 * reach, row)]) for row in rows]
    if kind == "squared":
        lines += [np.array([(column, -reach), (column, 2 * reach)]) for column in np.arange(0, reach, distance)]
    return lines


def _cover(lines: list[np.ndarray], size: tuple[int, int], width: float, finer: int = FINER) -> np.ndarray:
    """[h, w], 0..1: how much of each pixel a round pen covers that follows the lines."""
    sheet = Image.new("L", (size[0] * finer, size[1] * finer), 0)
    pencil = ImageDraw.Draw(sheet)
    radius = max(0.5, width * finer / 2)
    for line in lines:
        points = [tuple(point) for point in line * finer]
        pencil.line(points, fill=255, width=max(1, round(2 * radius)), joint="curve")
        for x, y in points:
            pencil.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return np.asarray(sheet.reduce(finer), np.float64) / 255


def _photograph(paper: np.ndarray, lamp: float, noise: float, blur: float) -> Image.Image:
    """The picture of a sheet, [h, w] or [h, w, 3] of 0..255, in such a light, by such a camera."""
    height, width = paper.shape[:2]
    down, across = np.mgrid[0:height, 0:width]
    light = 1 - lamp * (across / width + down / height) / 2
    grain = np.random.default_rng(0).normal(0, 1, (height, width)) * noise
    if paper.ndim == 3:
        light, grain = light[..., None], grain[..., None]
    lit = Image.fromarray(np.clip(paper * light, 0, 255).astype(np.uint8))
    seen = np.asarray(lit.filter(ImageFilter.GaussianBlur(blur)), np.float64)
    return Image.fromarray(np.clip(seen + grain, 0, 255).astype(np.uint8))


def encode(picture: Image.Image, kind: str = "PNG", **settings) -> bytes:
    """The picture as a file."""
    content = io.BytesIO()
    picture.save(content, kind, **settings)
    return content.getvalue()
