"""What every test of Python shares, and how several processes of pytest share one machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

if "PYTEST_XDIST_WORKER" in os.environ:
    # There is a worker for each core: libraries that would take every core take one. They read this as they load.
    for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--without-tensorflow", action="store_true", help="leave out the files marked as in need of it")
    parser.addoption("--engines", default="chromium", help="those of chromium,firefox,webkit for tests/e2e/engines")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Such a file cannot even be imported where TensorFlow is not installed, so that its marker is read as text."""
    if not config.getoption("--without-tensorflow") or collection_path.suffix != ".py":
        return None
    return "\npytestmark = pytest.mark.tensorflow\n" in collection_path.read_text(encoding="utf-8") or None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Count the inputs that a test generates."""
    if item.get_closest_marker("fuzz") is None:
        return (yield)
    from tests.support.fuzz import tried  # needs Hypothesis, which not every test does

    before = tried["inputs"]
    result = yield
    item.user_properties.append(("inputs", tried["inputs"] - before))
    return result


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = [
        int(value)
        for report in terminalreporter.stats.get("passed", [])
        for name, value in report.user_properties
        if name == "inputs" and report.when == "call"
    ]
    if counts:
        terminalreporter.write_line(f"{sum(counts):,} generated inputs of {len(counts)} kinds in Python")
