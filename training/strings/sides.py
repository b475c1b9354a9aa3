"""Tells which side of a sheet is up: heads on the network for strings, trained when that one is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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
"""Turns to the left that a sheet may lie at; a head's answers, in this order."""

SEES = "relu7"
"""The layer whose output the heads see: one row, and half of the columns of a frame."""

HEADS = {"sides": 32, "printed": 16}
"""The channels of the head for what is written, and of the one for print; the latter is measured on the same fonts."""

LAYERS = ("side_strokes", "side_digits", "sides")

REACH = 5

STRINGS = 24_000

VALIDATION_STRINGS = 2_000

EPOCHS = 16

BATCH = 128


def with_sides(
    network: keras.Model, materials: tuple[Material, Material], config: StringConfig, say: Callable[[str], None]
) -> tuple[keras.Model, dict[str, float]]:
    """Add the heads to a network that is trained, whose weights it leaves as they are.

    Args:
        network: see `build_network`.
        materials: what strings are composed of, of people who are trained on, and of held-out ones.
        config: of the network's run.
        say: is told what is done.

    Returns:
        A network with a second output `sides` [n, 1, w / 4, 8]: logits of each place's `QUARTERS` by each of `HEADS`,
        whose mean over the places is the strip's, as sure as it is right; and for each head the share of strips of
        held-out people, or of print, 0..1, whose side it tells.
    """
    heads, right = zip(*(train_head(name, network, materials, config, say) for name in HEADS), strict=True)
    return with_heads(network, heads), dict(zip(HEADS, right, strict=True))


def with_heads(network: keras.Model, heads: Sequence[list[layers.Conv2D]]) -> keras.Model:
    """The network, and heads beside each other in three layers: the converter mixes up two outputs of one shape."""
    told = network.get_layer(SEES).output
    for number, each in enumerate(zip(*heads, strict=True)):
        joined = layers.Conv2D(
            sum(layer.filters for layer in each),
            each[0].kernel_size,
            padding="same",
            activation=each[0].activation,
            name=LAYERS[number],
        )
        told = joined(told)
        joined.set_weights(_beside([layer.get_weights() for layer in each], share_input=number == 0))
    return keras.Model(network.input, {"frames": network.output, "sides": told}, name="strings")


def _beside(weights: list[list[np.ndarray]], *, share_input: bool) -> list[np.ndarray]:
    """Kernel and bias of one convolution that does what several do, each on the channels of its own."""
    bias = np.concatenate([own for _, own in weights])
    if share_input:
        return [np.concatenate([kernel for kernel, _ in weights], axis=-1), bias]
    kernel = np.zeros((*weights[0][0].shape[:2], sum(own.shape[2] for own, _ in weights), len(bias)), np.float32)
    row = column = 0
    for own, _ in weights:
        kernel[:, :, row : row + own.shape[2], column : column + own.shape[3]] = own
        row, column = row + own.shape[2], column + own.shape[3]
    return [kernel, bias]


def train_head(
    name: str,
    network: keras.Model,
    materials: tuple[Material, Material],
    config: StringConfig,
    say: Callable[[str], None],
) -> tuple[list[layers.Conv2D], float]:
    """The layers of one of `HEADS`, and how much of what they say is right; see `with_sides`."""
    say(f"composing {STRINGS} strings on four sides, for {name}")
    seen = keras.Model(network.input, network.get_layer(SEES).output)
    features = keras.Input(seen.output.shape[1:])
    steps = [
        layers.Conv2D(HEADS[name], (1, REACH), padding="same", activation="relu"),
        layers.Conv2D(HEADS[name], (1, REACH), padding="same", activation="relu"),
        layers.Conv2D(QUARTERS, 1),
    ]
    head = keras.Model(features, layers.GlobalAveragePooling2D()(keras.Sequential(steps)(features)))
    head.compile(
        keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(3e-3, -(-EPOCHS * STRINGS // BATCH))),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    make = _print_on_sides if name == "printed" else _compose_on_sides
    training, held_out = (
        _features(seen, make, material, config, count)
        for material, count in zip(materials, (STRINGS, VALIDATION_STRINGS), strict=True)
    )
    rng = np.random.default_rng(config.seed)
    for epoch in range(EPOCHS):
        losses = [head.train_on_batch(*batch, return_dict=True)["loss"] for batch in _batches(training, rng)]
        say(f"{name}, epoch {epoch + 1}: loss {np.mean(losses[-50:]):.4f}")
    logits = np.concatenate([head.predict(x, batch_size=256, verbose=0) for x, _ in held_out])
    labels = np.concatenate([y for _, y in held_out])
    # Words of a sheet are added up: one that is too sure would count for several.
    temperature = fit_temperature(logits, labels)
    say(f"{name}: as sure as they are right at a temperature of {temperature:.2f}")
    steps[-1].set_weights([weights / temperature for weights in steps[-1].get_weights()])
    right = int((logits.argmax(axis=1) == labels).sum())
    return steps, right / VALIDATION_STRINGS


def sides_of_strip(sides: np.ndarray) -> np.ndarray:
    """[heads, 4] logits of a strip, of the [1, 1, w / 4, 8] of its places."""
    return np.asarray(sides).mean(axis=(0, 1, 2)).reshape(len(HEADS), QUARTERS)


def strings_alone(network: keras.Model) -> keras.Model:
    """The network without the heads."""
    return keras.Model(network.input, network.get_layer("frames").output)


def _compose_on_sides(
    rng: np.random.Generator, count: int, material: Material, config: StringConfig
) -> list[tuple[np.ndarray, str]]:
    """Strips, each with its side as its text."""
    sides = rng.integers(QUARTERS, size=count)
    return [(compose(material, config, rng, quarters=side)[0], str(side)) for side in sides]


def _print_on_sides(
    rng: np.random.Generator, count: int, _material: Material, _config: StringConfig
) -> list[tuple[np.ndarray, str]]:
    """The same of print."""
    made: list[tuple[np.ndarray, str]] = []
    while len(made) < count:
        side = int(rng.integers(QUARTERS))
        strip = strip_of(printed(rng, side), rng, on_its_head=side == 2)
        if strip is not None:
            made.append((strip, str(side)))
    return made


def _features(
    seen: keras.Model, make: Callable[..., list], material: Material, config: StringConfig, count: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """What a head sees of strips, those of one width together, and the side of each."""
    jobs = [(min(JOB, count - first), material, config) for first in range(0, count, JOB)]
    made = each_in_parallel(make, jobs, config.seed)
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
