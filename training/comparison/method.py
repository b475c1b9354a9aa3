"""What the comparison asks of a method."""

from __future__ import annotations

import inspect
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import numpy as np

from training.comparison.sets import Sets
from training.graph_model import Graph

Predict = Callable[[np.ndarray], np.ndarray]
"""From [n, 28, 28] uint8 to the most likely class of each, [n]."""


@dataclass(frozen=True)
class Method(ABC):
    """A way to read digits: `about` says for people how it is set and whose it is, `build` makes it untrained.

    Of every kind of corrupted digits it is measured on every `corrupted_every`-th.
    """

    name: str
    about: str
    build: Callable[[], Any]
    corrupted_every: int = 1

    trained_here: ClassVar[bool] = True
    """Whether its training is part of the comparison, and so its time."""

    made_by: ClassVar[tuple[ModuleType, ...]] = ()
    """What has a part in it beside its own module."""

    def recipe(self) -> str:
        """A text that changes where what it learns or answers may change: the modules that make it, whole."""
        own = (sys.modules[name] for name in (self.build.__module__, type(self).__module__))
        return "\n".join(inspect.getsource(module) for module in dict.fromkeys([*own, *self.made_by]))

    @abstractmethod
    def train(self, sets: Sets, say: Callable[[str], None]) -> Any:
        """Learn; return what `keep` takes."""

    @abstractmethod
    def keep(self, trained: Any, folder: Path) -> None:
        """Write what was learned into `folder`, an empty one."""

    @abstractmethod
    def load(self, folder: Path) -> Predict:
        """What was learned."""

    @abstractmethod
    def size(self, folder: Path) -> int:
        """Bytes on disk that `load` needs."""

    def parameters(self) -> int | None:
        """Numbers that were learned, where there is a network."""
        return None

    def graph(self, folder: Path) -> Graph | None:  # noqa: ARG002 (networks have one)
        """What a browser runs, where there is such."""
        return None
