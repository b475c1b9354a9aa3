"""Where WebAssembly does not start, stalls or fails, JavaScript reads."""

from __future__ import annotations

import json
import subprocess

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from tests.support.faulty_worker import FaultyWorker
from tests.support.paper import draw_picture, encode
from tests.support.reader_page import ReaderPage
from training.fixtures import DIGITS
from training.paths import ROOT

WHOLE_WASM = "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"

WITHOUT_MEAN = """
import { readFileSync } from 'node:fs';
import { pruned } from './tools/vite/pruned-wasm.js';
process.stdout.write(await pruned(readFileSync(WHOLE), ['FusedConv2D', 'Transpose']));
"""


def test_without_webassembly_javascript_reads(browser: Browser, site: str):
    page = browser.new_page()
    page.route("**/*.wasm", lambda route: route.abort())
    reader = ReaderPage(page, site)
    assert reader.info["backend"] == "cpu"
    assert reader.read_ink(DIGITS[3])["text"] == "3"
    page.close()


def test_a_webassembly_that_stalls_is_not_waited_for_and_does_not_take_over_later(page: Page, site: str):
    stalled: list[Route] = []

    def neither_answer_nor_refuse(route: Route) -> None:
        stalled.append(route)

    page.route("**/*.wasm", neither_answer_nor_refuse)
    reader = ReaderPage(page, site)
    assert reader.info["backend"] == "cpu"
    assert stalled
    for route in stalled:
        with page.expect_request_finished(lambda request: request.url.endswith(".wasm")):
            route.continue_()
    for _ in range(20):  # compiling it takes a moment
        assert reader.read_ink(DIGITS[3])["text"] == "3"


def test_reads_without_webassembly_where_it_starts_and_then_fails(browser: Browser, site: str):
    """A file that lacks a kernel starts like any other, and fails when the first image is read."""
    page = browser.new_page()
    fails = WITHOUT_MEAN.replace("WHOLE", json.dumps(str(ROOT / WHOLE_WASM)))
    node = [str(ROOT / "tools" / "node.sh"), "node", "--input-type=module", "--eval", fails]
    body = subprocess.run(node, cwd=ROOT, capture_output=True, check=True).stdout
    assert body.startswith(b"\0asm")
    page.route("**/*.wasm", lambda route: route.fulfill(body=body, content_type="application/wasm"))
    reader = ReaderPage(page, site, "auto")
    assert reader.info["backend"] == "cpu"
    assert reader.read_texts([DIGITS[4], DIGITS[7]]) == ["4", "7"]
    page.close()


FAILS_LATER = """
    const start = WebAssembly.instantiate;
    let fails = false;
    const failing = (take) => (...numbers) => {
        // Those that compute a layer take so many.
        if (fails && numbers.length > 10) throw new WebAssembly.RuntimeError('memory access out of bounds');
        return take(...numbers);
    };
    WebAssembly.instantiateStreaming = undefined;
    WebAssembly.instantiate = async (...all) => {
        const { module, instance } = await start(...all);
        const exports = Object.entries(instance.exports).map(([name, each]) => {
            return [name, typeof each === 'function' ? failing(each) : each];
        });
        return { module, instance: { exports: Object.fromEntries(exports) } };
    };
    const answer = self.onmessage;
    self.onmessage = (event) => {
        fails ||= event.data.method === 'readImage';
        return answer(event);
    };
"""


def test_a_webassembly_that_fails_with_the_first_picture_gives_way_to_javascript(page: Page, site: str):
    FaultyWorker(page, FAILS_LATER)
    reader = ReaderPage(page, site)
    assert reader.info["backend"] == "wasm"
    assert reader.read_file(encode(draw_picture(DIGITS[7])))["text"] == "7"
    assert page.evaluate("reader.info.backend") == "cpu"
    assert reader.read_texts([DIGITS[4], DIGITS[3]]) == ["4", "3"]


def test_a_backend_that_was_asked_for_and_is_not_there_is_an_error(page: Page, site: str):
    page.route("**/*.wasm", lambda route: route.fulfill(body=b"not WebAssembly", content_type="application/wasm"))
    with pytest.raises(Error, match="WebAssembly did not start here"):
        ReaderPage(page, site, "wasm")
