"""Generated bad input: the same each time, and in `make fuzz` twenty times as much. fuzz.js has JavaScript's."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TIMES = int(os.environ.get("FUZZ", "1"))

tried = {"inputs": 0}
"""How many were tried in this process; tests/conftest.py tells it."""


def fuzz(count: int, **inputs: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Mark a test that is called with generated inputs: `count` of each, or more in `make fuzz`."""

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def counted(*arguments: Any, **named: Any) -> None:
            tried["inputs"] += 1
            test(*arguments, **named)

        # Fixtures are made once for all inputs, and what a busy machine takes is no fault.
        quiet = settings(
            max_examples=count * TIMES,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        return pytest.mark.fuzz(quiet(given(**inputs)(counted)))

    return decorate


EXTREMES = [b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\x80", b"\0\0\0\0", b"\1\0"]


@st.composite
def damaged(draw: st.DrawFn, wholes: list[bytes]) -> bytes:
    """One of some files, cut off, with bytes that were replaced, added or taken away anywhere, often in its header."""
    content = draw(st.sampled_from(wholes))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.one_of(st.integers(0, len(content)), st.integers(0, min(64, len(content)))))
        how = draw(st.sampled_from(["cut", "replace", "extreme", "add", "remove"]))
        few = draw(st.sampled_from(EXTREMES)) if how == "extreme" else draw(st.binary(min_size=1, max_size=8))
        if how == "cut":
            content = content[:at]
        elif how == "add":
            content = content[:at] + few + content[at:]
        elif how == "remove":
            content = content[:at] + content[at + draw(st.integers(1, 64)) :]
        else:
            content = content[:at] + few + content[at + len(few) :]
    return content
