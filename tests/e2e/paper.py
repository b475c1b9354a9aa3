"""Pictures of handwriting on generated paper."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter


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
    sheet = Image.new("L", size, 0)
    pencil = ImageDraw.Draw(sheet)
    middle = np.array(place) * size
    radius = max(0.5, pen * side / 2)
    for stroke in ink:
        points = [tuple(point) for point in (np.asarray(stroke) / 100 - 0.5) * side + middle]
        pencil.line(points, fill=255, width=max(1, round(2 * radius)), joint="curve")
        for x, y in points:
            pencil.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    cover = np.asarray(sheet.filter(ImageFilter.GaussianBlur(blur)), np.float64) / 255
    gray = paper_gray + cover * (ink_gray - paper_gray)
    down, across = np.mgrid[0 : size[1], 0 : size[0]]
    gray *= 1 - lamp * (across / size[0] + down / size[1]) / 2
    gray += np.random.default_rng(0).normal(0, 1, gray.shape) * noise
    return Image.fromarray(np.clip(gray, 0, 255).astype(np.uint8))


def encode(picture: Image.Image, kind: str = "PNG", **settings) -> bytes:
    """The picture as a file."""
    content = io.BytesIO()
    picture.save(content, kind, **settings)
    return content.getvalue()
