"""The ponyfill, by the examples of https://wicg.github.io/handwriting-recognition/ and what the specification says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.support.hand import DIGITS, Place, on_pad, place_in_line

LINE = Place(10, 10, 100)

START = """async () => {
    globalThis.api = await import('./handwriting.js');
    globalThis.recognizer = await api.createHandwritingRecognizer({ languages: ['en'] });
    globalThis.drawingOf = (ink, hints) => {
        const drawing = recognizer.startDrawing(hints);
        for (const points of ink) {
            const stroke = new api.HandwritingStroke();
            for (const point of points) stroke.addPoint(point);
            drawing.addStroke(stroke);
        }
        return drawing;
    };
    globalThis.nameOf = async (act) => {
        try {
            return JSON.stringify(await act());
        } catch (error) {
            return error.name;
        }
    };
}"""


@pytest.fixture(scope="module")
def api(browser: Browser, site: str):
    page = browser.new_page()
    page.goto(f"{site}404.html")
    page.evaluate(START)
    yield page
    page.close()


def ink_of(text: str) -> list[list[dict[str, float]]]:
    """A number's ink; t goes on by 10 milliseconds a point."""
    strokes = [
        on_pad(stroke, place_in_line(at, LINE)) for at, digit in enumerate(text) for stroke in DIGITS[int(digit)]
    ]
    return [[{"x": x, "y": y, "t": 10 * at} for at, (x, y) in enumerate(stroke)] for stroke in strokes]


def test_example_query_tells_what_a_recognizer_can_do(api: Page) -> None:
    found = api.evaluate("api.queryHandwritingRecognizer({ languages: ['zh-CN', 'en'] })")

    assert found["textAlternatives"]
    assert found["textSegmentation"]
    assert found["hints"] == {"recognitionType": None, "inputType": None, "textContext": None, "alternatives": True}


@pytest.mark.parametrize("languages", [[], ["not a language"], ["en", "ar-u-nu-arab"]])
def test_what_cannot_be_met_is_told(api: Page, languages: list[str]) -> None:
    query = "(languages) => nameOf(() => api.queryHandwritingRecognizer({ languages }))"
    create = "(languages) => nameOf(() => api.createHandwritingRecognizer({ languages }))"

    assert api.evaluate(query, languages) == "null"
    assert api.evaluate(create, languages) == "NotSupportedError"


@pytest.mark.parametrize("call", ["queryHandwritingRecognizer", "createHandwritingRecognizer"])
def test_a_constraint_has_to_have_languages(api: Page, call: str) -> None:
    assert api.evaluate("(call) => nameOf(() => api[call]({}))", call) == "TypeError"


def test_example_drawing_strokes_copy_their_points_and_drawings_keep_strokes(api: Page) -> None:
    assert api.evaluate("""() => {
        const drawing = recognizer.startDrawing();
        const stroke = new api.HandwritingStroke();
        const given = { x: 1, y: 2, t: 0 };
        stroke.addPoint(given);
        stroke.addPoint({ x: 7, y: 6 });
        given.x = 99;
        stroke.getPoints()[0].y = 99;
        const points = stroke.getPoints();
        drawing.addStroke(stroke);
        drawing.getStrokes().push('not its own list');
        const isSame = drawing.getStrokes().length === 1 && drawing.getStrokes()[0] === stroke;
        drawing.removeStroke(stroke);
        const left = drawing.getStrokes().length;
        drawing.addStroke(stroke);
        drawing.clear();
        stroke.clear();
        return [points, isSame, left, drawing.getStrokes().length, stroke.getPoints()];
    }""") == [[{"x": 1, "y": 2, "t": 0}, {"x": 7, "y": 6}], True, 0, 0, []]


@pytest.mark.parametrize("point", [{}, {"x": 1}, {"x": "1", "y": 2}, {"x": 1, "y": 2, "t": "0"}])
def test_a_point_is_of_numbers(api: Page, point: dict[str, object]) -> None:
    assert api.evaluate("(point) => nameOf(() => new api.HandwritingStroke().addPoint(point))", point) == "TypeError"


def test_only_strokes_are_added_to_a_drawing(api: Page) -> None:
    assert api.evaluate("() => nameOf(() => recognizer.startDrawing().addStroke([{ x: 1, y: 2 }]))") == "TypeError"


def test_example_get_prediction_tells_texts_the_likeliest_first(api: Page) -> None:
    texts = "async (ink) => (await drawingOf(ink).getPrediction()).map(({ text }) => text)"

    found = api.evaluate(texts, ink_of("205"))

    assert found[0] == "205"
    assert len(found) <= 3
    assert len(set(found)) == len(found)


def test_at_most_so_many_alternatives_are_told_as_asked_for(api: Page) -> None:
    count = "async (ink) => (await drawingOf(ink, { alternatives: 1 }).getPrediction()).length"

    assert api.evaluate(count, ink_of("205")) == 1


@pytest.mark.parametrize("text", ["7", "205", "4471"])
def test_segments_slice_the_text_and_name_the_strokes_of_each_digit(api: Page, text: str) -> None:
    [first, *_] = api.evaluate("(ink) => drawingOf(ink).getPrediction()", ink_of(text))

    segments = first["segmentationResult"]
    assert [first["text"][each["beginIndex"] : each["endIndex"]] for each in segments] == list(text)
    assert [each["grapheme"] for each in segments] == list(text)
    stroke = 0
    for digit, segment in zip(text, segments, strict=True):
        strokes = DIGITS[int(digit)]
        assert segment["drawingSegments"] == [
            {"strokeIndex": stroke + at, "beginPointIndex": 0, "endPointIndex": len(points)}
            for at, points in enumerate(strokes)
        ]
        stroke += len(strokes)


def test_a_stroke_that_writes_two_digits_is_parted_between_them(api: Page) -> None:
    one, other = ink_of("11")
    [first, *_] = api.evaluate("(ink) => drawingOf(ink).getPrediction()", [one + other])
    parts = [part for each in first["segmentationResult"] for part in each["drawingSegments"]]

    # Each point belongs to one sign.
    assert sorted((part["beginPointIndex"], part["endPointIndex"]) for part in parts)[0][0] == 0
    assert sum(part["endPointIndex"] - part["beginPointIndex"] for part in parts) == len(one + other)


def test_nothing_drawn_gives_no_prediction(api: Page) -> None:
    assert api.evaluate("recognizer.startDrawing().getPrediction()") == []
    assert api.evaluate("drawingOf([[]]).getPrediction()") == []


def test_example_recognizer_after_finish_nothing_is_started_or_predicted(page: Page, site: str) -> None:
    page.goto(f"{site}404.html")
    page.evaluate(START)
    names = page.evaluate("""async () => {
        const drawing = recognizer.startDrawing({ textContext: 'Hello world.' });
        recognizer.finish();
        recognizer.finish();
        return [await nameOf(() => recognizer.startDrawing()), await nameOf(() => drawing.getPrediction())];
    }""")

    assert names == ["InvalidStateError", "InvalidStateError"]
