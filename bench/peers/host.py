"""A host as sites have one: files by brotli, kept by browsers for a year; and the way to it, slower than here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli
import waitress
from whitenoise import WhiteNoise

PACKED = {".html", ".js", ".mjs", ".json", ".wasm", ".bin", ".onnx"}

QUALITY = 9
"""Of 11: the last two take minutes for a megabyte of WebAssembly and gain a hundredth."""

YEAR = 31_536_000


def pack(folder: Path) -> None:
    """Put beside every file what it is by brotli, where that is not there and is less."""
    for file in [each for each in folder.rglob("*") if each.suffix in PACKED]:
        beside = file.with_name(f"{file.name}.br")
        if beside.exists():
            continue
        packed = brotli.compress(file.read_bytes(), quality=QUALITY)
        if len(packed) < file.stat().st_size:
            beside.write_bytes(packed)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a folder's files, while the `with` block runs."""

    def nothing(_environ, start_response):
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"Not Found"]

    app = WhiteNoise(nothing, root=folder, index_file=True, max_age=YEAR)
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}/"
    finally:
        server.close()
