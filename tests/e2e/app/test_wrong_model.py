"""A model that is not the one that this page needs is refused, with words that say what to do."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Playwright, Route, expect

from tests.support.browser import launch
from tests.support.paper import draw_picture, encode
from tests.support.reader_page import ReaderPage
from training.fixtures import DIGITS
from training.paths import EXPORTED_LABELS, EXPORTED_MODEL, EXPORTED_STRINGS

NETWORKS = [EXPORTED_MODEL, EXPORTED_STRINGS, EXPORTED_LABELS]


def test_altered_weights_are_refused(page: Page, site: str):
    page.route("**/*.bin", lambda route: route.fulfill(body=_altered(route.fetch().body())))
    with pytest.raises(Error, match="The model is damaged: try again later"):
        ReaderPage(page, site)


def test_truncated_weights_are_refused(page: Page, site: str):
    page.route("**/*.bin", lambda route: route.fulfill(body=route.fetch().body()[:100_000]))
    with pytest.raises(Error, match="The model is damaged"):
        ReaderPage(page, site)


@pytest.mark.parametrize("network", NETWORKS, ids=lambda path: path.name)
def test_a_model_that_does_not_read_its_samples_is_refused(page: Page, site: str, network: Path):
    """Where a card was written for other weights."""
    weights = (network / "group1-shard1of1.bin").read_bytes()
    altered = _altered(weights)

    def alter(route: Route) -> None:
        body = route.fetch().body()
        route.fulfill(body=altered if body == weights else body)

    card = (network / "card.json").read_text()
    claimed = card.replace(digest(weights), digest(altered))

    def claim(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=claimed if body == card else body)

    def believe(route: Route) -> None:
        script = route.fetch().text()
        route.fulfill(
            body=script.replace(digest(card.encode()), digest(claimed.encode())), content_type="text/javascript"
        )

    page.route("**/*.bin", alter)
    page.route("**/card-*.json", claim)
    page.route("**/worker-*.js", believe)
    with pytest.raises(Error, match="does not read its own samples"):
        ReaderPage(page, site).read_file(encode(draw_picture(DIGITS[7])))


@pytest.mark.parametrize("network", NETWORKS, ids=lambda path: path.name)
def test_a_card_with_one_digit_altered_is_refused(page: Page, site: str, network: Path):
    """So little that its samples would not tell."""
    card = (network / "card.json").read_text()
    altered = re.sub(r"\d(?=\D*\Z)", lambda digit: str((int(digit[0]) + 1) % 10), card)
    assert altered != card
    json.loads(altered)

    def alter(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=altered if body == card else body)

    page.route("**/card-*.json", alter)
    with pytest.raises(Error, match="The model is damaged"):
        ReaderPage(page, site).read_file(encode(draw_picture(DIGITS[7])))


@pytest.fixture
def plain_page(playwright: Playwright) -> Iterator[Page]:
    """A page that takes the site for one of another machine, by plain http: there browsers offer no digest."""
    browser = launch(playwright, ["--host-resolver-rules=MAP plain.test 127.0.0.1"])
    yield browser.new_page()
    browser.close()


def test_one_altered_byte_is_told_by_plain_http_too(plain_page: Page, site: str):
    address = site.replace("127.0.0.1", "plain.test")
    reader = ReaderPage(plain_page, address)
    assert plain_page.evaluate("globalThis.crypto.subtle") is None
    assert reader.read_file(encode(draw_picture(DIGITS[7])))["text"] == "7"

    flipped = _flipped((EXPORTED_MODEL / "group1-shard1of1.bin").read_bytes())
    plain_page.route("**/*.bin", lambda route: route.fulfill(body=flipped))
    with pytest.raises(Error, match="The model is damaged"):
        ReaderPage(plain_page, address)


def test_a_model_for_another_preprocessing_is_refused(page: Page, site: str):
    page.route(
        "**/card-*.json", lambda route: route.fulfill(body=json.dumps({**route.fetch().json(), "preprocessing": 99}))
    )
    with pytest.raises(Error, match="trained for preprocessing 99"):
        ReaderPage(page, site)


def test_a_model_that_is_not_there_is_told(page: Page, site: str):
    page.route("**/model-*.json", lambda route: route.fulfill(status=404))
    with pytest.raises(Error, match=r"could not be fetched \(404\)"):
        ReaderPage(page, site)


def test_the_page_says_that_the_model_is_damaged_and_keeps_the_drawing(page: Page, site: str):
    page.route("**/*.bin", lambda route: route.fulfill(body=_altered(route.fetch().body())))
    page.goto(site)
    expect(page.locator("#message")).to_contain_text("The model is damaged: try again later")
    expect(page.locator("#message")).to_contain_text("Your drawing is kept")


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _flipped(weights: bytes) -> bytes:
    """One bit of them another, which no sample would tell."""
    return weights[:5000] + bytes([weights[5000] ^ 1]) + weights[5001:]


def _altered(weights: bytes) -> bytes:
    """The same length, every thousandth byte another."""
    altered = bytearray(weights)
    altered[1001::1000] = bytes(byte ^ 0x7F for byte in altered[1001::1000])
    return bytes(altered)
