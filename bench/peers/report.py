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
from training.comparison.charts import tick
from training.comparison.report import size, table

TEXT = Path(__file__).with_name("peers.md")
"""The document, with places for the figures in braces."""

STARTS = {"nothing is kept yet": "tab:blue", "the browser has kept the files": "tab:orange"}


def write_report(results: dict[str, Any], folder: Path) -> None:
    """Write peers.md and its two pictures."""
    contenders = results["contenders"]
    (folder / "peers.md").write_text(
        TEXT.read_text().format(
            **results, summary=summary(contenders), costs=costs(contenders), starts=starts(contenders)
        )
    )
    draw_starts(contenders, folder / "peers-start.png")
    draw_readings(contenders, folder / "peers-reading.png")


def summary(contenders: list[dict[str, Any]]) -> str:
    """What the tables say of ours, for better and for worse."""
    ours = next(each for each in contenders if each["name"] == OURS)
    others = [each for each in contenders if each is not ours]

    def times(own: float, theirs: list[float]) -> str:
        return f"{min(theirs) / own:.1f} to {max(theirs) / own:.1f} times"

    weight = times(ours["bytes"], [each["bytes"] for each in others])
    cold = [times(own, [each["starts"][speed][0] for each in others]) for speed, (own, _) in ours["starts"].items()]
    quicker = [f"{' with '.join(named(each))}, {each['p50']:.2f} ms" for each in others if each["p50"] < ours["p50"]]
    return (
        f"Until its first answer ours takes {size(ours['bytes'])}, the others {weight} as many. Where nothing is kept, "
        f"their first answer takes {cold[0]} as long as ours on the desktop, {cold[-1]} on the slowest phone. One "
        f"reading more takes ours {ours['p50']:.2f} ms at the median; quicker are {'; '.join(quicker) or 'none'}."
    )


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
    figure, panels = plt.subplots(1, len(speeds), figsize=(13, 6), sharey=True, layout="constrained")
    for axes, speed in zip(panels, speeds, strict=True):
        for part, (label, color) in enumerate(STARTS.items()):
            seconds = [each["starts"][speed][part] / 1000 for each in contenders]
            bars = axes.barh(
                [row + 0.4 * part for row in range(len(contenders))], seconds, 0.4, label=label, color=color
            )
            axes.bar_label(bars, fmt="%.2g", padding=3, fontsize=8)
        axes.set(title=speed, xlabel="seconds (each panel has a scale of its own)")
        axes.margins(x=0.12)
    name_rows(panels[0], contenders, 0.2)
    figure.suptitle("Until the first answer: shorter is better")
    figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    save(figure, file)


def draw_readings(contenders: list[dict[str, Any]], file: Path) -> None:
    """The time and the processor's time of a reading, by the logarithm."""
    figure, axes = plt.subplots(figsize=(9, 5), layout="constrained")
    rows = range(len(contenders))
    marks: dict[str, Callable[[dict[str, Any]], float]] = {
        "median": lambda each: each["p50"],
        "95 % take no longer": lambda each: each["p95"],
        "processor time": lambda each: each["processor"],
    }
    axes.hlines(rows, *([each[end] for each in contenders] for end in ("p50", "p95")), color="silver")
    for marker, (label, of) in zip("o|x", marks.items(), strict=True):
        axes.scatter([of(each) for each in contenders], rows, marker=marker, s=70, label=label, zorder=3)
    axes.set(
        xscale="log",
        xlabel="milliseconds (logarithmic; left is better)",
        title="A reading, from pixels to probabilities",
    )
    tick(axes.xaxis, "{:g}".format)
    axes.grid(axis="x", alpha=0.3)
    name_rows(axes, contenders, 0)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    save(figure, file)


def name_rows(axes: Axes, contenders: list[dict[str, Any]], shift: float) -> None:
    """The first at the top; ours bold."""
    names = [each["name"] if each["name"] == OURS else f"{each['name']}: {each['network']}" for each in contenders]
    axes.set_yticks([row + shift for row in range(len(contenders))], names)
    axes.invert_yaxis()
    for label, each in zip(axes.get_yticklabels(), contenders, strict=True):
        label.set_fontweight("bold" if each["name"] == OURS else "normal")


def save(figure: plt.Figure, file: Path) -> None:
    figure.savefig(file, dpi=100)
    plt.close(figure)
