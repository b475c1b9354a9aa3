"""Trains the network: `python -m training train`. A run that was stopped goes on where its last epoch ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import ops

from training.augment.images import AugmentImages
from training.data.datasets import CLASSES, NOT_A_DIGIT, SIGNS, Images
from training.data.own import load as own_data
from training.digits.calibrate import refusal_offset
from training.digits.config import Config
from training.digits.distribute import ALONE, Workers, is_chief, join_workers
from training.digits.examples import Examples, make_examples
from training.digits.network import build_model, logits_of
from training.ink import SIZE
from training.learning import DrawEpochs, LogEpochs, adamw, as_input, keep_checkpoints, take_statistics
from training.paths import ROOT
from training.run import claim, refuse_other_settings


class Epochs(keras.utils.PyDataset):
    """Batches of one epoch after the other: every MNIST digit, and fresh shares of pen digits and non-digits.

    A batch is ([n, 28, 28, 1] float32 0..1, [n, 11 + 9] float32, as `targets_of` gives it). Which examples an epoch
    holds depends on the seed and its number alone, so that a resumed run sees what it would have seen.
    """

    def __init__(self, examples: Examples, config: Config, shares: int = 1) -> None:
        super().__init__()
        self.config, self.shares = config, shares
        parts = (examples.mnist, examples.pen, examples.non_digits)
        self.images = np.concatenate([part.images for part in parts])
        self.labels = np.concatenate([part.labels for part in parts])
        self.starts = np.cumsum([0, *(len(part.labels) for part in parts)])
        self.draw(0)

    def draw(self, epoch: int) -> None:
        """Choose and shuffle the examples of an epoch."""
        rng = np.random.default_rng((self.config.seed, epoch))
        wanted = (self.starts[1], self.config.pen_per_epoch, self.config.non_digits_per_epoch)
        chosen = [
            rng.permutation(np.arange(start, end))[:most]
            for start, end, most in zip(self.starts, self.starts[1:], wanted, strict=False)
        ]
        order = rng.permutation(np.concatenate(chosen))
        self.order = order[: len(order) // self.shares * self.shares]  # so that the last batch has equal shares too

    def __len__(self) -> int:
        return -(-len(self.order) // self.config.batch_size)

    def __getitem__(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        rows = self.order[number * self.config.batch_size : (number + 1) * self.config.batch_size]
        return as_input(self.images[rows]), targets_of(self.labels[rows])


def targets_of(labels: np.ndarray) -> np.ndarray:
    """[n, 11 + 9] float32 of `Images.labels`: which class, then which sign, one-hot; a digit has no 1 for a sign."""
    classes = np.eye(CLASSES, dtype=np.float32)[np.minimum(labels, NOT_A_DIGIT)]
    signs = np.eye(1 + len(SIGNS), dtype=np.float32)[np.maximum(labels - NOT_A_DIGIT, 0)]
    return np.concatenate([classes, signs * (labels >= NOT_A_DIGIT)[:, None]], axis=1)


def loss_of(label_smoothing: float) -> Callable[[Any, Any], Any]:
    """Cross-entropy of the class and, of what is not a digit, of the sign; targets and scores are both [n, 11 + 9]."""

    def loss(targets: Any, scores: Any) -> Any:
        smooth = targets[:, :CLASSES] * (1 - label_smoothing) + label_smoothing / CLASSES
        which_class = -ops.sum(smooth * ops.log_softmax(scores[:, :CLASSES]), axis=-1)
        which_sign = -ops.sum(targets[:, CLASSES:] * ops.log_softmax(scores[:, CLASSES:]), axis=-1)
        return which_class + which_sign

    return loss


def train(config: Config, folder: Path, say: Callable[[str], None] = print) -> Path:
    """Train a network, or go on with the run in `folder`; one that is done is left as it is.

    Where `TF_CONFIG` names several workers, all of them train it, and worker 0 has the folder.

    Returns:
        The Keras file with the averaged weights, and its configuration beside it as `config.json`.

    Raises:
        SettingsError: `folder` holds a run with other settings or data, or the workers cannot train together.
        DataError: data are missing or not the published ones.
        FileNotFoundError: a network that the run is to begin with is not there.
    """
    if is_chief():  # before anybody waits
        _check_start(folder, config)
    else:
        say = _say_nothing
    config, own = own_data.remember(config, say)
    workers = join_workers()
    workers.check(config)
    if workers.is_chief:
        refuse_other_settings(folder, config)
    if workers.gather(int((folder / "model.keras").exists()))[0]:
        say(f"{folder} is trained already")
        return folder / "model.keras"
    keras.utils.set_random_seed(config.seed)
    examples = make_examples(config, say, own)
    if workers.is_chief:
        # Once the data are known to be good, so that mended ones may follow.
        claim(folder, config, config.start)
    return fit(examples, config, folder, workers)


def fit(examples: Examples, config: Config, folder: Path, workers: Workers = ALONE) -> Path:
    """Train on `examples`; see `train`."""
    epochs = Epochs(examples, config, workers.shares)
    workers.agree("examples", epochs.labels.tobytes())
    with workers.scope():
        model = build_model(config)
        augment = AugmentImages(config.clean_share, config.seed, config.rough_share)
        optimizer = adamw(config, len(epochs))
    network = logits_of(model)
    callbacks = [DrawEpochs(epochs.draw)]
    if workers.is_chief:
        folder.mkdir(parents=True, exist_ok=True)
        if config.start:
            _begin_with(model, [ROOT / file for file in config.start])
        callbacks += [
            LogEpochs(
                folder, lambda: {name: accuracy(network, images) for name, images in examples.validation.items()}
            ),
            keep_checkpoints(folder),
        ]
    scores = keras.Model(model.input, model.output["scores"])
    learner = workers.learner([keras.Input((SIZE, SIZE, 1)), augment, scores])
    learner.compile(
        optimizer=optimizer,
        loss=loss_of(config.label_smoothing),
        # TensorFlow's own kernels are twice as fast as XLA's on a CPU (measured: 2,100 and 1,000 images a second).
        jit_compile="auto" if keras.backend.backend() != "tensorflow" else False,
    )
    learner.fit(
        epochs,
        epochs=config.epochs,
        verbose=2 if workers.is_chief else 0,
        shuffle=False,  # `Epochs` does, so that a resumed run takes the same batches
        callbacks=callbacks + workers.callbacks(),
    )
    if workers.is_chief:
        take_statistics(learner, epochs)
        _set_refusal(model, examples.validation)
        model.save(folder / "model.keras")
    workers.gather(0)  # nobody leaves before the chief is done: TensorFlow would take it for a crash
    return folder / "model.keras"


def _say_nothing(_: str) -> None:
    """Leaves it to worker 0 to say something."""


def _begin_with(model: keras.Model, files: list[Path]) -> None:
    """Give the model the mean of several networks' weights (Wortsman et al., "Model soups", 2022).

    Networks that began alike and then went their own ways lie in one basin, whose middle reads better than its sides.
    Of networks that know no signs, those weights stay as they are.
    """
    networks = [keras.models.load_model(file).get_weights() for file in files]
    weights = model.get_weights()
    for own, same in zip(weights, zip(*networks, strict=True), strict=True):
        own[..., : same[0].shape[-1]] = np.mean(same, axis=0)
    model.set_weights(weights)


def _set_refusal(model: keras.Model, validation: dict[str, Images]) -> None:
    """Let the network refuse no more of the validation people's digits than `calibrate.ACCEPTED` allows."""
    network = logits_of(model)
    logits = np.concatenate([predict(network, images) for images in validation.values()])
    labels = np.concatenate([images.labels for images in validation.values()])
    kernel, bias = model.get_layer("maps").get_weights()
    bias[NOT_A_DIGIT] += refusal_offset(logits, labels)
    model.get_layer("maps").set_weights([kernel, bias])


def predict(network: keras.Model, images: Images) -> np.ndarray:
    """[n, 11] logits."""
    return network.predict(as_input(images.images), batch_size=500, verbose=0)


def accuracy(network: keras.Model, images: Images) -> float:
    """The share of images, 0..1, whose most likely of the eleven classes is their label."""
    return float(np.mean(predict(network, images).argmax(axis=1) == images.labels))


def _check_start(folder: Path, config: Config) -> None:
    """See that the networks that a run begins with are there, unless it is done."""
    missing = [file for file in config.start if not (ROOT / file).is_file()]
    if missing and not (folder / "model.keras").exists():
        raise FileNotFoundError(f"{', '.join(missing)} is not there: name the model.keras of a run with --start.")
