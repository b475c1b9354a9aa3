"""What a person corrects on the pad is learned on the device, and can be looked through, taken along and deleted."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.corrections import choose
from tests.support.hand import LIKE_BOTH, Pad, Place
from tests.support.kept import expect_soon, kept
from tests.support.page import button, go_to, open_page, open_settings
from tests.support.pictures import as_file, open_file, picture_of
from training.data.own.strokes import read_strokes

AGAIN = Place(0.3, 0.15, 0.65)
"""Where it is written another time, a little larger."""

LEARNED = "is remembered as your handwriting"


@pytest.fixture
def pad(page: Page, site: str) -> Pad:
    return open_page(page, site)


def examples(page: Page) -> list[int]:
    """What the kept examples are examples of."""
    return sorted(value["label"] for key, value in kept(page, "hands").items() if key.startswith("example "))


def write_again(page: Page, pad: Pad, text: str) -> None:
    button(page, "Clear").click()
    expect(page.locator("#answer")).not_to_contain_text("7")
    pad.draw(LIKE_BOTH, AGAIN)
    expect(page.locator("#answer")).to_have_text(text)


def correct(page: Page, pad: Pad) -> None:
    """Have a 1 misread, say that it is one, and wait until that is learned."""
    pad.draw(LIKE_BOTH)
    expect(page.locator("#answer")).to_have_text("7")
    choose(page, 0, "1")
    expect(page.locator("#answer")).to_have_text("1")
    expect(page.locator("#message")).to_contain_text(LEARNED)


def hand_panel(page: Page) -> Locator:
    go_to(page, "hands")
    panel = page.locator("#view")
    expect(panel.get_by_role("checkbox", name="Learn from my corrections")).to_be_visible()
    return panel


def test_what_was_corrected_once_is_read_rightly_the_next_time(page: Page, pad: Pad) -> None:
    correct(page, pad)
    assert examples(page) == [1]
    write_again(page, pad, "1")
    expect(page.locator("#answer .answer-part")).not_to_have_attribute("data-mark", "corrected")


def test_it_is_known_after_a_reload(page: Page, pad: Pad) -> None:
    correct(page, pad)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    write_again(page, pad, "1")


def test_undo_takes_back_what_was_learned_and_redo_brings_it_back(page: Page, pad: Pad) -> None:
    correct(page, pad)
    button(page, "Undo").click()
    expect_soon(page, lambda: examples(page), [])
    expect(page.locator("#answer")).to_have_text("7")
    button(page, "Redo").click()
    expect_soon(page, lambda: examples(page), [1])


def test_who_corrects_the_same_ink_anew_has_said_one_thing_of_it(page: Page, pad: Pad) -> None:
    correct(page, pad)
    choose(page, 0, "9")
    expect_soon(page, lambda: examples(page), [9])


def test_in_a_number_that_was_corrected_every_digit_is_what_stands_there(page: Page, pad: Pad) -> None:
    pad.write("4")
    pad.draw(LIKE_BOTH, Place(0.26, 0.35, 0.26))
    expect(page.locator("#answer")).to_have_text("47")
    choose(page, 1, "1")
    expect_soon(page, lambda: examples(page), [1, 4])


def test_off_nothing_is_kept_and_nothing_weighs(page: Page, pad: Pad) -> None:
    correct(page, pad)
    panel = open_settings(page)
    panel.get_by_role("checkbox", name="Learn from my corrections").uncheck()
    panel.get_by_role("button", name="Close", exact=True).click()
    write_again(page, pad, "7")
    choose(page, 0, "9")
    expect(page.locator("#answer")).to_have_text("9")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    write_again(page, pad, "7")
    assert examples(page) == [1]  # what was there before stays until it is deleted


def test_why_names_the_example_that_decided(page: Page, pad: Pad) -> None:
    correct(page, pad)
    write_again(page, pad, "1")
    go_to(page, "why")
    weekday = datetime.now().strftime("%A")
    expect(page.locator(".why-hand").first).to_have_text(
        f"This is also because of your 1 of {weekday}, which it is like."
    )
    page.get_by_text("The exact figures").click()
    expect(page.locator(".why-numbers")).to_contain_text("What your handwriting adds")


def test_an_example_that_was_wrong_is_taken_out(page: Page, pad: Pad) -> None:
    correct(page, pad)
    panel = hand_panel(page)
    panel.get_by_role("button", name="Remove the 1 of").click()
    expect(panel.get_by_text("Nothing is here yet")).to_be_visible()
    expect(panel.get_by_role("button", name="Another hand")).to_be_focused()
    panel.get_by_role("button", name="Close", exact=True).click()
    write_again(page, pad, "7")


def test_each_of_several_hands_weighs_alone(page: Page, pad: Pad) -> None:
    correct(page, pad)
    panel = hand_panel(page)
    panel.get_by_label("Its name").fill("Ada")
    panel.get_by_role("button", name="Another hand").click()
    expect(panel.get_by_text("Nothing is here yet")).to_be_visible()
    whose = panel.get_by_label("Whose hand is weighed")
    expect(whose.locator("option")).to_have_text(["Ada", "My hand"])
    panel.get_by_role("button", name="Close", exact=True).click()
    write_again(page, pad, "7")
    hand_panel(page).get_by_label("Whose hand is weighed").select_option("Ada")
    expect(panel.get_by_role("button", name="Remove the 1 of")).to_be_visible()
    panel.get_by_role("button", name="Close", exact=True).click()
    write_again(page, pad, "1")


def test_a_hand_is_taken_along_as_a_file_that_training_takes_too(page: Page, pad: Pad, tmp_path: Path) -> None:
    correct(page, pad)
    panel = hand_panel(page)
    panel.get_by_label("Its name").fill("Ada")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "ada.jsonl"
    download.value.save_as(file)
    rows = read_strokes(file)
    assert ([digit.label for digit in rows.pen], rows.bad) == ([1], [])

    panel.get_by_role("button", name="Delete this hand").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete this hand").click()
    expect(panel.get_by_label("Whose hand is weighed")).to_be_hidden()
    assert kept(page, "hands") == {}

    panel.locator("input[type=file]").set_input_files(file)
    expect(panel.get_by_text("A hand with 1 digit was added")).to_be_visible()
    expect(panel.get_by_label("Its name")).to_have_value("Ada")
    panel.get_by_role("button", name="Close", exact=True).click()
    write_again(page, pad, "1")


def test_what_is_corrected_in_a_picture_is_learned_and_undo_takes_it_back(page: Page, pad: Pad, tmp_path: Path) -> None:
    assert pad
    open_file(page, as_file(picture_of(4)))
    expect(page.locator("#answer")).to_have_text("4")
    choose(page, 0, "9")
    expect_soon(page, lambda: examples(page), [9])
    button(page, "Undo").click()
    expect_soon(page, lambda: examples(page), [])
    page.keyboard.press("Control+Shift+Z")
    expect_soon(page, lambda: examples(page), [9])
    panel = hand_panel(page)
    expect(panel.locator(".hand-pixels")).to_be_visible()
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "hand.jsonl"
    download.value.save_as(file)
    rows = read_strokes(file)
    assert (rows.labels, rows.bad) == ([9], [])


GOOD = {"strokes": [[{"x": 0, "y": 0}, {"x": 1, "y": 3}]], "label": "1", "time": "2026-01-02T03:04:05Z", "format": 1}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("no JSON", "Line 2 of the file is broken"),
        (json.dumps({**GOOD, "format": 3}), "Line 2 of the file is no digit of a hand, or of a newer version"),
        (json.dumps({**GOOD, "strokes": [[{"x": 0}]]}), "Line 2 of the file has no strokes"),
        (json.dumps({**GOOD, "label": "12"}), "Line 2 of the file says neither which digit"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(page: Page, pad: Pad, line: str, words: str) -> None:
    assert pad
    panel = hand_panel(page)
    content = f"{json.dumps(GOOD)}\n{line}\n".encode()
    panel.locator("input[type=file]").set_input_files(
        {"name": "a.jsonl", "mimeType": "application/x-ndjson", "buffer": content}
    )
    expect(panel.get_by_role("alert").filter(has_text=words)).to_be_visible()
    assert kept(page, "hands") == {}


def test_forget_everything_takes_hands_too(page: Page, pad: Pad) -> None:
    correct(page, pad)
    panel = open_settings(page)
    panel.get_by_role("button", name="Forget everything").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("the handwriting that was learned from your corrections")
    dialog.get_by_role("button", name="Forget everything").click()
    expect(page.locator("#view")).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    assert kept(page, "hands") == {}
    pad.draw(LIKE_BOTH)
    expect(page.locator("#answer")).to_have_text("7")
