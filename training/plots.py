"""Pictures for the report."""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # no screen is needed

import matplotlib.pyplot as plt
import numpy as np

from training.datasets import NOT_A_DIGIT, Images

MOST_MISTAKES = 48


def plot_confusion(matrix: np.ndarray, names: list[str], title: str, file: Path) -> None:
    """Draw a confusion matrix [k, k], rows the truth; shades by the logarithm, since nearly all are on the diagonal."""
    figure, axes = plt.subplots(figsize=(7, 6.4), layout="constrained")
    axes.imshow(np.log1p(matrix), cmap="Blues")
    for row, column in zip(*np.nonzero(matrix), strict=True):
        dark = np.log1p(matrix[row, column]) > np.log1p(matrix.max()) / 2
        axes.text(column, row, matrix[row, column], ha="center", va="center", color="white" if dark else "black")
    axes.set(title=title, xlabel="read as", ylabel="written", xticks=range(len(names)), yticks=range(len(names)))
    axes.set_xticklabels(names, rotation=45, ha="right")
    axes.set_yticklabels(names)
    figure.savefig(file, dpi=110)
    plt.close(figure)


def plot_mistakes(images: Images, probabilities: np.ndarray, worst: np.ndarray, title: str, file: Path) -> None:
    """Draw the surest mistakes first, each with its label, what it was read as and how surely."""
    shown = worst[:MOST_MISTAKES]
    columns = 8
    rows = max(1, -(-len(shown) // columns))
    figure, grid = plt.subplots(rows, columns, figsize=(columns * 1.2, rows * 1.5 + 0.6), layout="constrained")
    for axes in np.ravel(grid):
        axes.axis("off")
    for axes, number in zip(np.ravel(grid), shown, strict=False):
        found = int(probabilities[number].argmax())
        axes.imshow(images.images[number], cmap="gray_r")
        label = int(images.labels[number])
        marks = ["-" if k == NOT_A_DIGIT else str(k) for k in (label, found)]
        axes.set_title(f"{marks[0]} as {marks[1]}, {probabilities[number, found]:.0%}", fontsize=8)
    figure.suptitle(f"{title}: {len(worst)} mistakes" + (f", {len(shown)} shown" if len(shown) < len(worst) else ""))
    figure.savefig(file, dpi=110)
    plt.close(figure)
