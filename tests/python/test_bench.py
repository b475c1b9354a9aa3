"""What `make bench` makes of what it measured on the page."""

import pytest

from bench.lighthouse import CATEGORIES, METRICS, summarize
from bench.vitals import join_events, layout_shift, next_paint


@pytest.mark.parametrize(
    ("took", "interactions", "expected"),
    [
        ([], 0, 0),
        ([], 12, 0),
        ([40, 96, 24], 3, 96),
        ([40, 96, 24], 49, 96),
        ([40, 96, 24], 50, 40),
        ([40, 96, 24], 149, 24),
        ([40], 400, 0),
    ],
)
def test_inp_is_the_slowest_interaction_but_for_one_in_fifty(took, interactions, expected):
    assert next_paint(took, interactions) == expected


def test_cls_is_the_worst_burst_of_shifts():
    assert layout_shift([]) == 0
    assert layout_shift([(0, 0.1), (900, 0.2), (5000, 0.25)]) == pytest.approx(0.3)
    # A burst ends after five seconds, also where it goes on.
    assert layout_shift([(900 * step, 0.01) for step in range(8)]) == pytest.approx(0.06)


def event(start, took, number, what="click"):
    return {"start": start, "took": took, "parts": [0, took, 0], "id": number, "what": what}


def test_the_events_of_one_press_are_one_interaction_of_its_step():
    events = [event(10, 24, 1, "pointerdown"), event(90, 64, 1, "pointerup"), event(90, 56, 1), event(500, 80, 2)]
    joined = join_events(events, {"write": 0, "why": 400, "clear": 900})
    assert [(each.step, each.what, each.took) for each in joined] == [("why", "click", 80), ("write", "pointerup", 64)]


def report(performance, **audits):
    passed = {name: {"id": name, "score": 1, "displayValue": f"{performance} s"} for name in METRICS}
    failed = {name: {"id": name, "score": score, "title": f"About {name}"} for name, score in audits.items()}
    return {
        "categories": {name: {"score": performance if name == "performance" else 1} for name in CATEGORIES},
        "audits": {**passed, **failed},
    }


def test_lighthouse_is_told_by_the_median_run_and_every_audit_that_failed_in_any():
    scores, metrics, *audits = summarize(
        [report(0.99, redirects=None), report(0.9, contrast=0.5), report(0.97, contrast=0)]
    )
    assert scores.startswith("  performance 97 of at least 95, accessibility 100")
    assert "largest-contentful-paint 0.97 s" in metrics
    assert audits == ["  not in full: contrast 0 (About contrast)"]
