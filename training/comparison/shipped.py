"""The network that ships, as one of the compared methods."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from training import graph_model
from training.comparison import networks
from training.comparison.method import Method, Predict
from training.comparison.networks import predict_by_graph
from training.comparison.sets import Sets
from training.graph_model import Graph, graph_files
from training.paths import EXPORTED_MODEL


class ShippedNetwork(Method):
    """The files in web/model/, as the browser loads them. Its training is `make train`, hours, and not repeated."""

    trained_here = False
    made_by = (networks, graph_model)

    def recipe(self) -> str:
        """What reads the files, and their hash."""
        return f"{super().recipe()}\n{hashlib.sha256(self.build()).hexdigest()}"

    def train(self, sets: Sets, say: Callable[[str], None]) -> None:
        """Nothing is left to learn."""

    def keep(self, trained: None, folder: Path) -> None:
        """It is kept already."""

    def load(self, folder: Path) -> Predict:
        """The answers by all eleven classes: a digit that is refused is read wrong."""
        return predict_by_graph(self.graph(folder))

    def size(self, folder: Path) -> int:  # noqa: ARG002
        """Bytes of what a browser loads."""
        return sum(file.stat().st_size for file in graph_files(EXPORTED_MODEL))

    def parameters(self) -> int:
        """As the model's card says."""
        return json.loads((EXPORTED_MODEL / "card.json").read_text())["parameters"]

    def graph(self, folder: Path) -> Graph:  # noqa: ARG002 (it has its own)
        """What ships."""
        return Graph(EXPORTED_MODEL, "logits")


def shipped_files() -> bytes:
    """The bytes of the files that a browser loads."""
    return b"".join(file.read_bytes() for file in graph_files(EXPORTED_MODEL))


SHIPPED = ShippedNetwork(
    "Inkdigit",
    "what ships: six convolutions and evidence maps, eleven classes, trained by `make train` on digits altered in many "
    "ways, on inks that are not digits, and on the same people's digits",
    shipped_files,
)
