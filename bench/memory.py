"""The memory and the processor's time that a browser takes: of all its processes, from what Linux tells of them."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType

from training.data.datasets import DataError

PROCESSES = Path("/proc")
EVERY = 0.2
"""Seconds between two looks."""


class PeakMemory:
    """Watches while its `with` block runs: `before` it and the `peak` within it, in bytes.

    A page's pictures lie in its own process and in the one that draws, so that all of the browser is counted; what
    processes share counts once (PSS).

    Raises:
        DataError: this is no Linux, or there is no browser below this process.
    """

    def __init__(self) -> None:
        self.before = self.peak = browser_memory()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    @property
    def growth(self) -> int:
        return self.peak - self.before

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            self.peak = max(self.peak, browser_memory())

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self._ended.set()
        self._thread.join()


def browser_memory() -> int:
    """Bytes that all processes of the browsers take which this process started."""
    if not (PROCESSES / "self" / "smaps_rollup").exists():
        raise DataError("memory is measured by Linux' /proc/*/smaps_rollup alone")
    sizes = [_size(process) for process in browser_processes()]
    if not sizes:
        raise DataError("no browser was found among the processes that this one started")
    return sum(sizes)


def browser_processor_seconds() -> float:
    """Seconds that processors have worked until now for the browsers that this process started and that still run."""
    # The name, in brackets, may hold anything; the times with the system's part are 12 and 13 fields after it.
    fields = (_read(process, "stat").rpartition(")")[2].split() for process in browser_processes())
    return sum(int(each[11]) + int(each[12]) for each in fields if each) / os.sysconf("SC_CLK_TCK")


def browser_processes() -> list[int]:
    """The numbers of the browsers' processes that this one started."""
    return [process for process in _descendants(os.getpid()) if _is_browser(process)]


def _descendants(ancestor: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for folder in PROCESSES.iterdir():
        if folder.name.isdigit() and (status := _read(int(folder.name), "stat")):
            # The name, in brackets, may hold anything; the parent is the second field after it.
            parent = int(status.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(folder.name))
    found, left = [], [ancestor]
    while left:
        below = children.get(left.pop(), [])
        found += below
        left += below
    return found


def _is_browser(process: int) -> bool:
    command = _read(process, "cmdline")
    return "--type=" in command or "--remote-debugging" in command


def _size(process: int) -> int:
    lines = (line.split() for line in _read(process, "smaps_rollup").splitlines())
    return sum(int(line[1]) * 1024 for line in lines if line[0] == "Pss:")


def _read(process: int, name: str) -> str:
    try:
        return (PROCESSES / str(process) / name).read_text()
    except OSError:  # it has ended since
        return ""
