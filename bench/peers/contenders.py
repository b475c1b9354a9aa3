"""What is measured beside each other: pages that read a digit, each a folder of files as its makers tell to host it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.peers.host import pack
from server import DIST
from training.comparison.networks import NETWORKS
from training.data.datasets import DataError
from training.graph_model import write_graph_model
from training.paths import ROOT, TRAINED

HERE = ROOT / "bench" / "peers"
INSTALLED = ROOT / ".venv" / "peers"

TFJS, WASM, ONNX = "@tensorflow/tfjs/dist", "@tensorflow/tfjs-backend-wasm", "onnxruntime-web/dist"

OURS = "Inkdigit"
NETWORKS_OF_OTHERS = ("seed-a", "seed-b", "seed-c")
BACKENDS = {"cpu": "CPU", "webgl": "WebGL", "wasm": "WebAssembly"}

PAGE = """<!doctype html>
<html lang="en" data-backend="{backend}">
<meta charset="utf-8">
<title>A digit</title>
{scripts}"""


@dataclass(frozen=True)
class Contender:
    """A page, by its files."""

    name: str
    network: str
    folder: Path


def make_contenders(folder: Path) -> list[Contender]:
    """Lay out every page below a folder.

    The compared networks are untrained: of their weights only the number matters here, which random ones make a little
    harder to pack than trained ones.

    Raises:
        DataError: what they are made of is not installed.
    """
    if not (INSTALLED / "node_modules").exists():
        raise DataError("`make bench` installs what it is measured beside: bench/peers/package.json")
    made = [ours(folder / "inkdigit"), onnx(folder / "onnx")]
    for key in NETWORKS_OF_OTHERS:
        method = NETWORKS[key]
        graph = folder / key
        write_graph(method.build(), graph)
        made += [tfjs(folder / f"{key}-{each}", each, method.name, graph) for each in BACKENDS]
    for each in made:
        pack(each.folder)
    return made


def ours(folder: Path) -> Contender:
    """Our module, as the site has it, on a page without the site's own."""
    shutil.copytree(DIST, folder, ignore=shutil.ignore_patterns("index.html*", "sw.js*"))
    write_page(folder, "inkdigit", "", [])
    return Contender(OURS, "ours", folder)


def tfjs(folder: Path, backend: str, network: str, graph: Path) -> Contender:
    """TensorFlow.js' full bundle and a graph model with float16 weights, as its guide has both."""
    scripts = [f"{TFJS}/tf.min.js"]
    if backend == "wasm":
        scripts.append(f"{WASM}/dist/tf-backend-wasm.min.js")
    write_page(folder, "tfjs", backend, scripts)
    for file in (INSTALLED / "node_modules" / WASM / "wasm-out").glob("*.wasm") if backend == "wasm" else ():
        shutil.copy(file, folder)
    shutil.copytree(graph, folder / "model")
    return Contender(f"TensorFlow.js, {BACKENDS[backend]}", network, folder)


def onnx(folder: Path) -> Contender:
    """ONNX Runtime Web, its WebAssembly alone, and our network with float32 weights, as its converters write them."""
    write_page(folder, "onnx", "wasm", [f"{ONNX}/ort.wasm.min.js"])
    for name in ("ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"):
        shutil.copy(INSTALLED / "node_modules" / ONNX / name, folder)
    with tempfile.TemporaryDirectory() as kept:
        weights = Path(kept) / "weights.npz"
        np.savez(weights, **our_weights())
        command = [INSTALLED / "bin" / "python", HERE / "write_onnx.py", weights, folder / "model.onnx"]
        subprocess.run(command, check=True)
    return Contender("ONNX Runtime Web", "ours", folder)


def our_weights() -> dict[str, np.ndarray]:
    """The trained network's layers, batch norm folded in: `kernel1`, `bias1`, `stride1` and so on, the maps last."""
    import keras

    import training.digits.network  # noqa: F401 (its layers are registered)

    model = keras.models.load_model(TRAINED / "model.keras")
    convolutions = [layer for layer in model.layers if isinstance(layer, keras.layers.Conv2D)]
    norms = [layer for layer in model.layers if isinstance(layer, keras.layers.BatchNormalization)]
    found: dict[str, np.ndarray] = {}
    for number, layer in enumerate(convolutions, start=1):
        kernel, *bias = layer.get_weights()
        shift = bias[0] if bias else np.zeros(kernel.shape[-1], np.float32)
        if number <= len(norms):
            gamma, beta, mean, variance = norms[number - 1].get_weights()
            scale = gamma / np.sqrt(variance + norms[number - 1].epsilon)
            kernel, shift = kernel * scale, beta + (shift - mean) * scale
        found |= {f"kernel{number}": kernel, f"bias{number}": shift, f"stride{number}": np.array(layer.strides[0])}
    return found


def write_graph(model, folder: Path) -> None:
    """Write a Keras network from `ink` to `probabilities` as a graph model."""
    import keras

    write_graph_model(keras.Model(model.input, {"probabilities": model.output}), folder)


def write_page(folder: Path, script: str, backend: str, scripts: list[str]) -> None:
    """Write index.html, the scripts that it asks for, and its own."""
    folder.mkdir(exist_ok=True)
    tags = []
    for each in scripts:
        shutil.copy(INSTALLED / "node_modules" / each, folder)
        tags.append(f'<script src="{Path(each).name}"></script>\n')
    tags.append('<script type="module" src="start.js"></script>\n')
    for own, name in ((script, "start"), ("run", "run")):
        shutil.copy(HERE / "pages" / f"{own}.js", folder / f"{name}.js")
    (folder / "index.html").write_text(PAGE.format(backend=backend, scripts="".join(tags)))
