"""What the project promises of privacy and safety: for each sentence, the tests that fail where it becomes untrue."""

from __future__ import annotations

import re

import pytest

from tests.support.catalogue import catalogue
from tests.support.paths import ROOT

APP, HISTORY = "e2e/app/test_privacy.py::test_", "e2e/history/test_kept.py::test_"
HOSTING, KEPT = "e2e/app/test_hosting.py::test_", "e2e/faults/test_kept.py::test_"
OWN_HOST = f"{APP}the_page_asks_its_own_host_for_its_own_files_and_sends_nothing"
POLICY = f"{APP}the_policy_stops_whatever_would_tell_another_host"
NO_TEXT = f"{APP}no_text_becomes_a_script_and_no_worker_starts_from_an_address"
NO_METHODS = f"{APP}the_server_takes_nothing"
FORGET = f"{APP}settings_removes_all_that_was_kept_but_how_the_page_is_set"
NO_SERVER = "e2e/app/test_offline.py::test_everything_works_with_the_network_and_the_server_gone"
NO_COOKIE = "python/test_server.py::test_no_answer_sets_a_cookie_or_opens_itself_to_other_sites"
NO_LOG = "python/test_server_start.py::test_nothing_is_said_about_visitors"
UNDONE = "e2e/pad/test_drawing_kept.py::test_what_was_cleared_comes_back_after_a_reload"
HISTORY_OFF = f"{HISTORY}turned_off_nothing_is_stored_and_what_is_there_is_offered_for_deletion"
FORGET_WORDS = f"{HISTORY}forgetting_everything_says_what_goes_and_the_page_begins_anew"
LEARNING_OFF = "e2e/hand/test_hand.py::test_off_nothing_is_kept_and_nothing_weighs"
TAUGHT = "e2e/teach/test_teach.py::test_what_was_taught_is_thrown_away_and_nothing_of_it_was_kept"
UPDATE = "e2e/teach/test_teach.py::test_a_taught_hand_is_taken_along_in_its_file_and_can_be_forgotten"
TESTED = "e2e/testing/test_testing.py::test_nothing_is_sent_or_fetched_from_elsewhere"
VOICE = "e2e/speech/test_speech.py::test_without_a_voice_of_the_device_there_is_silence_and_the_page_says_why"
EMBEDDED = "e2e/embed/test_pad.py::test_two_lines_make_a_field_that_a_number_is_written_into"
EMBEDDED_ASKS = "e2e/embed/test_pad.py::test_nothing_but_the_control_is_fetched_before_somebody_writes"
BROKEN_UPDATE = "e2e/app/test_update.py::test_a_broken_new_version_leaves_the_old_one_and_can_be_repaired"

DOCUMENTS = {
    ("README.md", "Privacy"): {
        "Everything happens in the page: what you draw": [OWN_HOST, NO_METHODS, NO_SERVER],
        "What it keeps for the next visit": [OWN_HOST, UNDONE, FORGET],
        "The history and learning can be turned off": [HISTORY_OFF, LEARNING_OFF, FORGET, FORGET_WORDS],
        "No cookies, no analytics, no requests": [OWN_HOST, NO_COOKIE, POLICY],
        "`server.py` answers GET and HEAD only and logs": [NO_METHODS, NO_LOG],
        "Each sentence here": [],
    },
    ("SECURITY.md", "What the page guarantees"): {
        "- **Nothing that you write or open is sent": [OWN_HOST],
        "Reading happens on the device.": [NO_SERVER],
        "There is no server that could take anything": [NO_METHODS],
        "- **The page talks to its own host alone.": [OWN_HOST, POLICY],
        "Its content security policy": [
            POLICY,
            f"{HOSTING}the_page_carries_the_content_security_policy_for_hosts_without_headers",
            f"{HOSTING}the_headers_file_for_static_hosts_agrees_with_the_server",
        ],
        "Trusted Types are on": [NO_TEXT],
        "- **No cookies, no analytics, no account.": [OWN_HOST, NO_COOKIE],
        "What is kept (the drawing": [OWN_HOST, FORGET],
        "- **A new version is checked": [BROKEN_UPDATE],
        "The service worker holds a hash": [
            f"{KEPT}a_visit_whose_kept_file_was_altered_heals_it",
            f"{KEPT}offline_is_not_promised_with_a_file_of_a_wrong_type",
        ],
        # Not a promise: what is a hole, and that the history can be turned off.
        "A way around any of these": [],
        "So is a picture or a file": [],
        "What somebody with access": [HISTORY_OFF],
    },
}
"""Of a section of a document, the beginnings of all of its sentences."""

TEXTS = {
    "about.private": [OWN_HOST],
    "page.private": [OWN_HOST],
    "page.description": [OWN_HOST],
    "card.source.you": [OWN_HOST],
    "history.lead": [OWN_HOST],
    "hands.lead": [OWN_HOST, LEARNING_OFF],
    "hands.learned": [OWN_HOST],
    "hands.learns.about": [LEARNING_OFF],
    "hands.update.about": [UPDATE],
    "teach.lead": [TAUGHT],
    "testing.lead": [TESTED],
    "history.empty.off": [HISTORY_OFF],
    "history.forget.stays": [FORGET, FORGET_WORDS],
    "speech.noVoice": [VOICE],
    "embed.lead": [EMBEDDED, EMBEDDED_ASKS],
}
"""Of the page's own texts, those that promise something."""

PROMISE = re.compile(r"(leaves|stays on|kept .*on) (this|your|the) device|device alone|Nothing is kept|nobody anything")
"""What a text says that has to be among them."""


def sentences_of(document: str, section: str) -> list[str]:
    body = (ROOT / document).read_text(encoding="utf-8").split(f"## {section}\n", 1)[1].split("\n## ", 1)[0]
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\n|\n(?=- )", body) if each.strip()]
    return [each for paragraph in paragraphs for each in re.split(r"(?<=[.*]) (?=[A-Z`])", paragraph)]


@pytest.mark.parametrize(("document", "section"), DOCUMENTS)
def test_each_sentence_of_the_privacy_text_is_known_here(document: str, section: str) -> None:
    found = sentences_of(document, section)
    begun = list(DOCUMENTS[document, section])
    assert len(found) == len(begun), found
    assert [(is_, due) for is_, due in zip(found, begun, strict=True) if not is_.startswith(due)] == []


def test_each_text_of_the_page_that_promises_something_is_known_here() -> None:
    texts = {f"{section}.{key}": text for section, all_ in catalogue("en").items() for key, text in all_.items()}
    assert set(TEXTS) <= set(texts)
    assert {key for key, text in texts.items() if PROMISE.search(str(text))} <= set(TEXTS)


def test_the_tests_that_are_named_here_are_run() -> None:
    lists = [*TEXTS.values(), *(tests for sentences in DOCUMENTS.values() for tests in sentences.values())]
    named = {each for tests in lists for each in tests}
    for path, name in (each.split("::") for each in sorted(named)):
        code = (ROOT / "tests" / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", code, re.MULTILINE), f"{path} has no {name}"
