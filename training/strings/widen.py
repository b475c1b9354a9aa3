"""A network with more channels and layers that answers as a trained one: Net2Net (Chen, Goodfellow and Shlens 2016)."""

from __future__ import annotations

import keras
import numpy as np

from training.run import SettingsError
from training.strings.glyphs import UNKNOWN
from training.strings.network import AGAIN, ANSWERS, FRAME, SYMBOLS
from training.strings.strip import STEP

LEAST_SHARE = 0.2
"""Of a copied channel's weight, before all copies' shares are made to sum to 1."""


def widen(trained: keras.Model, network: keras.Model, rng: np.random.Generator) -> None:
    """Give `network` weights with which it answers as `trained`, which has its layers but for `again`.

    Channels may be added, and none left out. Added layers hand on what they see; added channels are copies, and added
    symbols of `SYMBOLS` copies of ink that is none. What reads copies shares the weight of the copied one among them,
    each time differently, so that they go different ways once they are trained on.

    Raises:
        SettingsError: `trained` has other layers, or more channels.
    """
    known = {layer.name: layer for layer in trained.layers}
    added = [layer for layer in network.layers if layer.name not in known]
    if [layer.name for layer in network.layers if layer not in added] != list(known) or not all(map(_is_again, added)):
        raise SettingsError("--start has other layers than the network that it would begin")
    # Each one is this channel of the trained network.
    source = np.zeros(1, int)
    for layer in network.layers:
        if layer in added:
            layer.set_weights([_identity(layer.kernel.shape), np.zeros(layer.filters)])
            continue
        weights = known[layer.name].get_weights()
        if isinstance(layer, keras.layers.Conv2D):
            kernel, *bias = weights
            before, channels = source, kernel.shape[-1]
            source = _with_symbols(channels) if layer.name == ANSWERS else _copies(channels, layer.filters, rng)
            wide = kernel[:, :, before][..., source]
            layer.set_weights([wide * _shares(before, wide.shape, rng), *(each[source] for each in bias)])
        elif weights:
            layer.set_weights([each[source] for each in weights])


def _is_again(layer: keras.layers.Layer) -> bool:
    return layer.name.startswith(AGAIN)


def _identity(shape: tuple[int, ...]) -> np.ndarray:
    """[h, w, inputs, outputs] of a convolution that changes nothing."""
    kernel = np.zeros(shape, np.float32)
    kernel[shape[0] // 2, shape[1] // 2] = np.eye(shape[2])
    return kernel


def _copies(known: int, wanted: int, rng: np.random.Generator) -> np.ndarray:
    if wanted < known:
        raise SettingsError(f"--start has a layer of {known} channels, which cannot become {wanted}")
    return np.concatenate([np.arange(known), rng.integers(known, size=wanted - known)])


def _with_symbols(known: int) -> np.ndarray:
    """Of two frames side by side, whose symbols are the first of `SYMBOLS`."""
    symbols = known * FRAME // STEP
    one = [*range(symbols), *[SYMBOLS.index(UNKNOWN)] * (len(SYMBOLS) - symbols)]
    return np.concatenate([np.array(one) + frame * symbols for frame in range(STEP // FRAME)])


def _shares(source: np.ndarray, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """For each weight of [.., inputs, outputs] its share: 1 where an input was not copied."""
    shares = rng.uniform(LEAST_SHARE, 1, shape)
    for channel in np.unique(source):
        shares[:, :, source == channel] /= shares[:, :, source == channel].sum(axis=2, keepdims=True)
    return shares
