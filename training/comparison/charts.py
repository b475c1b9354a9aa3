"""Pictures of the comparison."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # no screen is needed

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.legend import Legend
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter
from matplotlib.transforms import Bbox

OURS = "inkdigit"
SETS = {
    "mnist": ("MNIST test digits", "o"),
    "pen": ("held-out pen writers", "s"),
    "worst_writer": ("the worst of them", "D"),
    "corrupted": ("corrupted MNIST", "^"),
}
"""The measures, what they are called and how they are marked."""

POINT = 6
"""Pixels from the middle of a point to its edge, at the 100 dots an inch that pictures are laid out with."""

SIDES = ((1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a point's name may stand: to the right (1) or left, above (1) or below."""

ALIGNED, ALIGNED_UP = {1: "left", -1: "right"}, {1: "bottom", -1: "top"}


def plot_errors(results: dict, file: Path) -> None:
    """Every method's errors on every set, by the logarithm, methods with few errors on pen writers at the top."""
    methods = sorted(results["methods"].items(), key=lambda item: item[1]["pen"])
    figure, axes = plt.subplots(figsize=(9, 1.4 + 0.42 * len(methods)), layout="constrained")
    for name, (label, marker) in SETS.items():
        errors = [error(method[name]) for _, method in methods]
        axes.scatter(errors, range(len(methods)), marker=marker, s=46, label=label, zorder=3)
    axes.set_yticks(range(len(methods)), [method["name"] for _, method in methods])
    _embolden(axes, [key for key, _ in methods])
    axes.set(xscale="log", xlabel="digits read wrong (logarithmic; left is better)", title="Errors of every method")
    tick(axes.xaxis, _percent)
    axes.grid(axis="both", alpha=0.3)
    figure.legend(loc="outside lower center", ncols=4, frameon=False)
    _save(figure, file)


def plot_size(results: dict, file: Path) -> None:
    """Errors on held-out pen writers by bytes on disk, both by the logarithm."""
    figure, axes = plt.subplots(figsize=(9, 5.5), layout="constrained")
    for key, method in results["methods"].items():
        color = "tab:red" if key == OURS else "tab:green" if method["parameters"] else "tab:blue"
        axes.scatter(method["bytes"], error(method["pen"]), color=color, s=56, zorder=3)
    axes.set(
        xscale="log",
        yscale="log",
        xlabel="bytes on disk (logarithmic)",
        ylabel="pen digits read wrong (logarithmic)",
        title="Errors on people not learned from, by size: lower left is better",
    )
    axes.margins(x=0.16, y=0.1)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _bytes(value)))
    axes.xaxis.set_minor_formatter(NullFormatter())
    tick(axes.yaxis, _percent)
    axes.grid(alpha=0.3)
    for color, label in (("tab:red", "ours"), ("tab:green", "networks"), ("tab:blue", "other methods")):
        axes.scatter([], [], color=color, label=label)
    _name_points(
        axes,
        axes.legend(),
        [(method["name"], method["bytes"], error(method["pen"])) for method in results["methods"].values()],
    )
    _save(figure, file)


def plot_time(results: dict, file: Path) -> None:
    """Milliseconds of one prediction in the browser, by the logarithm, network by network."""
    timed = {key: method for key, method in results["methods"].items() if "browser" in method}
    figure, axes = plt.subplots(figsize=(9, 1.4 + 0.6 * len(timed)), layout="constrained")
    for offset, (backend, label) in zip((0.2, -0.2), (("wasm", "WebAssembly"), ("cpu", "JavaScript")), strict=True):
        places = [number + offset for number in range(len(timed))]
        # Dots, not bars: a logarithmic axis has no zero for a bar to begin at.
        times = [method["browser"][backend]["ms"] for method in timed.values()]
        axes.scatter(times, places, s=60, label=label, zorder=3)
        for time, place in zip(times, places, strict=True):
            axes.annotate(f"{time:.1f} ms", (time, place), (8, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(timed)), [method["name"] for method in timed.values()])
    _embolden(axes, list(timed))
    axes.set(
        xscale="log",
        xlabel="milliseconds (logarithmic; left is better)",
        title="One prediction in the browser by TensorFlow.js, median",
    )
    axes.margins(x=0.25, y=0.12)
    tick(axes.xaxis, lambda value: f"{value:g}")
    axes.grid(axis="x", alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    _save(figure, file)


def error(accuracy: float) -> float:
    """What is missing to 1; a set without any error is drawn at a hundredth of a percent, where it can be seen."""
    return max(1 - accuracy, 1e-4)


def _name_points(axes: Axes, legend: Legend, points: list[tuple[str, float, float]]) -> None:
    """Write each name beside its point, on the first side where it covers no other name or point."""
    axes.figure.canvas.draw()  # lays the picture out, so that places are known in pixels
    frame, taken = axes.get_window_extent(), [legend.get_window_extent()]
    for _, x, y in points:
        place = axes.transData.transform((x, y))
        taken.append(Bbox([place - POINT, place + POINT]))
    for name, x, y in points:
        for right, up in SIDES:
            text = axes.annotate(
                name, (x, y), (8 * right, 5 * up), textcoords="offset points", ha=ALIGNED[right], va=ALIGNED_UP[up]
            )
            box = text.get_window_extent()
            inside = frame.x0 < box.x0 and box.x1 < frame.x1
            if (inside and not box.count_overlaps(taken)) or (right, up) == SIDES[-1]:
                taken.append(box)
                break
            text.remove()


def tick(axis: matplotlib.axis.Axis, write: Callable[[float], str]) -> None:
    """Ticks at 1, 2, 5, 10 and so on: few methods may lie within one power of ten."""
    axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: write(value)))
    axis.set_minor_formatter(NullFormatter())


def _percent(share: float) -> str:
    return f"{share * 100:g} %"


def _bytes(value: float) -> str:
    return f"{value / 1e6:g} MB" if value >= 1e6 else f"{value / 1e3:g} KB"


def _embolden(axes: Axes, keys: list[str]) -> None:
    for key, label in zip(keys, axes.get_yticklabels(), strict=True):
        label.set_fontweight("bold" if key == OURS else "normal")


def _save(figure: plt.Figure, file: Path) -> None:
    figure.savefig(file, dpi=110)
    plt.close(figure)
