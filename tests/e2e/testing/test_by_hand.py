"""A set is read by a person's hand, too, beside the network alone."""

from __future__ import annotations

import numpy as np
from playwright.sync_api import Page, expect

from tests.support.corrections import correct
from tests.support.data_sets import LABELS, idx, idx_pair, images, open_set
from tests.support.hand import LIKE_BOTH
from tests.support.page import go_to, open_page
from training.ink import rasterize, to_bytes


def test_a_hand_stands_beside_the_network_alone(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(LIKE_BOTH)
    expect(page.locator("#answer")).to_have_text("7")
    correct(page, 0, "1")
    expect(page.locator("#message")).to_contain_text("is remembered as your handwriting")
    go_to(page, "testing")
    own = to_bytes(rasterize([np.array(stroke) for stroke in LIKE_BOTH]))
    files = [idx("images-idx3-ubyte", np.stack([*images(), own])), idx("labels-idx1-ubyte", np.array([*LABELS, 1]))]
    report = open_set(page, files)
    expect(report.locator(".testing-accuracy")).to_contain_text("90.91% read right")
    expect(report.locator(".testing-hand")).to_have_text(
        "100.00% read right with what “My hand” taught: 11 of 11. Right with it alone: 1; right without it alone: 0."
    )
    expect(report.locator(".measured-chart li").nth(1)).to_contain_text("With what “My hand” taught")


def test_without_a_hand_nothing_is_said_of_one(page: Page, site: str) -> None:
    open_page(page, f"{site}#testing")
    report = open_set(page, idx_pair())
    expect(report).to_contain_text("100.00% read right")
    expect(report.locator(".testing-hand")).to_have_count(0)
