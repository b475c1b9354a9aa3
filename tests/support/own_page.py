"""A page of somebody else, with the control for numbers in a form."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route, expect

from tests.support.hand import Pad, Place

LARGE = Place(0.1, 0.15, 0.7)
"""Three digits fill the control's paper."""

HTML = """<!doctype html>
<html lang="{language}">
  <meta charset="utf-8">
  <title>Somebody's page</title>
  <script type="module" src="{source}"></script>
  <main><h1>Order</h1><form>{fields}<button>Send</button></form></main>
</html>
"""

WATCH = """() => {
    globalThis.told = [];
    for (const name of ['input', 'change', 'submit', 'invalid']) {
        document.addEventListener(name, (event) => {
            if (name === 'submit') event.preventDefault();
            told.push(name);
        }, { capture: true });
    }
}"""

SENT = "() => new URLSearchParams(new FormData(document.forms[0])).toString()"


def html_of(fields: str, source: str = "./ink-digit-pad.js", language: str = "en") -> str:
    """Somebody's page, with these fields in a form."""
    return HTML.format(source=source, fields=fields, language=language)


class OwnPage:
    """Somebody's page, beside the site; the first of its fields is written on."""

    def __init__(self, page: Page, site: str, html: str | None = None, address: str = "own.html") -> None:
        """Without `html`, `site` itself has the page at this address."""
        self.page = page

        def answer(route: Route) -> None:
            route.fulfill(body=html, content_type="text/html")

        if html:
            page.route(f"{site}{address}", answer)
        page.goto(f"{site}{address}")
        self.control = page.locator("ink-digit-pad").first
        self.field: Locator = self.control.locator("input[part=field]")
        self.pad = Pad(page, self.control.locator("[part=paper]"))
        expect(self.field).to_be_visible()
        page.evaluate(WATCH)

    def write(self, text: str) -> None:
        """Write a number, and wait until it is read."""
        self.pad.write(text, LARGE)
        expect(self.field).to_have_value(text)

    def sent(self) -> str:
        """What the form would send."""
        return self.page.evaluate(SENT)

    def told(self) -> list[str]:
        """The events that the page has heard."""
        return self.page.evaluate("told")

    def ask(self, property_: str) -> object:
        """A property of the control."""
        return self.control.evaluate("(control, name) => control[name]", property_)
