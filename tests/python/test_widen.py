"""A network for strings that begins as a smaller or shallower one, or of one that knows fewer signs."""

from dataclasses import replace

import numpy as np
import pytest

from training.run import SettingsError
from training.strings.config import StringConfig
from training.strings.network import SYMBOLS, build_network
from training.strings.widen import widen

pytestmark = pytest.mark.tensorflow

TINY = StringConfig(channels=(4, 4, 8, 8, 8, 8, 8, 8, 8))


def test_a_widened_network_answers_as_the_one_it_begins_with():
    known = build_network(TINY)
    # As trained ones, whose statistics and biases are not those of the beginning.
    rng = np.random.default_rng(7)
    known.set_weights([weights + rng.uniform(0, 0.1, weights.shape) for weights in known.get_weights()])
    wide = build_network(replace(TINY, channels=(5, 6, 9, 8, 12, 8, 9, 10, 11)))
    widen(known, wide, rng)
    strips = rng.random((2, 32, 40, 1), np.float32)
    np.testing.assert_allclose(wide(strips), known(strips), rtol=1e-5, atol=1e-3)  # float32, of up to 300
    # Copies that read alike are read differently, so that training can part them.
    copied = wide.get_layer("conv2").kernel.numpy()
    assert len(np.unique(copied[0, 0, :, 0].round(6))) == 5
    with pytest.raises(SettingsError, match="cannot become"):
        widen(wide, known, rng)


def test_a_deeper_network_answers_as_the_one_it_begins_with():
    known = build_network(TINY)
    rng = np.random.default_rng(7)
    known.set_weights([weights + rng.uniform(0, 0.1, weights.shape) for weights in known.get_weights()])
    deeper = build_network(replace(TINY, channels=(4, 4, 8, 10, 8, 8, 8, 8, 8), again=(4, 6, 9, 9)))
    widen(known, deeper, rng)
    strips = rng.random((2, 32, 40, 1), np.float32)
    np.testing.assert_allclose(deeper(strips), known(strips), rtol=1e-5, atol=1e-3)
    with pytest.raises(SettingsError, match="other layers"):
        widen(deeper, known, rng)


def test_a_network_that_learns_more_signs_takes_them_for_no_digits_at_first(monkeypatch):
    monkeypatch.setattr("training.strings.network.SYMBOLS", SYMBOLS[:-2])
    known = build_network(TINY)
    monkeypatch.undo()
    network = build_network(TINY)
    widen(known, network, np.random.default_rng(7))
    strips = np.random.default_rng(8).random((1, 32, 40, 1), np.float32)
    before, after = (np.asarray(each(strips)) for each in (known, network))
    np.testing.assert_allclose(after[..., :-2], before, atol=1e-5)
    none = SYMBOLS.index("?")
    np.testing.assert_allclose(after[..., -2:], before[..., none, None].repeat(2, axis=-1), atol=1e-5)
