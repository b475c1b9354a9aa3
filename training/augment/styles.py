"""The world's ways to write the digits, where the data hold few: made from lines and arcs, each time a little other."""

from __future__ import annotations

import numpy as np

from training.augment.cursive import CURSIVE, Draw
from training.data.curves import arc, join, line
from training.ink import Ink, Stroke

SPACING = 5.0
"""Of the points on a line, in hundredths of the digit's height."""


def styled_digit(rng: np.random.Generator) -> tuple[list[Stroke], int]:
    """Ink in one of the styles below, drawn at random, and the digit that it is."""
    styles = list(STYLES.values())
    label, draw = styles[int(rng.integers(len(styles)))]
    return [_sampled(stroke) for stroke in draw(rng)], label


def restyled(ink: Ink, label: int, rng: np.random.Generator) -> Ink:
    """Somebody's 0 with a slash, or 7 with a bar, as people of other places write it.

    Other digits stay as they are, and so do those of several strokes, which may have it already.
    """
    if len(ink) > 1:
        return ink
    points = np.concatenate(list(ink))
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2
    if label == 0 and half[0] > 0.25 * half[1]:
        # Mostly as / lies, sometimes upright or level.
        lean = np.radians(rng.normal(*((38, 12), (5, 8), (85, 8))[int(rng.choice(3, p=(0.7, 0.2, 0.1)))]))
        reach = rng.uniform(0.65, 1.3) * half * (np.sin(lean), -np.cos(lean)) * 1.2
        slash = np.array([middle + reach, middle - reach]) + rng.normal(0, 0.05, (2, 2)) * half[1]
        # Some do not lift the pen before the slash.
        return [*ink[:-1], np.concatenate([ink[-1], slash])] if rng.random() < 0.25 else [*ink, slash]
    if label == 7:
        height = low[1] + rng.uniform(0.4, 0.6) * (high[1] - low[1])
        near = points[np.argsort(np.abs(points[:, 1] - height))[:2], 0].mean()
        reach = rng.uniform(0.3, 0.6) * half[1]
        return [
            *ink,
            np.array([[near - reach, height], [near + reach, height]]) + rng.normal(0, 0.03, (2, 2)) * half[1],
        ]
    return ink


def _sampled(stroke: Stroke) -> Stroke:
    """Points every few units along the lines, as a tablet gives them: ends are altered by points."""
    lengths = np.linalg.norm(np.diff(stroke, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    places = np.union1d(along, np.arange(0, along[-1], SPACING))
    return np.stack([np.interp(places, along, stroke[:, axis]) for axis in (0, 1)], axis=1)


def _one_with_flag_and_foot(rng: np.random.Generator) -> list[Stroke]:
    x, foot = 50, rng.uniform(10, 34)
    flag = line((x - rng.uniform(10, 30), rng.uniform(16, 42)), (x, 4), (x - rng.uniform(-3, 10), 94))
    under = rng.uniform(82, 97)
    return [flag, line((x - foot - 3, under), (x + foot, under + rng.normal(0, 3)))]


def _one_with_flag(rng: np.random.Generator) -> list[Stroke]:
    return [line((50 - rng.uniform(8, 27), rng.uniform(20, 44)), (50, 4), (50 - rng.uniform(-6, 12), 96))]


def _one_with_a_flag_as_long_as_it(rng: np.random.Generator) -> list[Stroke]:
    return [line((50 - rng.uniform(22, 48), rng.uniform(55, 96)), (50, 4), (50 - rng.uniform(-6, 14), 96))]


def _one_with_foot(rng: np.random.Generator) -> list[Stroke]:
    return [line((50, 4), (50, 95)), line((50 - rng.uniform(8, 26), 95), (50 + rng.uniform(8, 26), 95))]


def _crossed_seven(rng: np.random.Generator) -> list[Stroke]:
    end, bar = rng.uniform(28, 52), rng.uniform(40, 60)
    top = rng.uniform(4, 16)
    at = 82 + (end - 82) * (bar - top) / (96 - top)
    reach = rng.uniform(12, 24)
    return [
        line((18, top + rng.uniform(-2, 8)), (82, top), (end, 96)),
        line((at - reach, bar + rng.normal(0, 4)), (at + reach, bar)),
    ]


def _seven_with_hook(rng: np.random.Generator) -> list[Stroke]:
    return [line((16, rng.uniform(16, 32)), (20, 8), (80, rng.uniform(4, 10)), (rng.uniform(30, 55), 96))]


def _slashed_zero(rng: np.random.Generator) -> list[Stroke]:
    across, reach = rng.uniform(22, 40), rng.uniform(0.6, 1.25)
    slash = line((50 + across * reach * 0.8, 50 - 45 * reach * 0.8), (50 - across * reach * 0.8, 50 + 45 * reach * 0.8))
    return [arc(50, 50, across, 45, -90 + rng.normal(0, 20), -360), slash]


def _zero_that_does_not_close(rng: np.random.Generator) -> list[Stroke]:
    return [arc(50, 50, rng.uniform(22, 42), 45, rng.uniform(-110, -40), -rng.uniform(325, 400))]


def _two_with_loop(rng: np.random.Generator) -> list[Stroke]:
    head = arc(50, 30, rng.uniform(20, 30), 25, 190, rng.uniform(180, 215))
    loop = arc(28, 84, rng.uniform(7, 12), rng.uniform(6, 10), 60, 300)
    return [join(head, loop, line((45, 86), (60, 94), (86, rng.uniform(86, 95))))]


def _open_four(rng: np.random.Generator) -> list[Stroke]:
    bar, x = rng.uniform(52, 70), rng.uniform(58, 74)
    return [
        line((rng.uniform(18, 34), 6), (rng.uniform(14, 26), bar), (88, bar + rng.normal(0, 4))),
        line((x, rng.uniform(4, 40)), (x + rng.normal(0, 4), 97)),
    ]


def _closed_four(rng: np.random.Generator) -> list[Stroke]:
    bar, x = rng.uniform(58, 72), rng.uniform(58, 70)
    return [line((x, 97), (x, 4), (rng.uniform(10, 22), bar), (90, bar + rng.normal(0, 3)))]


def _five_with_a_bar_apart(rng: np.random.Generator) -> list[Stroke]:
    x = rng.uniform(24, 36)
    bowl = arc(46, 66, rng.uniform(24, 32), rng.uniform(24, 29), 220, rng.uniform(230, 285))
    top = rng.uniform(2, 12)
    return [join(line((x, 10), (x - 3, 46)), bowl), line((x + rng.uniform(-4, 8), top), (82, top + rng.normal(0, 4)))]


def _six_that_is_nearly_zero(rng: np.random.Generator) -> list[Stroke]:
    loop = rng.uniform(20, 30)
    back = arc(52, 50, rng.uniform(28, 36), 46, -rng.uniform(55, 80), -rng.uniform(110, 125))
    return [join(back, arc(50, 94 - loop, 28, loop, 190, -360))]


def _eight_of_two_circles(rng: np.random.Generator) -> list[Stroke]:
    upper = rng.uniform(18, 24)
    lower = 48 - upper + rng.normal(0, 1.5)
    return [
        arc(50 + rng.normal(0, 3), upper + 2, rng.uniform(16, 24), upper, rng.uniform(0, 360), 365),
        arc(50 + rng.normal(0, 3), 98 - lower, rng.uniform(19, 28), lower, rng.uniform(0, 360), -365),
    ]


def _nine_with_straight_tail(rng: np.random.Generator) -> list[Stroke]:
    return [join(arc(46, 28, 25, 24, 0, -360), line((72, 28), (72 - rng.uniform(-4, 10), 97)))]


def _nine_with_curled_tail(rng: np.random.Generator) -> list[Stroke]:
    tail = arc(46, 70, rng.uniform(22, 28), rng.uniform(20, 27), -10, rng.uniform(110, 190))
    return [join(arc(46, 28, 25, 24, 0, -360), line((71, 28)), tail)]


def _nine_with_its_tail_on_the_left(rng: np.random.Generator) -> list[Stroke]:
    start = rng.uniform(110, 200)
    loop = arc(52, 28, rng.uniform(20, 27), rng.uniform(20, 26), start, rng.choice((-1, 1)) * rng.uniform(260, 370))
    return [join(loop, line((loop[-1, 0] + rng.normal(0, 5), 97)))]


def _nine_with_hooked_tail(rng: np.random.Generator) -> list[Stroke]:
    end = rng.uniform(84, 94)
    hook = line((72, 28), (70, end), (60, end + 6), (rng.uniform(36, 50), end))
    return [join(arc(46, 28, 25, 24, 0, -360), hook)]


def _three_with_flat_top(rng: np.random.Generator) -> list[Stroke]:
    corner = (rng.uniform(40, 52), rng.uniform(36, 44))
    bowl = arc(46, 68, rng.uniform(24, 32), 28, -80, rng.uniform(200, 250))
    return [join(line((20, 6), (76, 5), corner), bowl)]


def _angular(*paths: str) -> Draw:
    """Straight strokes between six corners, as forms ask for them: A B above, C D in the middle, E F below."""

    def draw(rng: np.random.Generator) -> list[Stroke]:
        wide, middle = rng.uniform(20, 36), rng.uniform(44, 56)
        places = ((-1, 5), (1, 5), (-1, middle), (1, middle), (-1, 95), (1, 95))
        corners = {
            name: (50 + side * wide + rng.normal(0, 2.5), y + rng.normal(0, 2.5))
            for name, (side, y) in zip("ABCDEF", places, strict=True)
        }
        return [line(*(corners[name] for name in path)) for path in paths]

    return draw


STYLES: dict[str, tuple[int, Draw]] = {
    **CURSIVE,
    "1 with flag and foot": (1, _one_with_flag_and_foot),
    "1 with flag": (1, _one_with_flag),
    "1 with a flag as long as it": (1, _one_with_a_flag_as_long_as_it),
    "1 with foot": (1, _one_with_foot),
    "crossed 7": (7, _crossed_seven),
    "7 with hook": (7, _seven_with_hook),
    "slashed 0": (0, _slashed_zero),
    "0 that does not close": (0, _zero_that_does_not_close),
    "2 with loop": (2, _two_with_loop),
    "open 4": (4, _open_four),
    "closed 4": (4, _closed_four),
    "5 with its bar apart": (5, _five_with_a_bar_apart),
    "6 that is nearly 0": (6, _six_that_is_nearly_zero),
    "8 of two circles": (8, _eight_of_two_circles),
    "9 with straight tail": (9, _nine_with_straight_tail),
    "9 with curled tail": (9, _nine_with_curled_tail),
    "9 with hooked tail": (9, _nine_with_hooked_tail),
    "9 with its tail on the left": (9, _nine_with_its_tail_on_the_left),
    "3 with flat top": (3, _three_with_flat_top),
    "angular 0": (0, _angular("ABFEA")),
    "angular 2": (2, _angular("ABDCEF")),
    "angular 3": (3, _angular("ABFE", "CD")),
    "angular 5": (5, _angular("BACDFE")),
    "angular 6": (6, _angular("BAEFDC")),
    "angular 8": (8, _angular("ABFEA", "CD")),
    "angular 9": (9, _angular("DCABFE")),
}
"""Every style by its name: the digit, and how it is drawn."""
