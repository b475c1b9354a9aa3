"""Pictures for the report, as data URIs: charts for light and for dark pages, and small images of ink."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import matplotlib

matplotlib.use("Agg")  # no screen is needed

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
from scipy import ndimage

from training.evaluation.measures import COVERAGES
from training.evaluation.refusal import ACCEPTED, SHARES

Axes = Any


@dataclass(frozen=True)
class Theme:
    """Colors of a chart, as CSS writes them: text and frame, grid, and one for each line."""

    ink: str
    grid: str
    lines: tuple[str, ...]


THEMES = {
    "light": Theme("#17264b", "#d5e0ea", ("#1f5fbf", "#c2410c", "#0f7a5a", "#9d2a8f", "#6b5a00")),
    "dark": Theme("#e9eef6", "#2f3d4d", ("#8fbcff", "#ffab7a", "#6fd9b3", "#f09be4", "#d9c45c")),
}

DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)))
"""Lines are told apart without color too."""

FOR, AGAINST = (255, 120, 20), (40, 130, 255)
"""Colors of evidence for and against a digit."""

Chart = dict[str, str]
"""A data URI of an SVG for each of `THEMES`."""


def reliability_chart(bins: list[dict[str, Any]]) -> Chart:
    """How right the answers of each bin are against how sure they say to be; the larger a dot, the more answers."""

    def draw(axes: Axes, theme: Theme) -> None:
        confidence, accuracy, n = (np.array([each[key] for each in bins]) for key in ("confidence", "accuracy", "n"))
        axes.plot([0, 1], [0, 1], color=theme.ink, linewidth=0.8, linestyle=":")
        axes.vlines(confidence, confidence, accuracy, color=theme.lines[1], linewidth=2)
        axes.scatter(confidence, accuracy, s=12 + 18 * np.log10(n), color=theme.lines[0], zorder=3)
        axes.set(xlabel="said", ylabel="right", xlim=(0, 1.04), ylim=(0, 1.04))
        _as_percent(axes)

    return _chart(draw, (3.4, 3.0))


def refusal_chart(curves: dict[str, list[float]]) -> Chart:
    """The share refused of what is not a digit, against the share of digits accepted."""

    def draw(axes: Axes, theme: Theme) -> None:
        axes.axvline(ACCEPTED, color=theme.ink, linewidth=0.8, linestyle=":")
        axes.text(
            ACCEPTED, 1.01, f"{100 * ACCEPTED:g} %", transform=axes.get_xaxis_transform(), ha="center", color=theme.ink
        )
        _lines(axes, theme, SHARES, curves)
        lowest = min(min(refused) for refused in curves.values())
        axes.set(xlabel="digits accepted", ylabel="others refused", ylim=(min(0.9, lowest - 0.02), 1.004))
        _as_percent(axes)

    return _chart(draw, (3.8, 3.2))


def coverage_chart(curves: dict[str, list[float]]) -> Chart:
    """Accuracy of the answers kept, against the share kept, the least sure being left out first."""

    def draw(axes: Axes, theme: Theme) -> None:
        _lines(axes, theme, COVERAGES, curves)
        axes.set(xlabel="answers kept, the surest first", ylabel="of these right")
        _as_percent(axes)

    return _chart(draw, (3.8, 3.2))


def ink_picture(image: np.ndarray) -> str:
    """Ink [h, w] uint8 (255 = ink), dark on white paper, as a data URI of a PNG."""
    return _png(255 - image)


def heat_picture(image: np.ndarray, evidence: np.ndarray, most: float) -> str:
    """Ink with its evidence for one digit laid over it, as a data URI of a PNG.

    Args:
        image: [28, 28] uint8, 255 = ink.
        evidence: [h, w] of that digit.
        most: evidence, for or against, that has the full color; above 0.
    """
    zoom = [size / side for size, side in zip(image.shape, evidence.shape, strict=True)]
    heat = np.clip(ndimage.zoom(evidence / most, zoom, order=1, mode="nearest", grid_mode=True), -1, 1)[..., None]
    paper = 255 + np.abs(heat) * (np.where(heat > 0, FOR, AGAINST) - 255)
    return _png(np.rint(paper * (1 - 0.75 * image[..., None] / 255)).astype(np.uint8))


def _lines(axes: Axes, theme: Theme, x: np.ndarray, curves: dict[str, list[float]]) -> None:
    for number, (name, y) in enumerate(curves.items()):
        color, dashes = theme.lines[number % len(theme.lines)], DASHES[number % len(DASHES)]
        axes.plot(x, y, color=color, linestyle=dashes, linewidth=1.8, label=name)
    axes.legend(frameon=False, fontsize=9, labelcolor=theme.ink, loc="lower left")


def _as_percent(axes: Axes) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(matplotlib.ticker.FuncFormatter(lambda share, _: f"{100 * share:.4g} %"))


def _chart(draw: Callable[[Axes, Theme], None], size: tuple[float, float]) -> Chart:
    """Draw once in every theme; `size` in inches of 72 CSS pixels."""
    settings = {"font.size": 11, "svg.fonttype": "none", "svg.hashsalt": "inkdigit", "font.family": "sans-serif"}
    pictures = {}
    for name, theme in THEMES.items():
        colors = dict.fromkeys(("text.color", "axes.labelcolor", "xtick.color", "ytick.color"), theme.ink)
        with plt.rc_context({**settings, **colors, "axes.edgecolor": theme.ink, "grid.color": theme.grid}):
            figure, axes = plt.subplots(figsize=size, layout="constrained")
            axes.grid(visible=True, linewidth=0.8)
            axes.set_axisbelow(True)
            axes.spines[["top", "right"]].set_visible(False)
            draw(axes, theme)
            file = io.BytesIO()
            figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
            plt.close(figure)
        pictures[name] = _uri("image/svg+xml", file.getvalue())
    return pictures


def _png(pixels: np.ndarray) -> str:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", optimize=True)
    return _uri("image/png", file.getvalue())


def _uri(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
