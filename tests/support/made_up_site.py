"""A made-up site, small and quick, in the shape of a built one."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from tests.support.paths import PUBLIC

PAGE = b"<!doctype html><title>the page</title>" + b"<p>ink</p>" * 100
HASHED = "/assets/worker-DCFl7kjT.js"


def make_site(folder: Path) -> Path:
    """Write the site into `folder`, and a secret beside it; return where the site is."""
    (folder / "secret.txt").write_text("secret")
    site = folder / "dist"
    (site / "assets").mkdir(parents=True)
    for name in ("_headers", "404.html", "manifest.webmanifest", "icon.svg"):
        (site / name).write_bytes((PUBLIC / name).read_bytes())
    (site / "assets" / "tfjs-D3LhHu9S.wasm").write_bytes(b"\0asm")
    for name in ("index.html", "sw.js", "inkdigit.js", HASHED[1:]):
        (site / name).write_bytes(PAGE)
        (site / f"{name}.br").write_bytes(brotli.compress(PAGE))
        (site / f"{name}.gz").write_bytes(gzip.compress(PAGE))
    return site
