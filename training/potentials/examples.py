"""What the potentials are learned from: whole numbers as they were written, composed ones, and what is no number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from training.augment.non_digits import scribble
from training.augment.strokes import vary
from training.augment.styles import restyled
from training.data import datasets, held_out
from training.data.unipen import Kind, Written, load_unipen
from training.digits.written import DIVIDED, TIMES, draw_sign
from training.ink import Ink, Stroke
from training.numbers.pen import Hand, in_order, random_hand
from training.potentials.crf import NO_DIGIT
from training.potentials.lattices import LABELS, UNKNOWN

OF_EACH_PERSON = 40
"""Single digits of one person."""

LIKE_DIGITS = "|/,;'`\"!()"
"""Signs that by themselves are drawn as a 1 is, or as two: without digits beside them nobody can tell."""

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

RESTYLED = 0.5
"""The same of the variants of single zeros and sevens."""

DIGITS = tuple("0123456789")

PLAIN = 0.15
"""Share of the composed numbers whose ones are plain lines."""

TREMBLING = 0.4
"""Share of the points that a finger put down."""

VARIED = 0.3
"""Share of the composed numbers whose digits are other people's variants of themselves."""


@dataclass(frozen=True)
class Example:
    """Ink, and what it reads as: a text of `LABELS` without spaces, or `NO_DIGIT`."""

    ink: Ink
    truth: str


@dataclass(frozen=True)
class Person:
    """What somebody wrote, by its label."""

    digits: dict[str, list[Ink]] = field(default_factory=lambda: defaultdict(list))
    others: dict[str, list[Ink]] = field(default_factory=lambda: defaultdict(list))


def written_examples(*, held_out_people: bool) -> dict[str, list[Example]]:
    """What UNIPEN's people wrote, of those who are held out or of the others: numbers, digits, letters and signs.

    Raises:
        DataError: there is no UNIPEN.
    """

    def of(kind: Kind) -> list[Written]:
        return held_out.split_unipen(load_unipen(kind))[int(held_out_people)]

    numbers = [Example(each.ink, "".join(each.label.split())) for each in of("numbers")]
    letters = [*of("capitals"), *of("lowercase")]
    return {
        "numbers": [each for each in numbers if set(each.truth) <= set(LABELS)],
        "digits": [Example(each.ink, each.label) for each in _few_of_each(of("digits"))],
        "letters": [Example(each.ink, NO_DIGIT) for each in letters if not each.ambiguous],
        "signs": [
            Example(each.ink, _truth_of(each.label))
            for each in of("symbols")
            if not each.ambiguous and each.label not in LIKE_DIGITS
        ],
    }


def variants(examples: Sequence[Example], count: int, seed: int) -> list[Example]:
    """Each as it was written, and `count` - 1 times leaning, stretched, bent or of fewer points, as by other hands.

    The network was trained on these very digits and is surer of them than of other people's; of variants it is less so.
    """
    rng = np.random.default_rng(seed)
    varied = []
    for each in examples:
        varied.append(each)
        for _ in range(count - 1):
            ink = (
                restyled(each.ink, int(each.truth), rng)
                if each.truth in DIGITS and rng.random() < RESTYLED
                else each.ink
            )
            varied.append(Example(_variant(ink, rng), each.truth))
    return varied


def _variant(ink: Ink, rng: np.random.Generator) -> list[Stroke]:
    points = np.concatenate(list(ink))
    height = max(np.ptp(points[:, 1]), 0.1 * np.ptp(points[:, 0]), 1e-6)
    stretch, slant = np.exp(rng.normal(0, 0.1)), rng.normal(0, 0.12)
    lean = np.array([[stretch, 0], [slant, 1 / stretch]])
    strength = np.abs(rng.normal(0, 0.025, 2)) * height
    waves, phase = rng.uniform(2, 6, 2) / height, rng.uniform(0, 2 * np.pi, 2)
    every = int(rng.integers(1, 4))
    strokes = []
    for stroke in ink:
        kept = np.concatenate([stroke[:-1:every], stroke[-1:]]) if len(stroke) > 10 * every else stroke
        bent = kept + strength * np.sin(kept[:, ::-1] * waves + phase)
        strokes.append((bent + rng.normal(0, 0.006 * height, kept.shape)) @ lean)
    return strokes


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
    """A 1 that is a line, about upright."""
    return [np.array([[0.0, 0.0], [rng.normal(0, 0.12), 1.0]])]


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


def _few_of_each(digits: Sequence[Written]) -> list[Written]:
    counts: Counter[str] = Counter()
    kept = []
    for digit in digits:
        counts[digit.writer] += 1
        if counts[digit.writer] <= OF_EACH_PERSON:
            kept.append(digit)
    return kept


def _truth_of(sign: str) -> str:
    """Separators are none by themselves: no digit is beside them."""
    return sign if sign in datasets.SIGNS else NO_DIGIT
