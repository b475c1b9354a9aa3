"""A person teaches their handwriting: it is learned on the device, and used only where it reads them better."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.hand import DIGITS, Pad, Place
from tests.support.kept import expect_soon, kept
from tests.support.page import button, go_to, open_page
from tests.support.teach import learn, open_teaching, teach_rounds, write_asked
from training.federation.updates import read_update
from training.paths import EXPORTED_MODEL

FLAGGED = [[(0.36, 0.16), (0.62, 0.08), (0.6, 0.5), (0.56, 0.96)]]
"""A stroke down with a flag, which is some people's 1, and which the network takes for a 7."""

CROSSED = [*DIGITS[7], [(0.36, 0.52), (0.6, 0.5), (0.82, 0.49)]]
OWN = {1: FLAGGED, 7: CROSSED}


@pytest.fixture
def panel(page: Page, site: str) -> Locator:
    open_page(page, site)
    return open_teaching(page)


def write_on_pad(page: Page, text: str) -> None:
    page.locator("#view").get_by_role("button", name="Close", exact=True).click()
    Pad(page).draw(FLAGGED, Place(0.3, 0.15, 0.65))
    expect(page.locator("#answer")).to_have_text(text)


def test_whose_1_is_read_as_7_is_read_rightly_after_teaching_and_not_before_they_say_so(
    page: Page, panel: Locator
) -> None:
    teach_rounds(page, OWN)
    expect(panel.get_by_role("button", name="Your 1, read as 7")).to_have_count(3)
    learn(page)
    expect(panel.locator(".teach-verdict")).to_have_text("It reads you better")
    expect(panel.locator(".teach-said")).to_contain_text("3 were read wrongly before, and 0 are after")
    expect(panel.locator(".teach-changed li")).to_have_text(["1: read as 7, now as 1"] * 3)
    assert kept(page, "hands") == {}
    button(page, "Use it from now on").click()
    expect(panel.locator(".teach-said")).to_contain_text("From now on your readings use it")
    expect(panel.get_by_role("button", name="Use it from now on")).to_be_hidden()
    write_on_pad(page, "1")
    go_to(page, "why")
    expect(page.get_by_text("What you taught of your handwriting speaks for this, too.")).to_be_visible()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#answer")).to_have_text("1")


def test_what_was_taught_is_thrown_away_and_nothing_of_it_was_kept(page: Page, panel: Locator) -> None:
    write_asked(page, DIGITS[0])
    expect(panel.locator(".teach-asked")).to_have_text("Write a 1")
    button(page, "Throw everything away").click()
    page.get_by_role("dialog").get_by_role("button", name="Throw everything away").click()
    expect(panel.locator(".teach-asked")).to_have_text("Write a 0")
    expect(panel.locator(".teach-tile")).to_have_count(0)
    assert kept(page, "hands") == {}


def test_a_digit_that_went_wrong_is_written_anew(page: Page, panel: Locator) -> None:
    write_asked(page, DIGITS[0])
    write_asked(page, DIGITS[5])
    panel.get_by_role("button", name="Your 1, read as 5").click()
    expect(panel.locator(".teach-asked")).to_have_text("Write a 1")
    expect(panel.locator(".teach-tile")).to_have_count(1)


def test_the_keyboard_writes_too(page: Page, panel: Locator) -> None:
    panel.locator(".small-pad").focus()
    for key in ["ArrowUp", "Space", *["Shift+ArrowDown"] * 4, "Space", "Tab", "Enter"]:
        page.keyboard.press(key)
    expect(panel.locator(".teach-tile")).to_have_count(1)
    expect(panel.locator(".teach-asked")).to_have_text("Write a 1")


def test_what_is_no_digit_may_be_skipped_and_a_stopped_learning_leaves_everything(page: Page, panel: Locator) -> None:
    teach_rounds(page, OWN, rounds=2, without_none=True)
    expect(panel.locator(".teach-asked")).to_have_text("Write a 0")  # of the third round
    learn(page)
    button(page, "Write more").click()
    expect(panel.locator(".teach-asked")).to_have_text("Write a 0")
    expect(panel.locator(".teach-tile")).to_have_count(20)


def test_the_steps_show_how_the_classes_moved_apart(page: Page, panel: Locator) -> None:
    teach_rounds(page, OWN, rounds=2, without_none=True)
    learn(page)
    wheel = panel.locator(".teach-wheel")
    expect(wheel).to_have_attribute("aria-label", "20 of 20 digits lie at what they are")
    steps = panel.get_by_role("slider", name="Step of learning")
    expect(steps).to_have_value("60")
    expect(steps).to_have_attribute("max", "60")
    steps.focus()
    last = panel.locator(".teach-digit").nth(19).get_attribute("x")
    page.keyboard.press("Home")
    expect(panel.locator(".teach-digit").nth(19)).not_to_have_attribute("x", str(last))


def test_a_taught_hand_is_taken_along_in_its_file_and_can_be_forgotten(
    page: Page, panel: Locator, tmp_path: Path
) -> None:
    teach_rounds(page, OWN, rounds=2, without_none=True)
    learn(page)
    button(page, "Use it from now on").click()
    expect(panel.locator(".teach-said")).to_contain_text("From now on")
    button(page, "Your handwriting").click()
    expect(panel.get_by_text("It was taught with 20 digits")).to_be_visible()
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "hand.jsonl"
    download.value.save_as(file)
    assert [json.loads(line)["taught"] for line in file.read_text().splitlines()] == [True] * 20

    with page.expect_download() as download:
        panel.get_by_role("button", name="Save an update for others").click()
    update = tmp_path / "update.json"
    download.value.save_as(update)
    version = json.loads((EXPORTED_MODEL / "card.json").read_text())["version"]
    assert read_update(update, version).examples == 20
    assert "stroke" not in update.read_text()

    panel.get_by_role("button", name="Forget what was taught").click()
    expect(panel.get_by_text("Nothing is here yet")).to_be_visible()
    write_on_pad(page, "7")

    go_to(page, "hands")
    panel.locator("input[type=file]").set_input_files(file)
    expect(panel.get_by_text("It was taught with 20 digits")).to_be_visible()
    panel.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#answer")).to_have_text("1")


def test_several_people_take_turns_and_see_who_is_confused_with_whom(page: Page, panel: Locator) -> None:
    panel.get_by_role("checkbox", name="For a class").check()
    panel.get_by_label("Name").fill("Ada")
    teach_rounds(page, {}, rounds=2, without_none=True)
    button(page, "Next person").click()
    panel.get_by_label("Name").fill("Ben")
    teach_rounds(page, {1: DIGITS[7], 7: CROSSED}, rounds=2, without_none=True)
    button(page, "Who is confused with whom?").click()
    expect(panel.locator(".teach-confused li").first).to_have_text("A 7 of Ada is most like a 1 of Ben (times: 2)")
    expect(panel.locator(".teach-table tbody tr")).to_have_count(2)
    panel.get_by_label("Whose turn it is").select_option("Ada")
    expect(panel.locator(".teach-tile")).to_have_count(20)
    expect_soon(page, lambda: kept(page, "hands"), {})
