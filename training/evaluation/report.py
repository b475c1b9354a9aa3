"""Writes what `evaluate` found: `report.html`, one page that needs no other file, and `report.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import numpy as np

from training.data.datasets import NOT_A_DIGIT, Images
from training.evaluation.measures import CLASS_NAMES, TEST, VALIDATION_DIGITS, details, is_non_digits, surest_mistakes
from training.evaluation.plots import coverage_chart, heat_picture, ink_picture, refusal_chart, reliability_chart
from training.evaluation.refusal import SHARES, refusal_curves

TEMPLATE = Path(__file__).with_name("report.html")

MOST_MISTAKES = 24
"""Mistakes shown of each set."""


@dataclass(frozen=True)
class Findings:
    """What was found. By set: `sets`, `probabilities` [n, 11] and `evidence` [n, h, w, 10].

    `evaluation` is what `evaluate` returns, `validation` the names of the sets that are not the test set, `corrupted`
    a few images [k, 28, 28] of each kind, and `seeds` what `compare_seeds` says, or None.
    """

    evaluation: dict[str, Any]
    sets: dict[str, Images]
    validation: tuple[str, ...]
    probabilities: dict[str, np.ndarray]
    evidence: dict[str, np.ndarray]
    corrupted: dict[str, np.ndarray]
    seeds: dict[str, Any] | None


def write_report(folder: Path, findings: Findings) -> None:
    """Write both files into `folder`, which is made where there is none."""
    evaluation = findings.evaluation
    sets = {
        name: {**evaluation["sets"][name], **details(findings.probabilities[name], images)}
        for name, images in findings.sets.items()
    }
    validation = {name: findings.sets[name] for name in findings.validation}
    curves = refusal_curves({name: findings.probabilities[name] for name in validation}, validation)
    data = {
        **evaluation,
        "sets": sets,
        "refusal_curves": {"accepted": SHARES.tolist(), "refused": curves},
        "seeds": findings.seeds,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps(data, indent=1) + "\n")
    (folder / "report.html").write_text(_page(data, _pictures(findings, sets, curves)))


def _pictures(findings: Findings, sets: dict[str, dict], curves: dict[str, list[float]]) -> dict[str, Any]:
    digits = {name: sets[name]["coverage"] for name, images in findings.sets.items() if not is_non_digits(images)}
    return {
        "refusal": refusal_chart(curves),
        "coverage": coverage_chart(digits),
        "reliability": {name: reliability_chart(each["reliability"]) for name, each in sets.items()},
        "corrupted": {kind: ink_picture(np.hstack(list(images))) for kind, images in findings.corrupted.items()},
        "mistakes": {
            name: _mistakes(images, findings.probabilities[name], findings.evidence[name])
            for name, images in findings.sets.items()
        },
    }


def _mistakes(images: Images, probabilities: np.ndarray, evidence: np.ndarray) -> list[dict[str, Any]]:
    """The surest mistakes: what was read, what is true, how sure, and pictures of the ink and of the evidence."""
    mistakes = []
    for row in surest_mistakes(probabilities, images.labels, MOST_MISTAKES):
        found, label = int(probabilities[row].argmax()), int(images.labels[row])
        digits = [k for k in (found, label) if k != NOT_A_DIGIT]
        # One scale for both, so that their heat can be compared.
        most = float(np.abs(evidence[row][..., digits]).max()) or 1.0
        mistakes.append(
            {
                "found": CLASS_NAMES[found],
                "label": CLASS_NAMES[label],
                "confidence": float(probabilities[row, found]),
                "ink": ink_picture(images.images[row]),
                "heat": {CLASS_NAMES[k]: heat_picture(images.images[row], evidence[row][..., k], most) for k in digits},
            }
        )
    return mistakes


def _page(data: dict[str, Any], pictures: dict[str, Any]) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["percent"] = lambda share, places=2: f"{100 * share:.{places}f}\N{NO-BREAK SPACE}%"
    environment.filters["count"] = lambda n: f"{n:,}"
    template = environment.get_template(TEMPLATE.name)
    return template.render(
        data=data, pictures=pictures, names=CLASS_NAMES, test_name=TEST, digit_sets=VALIDATION_DIGITS
    )
