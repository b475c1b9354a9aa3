"""Site data that is blocked, or cleared while the page is open, costs what would be kept, and nothing else."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.kept import BLOCKED
from tests.support.page import go_to, open_page, write
from tests.support.pictures import as_file, open_file, open_picture_of, picture_of
from tests.support.static_host import StaticHost

READY = "Ready to work offline"
PATIENCE = 60_000
"""Milliseconds, in which a busy machine keeps 3 MB."""


def test_where_site_data_is_blocked_everything_else_works_and_nothing_fails_unseen(page: Page, site: str) -> None:
    page.add_init_script(BLOCKED)
    write(page, site, "7")
    go_to(page, "history")
    expect(page.locator("#view")).to_contain_text("This browser keeps no history here")
    page.go_back()
    open_picture_of(page, "20")
    page.locator("#picture-file").set_input_files([as_file(picture_of(digit), f"{digit}.png") for digit in (3, 7)])
    expect(page.locator("body")).to_contain_text("This browser keeps nothing for later")


@pytest.mark.may_complain
def test_pictures_are_read_after_site_data_was_cleared_and_the_page_is_kept_anew(
    page: Page, context: BrowserContext, host: StaticHost
) -> None:
    open_page(page, host.url)
    status = page.locator("#offline-status")
    expect(status).to_contain_text(READY, timeout=PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    host.faults["sw.js"] = "missing"
    context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": host.url.rstrip("/"), "storageTypes": "all"}
    )
    expect(status).not_to_contain_text(READY, timeout=PATIENCE)

    open_file(page, as_file(picture_of(7)))

    expect(page.locator("#answer")).to_have_text("7", timeout=PATIENCE)
    expect(page.get_by_role("alert")).to_have_count(0)
