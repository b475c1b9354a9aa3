"""The page's texts as a test knows them: a language's catalogue, and what of the English one is left on a page."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Page

from tests.support.paths import TEXTS

VALUE = re.compile(r"\{\w+\}")

# Marks of direction are heard and seen by nobody.
UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")

Texts = dict[str, dict[str, Any]]


def catalogue(language: str) -> Texts:
    return json.loads((TEXTS / f"{language}.json").read_text(encoding="utf-8"))


def sentences(texts: Texts) -> set[str]:
    """List all texts, every plural form by itself."""
    forms = [text for section in texts.values() for text in section.values()]
    return {form for text in forms for form in (text.values() if isinstance(text, dict) else [text])}


def english_left(page: Page, texts: Texts) -> list[str]:
    """Name what a person sees or hears in English on a page that has the texts of another language."""
    others = sentences(catalogue("en")) - sentences(texts)
    foreign = [text for text in others if re.search("[A-Za-z]", VALUE.sub("", text))]
    pattern = re.compile("|".join(f"(?:{_with_any_values(text)})" for text in foreign), re.DOTALL)
    return [words for words in _all_words(page) if pattern.fullmatch(UNSEEN.sub("", words))]


def _with_any_values(text: str) -> str:
    # A whole sentence is no value: that "of" stands in the name of a journal makes no English of it.
    return ".{1,60}?".join(re.escape(part) for part in VALUE.split(text))


def _all_words(page: Page) -> list[str]:
    """List what stands in the page's elements, alone and together, and what names those that have no words."""
    return page.evaluate(
        """() => {
            const said = [document.title];
            for (const element of document.body.querySelectorAll('*')) {
                if (!element.checkVisibility({ visibilityProperty: true })) continue;
                const { ariaLabel, title, alt, placeholder, textContent, childNodes } = element;
                const own = [...childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
                said.push(ariaLabel, title, alt, placeholder, textContent, ...own.map((node) => node.textContent));
            }
            const words = said.filter((each) => typeof each === 'string').map((each) => each.trim());
            return [...new Set(words)].filter((each) => each !== '' && each.length < 600);
        }"""
    )
