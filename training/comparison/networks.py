"""Networks that others read digits with, and how each is trained: small recipes, as they are usually published."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np
from keras import layers

from training import graph_model
from training.comparison.method import Method, Predict
from training.comparison.sets import Sets
from training.graph_model import Graph, graph_files, load_graph, write_graph_model
from training.ink import SIZE
from training.learning import as_input

DIGITS = 10
BATCH = 500
"""Images that are read at once."""


@dataclass(frozen=True)
class Fit:
    """How a network is trained: by Adam, until the validation loss has not fallen for `patience` epochs.

    `augment` turns by up to 10 degrees, moves and scales by up to a tenth. `penalty` is lambda of the cost
    lambda / (2 m) * (sum of squared weights), m training digits; biases are free.
    """

    batch_size: int = 128
    most_epochs: int = 8
    patience: int = 2
    augment: bool = False
    penalty: float = 0.0
    loss: str | Callable = "categorical_crossentropy"


@dataclass(frozen=True)
class NetworkMethod(Method):
    """A Keras network from `ink` [n, 28, 28, 1] to `probabilities` [n, 10], measured as the graph model it becomes."""

    fit: Fit = Fit()

    made_by = (graph_model,)

    def recipe(self) -> str:
        """What makes and converts it, and how it is fitted."""
        settings = dataclasses.asdict(self.fit) | {"loss": getattr(self.fit.loss, "__name__", self.fit.loss)}
        return f"{super().recipe()}\n{settings}"

    def train(self, sets: Sets, say: Callable[[str], None]) -> keras.Model:
        """Fit the network."""
        keras.utils.set_random_seed(0)
        model = self.build()
        fit_network(model, sets, self.fit, say)
        return model

    def keep(self, trained: keras.Model, folder: Path) -> None:
        """Write the network, and convert it for the browser."""
        trained.save(folder / "model.keras")
        named = keras.Model(trained.input, {"probabilities": trained.output})
        write_graph_model(named, folder / "graph")

    def load(self, folder: Path) -> Predict:
        """The exported network's answers."""
        return predict_by_graph(self.graph(folder))

    def size(self, folder: Path) -> int:
        """Bytes of what a browser loads."""
        return sum(file.stat().st_size for file in graph_files(folder / "graph"))

    def parameters(self) -> int:
        """As Keras counts them: batch norm's running means and variances too."""
        return self.build().count_params()

    def graph(self, folder: Path) -> Graph:
        """The exported network."""
        return Graph(folder / "graph", "probabilities")


def fit_network(model: keras.Model, sets: Sets, fit: Fit, say: Callable[[str], None]) -> None:
    """Train `model` in place; of its epochs the one with the lowest validation loss is kept."""
    for weights in model.trainable_weights:
        if fit.penalty and weights.name == "kernel":
            weights.regularizer = keras.regularizers.L2(fit.penalty / (2 * len(sets.train.labels)))
    learner = keras.Sequential([keras.Input((SIZE, SIZE, 1)), *(augmentation() if fit.augment else []), model])
    # TensorFlow's own kernels are twice as fast as XLA's on a CPU (see train.py).
    learner.compile("adam", fit.loss, metrics=["accuracy"], jit_compile=False)
    inputs, targets, checks, answers = (
        array
        for images in (sets.train, sets.validation)
        for array in (as_input(images.images), np.eye(DIGITS, dtype=np.float32)[images.labels])
    )
    learner.fit(
        inputs,
        targets,
        fit.batch_size,
        fit.most_epochs,
        verbose=0,
        validation_data=(checks, answers),
        callbacks=[
            keras.callbacks.EarlyStopping(patience=fit.patience, restore_best_weights=True),
            keras.callbacks.LambdaCallback(
                on_epoch_end=lambda epoch, logs: say(
                    f"  epoch {epoch + 1} of at most {fit.most_epochs}: "
                    f"validation loss {logs['val_loss']:.4f}, accuracy {logs['val_accuracy']:.2%}"
                )
            ),
        ],
    )


def augmentation() -> list[layers.Layer]:
    """Layers that alter every image anew while training; beyond the image's edge is paper."""
    return [
        layers.RandomRotation(10 / 360, fill_mode="constant", seed=1),
        layers.RandomTranslation(0.1, 0.1, fill_mode="constant", seed=2),
        layers.RandomZoom(0.1, 0.1, fill_mode="constant", seed=3),
    ]


def predict_by_graph(graph: Graph) -> Predict:
    """The answers of a graph model."""
    run = load_graph(graph.folder)

    def predict(images: np.ndarray) -> np.ndarray:
        batches = (images[first : first + BATCH] for first in range(0, len(images), BATCH))
        return np.concatenate([run(as_input(batch))[graph.output].numpy().argmax(axis=1) for batch in batches])

    return predict


def course_cost(truth: keras.KerasTensor, probabilities: keras.KerasTensor) -> keras.KerasTensor:
    """The cost of Ng's course "Machine learning" (2011) without its penalty: cross-entropy, summed over ten outputs."""
    return keras.ops.sum(keras.ops.binary_crossentropy(truth, probabilities), axis=-1)


def perceptron() -> keras.Model:
    """One hidden layer of 100 sigmoid units, ten sigmoid outputs."""
    return network([layers.Flatten(), layers.Dense(100, "sigmoid"), layers.Dense(DIGITS, "sigmoid")])


def seed_a() -> keras.Model:
    """Two convolutions: 203,434 parameters."""
    return network(
        [
            layers.Conv2D(64, 3, activation="relu"),
            layers.Conv2D(32, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(DIGITS, "softmax"),
        ]
    )


def seed_b() -> keras.Model:
    """A convolution, then a wide perceptron: 760,234 parameters."""
    return network(
        [
            layers.Conv2D(32, 4, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            *(layers.Dense(width, "relu") for width in (128, 256, 512)),
            layers.Dense(DIGITS, "softmax"),
        ]
    )


def seed_c() -> keras.Model:
    """Two normalized convolutions and a normalized dense layer, with dropout: 2,382,346 parameters."""
    return network(
        [
            *(layer for width in (32, 64) for layer in normalized(layers.Conv2D(width, 3))),
            layers.MaxPooling2D(),
            layers.Dropout(0.25),
            layers.Flatten(),
            *normalized(layers.Dense(256)),
            layers.Dropout(0.5),
            layers.Dense(DIGITS, "softmax"),
        ]
    )


def normalized(layer: layers.Layer) -> list[layers.Layer]:
    """The layer, batch normalization and ReLU, in the order in which the converter makes one operation of them."""
    return [layer, layers.BatchNormalization(), layers.ReLU()]


def network(stack: list[layers.Layer]) -> keras.Model:
    """The layers one after the other, from an ink image."""
    ink = keras.Input((SIZE, SIZE, 1), name="ink")
    features = ink
    for layer in stack:
        features = layer(features)
    return keras.Model(ink, features)


NETWORKS = {
    "perceptron": NetworkMethod(
        "perceptron, 100 hidden units",
        "one hidden layer, sigmoid units, cost and lambda = 0.1 as in Ng's course (2011), by Adam",
        perceptron,
        fit=Fit(most_epochs=40, patience=3, penalty=0.1, loss=course_cost),
    ),
    "seed-a": NetworkMethod("seed A", "convolutions of 64 and 32 channels, 3 x 3; dense 10", seed_a, fit=Fit()),
    "seed-b": NetworkMethod(
        "seed B", "a convolution of 32 channels, 4 x 4; max-pool; dense 128, 256, 512, 10", seed_b, fit=Fit()
    ),
    "seed-c": NetworkMethod(
        "seed C",
        "convolutions of 32 and 64 channels, 3 x 3; max-pool; dense 256 and 10; batch norm, dropout 0.25 and 0.5; "
        "digits turned by up to 10 degrees, moved and scaled by up to a tenth",
        seed_c,
        fit=Fit(batch_size=200, most_epochs=12, patience=3, augment=True),
    ),
}
"""By the name that `--methods` takes."""
