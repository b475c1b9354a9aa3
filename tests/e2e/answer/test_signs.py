"""Signs beside the digits: shown, chosen by tap and key, and never turned around."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.corrections import ask, choose, correct
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.page import open_page

SIGNS = ".,-/:+×÷=%()$"
NAMES = ["point", "comma", "minus or dash", "slash", "colon", "plus", "times", "divided by", "equals", "percent"]
NAMES += ["open bracket", "close bracket", "dollar"]

RUNS_FROM_LEFT = """(element) => {
    const range = document.createRange();
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lefts = [];
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        for (let at = 0; at < node.data.length; at += 1) {
            if (!/[0-9()×=]/.test(node.data[at])) continue;
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            lefts.push(range.getBoundingClientRect().left);
        }
    }
    return lefts.length > 0 && lefts.every((left, at) => at === 0 || left >= lefts[at - 1]);
}"""


def use_number(page: Page, site: str, text: str, alternatives: dict[str, float] | None = None) -> None:
    """Open the page, and write something that is read as this."""
    confidence = 0.6 if alternatives else 0.99
    number = fake_number(text, confidence=confidence, place=(0.05, 0.3), size=0.1, alternatives=alternatives)
    use_fake_numbers(page, [number])
    pad = open_page(page, site)
    pad.write("2")
    expect(page.locator("#answer")).to_have_text(text)


def choices(dialog: Locator) -> Locator:
    return dialog.get_by_role("group", name="It is a sign").get_by_role("button")


def test_each_sign_is_large_enough_on_a_phone_and_stands_in_rows(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    use_number(page, site, "3×4")
    dialog = ask(page, 1)
    signs = choices(dialog)
    assert signs.all_inner_texts() == list(SIGNS)
    for sign, name in zip(signs.all(), NAMES, strict=True):
        expect(sign).to_have_accessible_name(name)
    boxes = [box for sign in signs.all() if (box := sign.bounding_box())]
    assert all(box["width"] >= 44 and box["height"] >= 44 for box in boxes)
    rows = sorted({round(box["y"]) for box in boxes})
    assert [sum(round(box["y"]) == row for box in boxes) for row in rows] == [5, 5, 3]
    assert {round(box["x"]) for box in boxes[5:10]} == {round(box["x"]) for box in boxes[:5]}
    expect(signs.nth(SIGNS.index("×"))).to_have_attribute("aria-pressed", "true")
    assert dialog.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth")


def test_each_sign_is_chosen_by_a_tap_and_by_its_key(page: Page, site: str) -> None:
    use_number(page, site, "207")
    for sign in SIGNS:
        choose(page, 1, sign)
        expect(page.locator("#answer")).to_have_text(f"2{sign}7")
    for key, sign in {"+": "+", "*": "×", "(": "(", "x": "×", "%": "%", "$": "$"}.items():
        correct(page, 1, key)
        expect(page.locator("#answer")).to_have_text(f"2{sign}7")
    expect(page.locator("#answer .answer-part").nth(1)).to_have_accessible_name("dollar, corrected")


def test_a_whole_calculation_is_typed_and_nothing_is_calculated(page: Page, site: str) -> None:
    use_number(page, site, "207")
    field = ask(page, 0).get_by_label("The whole number").last
    field.fill("2 * (3 + 4) = 14")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_have_text("2×(3+4)=14")
    expect(page.locator("#answer-box")).to_contain_text("Corrected by you")


def test_brackets_stay_where_they_were_written_also_in_arabic(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="ar", viewport={"width": 360, "height": 740})
    page = context.new_page()
    use_number(page, site, "(2×3", {"(2=3": 0.3})
    assert page.locator("#answer").evaluate(RUNS_FROM_LEFT)
    mark = page.locator("#pad-marks .mark-text").first
    expect(mark).to_have_text("(")
    expect(mark).to_have_css("direction", "ltr")
    words = page.locator(".answer-words")
    expect(words).to_contain_text("\u2066(2×3\u2069")
    dialog = ask(page, 0)
    for shown in (".correction-digits", ".choice-name:has-text('(2=3')"):
        assert dialog.locator(shown).evaluate(RUNS_FROM_LEFT), shown
    expect(dialog.get_by_role("heading").first).to_contain_text("\u2066(\u2069")
    context.close()
