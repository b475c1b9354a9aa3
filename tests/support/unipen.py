"""A made-up folder of UNIPEN's characters."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

INK = [[[0, 0], [3, 9]], [[5, 5]]]


def write_unipen(data: Path, kind: str, *labels: str, ink: list = INK, writer: str = "w1", **entry: object) -> None:
    (data / "unipen").mkdir(exist_ok=True)
    with gzip.open(data / "unipen" / f"{kind}.jsonl.gz", "at") as file:
        for label in labels:
            row = {"label": label, "writer": writer, "site": "s01", "strokes": ink, **entry}
            file.write(json.dumps(row) + "\n")
