"""The installed page is handed pictures by the system: shared by another program, or opened with it."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.kept import expect_soon
from tests.support.page import open_page

A_MINUTE = 60_000
"""Milliseconds."""

PICTURE = """
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 400 });
    const context = canvas.getContext('2d');
    context.fillStyle = '#e9e4d8';
    context.fillRect(0, 0, 300, 400);
    Object.assign(context, { lineWidth: 14, lineCap: 'round', strokeStyle: '#1c2333' });
    context.stroke(new Path2D('M150 80V300'));
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    const file = new File([blob], 'zählung 1.png', { type: 'image/png' });
"""


def test_a_picture_that_another_program_shares_is_opened_once(page: Page, site: str) -> None:
    open_page(page, site)
    expect(page.locator("#offline-status")).to_have_text("Ready to work offline", timeout=A_MINUTE)
    page.context.set_offline(True)
    is_taken = page.evaluate(
        f"""async () => {{
            {PICTURE}
            const body = new FormData();
            body.append('pictures', file);
            return (await fetch('./shared', {{ method: 'POST', body }})).ok;
        }}"""
    )
    assert is_taken
    page.goto(page.url.split("#")[0] + "?shared")
    expect(page.locator(".picture-name")).to_have_text("zählung 1.png", timeout=A_MINUTE)
    assert "shared" not in page.url
    assert page.evaluate("async () => (await caches.keys()).filter((name) => name.includes('shared'))") == []


def test_a_picture_that_is_opened_with_the_installed_page_is_read(page: Page, site: str) -> None:
    page.add_init_script(
        """window.launches = [];
        Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (consume) => launches.push(consume) } });
        const ask = window.matchMedia.bind(window);
        window.matchMedia = (query) => (query.includes('standalone') ? { matches: true } : ask(query));"""
    )
    open_page(page, site)
    expect_soon(page, lambda: page.evaluate("launches.length"), 1)
    page.evaluate(f"async () => {{ {PICTURE} await launches[0]({{ files: [{{ getFile: async () => file }}] }}); }}")
    expect(page.locator(".picture-name")).to_have_text("zählung 1.png", timeout=A_MINUTE)


def test_the_manifest_offers_to_take_the_pictures_that_the_page_reads(dist: Path) -> None:
    manifest = json.loads((dist / "manifest.webmanifest").read_text(encoding="utf-8"))
    kinds = ["image/jpeg", "image/png", "image/webp", "application/pdf"]
    target = manifest["share_target"]
    assert (target["action"], target["method"]) == ("./shared", "POST")
    assert target["params"]["files"] == [{"name": "pictures", "accept": kinds}]
    assert [list(handler["accept"]) for handler in manifest["file_handlers"]] == [kinds]
