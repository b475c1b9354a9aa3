"""Training on one's own digits: what is read of files, and what is told of bad ones."""

import base64
import json

import numpy as np
import pytest

from tests.support.own_files import GOLDEN, load, refusal, row, write_lines
from training.data.datasets import NOT_A_DIGIT, DataError
from training.data.own import load as own_data
from training.data.own.strokes import NO_WRITER, read_strokes
from training.fixtures import DIGITS


def test_reads_strokes_of_points_as_objects_and_as_pairs(tmp_path):
    objects = {"strokes": [[{"x": 0.1, "y": 0.2, "t": 5}, {"x": 0.3, "y": 0.4}]], "label": "7", "writer": "Ada"}
    pairs = {"strokes": [[[10, 20], [30, 40.5]], [[1, 2]]], "label": 3}
    seven, three = load(write_lines(tmp_path / "mine.jsonl", [json.dumps(objects), "", json.dumps(pairs)])).pen
    assert [stroke.tolist() for stroke in seven.ink] == [[[0.1, 0.2], [0.3, 0.4]]]
    assert [stroke.tolist() for stroke in three.ink] == [[[10, 20], [30, 40.5]], [[1, 2]]]
    assert (seven.label, three.label) == (7, 3)
    assert seven.writer != NO_WRITER
    assert three.writer == NO_WRITER


@pytest.mark.parametrize("label", [None, "?"])
def test_ink_labeled_null_or_a_question_mark_is_not_a_digit(tmp_path, label):
    own = load(write_lines(tmp_path / "mine.jsonl.gz", [row(label, ink=DIGITS[3])]))
    assert own.labels.tolist() == [NOT_A_DIGIT]
    assert len(own.non_digits().pen) == 1
    assert not own.digits().pen


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "it is not JSON"),
        ("[1]", "not an object"),
        ('{"strokes": [[[1, 2]]]}', 'and "label"'),
        ('{"strokes": 5, "label": "1"}', "which is a list"),
        ('{"strokes": [], "label": "1"}', "have no points"),
        ('{"strokes": [[]], "label": "1"}', "have no points"),
        ('{"strokes": [3], "label": "1"}', "a stroke is not a list"),
        ('{"strokes": [[[1]], [[1, 2]]], "label": "1"}', "the point [1] is neither"),
        ('{"strokes": [[{"x": 1}]], "label": "1"}', 'the point {"x": 1} is neither'),
        ('{"strokes": [[["1", "2"]]], "label": "1"}', 'the point ["1", "2"] is neither'),
        ('{"strokes": [[[NaN, 2]]], "label": "1"}', "the point [NaN, 2] is neither"),
        ('{"strokes": [[[1e999, 2]]], "label": "1"}', "the point [Infinity, 2] is neither"),
        ('{"strokes": [[[1, 2]]], "label": "seven"}', 'the label is "seven", not "0" to "9"'),
        ('{"strokes": [[[1, 2]]], "label": true}', "the label is true"),
        ('{"strokes": [[[1, 2]]], "label": 10}', "the label is 10"),
        ('{"strokes": [[[1, 2]]], "label": "1", "writer": [1]}', "the writer is [1]"),
    ],
)
def test_a_bad_line_of_strokes_is_told_by_its_number_and_reason(tmp_path, line, reason):
    file = write_lines(tmp_path / "mine.jsonl", [row("1"), "", line])
    text = refusal(file)
    assert f"{file}: 1 of 2 rows cannot be used\n  line 3: " in text
    assert reason in text
    assert "--bad-rows skip" in text
    assert len(load(file, bad_rows="skip").pen) == 1


def test_of_many_bad_rows_all_are_counted_and_the_first_ten_told(tmp_path):
    text = refusal(write_lines(tmp_path / "mine.jsonl", [row("1")] + ["{}"] * 25))
    assert "25 of 26 rows" in text
    assert "line 11: " in text
    assert "line 12: " not in text
    assert "... and 15 more" in text


def test_the_bad_rows_of_every_file_are_told_at_once(tmp_path):
    first, second = (write_lines(tmp_path / name, [row("1"), "{}"]) for name in ("a.jsonl", "b.jsonl"))
    text = refusal(first, second)
    assert f"{first}: 1 of 2" in text
    assert f"{second}: 1 of 2" in text


def test_what_is_skipped_is_told(tmp_path):
    said: list[str] = []
    own_data.load([str(write_lines(tmp_path / "mine.jsonl", [row("1"), "{}"]))], "skip", said.append)
    assert "1 of 2 rows cannot be used" in said[0]
    assert "line 2" in said[0]


def test_a_file_without_a_good_row_is_refused_though_bad_ones_are_skipped(tmp_path):
    with pytest.raises(DataError, match="no row that can be used"):
        load(write_lines(tmp_path / "mine.jsonl", ["{}"]), bad_rows="skip")


def test_what_is_of_no_known_kind_is_told_with_the_kinds_that_are(tmp_path):
    (tmp_path / "digits.txt").write_text("0 1 2")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    (tmp_path / "latin.jsonl").write_bytes(b'{"label": "\xe9"}')
    assert "is not there" in refusal(tmp_path / "nowhere.jsonl")
    assert "strokes as JSON lines (.jsonl" in refusal(tmp_path / "digits.txt")
    assert "strokes as JSON lines (.jsonl" in refusal(tmp_path)
    assert "does not begin with the columns label, pixel0 ... pixel783" in refusal(tmp_path / "table.csv")
    assert "is not text in UTF-8" in refusal(tmp_path / "latin.jsonl")


def test_what_is_there_twice_is_left_out_so_that_it_cannot_validate_itself(tmp_path):
    strokes = write_lines(tmp_path / "mine.jsonl", [row("1"), row("2"), row("1", "Ada"), row("7", ink=DIGITS[2])])
    np.savez(tmp_path / "more.npz", images=GOLDEN[[0, 1, 0]], labels=np.array([0, 1, 0]))
    np.savez(tmp_path / "again.npz", images=GOLDEN[:3], labels=np.arange(3))
    said: list[str] = []
    own = own_data.load([str(strokes), str(tmp_path / "more.npz"), str(tmp_path / "again.npz")], "refuse", said.append)
    assert own.labels.tolist() == [1, 2, 0, 1, 2]
    assert "5 own inks are left out" in said[0]


def test_a_hash_tells_own_data_apart_by_strokes_labels_and_images(tmp_path):
    one, two = DIGITS[1][0], DIGITS[7][0]
    lines = [
        [row("1", ink=[one, two])],
        [row("7", ink=[one, two])],
        [row("1", "Ada", [one, two])],
        [row("1", ink=[np.concatenate([one, two])])],
        [row("1", ink=[one]), row("1", ink=[two])],
    ]
    hashes = [load(write_lines(tmp_path / "mine.jsonl", each)).sha256() for each in lines]
    for images in (GOLDEN[:2], GOLDEN[1:3]):
        np.savez(tmp_path / "mine.npz", images=images, labels=np.arange(2))
        hashes.append(load(tmp_path / "mine.npz").sha256())
    assert len(set(hashes)) == len(hashes)
    assert load(tmp_path / "mine.npz").sha256() == hashes[-1]


def test_a_digit_of_a_picture_in_a_hand_is_an_image(tmp_path):
    image = np.zeros((28, 28), np.uint8)
    image[10:18, 14] = 255
    line = {"image": base64.b64encode(image.tobytes()).decode(), "label": "1", "format": 2}
    short = {**line, "image": base64.b64encode(b"12").decode()}
    file = write_lines(
        tmp_path / "hand.jsonl", [json.dumps(line), json.dumps(short), json.dumps({**line, "image": "?"})]
    )
    rows = read_strokes(file)
    assert np.array_equal(rows.images, [image])
    assert rows.labels == [1]
    assert [bad[:7] for bad in rows.bad] == ["line 2:", "line 3:"]
