"""Why a digit was read as it was: the evidence over its ink, and the journey of the ink through the network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.corrections import choose
from tests.support.hand import MIDDLE, SCRIBBLE, Stroke
from tests.support.page import open_page, settle, write
from tests.support.pictures import open_picture_of

EXACT = 1e-3
"""Of a score: so far may the mean of the map be from it."""

ONE_OR_SEVEN: list[Stroke] = [[(0.3, 0.21), (0.56, 0.08), (0.48, 0.96)]]
"""With a flag that is too long for a 1, and too steep for a bar of a 7."""


def write_one_or_seven(page: Page, site: str) -> tuple[str, str]:
    """Return what it was read as, and its runner-up."""
    open_page(page, site).draw(ONE_OR_SEVEN)
    expect(page.locator("#answer")).to_have_text(re.compile("[17]"))
    digit = page.locator("#answer").inner_text()
    return digit, {"1": "7", "7": "1"}[digit]


def why(page: Page) -> Locator:
    """Open the view; return it once it tells of a digit."""
    page.get_by_role("button", name="Why", exact=True).click()
    panel = page.locator(".why")
    expect(panel.locator(".why-sentences li").first).to_be_visible()
    return panel


def figure_of(panel: Locator, name: str) -> float:
    """One of the exact figures."""
    details = panel.locator("details")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return float(panel.locator(f".why-number-{name} dd").inner_text())


def step_to(panel: Locator, place: str) -> None:
    """Press Next until a step is shown."""
    shown = panel.locator(".why-place")
    while shown.inner_text() != place:
        before = shown.inner_text()
        panel.get_by_role("button", name="Next").click()
        expect(shown).not_to_have_text(before)


def inked(canvas: Locator) -> list[list[int]]:
    """The colors that are painted with full strength, the most frequent first."""
    return canvas.evaluate(
        """(canvas) => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const counts = new Map();
            for (let index = 0; index < data.length; index += 4) {
                if (data[index + 3] < 255) continue;
                const color = data.slice(index, index + 3).join();
                counts.set(color, (counts.get(color) ?? 0) + 1);
            }
            const colors = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
            return colors.map((color) => color.split(',').map(Number));
        }"""
    )


def test_says_what_to_do_first_and_writes_an_example(page: Page, site: str) -> None:
    open_page(page, f"{site}#why")
    panel = page.locator(".why")
    expect(panel.get_by_text("Nothing is written yet")).to_be_visible()
    expect(panel.locator("canvas:visible")).to_have_count(0)
    panel.get_by_role("button", name="Write a 7").press("Enter")
    expect(page.locator("#answer")).to_have_text("7")
    expect(panel.get_by_role("heading", name="Why 7").first).to_be_visible()  # beside the pad, that may be seen
    expect(panel.get_by_text("Nothing is written yet")).to_be_hidden()
    expect(page.locator("#view-title")).to_be_focused()


def test_says_what_speaks_for_a_digit_and_not_for_its_runner_up(page: Page, site: str) -> None:
    digit, rival = write_one_or_seven(page, site)
    panel = why(page)
    expect(panel.get_by_role("heading", name=f"Why {digit} and not {rival}?")).to_be_visible()
    expect(panel.get_by_role("img", name=f"dots where it speaks for {digit} and slanting lines where")).to_be_visible()
    expect(panel.locator(".why-legend")).to_contain_text(f"speaks for {digit}")
    expect(panel.locator(".why-legend")).to_contain_text(f"speaks for {rival}")
    sentence = re.compile(rf"(ink|paper) around the .* speaks for {digit} and against {rival} \(\d+%\)")
    expect(panel.locator(".why-sentences li").first).to_contain_text(sentence)


def test_what_is_compared_can_be_turned_round(page: Page, site: str) -> None:
    digit, rival = write_one_or_seven(page, site)
    panel = why(page)
    mean = figure_of(panel, "mean")
    assert mean != 0
    panel.get_by_role("radio", name=f"{rival} against {digit}").check()
    expect(panel.get_by_role("heading", name=f"Why {rival} and not {digit}?")).to_be_visible()
    assert figure_of(panel, "mean") == pytest.approx(-mean, abs=EXACT)
    panel.get_by_role("radio", name=f"{digit} against all others").check()
    expect(panel.get_by_role("heading", name=f"Why {digit}?")).to_be_visible()
    expect(panel.locator(".why-legend")).to_contain_text(f"speaks against {digit}")


def test_the_maps_mean_is_the_networks_score(page: Page, site: str) -> None:
    write(page, site, "2047")
    panel = why(page)
    for digit in "2047":
        panel.get_by_role("button", name=f"{digit}, digit").click()
        for compared in panel.get_by_role("radio").all():
            compared.check()
            score, mean = figure_of(panel, "logits"), figure_of(panel, "mean")
            assert mean == pytest.approx(score, abs=EXACT)
            assert figure_of(panel, "onInk") + figure_of(panel, "onPaper") == pytest.approx(mean, abs=2 * EXACT)
            assert abs(score) > 1, "and not because there is nothing to tell"


def test_each_digit_of_the_answer_can_be_asked_about(page: Page, site: str) -> None:
    write(page, site, "20")
    panel = why(page)
    for digit, name in (("2", "2, digit 1 of 2"), ("0", "0, digit 2 of 2"), ("2", "2, digit 1 of 2")):
        button = panel.get_by_role("button", name=name)
        button.press("Enter")
        expect(panel.get_by_role("heading", name=f"Why {digit}")).to_be_visible()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(panel.locator('[aria-pressed="true"]')).to_have_count(1)
        expect(button).to_be_focused()


def test_the_ink_is_followed_through_the_network(page: Page, site: str) -> None:
    write(page, site, "7")
    panel = why(page)
    stage, told = panel.locator(".why-stage"), panel.locator(".why-caption")
    expect(panel.locator(".why-place")).to_have_text("Step 1 of 9")
    expect(stage.get_by_role("img", name="The stroke as it was written")).to_be_visible()
    step_to(panel, "Step 2 of 9")
    expect(stage.get_by_role("img", name="The digit in 28 by 28 gray squares")).to_be_visible()
    assert inked(stage.locator("canvas"))
    for layer in range(1, 7):
        step_to(panel, f"Step {layer + 2} of 9")
        expect(told).to_contain_text(f"Layer {layer}: ")
        expect(stage.get_by_role("img", name=f"detectors of layer {layer} see")).to_be_visible()
        assert all(inked(tile) for tile in stage.locator("canvas").all())
    step_to(panel, "Step 9 of 9")
    expect(told).to_contain_text("The answer: 7")
    expect(stage.get_by_role("listitem")).to_have_count(11)
    expect(panel.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")


def test_the_arrow_keys_step_through_the_journey(page: Page, site: str) -> None:
    write(page, site, "7")
    panel = why(page)
    place = panel.locator(".why-place")
    panel.get_by_role("button", name="Next").focus()
    for key, step in [
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowLeft", 2),
        ("End", 9),
        ("ArrowRight", 9),
        ("Home", 1),
    ]:
        page.keyboard.press(key)
        expect(place).to_have_text(f"Step {step} of 9")


def test_two_near_answers_are_both_shown(page: Page, site: str) -> None:
    digit, rival = write_one_or_seven(page, site)
    panel = why(page)
    panel.get_by_role("button", name="Next").press("End")
    near = panel.locator('.why-chart [data-near="0"], .why-chart [data-near="1"]')
    expect(near).to_have_count(2)
    both = re.compile(rf"Two answers are near: {digit} with \d+%, and {rival} with \d+%")
    expect(panel.locator(".why-caption")).to_contain_text(both)


def test_what_is_no_digit_is_explained_by_the_nearest(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(SCRIBBLE, MIDDLE)
    expect(page.locator("#answer")).to_have_text("?")
    panel = why(page)
    expect(panel).to_contain_text("The network takes this for no digit")
    expect(panel.get_by_role("radio")).to_have_count(3)


def test_a_digit_of_a_picture_has_no_strokes_to_begin_with(page: Page, site: str) -> None:
    open_page(page, site)
    open_picture_of(page, "47")
    panel = why(page)
    panel.get_by_role("button", name="4, digit 1 of 2").click()
    expect(panel.get_by_role("heading", name="Why 4")).to_be_visible()
    expect(panel.locator(".why-place")).to_have_text("Step 1 of 8")
    expect(panel.locator(".why-caption")).to_contain_text("gray squares")


def test_follows_what_is_written_while_it_is_open(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})  # where the pad stays in sight beside it
    pad = write(page, site, "2")
    panel = why(page)
    pad.write("0", after=1)
    expect(panel.get_by_role("button", name="0, digit 2 of 2")).to_be_visible()


def test_marks_stand_out_by_day_and_are_painted_anew_by_night(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    write(page, site, "7")
    canvas = why(page).locator(".why-overlay")
    by_day = by_night = inked(canvas)[0]
    page.emulate_media(color_scheme="dark")
    for _ in range(50):
        by_night = inked(canvas)[0]
        if by_night != by_day:
            break
        settle(page)
    assert sum(by_night) > sum(by_day)
    for color in (by_day, by_night):
        assert max(color) - min(color) > 60, "a color, not the gray of ink"


def test_fits_the_narrowest_window(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    write(page, site, "2047")
    panel = why(page)
    for step in range(1, 10):
        step_to(panel, f"Step {step} of 9")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert panel.evaluate("(element) => element.scrollWidth <= element.clientWidth")


def test_a_corrected_digit_is_compared_with_what_it_was_corrected_to(page: Page, site: str) -> None:
    write(page, site, "20")
    choose(page, 1, "6")
    expect(page.locator("#answer")).to_have_text("26")
    panel = why(page)
    panel.get_by_role("button", name="6, digit 2 of 2").click()
    expect(panel.get_by_role("heading", name="Why 0 and not 6?")).to_be_visible()
    expect(panel.locator(".why-lead")).to_contain_text("You corrected it to 6")
