"""Numbers and words composed of what people wrote, as whole lines: few wrote these."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from training.augment.non_digits import scribble
from training.augment.strokes import vary
from training.augment.styles import restyled
from training.data import datasets, held_out
from training.data.unipen import Kind, load_unipen
from training.digits.written import DIVIDED, TIMES, draw_sign
from training.ink import Ink, Stroke
from training.numbers.pen import Hand, in_order, random_hand
from training.potentials.crf import NO_DIGIT
from training.potentials.examples import Example
from training.potentials.lattices import LABELS, UNKNOWN

SIZES = {
    ".": 0.06,
    UNKNOWN: 0.9,
    ",": 0.28,
    "-": 0.4,
    "/": 1.35,
    ":": 0.55,
    "=": 0.45,
    "+": 0.55,
    TIMES: 0.5,
    DIVIDED: 0.55,
}
"""The longer side of a sign, in heights of a digit; of the others it is `TALL`."""


TALL = 1.2


FEET = {".": 0.0, ",": 0.22, "-": -0.42, "/": 0.12, ":": -0.08, "=": -0.3, "+": -0.2, TIMES: -0.2, DIVIDED: -0.2}
"""How far the lowest ink of a sign lies below the feet of digits, in their heights; of the others it is `HANGING`."""


HANGING = 0.1


FORMS = (
    *("#.##", "##.#", "##,#", "#,###", "##.##.##", "##/##", "#/#", "##/##/##", "###-####", "##-##", "-##", "##:##"),
    *(
        "#?#",
        "?##",
        "##?",
        "#:##",
        "#+#=##",
        "##-#=#",
        f"#{TIMES}#=#",
        f"##{DIVIDED}#",
        "(##)",
        "(###)",
        "$##",
        "$#.##",
        "##%",
        "#%",
    ),
)
"""Composed numbers with signs; # is a digit."""


RUNS_ON = 0.3
"""Share of the composed numbers in which the pen is not lifted between digits, and of the places where it is not."""


SLASHED = 0.15
"""Share of the composed numbers whose zeros are slashed and whose sevens are crossed."""


PLAIN = 0.2
"""Share of the composed numbers whose ones are plain lines."""


TREMBLING = 0.4
"""Share of the points that a finger put down."""


VARIED = 0.3
"""Share of the composed numbers whose digits are other people's variants of themselves."""


@dataclass(frozen=True)
class Person:
    """What somebody wrote, by its label."""

    digits: dict[str, list[Ink]] = field(default_factory=lambda: defaultdict(list))
    others: dict[str, list[Ink]] = field(default_factory=lambda: defaultdict(list))


def composed_examples(count: int, seed: int) -> list[Example]:
    """Numbers, numbers with signs and words of people who are trained on, a third of each.

    Raises:
        DataError: there are no pen digits, or no UNIPEN.
    """
    people, signs = _people()
    rng = np.random.default_rng(seed)
    writers = [person for person in people if len(person.digits) == 10]
    lettered = [person for person in people if sum(map(len, person.others.values())) >= 10]
    examples = []
    for number in range(count):
        if number % 3 == 2:
            person = lettered[int(rng.integers(len(lettered)))]
            examples.append(Example(_word(person, rng), NO_DIGIT))
            continue
        person = writers[int(rng.integers(len(writers)))]
        form = "#" * int(rng.integers(2, 9)) if number % 3 == 0 else FORMS[int(rng.integers(len(FORMS)))]
        text = "".join(str(rng.integers(10)) if sign == "#" else sign for sign in form)
        examples.append(Example(_number(person, signs, text, rng), text))
    return examples


def _people() -> tuple[list[Person], dict[str, list[Ink]]]:
    """Those who are trained on, and everybody's signs."""
    people: dict[str, Person] = defaultdict(Person)
    signs: dict[str, list[Ink]] = defaultdict(list)
    for digit in held_out.split_pendigits(datasets.load_pendigits())[0]:
        people[f"pen {digit.writer}"].digits[str(digit.label)].append(digit.ink)
    kinds: tuple[Kind, ...] = ("digits", "capitals", "lowercase", "symbols")
    for kind in kinds:
        for each in held_out.split_unipen(load_unipen(kind))[0]:
            if each.ambiguous:
                continue
            if kind == "digits":
                people[each.writer].digits[each.label].append(each.ink)
            elif kind == "symbols" and each.label in LABELS:
                signs[each.label].append(each.ink)
            elif kind != "symbols":
                people[each.writer].others[each.label].append(each.ink)
    return list(people.values()), signs


def _number(person: Person, signs: dict[str, list[Ink]], text: str, rng: np.random.Generator) -> Ink:
    """Their digits side by side, with signs between."""
    hand, right = random_hand(rng), 0.0
    parts: list[list[Stroke]] = []
    varied, slashes, plain = rng.random() < VARIED, rng.random() < SLASHED, rng.random() < PLAIN
    usual = _usual_height(person)
    for place, sign in enumerate(text):
        if sign.isdigit():
            own = person.digits[sign]
            ink = _plain_one(rng) if sign == "1" and plain else own[int(rng.integers(len(own)))]
            ink = restyled(ink, int(sign), rng) if slashes else ink
            high = np.ptp(np.concatenate(list(ink))[:, 1])
            ink = vary(ink, rng) if varied else ink
            through = place / max(1, len(text) - 1)
            high = usual if plain and sign == "1" else high
            height = np.sqrt(max(0.2, high / usual)) * np.exp(
                hand.growth * (through - 0.5) + rng.normal(0, hand.uneven)
            )
            part = _set(ink, right, height, rng.normal(0, hand.drift), by_height=True)
        else:
            ink = _sign(sign, signs, rng)
            size = SIZES.get(sign, TALL) * np.exp(rng.normal(0, 0.2))
            part = _set(ink, right, size, FEET.get(sign, HANGING) + rng.normal(0, 0.07), by_height=False)
        right, parts = _after(part, right, hand, rng), [*parts, part]
    slope = np.array([[1, hand.slope], [0, 1]])
    strokes = _run_on(parts, text, rng) if rng.random() < RUNS_ON else in_order(parts, rng)
    return [np.round(stroke @ slope * 100, 1) for stroke in strokes]


def _sign(sign: str, signs: dict[str, list[Ink]], rng: np.random.Generator) -> Ink:
    """A sign as somebody wrote it, or made from lines; a scribble for `UNKNOWN`, some points as fingers put them."""
    if sign == UNKNOWN:
        return scribble(rng)
    if sign == "." and rng.random() < TREMBLING:
        return [np.cumsum(rng.uniform(-0.5, 0.5, (int(rng.integers(1, 12)), 2)), axis=0)]
    return signs[sign][int(rng.integers(len(signs[sign])))] if signs[sign] else draw_sign(sign, rng)


def _plain_one(rng: np.random.Generator) -> Ink:
    """A 1 that is a line, upright or leaning, so that not all that leans is a slash."""
    return [np.array([[0.0, 0.0], [rng.normal(-0.08, 0.14), 1.0]])]


def _run_on(parts: list[list[Stroke]], text: str, rng: np.random.Generator) -> list[Stroke]:
    """The strokes in order, the pen not being lifted between some neighboring digits."""
    strokes = [*parts[0]]
    for place, part in enumerate(parts[1:], start=1):
        if text[place - 1 : place + 1].isdigit() and rng.random() < RUNS_ON:
            strokes[-1] = np.concatenate([strokes[-1], part[0]])
            strokes += part[1:]
        else:
            strokes += part
    return strokes


def _word(person: Person, rng: np.random.Generator) -> Ink:
    """Some of their letters side by side."""
    hand, right = random_hand(rng), 0.0
    parts: list[list[Stroke]] = []
    labels = list(person.others)
    for _ in range(int(rng.integers(2, 7))):
        own = person.others[labels[int(rng.integers(len(labels)))]]
        ink = own[int(rng.integers(len(own)))]
        part = _set(ink, right, float(rng.uniform(0.6, 1.1)), rng.normal(0, hand.drift), by_height=False)
        right, parts = _after(part, right, hand, rng), [*parts, part]
    return [np.round(stroke * 100, 1) for part in parts for stroke in part]


def _set(ink: Ink, left: float, size: float, foot: float, *, by_height: bool) -> list[Stroke]:
    """The ink beginning at `left`, its lowest point at `foot`, its height or its longer side of this size."""
    points = np.concatenate(list(ink))
    low, high = points.min(axis=0), points.max(axis=0)
    own = max(float(high[1] - low[1] if by_height else (high - low).max()), 1e-6)
    if by_height:  # a level bar has no height
        own = max(own, 0.2 * float((high - low).max()))
    return [(stroke - (low[0], high[1])) * (size / own) + (left, foot) for stroke in ink]


def _after(part: list[Stroke], right: float, hand: Hand, rng: np.random.Generator) -> float:
    """Where the next one begins."""
    reached = max(right, float(max(stroke[:, 0].max() for stroke in part)))
    return reached + float(np.clip(hand.gap + rng.normal(0, hand.loose), -0.06, 0.7))


def _usual_height(person: Person) -> float:
    inks = [ink for own in person.digits.values() for ink in own]
    return float(np.median([np.ptp(np.concatenate(list(ink))[:, 1]) for ink in inks]))
