"""What server.py answers to requests that no browser would send."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import strategies as st

from server import create_app
from tests.support.fuzz import fuzz
from tests.support.made_up_site import HASHED, PAGE, make_site


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder: Path = tmp_path_factory.mktemp("site")
    return create_app(make_site(folder)).test_client()


TAGS = ["{tag}", "W/{tag}", '"other", {tag}', 'W/"other" , W/{tag}', "*"]


@pytest.mark.parametrize("form", TAGS)
@pytest.mark.parametrize("path", ["/", HASHED])
def test_what_a_browser_has_is_not_sent_again_however_it_says_so(client: FlaskClient, path: str, form: str) -> None:
    tag = client.get(path).headers["ETag"]

    answer = client.get(path, headers={"If-None-Match": form.format(tag=tag)})

    assert answer.status_code == 304
    assert not answer.data


@pytest.mark.parametrize("tags", ['"other"', 'W/"other", "more"', "", "nothing", '"', "W/"])
def test_what_a_browser_does_not_have_is_sent(client: FlaskClient, tags: str) -> None:
    answer = client.get("/", headers={"If-None-Match": tags, "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})

    assert (answer.status_code, answer.data) == (200, PAGE)


SIGNS = st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f")
VALUE = st.one_of(
    st.text(SIGNS, max_size=40),
    st.text(st.sampled_from('W/"*,;=q0.9-bytes gzipbr'), max_size=40),
    st.sampled_from(["Fri, 99 Foo 0000 99:99:99 GMT", "bytes=0-0,1-1", "br;q=NaN", "br;q=1e999", '"' * 1000]),
)
HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "If-Range",
            "Accept-Encoding",
            "Host",
            "Content-Length",
            "Cookie",
        ]
    ),
    VALUE,
    max_size=4,
)
PATH = st.one_of(
    st.sampled_from(["/", "/index.html", HASHED, "/_headers", "/404.html"]),
    st.text(max_size=30).map(lambda text: f"/{text.lstrip('/')}"),
    st.text(st.sampled_from("./\\%2e5cf0\x00secrt"), max_size=30).map(lambda text: f"/{text.lstrip('/')}"),
)


@fuzz(150, path=PATH, headers=HEADERS, method=st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "TRACE", "\xff"]))
def test_a_request_of_any_kind_is_answered_with_a_file_or_refused(
    client: FlaskClient, path: str, headers: dict[str, str], method: str
) -> None:
    answer = client.open(path, method=method, headers=headers)

    assert answer.status_code in {200, 304, 308, 400, 404, 405}
    assert b"secret" not in answer.data
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"]
