"""The built site is plain files: any static host will do, below any path."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from server import read_rules
from tests.support.static_host import StaticHost

PREFIX = "/some/where/"


def test_below_a_path_the_site_works_online_and_offline(dist: Path, context: BrowserContext, page: Page) -> None:
    with StaticHost(dist, PREFIX) as host:
        page.goto(host.url)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready")
        expect(page.locator("#offline-status")).to_contain_text("Ready to work offline")
        host.stop()
        context.set_offline(True)

        page.reload()

        expect(page.locator("html")).to_have_attribute("data-reader", "ready")


def test_nothing_is_asked_for_outside_the_site(dist: Path, page: Page) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    with StaticHost(dist, PREFIX) as host:
        page.goto(host.url)
        expect(page.locator("#offline-status")).to_contain_text("Ready to work offline")

        outside = [url for url in asked if not url.startswith((host.url, "blob:"))]
        assert not outside
        assert all(path.startswith(PREFIX) for path in host.requested)


def test_two_copies_on_one_host_keep_apart(dist: Path, page: Page, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(dist)
    with StaticHost(tmp_path) as host:
        for name in ("one", "two"):
            page.goto(f"{host.url}{name}/")
            expect(page.locator("#offline-status")).to_contain_text("Ready to work offline")
        scopes = [name.split()[1] for name in page.evaluate("caches.keys()")]

        assert sorted(urlsplit(scope).path for scope in scopes) == ["/one/", "/two/"]


def policy_in(page: Path) -> str:
    meta = re.search(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', page.read_text(encoding="utf-8"))
    assert meta
    return meta[1]


def test_the_page_carries_the_content_security_policy_for_hosts_without_headers(dist: Path, site: str) -> None:
    with urllib.request.urlopen(site) as answer:
        header = answer.headers["Content-Security-Policy"]

    # Browsers ignore frame-ancestors in a page, and say so on the console.
    assert policy_in(dist / "index.html") == header.removesuffix("; frame-ancestors 'none'") != header
    # The page for those who embed has no script of its own within it.
    assert policy_in(dist / "embed.html") == re.sub(r" 'sha256-[^']+'", "", policy_in(dist / "index.html"))


def test_the_headers_file_for_static_hosts_agrees_with_the_server(dist: Path, site: str) -> None:
    rules = read_rules(dist / "_headers")
    assert set(rules) > {"/*", "/assets/*", "/", "/sw.js"}
    asset = next((dist / "assets").glob("*.js")).name
    for pattern, headers in rules.items():
        path = pattern.replace("/assets/*", f"/assets/{asset}").replace("/*", "/")
        with urllib.request.urlopen(site + path[1:]) as answer:
            assert {name: answer.headers[name] for name, _ in headers} == dict(headers), pattern


def test_the_manifest_names_icons_that_are_what_it_says(dist: Path) -> None:
    manifest = json.loads((dist / "manifest.webmanifest").read_text(encoding="utf-8"))

    drawn = [icon for icon in manifest["icons"] if icon["type"] == "image/png"]
    for icon in drawn:
        with Image.open(dist / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    assert {icon["sizes"] for icon in drawn if "purpose" not in icon} == {"192x192", "512x512"}
    assert "maskable" in {icon.get("purpose") for icon in drawn}
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")


def test_those_who_embed_find_the_types_beside_the_module_and_the_page_never_fetches_them(
    dist: Path, site: str
) -> None:
    with urllib.request.urlopen(f"{site}/inkdigit.d.ts") as answer:
        assert answer.headers.get_content_type() == "text/plain"
        assert b"export declare function load" in answer.read()
    assert "inkdigit.d.ts" not in (dist / "sw.js").read_text()


def test_every_hashed_file_and_no_other_is_in_the_folder_that_is_cached_for_a_year(dist: Path) -> None:
    hashed = re.compile(r"-[\w-]{8}\.\w+(\.br|\.gz)?$")
    assert all(hashed.search(path.name) for path in (dist / "assets").iterdir())
    assert not [path.name for path in dist.iterdir() if hashed.search(path.name)]
