import dataclasses
import json
import multiprocessing
import random
import socket
from contextlib import suppress
from pathlib import Path

import keras
import pytest

from tests.support.made_up import QUICK, made_up_examples
from tests.support.one_worker import STOPPED, one_worker
from training.digits.distribute import ALONE, join_workers, read_cluster
from training.digits.train import Epochs, fit
from training.run import SettingsError

pytestmark = pytest.mark.tensorflow

PATIENCE = 240
"""Seconds until processes that do not end are killed: many times what they take, for a machine that is busy."""

# Without chance, so that two workers see what one sees.
STEADY = dataclasses.replace(QUICK, clean_share=1.0, rough_share=0.0, dropout=0.0)


@pytest.fixture
def cluster(monkeypatch):
    """Sets TF_CONFIG, and forgets whom the process joined before."""

    def set_cluster(text: str) -> None:
        monkeypatch.setenv("TF_CONFIG", text)

    join_workers.cache_clear()
    yield set_cluster
    join_workers.cache_clear()


def test_two_workers_that_were_stopped_and_went_on_end_with_the_weights_of_one(tmp_path):
    keras.utils.set_random_seed(STEADY.seed)
    alone = keras.models.load_model(fit(made_up_examples(), STEADY, tmp_path / "alone"))

    ends, said = _train_together(tmp_path / "together", stop_before=1)
    assert ends[0] == STOPPED, said
    ends, said = _train_together(tmp_path / "together", stop_before=-1)
    assert ends == [0, 0], said

    together = keras.models.load_model(tmp_path / "together" / "model.keras")
    for one, other in zip(alone.get_weights(), together.get_weights(), strict=True):
        # Sums of 32-bit numbers in another order differ by less than 2e-6 after these twelve steps.
        assert other == pytest.approx(one, abs=1e-4)
    norms = [layer for layer in together.layers if isinstance(layer, keras.layers.BatchNormalization)]
    assert [norm.synchronized for norm in norms] == [False] * len(norms)
    log = [json.loads(line) for line in (tmp_path / "together" / "log.jsonl").read_text().splitlines()]
    assert [row["epoch"] for row in log] == [1, 2]
    assert "waiting for 127.0.0.1:" in said[0]
    assert "waiting for 127.0.0.1:" in said[1]
    assert "epoch 2" in said[0]
    assert "epoch 2" not in said[1]


def _train_together(folder: Path, stop_before: int) -> tuple[list[int | None], list[str]]:
    """Train on two workers; returns the exit status of each and what it said."""
    values = {name: value for name, value in dataclasses.asdict(STEADY).items() if value not in (None, ())}
    settings = [
        word
        for name, value in values.items()
        for word in ("--" + name.replace("_", "-"), *map(str, value if isinstance(value, tuple) else [value]))
    ]
    addresses = _free_addresses(2)
    # Processes of their own, which TensorFlow is loaded for only once.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.support.one_worker"])
    outputs = [folder.parent / f"worker-{index}.txt" for index in range(2)]
    workers = []
    for index, output in enumerate(outputs):
        cluster = json.dumps({"cluster": {"worker": addresses}, "task": {"type": "worker", "index": index}})
        arguments = ["--run", str(folder), *settings]
        workers.append(processes.Process(target=one_worker, args=(cluster, output, stop_before, arguments)))
    try:
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(PATIENCE)
        return [worker.exitcode for worker in workers], [output.read_text() for output in outputs]
    finally:
        for worker in workers:
            worker.kill()  # does nothing to one that has ended
            worker.join()


def _free_addresses(count: int) -> list[str]:
    """Addresses that are free now and for the seconds until TensorFlow binds them.

    Linux, macOS and Windows give connections, such as those of the browser tests beside this one, ports from 32768 on.
    """
    free = []
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as held, suppress(OSError):
            held.bind(("127.0.0.1", port))
            free.append(f"127.0.0.1:{port}")
    return free[:count]


def test_every_batch_of_several_workers_has_equal_shares():
    config = dataclasses.replace(QUICK, batch_size=6, pen_per_epoch=3)
    epochs = Epochs(made_up_examples(), config, shares=3)
    assert len(epochs.order) == 18
    assert [len(epochs[number][1]) % 3 for number in range(len(epochs))] == [0, 0, 0]
    assert len(Epochs(made_up_examples(), config).order) == 19


@pytest.mark.parametrize(
    "text", ["", json.dumps({"cluster": {"worker": ["a:1"]}, "task": {"type": "worker", "index": 0}})]
)
def test_a_process_without_company_trains_alone_and_makes_no_strategy(cluster, text):
    cluster(text)
    assert join_workers() is ALONE
    assert type(ALONE.learner([keras.Input((1,))])) is keras.Sequential
    assert ALONE.callbacks() == []
    ALONE.check(QUICK)


def test_the_cluster_is_read_from_tf_config():
    text = '{"cluster": {"worker": ["one:2222", "two:2222"]}, "task": {"type": "worker", "index": 1}}'
    assert read_cluster(text) == (["one:2222", "two:2222"], 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("two machines", "TF_CONFIG is not like .* JSONDecodeError"),
        ("[]", "TF_CONFIG is not like"),
        ('{"cluster": {"worker": ["a:1", "b:1"]}}', "TF_CONFIG is not like .* KeyError.'task'"),
        ('{"task": {"type": "worker", "index": 0}}', "TF_CONFIG is not like .* KeyError.'cluster'"),
        ('{"cluster": {"worker": ["a:1"], "ps": ["b:1"]}, "task": {"type": "ps", "index": 0}}', "worker. alone"),
        ('{"cluster": {"worker": "a:1"}, "task": {"type": "worker", "index": 0}}', "not a list of HOST:PORT: a:1"),
        ('{"cluster": {"worker": ["a", "b"]}, "task": {"type": "worker", "index": 0}}', "not a list of HOST:PORT"),
        (
            '{"cluster": {"worker": ["a:1", "b:1"]}, "task": {"type": "worker", "index": 2}}',
            "index is 2: with 2 workers",
        ),
        ('{"cluster": {"worker": ["a:1", "b:1"]}, "task": {"type": "worker", "index": "0"}}', "index is '0'"),
    ],
)
def test_a_tf_config_that_cannot_be_used_is_explained(cluster, text, message):
    cluster(text)
    with pytest.raises(SettingsError, match=message):
        join_workers()


def test_another_backend_than_tensorflow_is_refused(cluster, monkeypatch):
    monkeypatch.setattr(keras.backend, "backend", lambda: "jax")
    cluster('{"cluster": {"worker": ["a:1", "b:1"]}, "task": {"type": "worker", "index": 0}}')
    with pytest.raises(SettingsError, match="TF_CONFIG is for TensorFlow, and KERAS_BACKEND is jax"):
        join_workers()
