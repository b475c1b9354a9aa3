"""The viewer of a batch shows a picture upright, and what of it was skipped."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.batch_page import choose
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.numbers_picture import page_of_numbers
from tests.support.page import open_page
from tests.support.pictures import as_file

WIDTH, HEIGHT = page_of_numbers().size


def test_a_picture_on_its_side_is_viewed_upright_with_its_boxes_in_place(page: Page, site: str) -> None:
    skipped = [{"kind": "print", "x": 500, "y": 600, "width": 25, "height": 20}]
    use_fake_numbers(page, [fake_number("2047", place=(100, 90), size=60)], turned=90, skipped=skipped)
    open_page(page, site)
    page.get_by_role("button", name="Batch").click()
    choose(page, [as_file(page_of_numbers(), "lying.png")])
    page.get_by_role("gridcell").filter(has_text="2047").click()
    picture = page.locator(".batch-viewer-picture")
    expect(picture).to_be_visible()
    mark = page.locator(".batch-viewer .mark[data-kind='number']")
    expect(mark).to_be_visible()
    shown, box = picture.bounding_box(), mark.bounding_box()
    assert shown
    assert box
    assert shown["width"] / shown["height"] == pytest.approx(HEIGHT / WIDTH, rel=0.01)
    scale = shown["width"] / HEIGHT
    # From 100 to 334 pixels from the left and from 90 to 210 from above, turned by a quarter.
    assert box["x"] == pytest.approx(shown["x"] + (HEIGHT - 210) * scale, abs=2)
    assert box["y"] == pytest.approx(shown["y"] + 100 * scale, abs=2)
    assert box["height"] == pytest.approx(234 * scale, abs=2)
    note = page.locator(".batch-viewer").get_by_role("button", name="Not read: 1 printed part", exact=True)
    label = page.locator(".batch-viewer .mark[data-mark='print'] .mark-label")
    expect(label).to_be_hidden()
    note.click()
    expect(label).to_have_text("printed")
    expect(label).to_be_visible()
