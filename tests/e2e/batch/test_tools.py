"""The tools of a batch leave the screen to its rows: on a narrow one they are menus."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.batch_page import focused, open_batch, press, progress, row_of
from tests.support.slow_reader import named


def test_on_a_phone_the_tools_take_at_most_a_fifth_of_the_screen(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_batch(page, site, named("11", "22 50%", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    tools = page.locator(".batch-tools").bounding_box()
    assert tools
    assert tools["height"] <= 740 / 5
    expect(row_of(page, "11")).to_be_in_viewport(ratio=1)
    expect(row_of(page, "22 50%")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [(320, 568), (360, 740), (768, 1024)], ids=str)
def test_a_menu_of_tools_fits_the_screen_and_its_rows_stay_in_sight(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_batch(page, site, named("11", "22 50%", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    page.get_by_role("button", name="Rows").click()
    show = page.get_by_label("Show")
    expect(show).to_be_in_viewport(ratio=1)
    show.select_option("Needs a look")
    expect(row_of(page, "11")).to_be_hidden()
    expect(row_of(page, "22 50%")).to_be_visible()
    for tool in page.locator(":popover-open :is(select, input)").all():
        expect(tool).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector(':popover-open').scrollWidth <= innerWidth")


def test_a_phone_s_menu_is_used_by_keyboard_alone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    opener = page.get_by_role("button", name="Export", exact=True)
    opener.focus()
    press(page, "Enter", "Tab")
    expect(focused(page)).to_have_accessible_name("Export as CSV")
    press(page, "Escape")
    expect(page.get_by_role("button", name="Export as CSV")).to_be_hidden()
    expect(page.get_by_role("grid")).to_be_visible()
    expect(focused(page)).to_have_text("Export")
    press(page, "Enter", "Tab")
    with page.expect_download() as found:
        press(page, "Enter")
    assert found.value.suggested_filename.endswith(".csv")
    expect(page.get_by_role("button", name="Export as CSV")).to_be_hidden()
    expect(page.get_by_text("holds 2 rows")).to_be_visible()
