"""Tells which side of a sheet is up: a head on the network for strings, trained when that one is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import keras
import numpy as np
from keras import layers

from training.digits.calibrate import fit_temperature
from training.in_parallel import each_in_parallel
from training.learning import as_input
from training.strings.compose import compose, strip_of
from training.strings.config import StringConfig
from training.strings.examples import JOB, by_width
from training.strings.glyphs import Material
from training.strings.network import SYMBOLS
from training.strings.printed import printed

QUARTERS = 4
"""Turns to the left that a sheet may lie at; the head's answers, in this order."""

SEES = "relu7"
"""The layer whose output the head sees: one row, and half of the columns of a frame."""

CHANNELS, REACH = 32, 5

STRINGS = 40_000

VALIDATION_STRINGS = 2_000

PRINTED = 0.4
"""The share of strings that are print."""

EPOCHS = 16

BATCH = 128


def with_sides(
    network: keras.Model, materials: tuple[Material, Material], config: StringConfig, say: Callable[[str], None]
) -> tuple[keras.Model, float]:
    """Add the head to a network that is trained, whose weights it leaves as they are.

    Args:
        network: see `build_network`.
        materials: what strings are composed of, of people who are trained on, and of held-out ones.
        config: of the network's run.
        say: is told what is done.

    Returns:
        A network with a second output `sides` [n, 1, w / 4, 4], logits of each place's `QUARTERS`, whose mean over the
        places is the strip's, as sure as it is right; and the share of strips of held-out people, 0..1, whose side it
        tells.
    """
    say(f"composing {STRINGS} strings on four sides")
    seen = keras.Model(network.input, network.get_layer(SEES).output)
    features = keras.Input(seen.output.shape[1:])
    steps = [
        layers.Conv2D(CHANNELS, (1, REACH), padding="same", activation="relu", name="side_strokes"),
        layers.Conv2D(CHANNELS, (1, REACH), padding="same", activation="relu", name="side_digits"),
        layers.Conv2D(QUARTERS, 1, name="sides"),
    ]
    head = keras.Model(features, layers.GlobalAveragePooling2D()(keras.Sequential(steps)(features)))
    head.compile(
        keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(3e-3, -(-EPOCHS * STRINGS // BATCH))),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    training, held_out = (
        _features(seen, material, config, count)
        for material, count in zip(materials, (STRINGS, VALIDATION_STRINGS), strict=True)
    )
    rng = np.random.default_rng(config.seed)
    for epoch in range(EPOCHS):
        losses = [head.train_on_batch(*batch, return_dict=True)["loss"] for batch in _batches(training, rng)]
        say(f"sides, epoch {epoch + 1}: loss {np.mean(losses[-50:]):.4f}")
    logits = np.concatenate([head.predict(x, batch_size=256, verbose=0) for x, _ in held_out])
    labels = np.concatenate([y for _, y in held_out])
    # Words of a sheet are added up: one that is too sure would count for several.
    temperature = fit_temperature(logits, labels)
    say(f"sides: as sure as they are right at a temperature of {temperature:.2f}")
    steps[-1].set_weights([weights / temperature for weights in steps[-1].get_weights()])
    right = int((logits.argmax(axis=1) == labels).sum())
    sides = network.get_layer(SEES).output
    for step in steps:
        sides = step(sides)
    outputs = {"frames": network.output, "sides": sides}
    return keras.Model(network.input, outputs, name="strings"), right / VALIDATION_STRINGS


def strings_alone(network: keras.Model) -> keras.Model:
    """The network without the head."""
    return keras.Model(network.input, network.get_layer("frames").output)


def _compose_on_sides(
    rng: np.random.Generator, count: int, material: Material, config: StringConfig
) -> list[tuple[np.ndarray, str]]:
    """Strips, each with its side as its text."""
    return [(_strip(material, config, rng, side), str(side)) for side in rng.integers(QUARTERS, size=count)]


def _strip(material: Material, config: StringConfig, rng: np.random.Generator, side: int) -> np.ndarray:
    """What is written, or printed, on a side."""
    strip = None
    is_printed = rng.random() < PRINTED
    while strip is None:
        if is_printed:
            strip = strip_of(printed(rng, side), rng, on_its_head=side == 2)
        else:
            strip, _ = compose(material, config, rng, quarters=side)
    return strip


def _features(
    seen: keras.Model, material: Material, config: StringConfig, count: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """What the head sees of strips, those of one width together, and the side of each."""
    jobs = [(min(JOB, count - first), material, config) for first in range(0, count, JOB)]
    made = each_in_parallel(_compose_on_sides, jobs, config.seed)
    return [
        (seen.predict(as_input(strips.images), verbose=0), strips.labels[:, 0] - SYMBOLS.index("0"))
        for strips in by_width([pair for pairs in made for pair in pairs])
    ]


def _batches(features: list[tuple[np.ndarray, np.ndarray]], rng: np.random.Generator) -> Iterator[tuple]:
    """Batches of strips of one width each, in a new order."""
    orders = [rng.permutation(len(sides)) for _, sides in features]
    batches = [
        (number, order[first : first + BATCH])
        for number, order in enumerate(orders)
        for first in range(0, len(order), BATCH)
    ]
    for at in rng.permutation(len(batches)):
        number, rows = batches[at]
        seen, sides = features[number]
        yield seen[rows], sides[rows]
