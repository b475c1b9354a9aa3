"""What a kept hand costs: 1,000 examples from their file to a reading, and 60 digits that are taught."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, Page, expect

from bench.latency import follow_pen
from bench.main_thread import MainThread
from training.data.datasets import PenDigit
from training.data.writers import load_handwriting, pen_by_writer

EXAMPLES = 1000
TAUGHT_OF_EACH = 6

LONGEST = 180_000
"""Milliseconds that are waited for a hand to be opened, or learned."""

READ = 200
"""Digits of others than the examples that are read with these and without."""

COST = """async ({ digits, examples, block }) => {
  const { load } = await import('./inkdigit.js');
  const reader = await load();
  const imageOf = async ({ ink }) => (await reader.readInk(ink)).numbers[0]?.digits[0]?.image;
  const hand = [];
  for (const [id, { ink, label }] of examples.entries()) {
    const image = await imageOf({ ink });
    if (image) hand.push({ id: `${id}`, label, place: await reader.embed(image) });
  }
  const times = [[], []];
  for (let start = 0; start < digits.length; start += block) {
    const odd = (start / block) % 2;
    for (const kept of [odd, 1 - odd]) {
      reader.setHand(kept ? hand : []);
      await reader.readInk(examples[0].ink);
      for (const ink of digits.slice(start, start + block)) {
        const since = performance.now();
        await reader.readInk(ink);
        times[kept].push(performance.now() - since);
      }
    }
  }
  reader.close();
  return { kept: hand.length, times };
}"""
"""Readings by a module's user, in milliseconds: without a hand and with one, by turns, each digit once with either."""

BLOCK = 20
"""Digits that are read before it is the other's turn."""

KEPT = """async () => (await navigator.storage.estimate()).usageDetails?.indexedDB ?? 0"""


def measure_hand(browser: Browser, site: str) -> Iterator[str]:
    """Lines of one hand with many examples, and of one that learns. Raises DataError without data."""
    digits = load_handwriting("held-out").pen
    with TemporaryDirectory() as folder:
        page = _open(browser, site)
        without = follow_pen(page)
        page.context.close()
        yield _examples(_open(browser, site), _to_file(Path(folder) / "many.jsonl", digits[:EXAMPLES]), without)
        yield _cost(_open(browser, site), digits)
        own = pen_by_writer(digits)[0]
        few = [digit for label in range(10) for digit in [each for each in own if each.label == label][:TAUGHT_OF_EACH]]
        yield _teaching(_open(browser, site), _to_file(Path(folder) / "taught.jsonl", few, taught=True))


def _examples(page: Page, file: Path, without: list[float]) -> str:
    before = page.evaluate(KEPT)
    panel = _go_to(page, "hands")
    start = time.perf_counter()
    with MainThread(page) as thread:
        panel.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text(f"A hand with {EXAMPLES:,} digits was added")).to_be_attached(timeout=LONGEST)
    seconds = time.perf_counter() - start
    kept = page.evaluate(KEPT) - before
    _go_to(page, "pad")
    with_it = follow_pen(page)
    page.context.close()
    return (
        f"{EXAMPLES:,} examples: opened from their file in {seconds:.1f} s ({thread}), {kept / 1e6:.1f} MB kept; "
        f"from a move of the pen to the answer {_median(with_it):.1f} ms, without them {_median(without):.1f} ms "
        f"(medians, n = {len(with_it)} and {len(without)})"
    )


def _cost(page: Page, digits: list[PenDigit]) -> str:
    examples = [{"ink": _strokes(each), "label": each.label} for each in digits[:EXAMPLES]]
    asked = [_strokes(each) for each in digits[EXAMPLES : EXAMPLES + READ]]
    found = page.evaluate(COST, {"digits": asked, "examples": examples, "block": BLOCK})
    page.context.close()
    without, with_it = (sorted(times) for times in found["times"])
    return (
        f"one digit read by the module with {found['kept']:,} examples in {_median(with_it):.2f} ms, without them in "
        f"{_median(without):.2f} ms (medians, n = {len(with_it)} each, by turns)"
    )


def _teaching(page: Page, file: Path) -> str:
    panel = _go_to(page, "hands")
    panel.locator("input[type=file]").set_input_files(file)
    count = 10 * TAUGHT_OF_EACH
    expect(page.get_by_text(f"It was taught with {count} digits")).to_be_visible(timeout=LONGEST)
    _go_to(page, "teach")
    tiles = page.locator(".teach-tile")
    expect(tiles).to_have_count(count)
    start = time.perf_counter()
    with MainThread(page) as thread:
        page.get_by_role("button", name="Learn from these").click()
        page.locator(".teach-verdict").wait_for(timeout=LONGEST)
    seconds = time.perf_counter() - start
    page.context.close()
    return f"{count} digits taught: from pressing Learn to what came of it {seconds:.1f} s; {thread}"


def _open(browser: Browser, site: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    return page


def _go_to(page: Page, view: str) -> Locator:
    page.evaluate("(view) => void (location.hash = view === 'pad' ? '' : view)", view)
    panel = page.locator("#view")
    expect(panel).to_be_visible() if view != "pad" else expect(panel).to_be_hidden()
    return panel


def _strokes(digit: PenDigit) -> list[list[dict[str, float]]]:
    return [[{"x": float(x), "y": float(y)} for x, y in stroke] for stroke in digit.ink]


def _to_file(path: Path, digits: list[PenDigit], taught: bool = False) -> Path:
    """A hand's file, as the page saves it."""
    lines = [
        {
            "strokes": _strokes(digit),
            "label": str(digit.label),
            "taught": taught,
            "time": "2026-01-01T00:00:00.000Z",
            "format": 1,
        }
        for digit in digits
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def _median(values: list[float]) -> float:
    return values[len(values) // 2]
