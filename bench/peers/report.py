"""The document about the peers, and its pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")  # no screen is needed

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from bench.peers.contenders import OURS
from training.comparison.report import size, table

TEXT = Path(__file__).with_name("peers.md")
"""The document, with places for the figures in braces."""

COLORS = {"cold": "tab:blue", "warm": "tab:orange"}


def write_report(results: dict[str, Any], folder: Path) -> None:
    """Write peers.md and its two pictures."""
    (folder / "peers.md").write_text(
        TEXT.read_text().format(**results, costs=costs(results["contenders"]), starts=starts(results["contenders"]))
    )
    draw_starts(results["contenders"], folder / "peers-start.png")
    draw_readings(results["contenders"], folder / "peers-reading.png")


def costs(contenders: list[dict[str, Any]]) -> str:
    """Bytes, readings, memory."""
    rows = [
        [
            *named(each),
            size(each["bytes"]),
            f"{each['p50']:.2f} ms",
            f"{each['p95']:.2f} ms",
            f"{each['processor']:.2f} ms",
            size(each["memory"]),
        ]
        for each in contenders
    ]
    return table(["way", "network", "bytes", "a reading, p50", "p95", "processor", "memory"], rows)


def starts(contenders: list[dict[str, Any]]) -> str:
    """Cold and warm, by speed."""
    speeds = list(contenders[0]["starts"])
    rows = [
        [*named(each), *(f"{cold:,.0f} / {warm:,.0f}" for cold, warm in each["starts"].values())] for each in contenders
    ]
    return table(["way", "network", *speeds], rows)


def named(each: dict[str, Any]) -> list[str]:
    name = f"**{each['name']}**" if each["name"] == OURS else each["name"]
    return [name, each["network"]]


def draw_starts(contenders: list[dict[str, Any]], file: Path) -> None:
    """A panel a speed, a pair of bars a contender."""
    speeds = list(contenders[0]["starts"])
    figure, panels = plt.subplots(1, len(speeds), figsize=(13, 5), sharey=True, layout="constrained")
    for axes, speed in zip(panels, speeds, strict=True):
        for part, (label, color) in enumerate(COLORS.items()):
            seconds = [each["starts"][speed][part] / 1000 for each in contenders]
            axes.barh([row + 0.4 * part for row in range(len(contenders))], seconds, 0.4, label=label, color=color)
        axes.set(title=speed, xlabel="seconds until the first answer")
    name_rows(panels[0], contenders, 0.2)
    figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    save(figure, file)


def draw_readings(contenders: list[dict[str, Any]], file: Path) -> None:
    """The time and the processor's time of a reading, by the logarithm."""
    figure, axes = plt.subplots(figsize=(9, 5), layout="constrained")
    marks: dict[str, Callable[[dict[str, Any]], float]] = {
        "median": lambda each: each["p50"],
        "95 % are faster": lambda each: each["p95"],
        "processor": lambda each: each["processor"],
    }
    for marker, (label, of) in zip("o|x", marks.items(), strict=True):
        axes.scatter(
            [of(each) for each in contenders], range(len(contenders)), marker=marker, s=70, label=label, zorder=3
        )
    axes.set(xscale="log", xlabel="milliseconds a reading (logarithmic; left is better)", title="A reading")
    axes.grid(axis="x", which="both", alpha=0.3)
    name_rows(axes, contenders, 0)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    save(figure, file)


def name_rows(axes: Axes, contenders: list[dict[str, Any]], shift: float) -> None:
    """The first at the top; ours bold."""
    axes.set_yticks(
        [row + shift for row in range(len(contenders))], [f"{each['name']}: {each['network']}" for each in contenders]
    )
    axes.invert_yaxis()
    for label, each in zip(axes.get_yticklabels(), contenders, strict=True):
        label.set_fontweight("bold" if each["name"] == OURS else "normal")


def save(figure: plt.Figure, file: Path) -> None:
    figure.savefig(file, dpi=100)
    plt.close(figure)
