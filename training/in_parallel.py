"""Makes images on all processors, the same for the same seed however many processors there are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import cpu_count
from typing import Any, TypeVar

import numpy as np

from training.data.datasets import Images
from training.ink import SIZE

T = TypeVar("T")


def in_parallel(make: Callable[..., Images], jobs: list[tuple], seed: int) -> Images:
    """The images that `each_in_parallel` makes, joined in order."""
    return join(each_in_parallel(make, jobs, seed))


def each_in_parallel(make: Callable[..., T], jobs: list[tuple], seed: int) -> list[T]:
    """`make(rng, *job)` for every job, each with randomness of its own, on all processors; in order."""
    seeds = np.random.SeedSequence(seed).spawn(len(jobs))
    if len(jobs) < 2:  # not worth a process
        return [make(np.random.default_rng(own), *job) for own, job in zip(seeds, jobs, strict=True)]
    processors = min(cpu_count() or 1, len(jobs))
    # Several portions for each process, so that none waits long for the last one.
    portion = max(1, min(16, len(jobs) // (8 * processors)))
    # Spawned, not forked: the parent may hold TensorFlow's threads.
    with ProcessPoolExecutor(
        processors, get_context("spawn"), initializer=_share, initargs=(make, jobs, seeds)
    ) as pool:
        return list(pool.map(_run_job, range(len(jobs)), chunksize=portion))


def join(parts: list[Images]) -> Images:
    """All images of the parts, in order, without their writers."""
    if not parts:
        return Images(np.zeros((0, SIZE, SIZE), np.uint8), np.zeros(0, np.int64))
    return Images(np.concatenate([part.images for part in parts]), np.concatenate([part.labels for part in parts]))


_shared: dict[str, Any] = {}
"""What a process of `in_parallel` was started with: sent once, not with every job."""


def _share(make: Callable[..., Any], jobs: list[tuple], seeds: list[np.random.SeedSequence]) -> None:
    _shared.update(make=make, jobs=jobs, seeds=seeds)


def _run_job(number: int) -> Any:
    rng = np.random.default_rng(_shared["seeds"][number])
    return _shared["make"](rng, *_shared["jobs"][number])
