"""What chance does to a recipe: the same run from several seeds, `python -m training seeds RUN RUN RUN`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.evaluation.measures import VALIDATION_DIGITS

EVALUATION = "evaluation.json"


def compare_seeds(runs: Sequence[Path]) -> dict[str, Any]:
    """Mean and spread over runs that were evaluated.

    Returns:
        `runs`, their folders; `figures`, each with `values` in that order, `mean`, `deviation` (standard, of
        the sample), `min` and `max`; `validation`, by run the groups that it is chosen by, the worst first; and
        `best`, the run whose worst group is best (where two are equal, the next group decides).

    Raises:
        FileNotFoundError: a run was not evaluated.
    """
    check_evaluated(runs)
    evaluations = {str(run): json.loads((run / EVALUATION).read_text()) for run in runs}
    by_run = {name: _figures(evaluation) for name, evaluation in evaluations.items()}
    # A run of before a set existed does not know it.
    shared = [figure for figure in next(iter(by_run.values())) if all(figure in own for own in by_run.values())]
    validation = {name: _validation(evaluation) for name, evaluation in evaluations.items()}
    return {
        "runs": list(by_run),
        "figures": {figure: _spread([own[figure] for own in by_run.values()]) for figure in shared},
        "validation": validation,
        "best": max(validation, key=lambda name: list(validation[name].values())),
    }


def check_evaluated(runs: Sequence[Path]) -> None:
    """Make sure that every run was evaluated.

    Raises:
        FileNotFoundError: one was not.
    """
    for run in runs:
        if not (run / EVALUATION).exists():
            raise FileNotFoundError(
                f"{run / EVALUATION} is missing: run `python -m training evaluate --run {run}` first."
            )


def table(compared: dict[str, Any]) -> str:
    """Text for the terminal."""
    rows = [f"{'':40}{'mean':>9}{'deviation':>11}{'min':>9}{'max':>9}"]
    for name, figure in compared["figures"].items():
        rows.append(
            f"{name:40}{figure['mean']:>9.2%}{figure['deviation']:>11.2%}{figure['min']:>9.2%}{figure['max']:>9.2%}"
        )
    worst = next(iter(compared["validation"][compared["best"]].items()))
    rows.append(f"best on validation, worst group first: {compared['best']} ({worst[0]} {worst[1]:.2%})")
    return "\n".join(rows)


def _figures(evaluation: dict[str, Any]) -> dict[str, float]:
    figures = {}
    for name, result in evaluation["sets"].items():
        figures[name] = result["accuracy"]
        if "worst_writer" in result:
            figures[f"{name}: the worst"] = result["worst_writer"]
    if evaluation.get("corruptions"):
        figures["corruptions, mean"] = evaluation["corruptions"]["mean"]
    if evaluation.get("refusal"):
        accepted = evaluation["refusal"]["accepted"]
        figures[f"refused at {accepted:.1%} of digits accepted"] = evaluation["refusal"]["together"]["refused"]
    return figures


def _validation(evaluation: dict[str, Any]) -> dict[str, float]:
    """The groups of people that a run is chosen by, the worst first. Never the test set."""
    mnist, pen = (evaluation["sets"][name] for name in VALIDATION_DIGITS)
    groups = {
        VALIDATION_DIGITS[0]: mnist["accuracy"],
        VALIDATION_DIGITS[1]: pen["accuracy"],
        "worst pen writer": pen["worst_writer"],
    }
    return dict(sorted(groups.items(), key=lambda group: group[1]))


def _spread(values: list[float]) -> dict[str, Any]:
    return {
        "values": values,
        "mean": float(np.mean(values)),
        "deviation": float(np.std(values, ddof=1)) if len(values) > 1 else 0.0,
        "min": min(values),
        "max": max(values),
    }
