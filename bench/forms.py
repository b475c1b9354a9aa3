"""How a form of twelve fields is read off photographs through the page's own batch, as it is found and as it lies."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page, expect

from tests.support.reader_page import ReaderPage
from training.data.writers import load_handwriting
from training.numbers.filled_forms import FLAT, FilledForm, area_of, blank_form, filled_forms, seen_through
from training.numbers.printed_form import SIZE, PrintedField
from training.numbers.sets import SEED

PHOTOGRAPHS = 50

SEEDS = (SEED, SEED + 1)
"""Each prints its form in another gray and is filled in by itself."""

MOST_BESIDE = 1 / 12
"""Of its shorter side: so much around a field is read with it; where a corner is farther away, it is not aligned."""

MOST_WAIT = 1800
"""Seconds for all of them."""

ON_FILE = """([file, options, method]) => {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    return reader[method](new Blob([bytes]), options);
}"""

TELL_PLACES = """(places) => {
    const { postMessage } = Worker.prototype;
    let count = 0;
    Worker.prototype.postMessage = function (message, ...more) {
        if (message.method !== 'alignForm') return postMessage.call(this, message, ...more);
        const result = { corners: places[count++].map(([x, y]) => ({ x, y })), likeness: 1 };
        setTimeout(() => this.onmessage({ data: { id: message.id, result } }));
    };
}"""
"""Answers in place of the reader where the form is, in the order of the pictures."""


def measure_forms(browser: Browser, site: str) -> Iterator[str]:
    """Three lines a seed. Raises DataError without data."""
    people = load_handwriting("held-out")
    for seed in SEEDS:
        filled = list(filled_forms(people, PHOTOGRAPHS, seed))
        blank = blank_form(seed)
        page = browser.new_page()
        reader = ReaderPage(page, site)
        landmarks = _ask(reader, "findLandmarks", blank.file)
        found = [_ask(reader, "alignForm", each.file, {"landmarks": landmarks}) for each in filled]
        page.close()
        form = form_of(blank.fields, landmarks)
        yield f"seed {seed}: {_aligned(found, filled, blank.fields)}"
        yield f"  as they are found: {counted(read_batch(browser, site, form, filled), filled)}"
        places = [each.corners.tolist() for each in filled]
        exact = read_batch(browser, site, form, filled, f"({TELL_PLACES})({json.dumps(places)})")
        yield f"  on the exact fields: {counted(exact, filled)}"


def form_of(fields: list[PrintedField], landmarks: dict) -> dict:
    """The file of a form: in a row of cells as many digits as there are, else one to twelve."""
    told = []
    for number, field in enumerate(fields):
        pattern = {"kind": "digits", "min": field.cells, "max": field.cells if field.cells > 1 else 12}
        cells = {"cells": field.cells} if field.cells > 1 else {}
        told.append({"name": str(number), "area": area_of(field), "pattern": pattern, **cells})
    form = {"name": "Twelve fields", "fields": told, "aspect": SIZE[0] / SIZE[1], "landmarks": landmarks}
    return {"format": "inkdigit-form", "version": 1, "form": form}


def read_batch(browser: Browser, site: str, form: dict, filled: list[FilledForm], script: str = "") -> list[dict]:
    """What the batch exports of each photograph, in their order; `script` runs before the page's own."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(script)
    with TemporaryDirectory() as folder:
        form_file = Path(folder) / "form.json"
        form_file.write_text(json.dumps(form))
        files = [Path(folder) / f"{number:02}.jpg" for number in range(len(filled))]
        for file, photograph in zip(files, filled, strict=True):
            file.write_bytes(photograph.file)
        page.goto(f"{site}#form")
        page.locator("label", has_text="Import a form").locator("input").set_input_files(form_file)
        page.get_by_role("button", name="Use this form").click()
        expect(page.locator("#batch")).to_be_visible(timeout=60_000)
        page.locator("#picture-file").set_input_files(files)
        words = page.locator(".batch-progress-words", has_text=f"{len(files)} of {len(files)}")
        words.wait_for(state="attached", timeout=1000 * MOST_WAIT)
        pictures = _export(page)
    page.context.close()
    return sorted(pictures, key=lambda picture: picture["picture"])


def _export(page: Page) -> list[dict]:
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as JSON").click()
    return json.loads(Path(found.value.path()).read_text())["pictures"]


def counted(pictures: list[dict], filled: list[FilledForm]) -> str:
    """What is right and what is marked, of the values of the photographs in which the form is found."""
    values = [
        (cell["text"] == text, bool(cell["needsLook"]))
        for picture, truth in zip(pictures, filled, strict=True)
        if picture["status"] != "failed"
        for cell, text in zip(picture["cells"], truth.texts, strict=True)
    ]
    right, marked = (sum(each) / len(values) for each in zip(*values, strict=True))
    silent = sum(not is_right and not is_marked for is_right, is_marked in values)
    return (
        f"of {len(values)} values {right:.1%} are right, {marked:.1%} are marked as in need of a look, "
        f"{silent} ({silent / len(values):.1%}) are wrong and not marked"
    )


def _ask(reader: ReaderPage, method: str, file: bytes, options: dict | None = None) -> Any:
    return reader.page.evaluate(ON_FILE, [base64.b64encode(file).decode(), options, method])


def _aligned(found: list[dict | None], filled: list[FilledForm], fields: list[PrintedField]) -> str:
    beside = [
        distance
        for each, truth in zip(found, filled, strict=True)
        if each
        for distance in _beside(np.array([list(corner.values()) for corner in each["corners"]]), truth, fields)
    ]
    aligned = sum(distance <= MOST_BESIDE for distance in beside)
    return (
        f"the form is found in {sum(each is not None for each in found)} of {len(found)} photographs, "
        f"{aligned / len(found) / len(fields):.1%} of {len(found) * len(fields)} fields are aligned"
    )


def _beside(corners: np.ndarray, truth: FilledForm, fields: list[PrintedField]) -> Iterator[float]:
    """For each field, how far its farthest corner is from where it should be, in its shorter sides."""
    for x, y, width, height in (field.box for field in fields):
        field = (np.array((x, y)) + FLAT * (width, height)) / SIZE
        true, said = (seen_through(view, field) for view in (truth.corners, corners))
        sides = np.linalg.norm(true - np.roll(true, 1, axis=0), axis=1)
        yield float(np.linalg.norm(true - said, axis=1).max() / sides.min())
