"""The examples in examples/, built with the package as people who copy them would, and written on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Page, expect

from tests.support.own_page import OwnPage
from tests.support.paths import ROOT
from tests.support.static_host import StaticHost

NODE = str(ROOT / "tools" / "node.sh")
WEBPACK = """
import webpack from 'webpack';
import config from './webpack.config.js';
// Smaller is slower, and shows nothing more.
webpack({ ...config, optimization: { minimize: false } }, (error, stats) => {
    if (!error && !stats.hasErrors() && !stats.hasWarnings()) return;
    console.error(error ?? stats.toString());
    process.exit(1);
});
"""


@pytest.fixture(scope="session")
def package(shared_folder: Path) -> Path:
    """The npm package, made from the sources as they are now."""
    folder = shared_folder / "package"
    with FileLock(shared_folder / "package.lock"):
        if not folder.exists():
            half = folder.with_name("package.half")
            subprocess.run([NODE, "node", "tools/package/build.js", str(half)], cwd=ROOT, check=True)
            half.rename(folder)
    return folder


@pytest.fixture
def built(package: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Build an example outside the project: only what it names, and the package, can be imported."""

    def build_example(name: str) -> Path:
        folder = shutil.copytree(ROOT / "examples" / name, tmp_path / name)
        modules = folder / "node_modules"
        shutil.copytree(package, modules / "inkdigit")
        for path in (ROOT / "node_modules").iterdir():
            if path.name != "inkdigit":
                (modules / path.name).symlink_to(path)
        vite = str(ROOT / "node_modules" / "vite" / "bin" / "vite.js")
        command = ["--input-type=module", "--eval", WEBPACK] if name == "webpack" else [vite, "build"]
        subprocess.run([NODE, "node", *command], cwd=folder, check=True)
        if name == "webpack":
            shutil.copy(folder / "index.html", folder / "dist" / "index.html")
        return folder / "dist"

    return build_example


@pytest.mark.parametrize("name", ["react", "vue", "webpack"])
def test_an_example_is_built_and_reads(built: Callable[[str], Path], page: Page, name: str) -> None:
    with StaticHost(built(name), "/shop/") as host:
        own = OwnPage(page, host.url, address="")
        own.write("42")

        expect(page.locator("output")).to_have_text("42")


def test_without_a_bundler_the_package_is_copied_beside_the_page(package: Path, page: Page, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "html", tmp_path / "html")
    shutil.copytree(package, tmp_path / "html" / "inkdigit")
    with StaticHost(tmp_path / "html", "/shop/") as host:
        own = OwnPage(page, host.url, address="")
        own.write("42")

        assert own.sent() == "amount=42"


def test_typescript_finds_the_types_of_each_module(package: Path, tmp_path: Path) -> None:
    (tmp_path / "node_modules").mkdir()
    shutil.copytree(package, tmp_path / "node_modules" / "inkdigit")
    (tmp_path / "own.ts").write_text(
        """
        import { load, type Reading } from 'inkdigit';
        import { InkDigitPad } from 'inkdigit/ink-digit-pad';
        import { createHandwritingRecognizer, HandwritingStroke } from 'inkdigit/handwriting';

        const reading: Reading = await (await load()).readInk([[{ x: 1, y: 2 }]]);
        const pad = document.querySelector('ink-digit-pad') as InkDigitPad;
        const drawing = (await createHandwritingRecognizer({ languages: ['en'] })).startDrawing({ alternatives: 2 });
        const stroke = new HandwritingStroke();
        stroke.addPoint({ x: 1, y: 2, t: 0 });
        drawing.addStroke(stroke);
        const texts: string[] = (await drawing.getPrediction()).map(({ text }) => text);
        console.log(reading.text, pad.value, pad.validity.valid, texts);
        """,
        encoding="utf-8",
    )
    options = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]
    tsc = ROOT / "node_modules" / "typescript" / "lib" / "tsc.js"
    subprocess.run([NODE, "node", str(tsc), *options, "--lib", "es2022,dom", "own.ts"], cwd=tmp_path, check=True)
