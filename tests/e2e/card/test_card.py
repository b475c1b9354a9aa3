"""The model's card: what is known about the network, from the card's own figures."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.support.page import open_page
from training.paths import EXPORTED_MODEL

CARD = json.loads((EXPORTED_MODEL / "card.json").read_text())
CONFUSION = json.loads((EXPORTED_MODEL / "details.json").read_text())["confusion"]


def open_card(page: Page, site: str) -> Locator:
    open_page(page, f"{site}#card")
    card = page.locator(".card-panel")
    expect(card.get_by_role("heading", name="What it is")).to_be_visible()
    return card


def percent(share: float) -> str:
    """With two digits, rounded as people and browsers do: by the decimal figure that is written down."""
    return f"{(100 * Decimal(str(share))).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def cells(table: Locator) -> list[list[int]]:
    """The counts in a table's body."""
    rows = table.locator("tbody tr").all()
    return [[int(cell or 0) for cell in row.locator("td").all_text_contents()] for row in rows]


def test_tells_what_it_is_and_what_it_learned_from(page: Page, site: str) -> None:
    card = open_card(page, site)
    expect(card).to_contain_text(f"{CARD['parameters']:,}")
    expect(card).to_contain_text(CARD["version"])
    for source in ("MNIST", "Pen-Based Recognition", "Omniglot", "UNIPEN", "Nothing that anybody wrote on this page"):
        expect(card.locator(".card-sources")).to_contain_text(source)


def test_says_that_the_commit_it_was_trained_at_is_not_known(page: Page, site: str) -> None:
    assert CARD["commits"] == ["unknown"]
    expect(open_card(page, site)).to_contain_text("not known: it was not stored when it was trained")


def test_shows_every_test_set_with_its_interval_and_number(page: Page, site: str) -> None:
    bars = open_card(page, site).locator(".card-accuracy > .measured-chart li")
    expect(bars).to_have_count(len(CARD["evaluation"]))
    shown = bars.all_text_contents()
    for each in CARD["evaluation"].values():
        low, high = each["interval"]
        figures = [percent(each["accuracy"]), f"{percent(low)} to {percent(high)}", f"of {each['n']:,} "]
        assert any(all(figure in text for figure in figures) for text in shown), figures


def test_a_bar_is_as_long_as_its_figure_says_on_an_axis_that_tells_where_it_begins(page: Page, site: str) -> None:
    chart = open_card(page, site).locator(".measured-chart").first
    expect(chart).to_contain_text("The axis begins at 98%, not at 0")
    bars = chart.get_by_role("listitem")
    test = bars.filter(has_text="MNIST's test digits")
    long = float(test.locator(".measured-bar").get_attribute("width") or 0) / 1000
    assert 0.98 + long * 0.02 == pytest.approx(CARD["evaluation"]["MNIST, test"]["accuracy"], abs=4e-4)


def test_tells_how_spoiled_digits_are_read(page: Page, site: str) -> None:
    card = open_card(page, site)
    card.locator("summary", has_text="Spoiled in 18 ways").click()
    bars = card.locator("details .measured-chart li")
    expect(bars).to_have_count(len(CARD["corruptions"]["kinds"]))
    expect(bars.filter(has_text="Fog")).to_contain_text(percent(CARD["corruptions"]["kinds"]["fog"]))


def test_the_confusion_matrix_is_a_table_of_the_cards_own_counts(page: Page, site: str) -> None:
    card = open_card(page, site)
    table = card.get_by_role("table")
    expect(table.locator("caption")).to_contain_text("MNIST's test digits")
    assert cells(table) == CONFUSION["MNIST, test"][:10]
    assert table.get_by_role("columnheader").all_text_contents() == ["Is", *"0123456789?"]
    assert table.get_by_role("rowheader").all_text_contents() == [*"0123456789"]
    expect(card.locator(".card-mistakes")).to_contain_text("9 for 4, 6 times")

    card.get_by_label("Test set").select_option(label="Pen strokes, writers kept apart")
    expect(table.locator("caption")).to_contain_text("Pen strokes")
    assert cells(table) == CONFUSION["pen, held-out writers"][:10]


def test_tells_what_its_figures_do_not_say(page: Page, site: str) -> None:
    caveats = open_card(page, site).locator(".card-caveats")
    expect(caveats).to_contain_text("45 who wrote on paper, and 6 who wrote with a pen")
    expect(caveats).to_contain_text(percent(CARD["evaluation"]["pen, held-out writers"]["worst_writer"]))


def test_a_card_that_did_not_come_can_be_asked_for_again(page: Page, site: str) -> None:
    page.route("**/details-*.json", lambda route: route.abort())
    open_page(page, f"{site}#card")
    card = page.locator(".card-panel")
    expect(card).to_contain_text("could not be loaded")
    page.unroute("**/details-*.json")
    card.get_by_role("button", name="Try again").click()
    expect(card.get_by_role("table")).to_be_visible()


def test_details_of_another_model_are_not_shown(page: Page, site: str) -> None:
    def other(route: Route) -> None:
        route.fulfill(json={"version": "another", "confusion": CONFUSION, "corruptions": {}})

    page.route("**/details-*.json", other)
    open_page(page, f"{site}#card")
    expect(page.locator(".card-panel")).to_contain_text("could not be loaded")


@pytest.mark.parametrize("width", [320, 1024])
def test_only_the_table_scrolls_sideways(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    card = open_card(page, site)
    # A summary's own arrow is not part of its box.
    over = card.evaluate("""(card) => [...card.querySelectorAll('*')]
        .filter((each) => !each.closest('table') && each.getBoundingClientRect().right > innerWidth + 1)
        .map((each) => each.className)""")
    assert over == []
    region = card.get_by_role("region", name="Confusion matrix")
    region.focus()
    expect(region).to_be_focused()
