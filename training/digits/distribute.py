"""Several machines train one network: TensorFlow's MultiWorkerMirroredStrategy, set up by TF_CONFIG.

Every worker holds the same weights, takes its share of every batch, and adds its gradients to those of the others.
Worker 0, the chief, alone reads and writes the run's folder. Without TF_CONFIG a process trains alone, and nothing
here is in its way.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

import keras
import numpy as np

from training.digits.config import Config
from training.run import SettingsError

EXAMPLE = '{"cluster": {"worker": ["HOST:PORT", "HOST:PORT"]}, "task": {"type": "worker", "index": 0}}'
"""What TF_CONFIG is to be like."""


@dataclass(frozen=True)
class Workers:
    """The processes that train one network together, as the one with this `index` sees them."""

    index: int = 0
    strategy: Any = None
    """`tf.distribute.MultiWorkerMirroredStrategy`, or None where one process trains alone."""

    @property
    def is_chief(self) -> bool:
        """Whether this is the worker that reads and writes the run's folder."""
        return self.index == 0

    @property
    def shares(self) -> int:
        """Equal shares that every batch is cut into, one for each worker."""
        return self.strategy.num_replicas_in_sync if self.strategy else 1

    def scope(self) -> AbstractContextManager:
        """Where network and optimizer are to be made, so that every worker's weights stay the same."""
        return self.strategy.scope() if self.strategy else nullcontext()

    def gather(self, value: Any) -> np.ndarray:
        """[workers, ...]: what each has as `value`, the chief's first; all must ask for it, in the same order."""
        if not self.strategy:
            return np.asarray(value)[None]
        return self.strategy.gather(keras.ops.convert_to_tensor(value)[None], axis=0).numpy()

    def check(self, config: Config) -> None:
        """See that the workers can train together by `config`.

        Raises:
            SettingsError: they were given different settings, or a batch cannot be cut into equal shares.
        """
        self.agree("settings", json.dumps(config.as_dict()).encode())
        if config.batch_size % self.shares:
            raise SettingsError(
                f"A batch of {config.batch_size} cannot be cut into {self.shares} equal shares: "
                f"give a --batch-size that {self.shares} divides."
            )

    def agree(self, what: str, value: bytes) -> None:
        """See that all workers have the same.

        Raises:
            SettingsError: they do not.
        """
        if self.strategy and len(set(self.gather(np.int64(crc32(value))).tolist())) > 1:
            raise SettingsError(f"The workers have different {what}: give all the same command, code and data.")

    def learner(self, layers: list) -> keras.Sequential:
        """The layers one after the other, as a model whose `fit` trains on all workers."""
        return _Learner(layers, self.strategy) if self.strategy else keras.Sequential(layers)

    def callbacks(self) -> list[keras.callbacks.Callback]:
        """What `fit` needs besides; to come after the callback that restores a stopped run."""
        return [_Together(self)] if self.strategy else []


ALONE = Workers()


def is_chief() -> bool:
    """Whether this process is worker 0 of TF_CONFIG, or alone; told without waiting for the others.

    Raises:
        SettingsError: TF_CONFIG cannot be used.
    """
    return _cluster()[1] == 0


@cache  # TensorFlow can be set up for it only once
def join_workers() -> Workers:
    """The workers of TF_CONFIG, once all of them are there; must be called before TensorFlow is used.

    Raises:
        SettingsError: TF_CONFIG cannot be used.
    """
    addresses, index = _cluster()
    if len(addresses) == 1:
        return ALONE
    if keras.backend.backend() != "tensorflow":
        raise SettingsError(
            f"TF_CONFIG is for TensorFlow, and KERAS_BACKEND is {keras.backend.backend()}: unset one of them."
        )
    import tensorflow as tf

    others = ", ".join(addresses[:index] + addresses[index + 1 :])
    print(f"worker {index} at {addresses[index]}: waiting for {others}", flush=True)
    try:
        with _stoppable():
            strategy = tf.distribute.MultiWorkerMirroredStrategy()
    except tf.errors.OpError as error:
        raise SettingsError(f"Worker {index} at {addresses[index]} cannot join: {error.message}") from error
    if strategy.num_replicas_in_sync != len(addresses):
        raise SettingsError("A worker sees several GPUs: start one for each, and choose it by CUDA_VISIBLE_DEVICES.")
    print(f"worker {index}: all {len(addresses)} are here", flush=True)
    return Workers(index, strategy)


def _cluster() -> tuple[list[str], int]:
    text = os.environ.get("TF_CONFIG", "")
    return read_cluster(text) if text else ([""], 0)


def read_cluster(text: str) -> tuple[list[str], int]:
    """The addresses of all workers, and which of them this is, from the text of TF_CONFIG.

    Raises:
        SettingsError: it is not what TensorFlow and this program take.
    """
    try:
        values = json.loads(text)
        (kind, addresses), *more = values["cluster"].items()
        task, index = values["task"]["type"], values["task"]["index"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(f"TF_CONFIG is not like {EXAMPLE}: {error!r}.") from error
    if more or kind != "worker" or task != "worker":
        raise SettingsError(f'TF_CONFIG may name tasks of the type "worker" alone, as in {EXAMPLE}.')
    if not isinstance(addresses, list) or not all(isinstance(each, str) and ":" in each for each in addresses):
        raise SettingsError(f"TF_CONFIG's workers are not a list of HOST:PORT: {addresses}.")
    if type(index) is not int or not 0 <= index < len(addresses):
        raise SettingsError(f"TF_CONFIG's index is {index!r}: with {len(addresses)} workers, count from 0.")
    return addresses, index


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let Ctrl-C end the process: TensorFlow waits for other workers without listening to Python."""
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


class _Learner(keras.Sequential):
    """A model that Keras 3 can `fit` on several workers (https://github.com/keras-team/keras/issues/20585).

    It is made outside the strategy's scope: a model made inside averages the first batch over the workers, which
    fails, to find shapes that are known here.
    """

    def __init__(self, layers: list, strategy: Any) -> None:
        super().__init__(layers, name="learner")
        self._strategy = strategy

    @property
    def distribute_strategy(self) -> Any:
        """What `fit` runs each step by."""
        return self._strategy

    def compile(self, **settings: Any) -> None:
        """As Keras'; the loss and the optimizer's averages are kept where the weights are."""
        with self._strategy.scope():
            super().compile(**settings)
            self.optimizer.build(self.trainable_variables)

    def fit(self, *data: Any, **settings: Any) -> keras.callbacks.History:
        """As Keras'.

        Raises:
            SettingsError: another worker is there no more.
        """
        import tensorflow as tf

        try:
            return super().fit(*data, **settings)
        except tf.errors.UnavailableError as error:
            raise SettingsError(
                "Another worker was stopped or is out of reach: start all of them again by the same command, "
                "and they go on at worker 0's last epoch."
            ) from error

    def compute_metrics(self, *batch: Any, **settings: Any) -> dict:
        """As Keras', with an axis for `fit` to average over: on several workers it does so along the first."""
        metrics = super().compute_metrics(*batch, **settings)
        return {name: keras.ops.expand_dims(value, 0) for name, value in metrics.items()}


class _Together(keras.callbacks.Callback):
    """Starts all workers where the chief is, and takes batch norm's statistics over the whole batch."""

    def __init__(self, workers: Workers) -> None:
        super().__init__()
        self.workers = workers

    def on_train_begin(self, logs: dict | None = None) -> None:  # noqa: ARG002 (Keras gives it)
        variables = [*self.model.variables, *self.model.optimizer.variables]
        # `BackupAndRestore` leaves here the number of the epoch that a stopped run goes on with.
        state = [*variables, self.model._initial_epoch or 0]
        # All at once, in numbers that hold every kind of them exactly: one by one takes half a minute.
        chiefs = self.workers.gather(np.concatenate([np.ravel(each).astype(np.float64) for each in state]))[0]
        *values, epoch = np.split(chiefs, np.cumsum([np.size(each) for each in state])[:-1])
        for variable, value in zip(variables, values, strict=True):
            if variable.name == "seed_generator_state":  # [seed, numbers drawn]
                # Each worker alters its images, and drops features, in its own way.
                value[0] += self.workers.index
            variable.assign(value.reshape(variable.shape).astype(variable.dtype))
        self.model._initial_epoch = int(epoch[0])
        self._synchronize(on=True)

    def on_train_end(self, logs: dict | None = None) -> None:  # noqa: ARG002 (Keras gives it)
        self._synchronize(on=False)

    def _synchronize(self, *, on: bool) -> None:
        for layer in self.model._flatten_layers():
            if isinstance(layer, keras.layers.BatchNormalization):
                layer.synchronized = on
