"""The history of what was read, in a browser's own database and in several tabs: below any view."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.support.paths import ROOT
from tests.support.static_host import StaticHost

# The sources as they are; a browser finds the library as the build does.
PAGE = """<!doctype html><title>History</title>
<script type="importmap">{ "imports": { "idb": "/node_modules/idb/build/index.js" } }</script>
<script type="module">
  import { openHistory } from '/web/history/records/open-history.js';
  import { createShrinker } from '/web/shared/pictures/shrinker.js';
  const told = { notices: [], changes: 0, forgotten: 0 };
  const history = openHistory({
    shrink: createShrinker().shrink,
    unsureBelow: () => 0.8,
    onNotice: ({ code }) => told.notices.push(code),
    onChange: () => (told.changes += 1),
    onForgotten: () => (told.forgotten += 1),
  });
  const reading = (text) => ({ text, skipped: [], numbers: [{
    text, confidence: 0.9, line: 0, box: { x: 0, y: 0, width: 1, height: 1 }, separators: [], alternatives: [],
    digits: Array.from(text, (sign, place) => ({ digit: Number(sign), confidence: 0.9, probabilities: [],
      box: { x: place / 10, y: 0, width: 0.1, height: 0.1 }, image: new Float32Array(784) })),
  }] });
  const tab = {
    ...history, told,
    // As many strokes as digits.
    write: (text) => history.autosave.offerDrawing(
      { ink: Array.from(text, (_, place) => [{ x: place / 10, y: 0.05 }]), corrections: [] }, reading(text)),
    clear: () => history.autosave.offerDrawing({ ink: [], corrections: [] }, null),
    picture: (file, size) => history.autosave.offerPicture(
      { file, name: 'a.png', size, area: null, reading: reading('7'), history: { now: [] }, row: null }),
    texts: async () => (await history.records.list()).map(({ text }) => text).sort().join(' '),
  };
  Object.assign(window, { tab });
</script>"""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with StaticHost(ROOT) as served:
        yield served.url


def open_tab(context: BrowserContext, host: str) -> Page:
    tab = context.new_page()
    tab.route(f"{host}history.html", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    tab.route(re.compile(r"\?worker&url$"), _worker_url)
    tab.goto(f"{host}history.html")
    tab.wait_for_function("() => window.tab")
    return tab


def _worker_url(route: Route) -> None:
    """What the build makes of a worker's import: its address."""
    address = route.request.url.partition("?")[0]
    route.fulfill(body=f"export default {json.dumps(address)}", content_type="text/javascript")


def write(tab: Page, text: str) -> None:
    """Write on the pad, and let it rest."""
    tab.evaluate("(text) => { tab.write(text); tab.autosave.flush(); }", text)


def expect_texts(tab: Page, texts: str) -> None:
    tab.wait_for_function("async (texts) => (await tab.texts()) === texts", arg=texts)


def told(tab: Page, what: str) -> Any:
    return tab.evaluate("(what) => tab.told[what]", what)


def test_what_was_read_outlives_a_reload_and_is_one_record_while_it_grows(context: BrowserContext, host: str) -> None:
    tab = open_tab(context, host)
    write(tab, "20")
    expect_texts(tab, "20")
    write(tab, "2047")
    expect_texts(tab, "2047")
    tab.evaluate("tab.clear()")
    write(tab, "7")
    expect_texts(tab, "2047 7")
    tab.reload()
    tab.wait_for_function("() => window.tab")
    expect_texts(tab, "2047 7")
    assert told(tab, "notices") == []


def test_a_photograph_is_kept_small_and_goes_with_its_record(context: BrowserContext, host: str) -> None:
    tab = open_tab(context, host)
    kept = tab.evaluate(
        """async () => {
          const canvas = new OffscreenCanvas(2400, 1200);
          const pixels = new ImageData(2400, 1200);
          for (let from = 0; from < pixels.data.length; from += 65536) {
            crypto.getRandomValues(pixels.data.subarray(from, from + 65536));
          }
          canvas.getContext('2d').putImageData(pixels, 0, 0);
          const file = await canvas.convertToBlob();
          tab.picture(file, { width: 2400, height: 1200 });
          tab.autosave.flush();
          while ((await tab.records.list()).length === 0) await new Promise((done) => setTimeout(done, 50));
          const [{ id, scale, bytes }] = await tab.records.list();
          const blob = await tab.records.picture(id);
          const { width } = await createImageBitmap(blob);
          const used = await tab.records.usage();
          await tab.records.remove(id);
          const left = await tab.records.picture(id);
          return { of: file.size, size: blob.size, type: blob.type, width, scale, bytes, used, left };
        }"""
    )
    assert kept["of"] > 5_000_000
    assert (kept["width"], kept["type"], kept["left"]) == (1600, "image/jpeg", None)
    assert kept["scale"] == pytest.approx(1600 / 2400)
    assert kept["size"] < kept["bytes"] == kept["used"]["bytes"] < 2_100_000
    assert kept["used"]["pictures"] == 1
    assert kept["used"]["site"]["quota"] > kept["used"]["site"]["used"] > 0


def test_tabs_neither_overwrite_each_other_nor_go_on_once_one_turns_the_history_off(
    context: BrowserContext, host: str
) -> None:
    one, other = open_tab(context, host), open_tab(context, host)
    write(one, "2")
    write(other, "3")
    expect_texts(one, "2 3")
    write(one, "20")
    write(other, "31")
    expect_texts(other, "20 31")
    assert told(one, "changes") >= 3  # the other's too
    other.evaluate("tab.setKeeping(false)")
    write(one, "204")
    assert one.evaluate("tab.records.isKeeping") is False
    one.evaluate("tab.records.clear()")
    expect_texts(one, "")
    other.evaluate("tab.setKeeping(true)")
    write(one, "2047")
    expect_texts(other, "2047")


def test_forgetting_everything_empties_what_the_page_keeps_in_every_tab(context: BrowserContext, host: str) -> None:
    one, other = open_tab(context, host), open_tab(context, host)
    write(one, "2047")
    expect_texts(one, "2047")
    found = one.evaluate(
        """async () => {
          const { openStore } = await import('/web/shared/storage/database.js');
          const forms = openStore('forms');
          await forms.setMany([['form 1', 'a form']]);
          localStorage.setItem('inkdigit.drawing', 'a drawing');
          localStorage.setItem('inkdigit.language', 'es');
          localStorage.setItem('of another page', 'kept');
          tab.setKeeping(false);
          const isDone = await tab.forgetEverything();
          return [isDone, await forms.get('form 1') ?? null, Object.keys(localStorage).sort()];
        }"""
    )
    assert found == [True, None, ["inkdigit.records", "of another page"]]
    expect_texts(one, "")
    assert told(one, "forgotten") == 1
    other.wait_for_function("() => tab.told.forgotten === 1")
    for tab in (one, other):
        tab.reload()
        tab.wait_for_function("() => window.tab")
    # Nothing is broken by it, and what was turned off stays off.
    write(one, "1")
    one.evaluate("tab.setKeeping(true)")
    write(one, "12")
    expect_texts(other, "12")


def test_a_browser_that_keeps_nothing_says_so_and_breaks_nothing(context: BrowserContext, host: str) -> None:
    context.add_init_script(
        "delete window.indexedDB; Object.defineProperty(window, 'indexedDB', { value: undefined });"
    )
    tab = open_tab(context, host)
    write(tab, "2047")
    tab.wait_for_function("() => tab.told.notices.length > 0")
    expect_texts(tab, "")
    assert tab.evaluate("tab.forgetEverything()") is True
    assert told(tab, "notices") == ["records.unavailable"]
