"""A processor that is slower than this one: a browser that is stopped for a part of every moment.

DevTools' throttling slows the page's main thread alone, and not workers, where Inkdigit reads: it would flatter us.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from types import TracebackType

from bench.memory import browser_processes

PERIOD = 0.02
"""Seconds in which a browser is stopped and goes on once."""


class SlowProcessor:
    """All processes of the browsers that this program started take so many times longer while its `with` block runs."""

    def __init__(self, times: float) -> None:
        self._rest = PERIOD * (1 - 1 / times)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._slow, daemon=True)

    def _slow(self) -> None:
        # Playwright gives each browser a group of its own, to which the processes belong that it is yet to start.
        groups = {os.getpgid(process) for process in browser_processes()} - {os.getpgrp()}
        while self._rest and not self._is_over.is_set():
            tell(groups, signal.SIGSTOP)
            time.sleep(self._rest)
            tell(groups, signal.SIGCONT)
            time.sleep(PERIOD - self._rest)

    def __enter__(self) -> SlowProcessor:
        self._thread.start()
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self._is_over.set()
        self._thread.join()


def tell(groups: set[int], told: signal.Signals) -> None:
    for group in groups:
        with contextlib.suppress(ProcessLookupError):  # it has ended since
            os.killpg(group, told)
