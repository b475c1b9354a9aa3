"""Training on one's own digits: files are written to a folder, as a person has them, and read back."""

import csv
import dataclasses
import gzip
import io
import json
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.python.made_up import QUICK
from training import datasets, examples
from training.__main__ import main
from training.config import Config
from training.datasets import NOT_A_DIGIT, DataError, Images, PenDigit
from training.fixtures import DIGITS
from training.in_parallel import join
from training.ink import rasterize, to_bytes
from training.own_data import load as own_data
from training.own_data.files import PIXEL_COLUMNS
from training.own_data.strokes import NO_WRITER
from training.paths import ROOT, TRAINED
from training.photographs import device

GOLDEN = to_bytes(rasterize(DIGITS[label]) for label in range(10))


def load(*paths: Path, bad_rows: str = "refuse") -> own_data.OwnData:
    return own_data.load([str(path) for path in paths], bad_rows, lambda _: None)


def refusal(*paths: Path) -> str:
    with pytest.raises(DataError) as problem:
        load(*paths)
    return str(problem.value)


def row(label, writer=None, ink=None) -> str:
    strokes = [[{"x": x, "y": y, "t": 0} for x, y in stroke.tolist()] for stroke in ink or DIGITS[int(label)]]
    return json.dumps({"strokes": strokes, "label": label} | ({} if writer is None else {"writer": writer}))


def write_lines(file: Path, lines) -> Path:
    text = "".join(f"{line}\n" for line in lines).encode()
    file.write_bytes(gzip.compress(text) if file.suffix == ".gz" else text)
    return file


def write_csv(file: Path, images: np.ndarray, labels: list | None) -> Path:
    with file.open("w", newline="") as opened:
        table = csv.writer(opened)
        table.writerow(([] if labels is None else ["label"]) + PIXEL_COLUMNS)
        for number, image in enumerate(images):
            table.writerow(([] if labels is None else [labels[number]]) + image.ravel().tolist())
    return file


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">I{array.ndim}I", 0x800 + array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


def save_picture(file: Path, digit: int, ink=0, paper=255, side=90) -> Path:
    """A golden digit as a picture of another size, and off its middle."""
    file.parent.mkdir(parents=True, exist_ok=True)
    mask = Image.fromarray(GOLDEN[digit]).resize((side, side), Image.Resampling.BICUBIC)
    page = Image.new("L", (side + 40, side + 15), paper)
    page.paste(ink, (30, 5), mask)
    page.save(file)
    return file


def alike(image: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(image.ravel(), other.ravel())[0, 1])


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


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
@pytest.mark.parametrize(("ink", "paper"), [(20, 235), (240, 60)])
def test_a_picture_dark_on_light_or_light_on_dark_becomes_an_ink_image(tmp_path, ending, ink, paper):
    own = load(save_picture(tmp_path / "5" / f"mine.{ending}", 5, ink, paper).parents[1])
    assert own.labels.tolist() == [5]
    assert own.images.images.shape == (1, 28, 28)
    assert own.images.images.dtype == np.uint8
    assert alike(own.images.images[0], GOLDEN[5]) > 0.9


@pytest.mark.parametrize("side", [28, 60, 1500])
def test_a_picture_may_be_of_any_size(tmp_path, side):
    own = load(save_picture(tmp_path / "4" / "mine.png", 4, side=side).parents[1])
    assert alike(own.images.images[0], GOLDEN[4]) > 0.9


def test_a_picture_with_a_shadow_and_a_speck_is_cut_out_as_the_device_does(tmp_path):
    """No one threshold parts it: its ink in the light is lighter than its paper in the shadow."""
    light = np.linspace(0.3, 1, 480)[None, :] * np.ones((400, 1))
    ink = np.zeros((400, 480))
    ink[80:304, 120:344] = np.kron(GOLDEN[3] / 255, np.ones((8, 8)))
    ink[10:16, 10:16] = 1
    picture = np.rint(250 * light * (1 - 0.6 * ink)).astype(np.uint8)
    (tmp_path / "3").mkdir()
    Image.fromarray(picture).save(tmp_path / "3" / "shadow.png")
    image = load(tmp_path).images.images[0]
    assert alike(image, GOLDEN[3]) > 0.9
    assert np.array_equal(image, device.find_digits([picture]).images[0])


def test_pictures_are_as_large_as_the_page_works_on():
    decode = (ROOT / "web" / "image" / "decode.js").read_text()
    assert f"LONGEST_SIDE = {device.LONGEST_SIDE};" in decode
    assert f"MOST_PIXELS = {device.MOST_PIXELS // 1_000_000}e6;" in decode
    assert device.page_size(3200, 2400) == (1600, 1200)
    assert device.page_size(600, 900) == (600, 900)
    assert device.page_size(28, 14) == (480, 240)
    assert device.page_size(9000, 1) == (1600, 1)


def test_without_node_a_folder_of_pictures_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(device, "NODE", device.NODE.with_name("nowhere.sh"))
    save_picture(tmp_path / "5" / "mine.png", 5)
    assert "needs Node.js: install it, or train with --photographs 0 and without folders" in refusal(tmp_path)


def test_what_is_transparent_is_paper_and_sixteen_bits_are_read(tmp_path):
    clear = Image.new("RGBA", (28, 28), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0), Image.fromarray(GOLDEN[2]))
    (tmp_path / "2").mkdir()
    clear.save(tmp_path / "2" / "clear.png")
    Image.fromarray(65535 - GOLDEN[3].astype(np.uint16) * 257).save(tmp_path / "2" / "deep.png")
    images = load(tmp_path).images.images
    assert alike(images[0], GOLDEN[2]) > 0.9
    assert alike(images[1], GOLDEN[3]) > 0.9


def test_a_photograph_is_turned_as_its_camera_says(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "2").mkdir()
    Image.fromarray(255 - np.rot90(GOLDEN[2])).save(tmp_path / "2" / "turned.png", exif=exif)
    assert alike(load(tmp_path).images.images[0], GOLDEN[2]) > 0.9


def test_bad_pictures_and_folders_are_told_by_name(tmp_path):
    for digit in range(10):
        save_picture(tmp_path / str(digit) / "mine.png", digit)
    save_picture(tmp_path / "not-a-digit" / "wave.png", 3, side=70)
    save_picture(tmp_path / "seven" / "mine.png", 7)
    (tmp_path / "7" / "notes.txt").write_text("seven")
    (tmp_path / "7" / "broken.png").write_bytes((tmp_path / "7" / "mine.png").read_bytes()[:90])
    (tmp_path / "7" / ".DS_Store").write_text("hidden")
    Image.new("L", (30, 30), 200).save(tmp_path / "8" / "blank.png")
    Image.fromarray(255 - np.hstack([GOLDEN[4], GOLDEN[2]])).save(tmp_path / "4" / "two.png")
    Image.new("1", (10_000, 5_001)).save(tmp_path / "1" / "huge.png")
    text = refusal(tmp_path)
    assert "6 of 17 rows" in text
    assert "4/two.png: 2 things are in it, and the page reads the largest alone" in text
    assert "1/huge.png: it has 10000 x 5001 pixels; the page opens 50 million at most" in text
    assert "7/notes.txt: it is not a PNG, JPEG or WebP picture" in text
    assert "7/broken.png: it is not a PNG" in text
    assert "8/blank.png: there is no ink" in text
    assert "seven/: folders are named" in text
    assert sorted(load(tmp_path, bad_rows="skip").labels) == list(range(11))


@pytest.mark.parametrize("pack", [lambda content: content, gzip.compress], ids=["plain", "gzipped"])
@pytest.mark.parametrize("named", ["", "train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
def test_an_idx_pair_is_found_by_its_folder_or_either_file(tmp_path, named, pack):
    ending = ".gz" if pack is gzip.compress else ""
    (tmp_path / f"train-images-idx3-ubyte{ending}").write_bytes(pack(idx(GOLDEN)))
    (tmp_path / f"train-labels-idx1-ubyte{ending}").write_bytes(pack(idx(np.arange(10))))
    (tmp_path / f"t10k-images-idx3-ubyte{ending}").write_bytes(pack(idx(GOLDEN)))
    own = load(tmp_path / f"{named}{ending}" if named else tmp_path)
    assert own.labels.tolist() == list(range(10))
    assert np.array_equal(own.images.images, GOLDEN)


def test_an_idx_file_that_is_alone_or_cut_short_is_told(tmp_path):
    file = tmp_path / "digits-images-idx3-ubyte"
    file.write_bytes(idx(GOLDEN))
    assert "has no digits-labels-idx1-ubyte or digits-labels-idx1-ubyte.gz beside it" in refusal(file)
    (tmp_path / "digits-labels-idx1-ubyte").write_bytes(idx(np.arange(9)))
    assert "labels [9] of uint8 for 10 images" in refusal(file)
    file.write_bytes(idx(GOLDEN)[:-1])
    assert "announces [10, 28, 28]" in refusal(file)
    file.write_bytes(gzip.compress(idx(GOLDEN))[:-20])
    assert "cannot be read" in refusal(file)


@pytest.mark.parametrize("names", [("x_train", "y_train"), ("images", "labels")])
def test_reads_numpy_files_and_tells_bad_rows_by_index(tmp_path, names):
    images, labels = GOLDEN.copy(), np.arange(10)
    labels[1] = 12
    images[2] = 255 - images[2]
    images[3] //= 200
    file = tmp_path / "mine.npz"
    np.savez(file, **dict(zip(names, (images, labels), strict=True)))
    text = refusal(file)
    assert "3 of 10 rows" in text
    assert "index 1: the label is 12, not 0 to 9" in text
    assert "index 2: the border is ink" in text
    assert "index 3: there is no ink: the highest pixel is 1" in text
    assert load(file, bad_rows="skip").labels.tolist() == [0, 4, 5, 6, 7, 8, 9]


def test_numpy_files_of_another_form_are_told(tmp_path):
    file = tmp_path / "mine.npz"
    np.savez(file, a=GOLDEN)
    assert "neither x_train and y_train nor images and labels" in refusal(file)
    np.savez(file, images=GOLDEN / 255, labels=np.arange(10))
    assert "images [10, 28, 28] of float64, not [n, 28, 28] of uint8" in refusal(file)
    np.save(tmp_path / "alone.npy", GOLDEN)
    for content in (b"not a zip", (tmp_path / "alone.npy").read_bytes()):
        file.write_bytes(content)
        assert "cannot be read as a NumPy file" in refusal(file)


def test_reads_kaggles_train_csv_and_tells_bad_rows_by_line(tmp_path):
    file = write_csv(tmp_path / "train.csv", GOLDEN, list(range(10)))
    assert np.array_equal(load(file).images.images, GOLDEN)
    lines = file.read_text().splitlines()
    lines[1] = "a" + lines[1][1:]
    lines[2] = lines[2] + ",0"
    lines[3] = lines[3][:-1] + "256"
    lines[4] = lines[4][:-1] + "0.5"
    text = refusal(write_lines(file, lines))
    assert "4 of 10 rows" in text
    assert 'line 2: the label is "a", not 0 to 9' in text
    assert "line 3: it has 785 pixels, not 784" in text
    assert "line 4: a pixel is not a whole number of 0 to 255" in text
    assert "line 5: a pixel" in text
    assert load(file, bad_rows="skip").labels.tolist() == list(range(4, 10))


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


def own_of(writers: list[int]) -> own_data.OwnData:
    pen = [PenDigit(DIGITS[n % 10], n % 10, writer) for n, writer in enumerate(writers)]
    return own_data.OwnData(pen, Images(GOLDEN[:0], np.zeros(0, np.int64)))


NOTHING = Images(GOLDEN[:0], np.zeros(0, np.int64))


def test_fewer_than_fifty_are_all_trained_on():
    train, validation = own_of([NO_WRITER] * 49).split(NOTHING)
    assert (len(train.pen), len(validation.pen)) == (49, 0)


def test_of_fifty_a_tenth_of_all_labels_validates():
    train, validation = own_of([NO_WRITER] * 100).split(NOTHING)
    assert len(train.pen) == 90
    assert sorted(validation.labels) == list(range(10))
    assert len(own_of([NO_WRITER] * 50).split(NOTHING)[1].pen) == 5


def test_whoever_validates_is_not_trained_on():
    train, validation = own_of([writer for writer in range(20) for _ in range(5 + writer)]).split(NOTHING)
    assert not set(train.writers) & set(validation.writers)
    assert 0.1 <= len(validation.pen) / 290 <= 0.2


@pytest.mark.parametrize("writers", [[1] * 100, [1] * 50 + [2] * 50, [1] * 97 + [2] * 3])
def test_too_few_writers_validate_with_a_tenth_of_each_label(writers):
    validation = own_of(writers).split(NOTHING)[1]
    assert sorted(validation.labels) == list(range(10))


def test_images_that_validate_or_test_elsewhere_are_not_trained_on_and_known_ones_do_not_validate(tmp_path):
    rng = np.random.default_rng(0)
    images = np.pad(rng.integers(0, 255, (120, 20, 20), np.uint8), ((0, 0), (4, 4), (4, 4)))
    np.savez(tmp_path / "mine.npz", images=images, labels=np.arange(120) % 10)
    parts = [Images(images[start : start + 20], np.zeros(20)) for start in (0, 20, 40)]
    said: list[str] = []
    train, validation = own_data.load_split(
        Config(data=(str(tmp_path / "mine.npz"),)), parts[0], parts[1:], said.append
    )
    assert (len(train.labels), len(validation.labels)) == (74, 6)
    used = {image.tobytes() for image in train.images.images}
    assert {image.tobytes() for image in parts[0].images} <= used
    assert not any(image.tobytes() in used for part in parts[1:] for image in part.images)
    assert "40 own images are left out" in said[0]


def one_after_the_other(make, jobs, seed: int) -> Images:
    """What `in_parallel` does, without the seconds that its processes take to start."""
    return join([make(np.random.default_rng((seed, number)), *job) for number, job in enumerate(jobs)])


@pytest.fixture
def made_up_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve MNIST writers of ten digits each, shifted so that they are not the golden ones; two pen writers."""
    mnist = Images(np.tile(np.roll(GOLDEN, 1, axis=1), (12, 1, 1)), np.arange(120) % 10, np.arange(120) // 10)
    test = Images(np.roll(GOLDEN, 2, axis=1), np.arange(10))
    pen = [PenDigit(DIGITS[label], label, writer) for writer in (1, 5) for label in range(10)]
    monkeypatch.setattr(datasets, "load_mnist", lambda: (mnist, test))
    monkeypatch.setattr(datasets, "load_pendigits", lambda: pen)
    monkeypatch.setattr(datasets, "load_characters", list)
    monkeypatch.setattr(examples, "in_parallel", one_after_the_other)


SMALL = dataclasses.replace(QUICK, epochs=1, batch_size=64, pen_variants=2, styled=0, non_digits=0, photographs=0)


@pytest.mark.usefixtures("made_up_people")
def test_own_ink_takes_part_as_what_it_is_labeled(tmp_path):
    hands = [[stroke + n for stroke in DIGITS[n % 10]] for n in range(101)]
    lines = [row(str(n % 10), f"writer {n // 10}", hands[n]) for n in range(100)] + [row("?", "writer 0", hands[100])]
    strokes = write_lines(tmp_path / "mine.jsonl", lines)
    for part, drawn in (("6", 6), ("not-a-digit", 4)):
        save_picture(tmp_path / "pictures" / part / "a.png", drawn)
    config = dataclasses.replace(SMALL, data=(str(strokes), str(tmp_path / "pictures")))
    without = examples.make_examples(SMALL, lambda _: None)
    made = examples.make_examples(config, lambda _: None)
    kept = made.validation["own data"]
    assert kept.writers is not None
    assert len(made.mnist.labels) == len(without.mnist.labels) + 1
    pen, non_digits = (len(made.pen.labels) - len(without.pen.labels), len(made.non_digits.labels))
    assert pen // 2 + (non_digits - 1) // 2 + len(kept.labels) == 101
    assert set(made.non_digits.labels) == {NOT_A_DIGIT}
    assert NOT_A_DIGIT not in made.pen.labels
    assert "own data" not in without.validation


def arguments(run: Path, *more: object) -> list[str]:
    """The command line of a training run that takes seconds."""
    settings = {name: value for name, value in SMALL.as_dict().items() if value not in (None, ())}
    listed = [
        [f"--{name.replace('_', '-')}", *map(str, value if isinstance(value, tuple) else [value])]
        for name, value in settings.items()
    ]
    return ["train", "--run", str(run), *(text for each in listed for text in each), *map(str, more)]


@pytest.mark.usefixtures("made_up_people")
def test_a_run_trains_on_own_data_once_its_rows_are_good_and_remembers_them(tmp_path, capsys):
    lines = [row(str(n % 10), ink=[stroke + n for stroke in DIGITS[n % 10]]) for n in range(60)]
    run, file = tmp_path / "run", write_lines(tmp_path / "mine.jsonl", [*lines, "{}"])
    np.savez(tmp_path / "more.npz", images=GOLDEN, labels=np.arange(10))
    data = ("--data", file, "--data", tmp_path / "more.npz")
    assert main(arguments(run, *data)) == 1
    assert "line 61: " in capsys.readouterr().err
    assert not run.exists()
    assert main(arguments(run, *data, "--bad-rows", "skip")) == 0
    log = json.loads((run / "log.jsonl").read_text())
    assert 0 <= log["own data"] <= 1
    config = Config.from_dict(json.loads((run / "config.json").read_text()))
    assert config.data == (str(file), str(tmp_path / "more.npz"))
    assert config.bad_rows == "skip"
    assert main(arguments(run)) == 1
    assert "other settings" in capsys.readouterr().err
    assert main(arguments(run, *data, "--bad-rows", "skip")) == 0
    assert "is trained already" in capsys.readouterr().out
    write_lines(file, lines[1:])
    assert main(arguments(run, *data, "--bad-rows", "skip")) == 1
    assert f"holds a run with other data in {file}" in capsys.readouterr().err
    assert main(["evaluate", "--run", str(run), "--report", str(tmp_path / "report")]) == 1
    assert "not what the run was trained on any more" in capsys.readouterr().err


def test_the_shipped_network_labels_kaggles_test_file(tmp_path, capsys):
    order = [3, 1, 4, 1, 5, 9, 2, 6, 5, 8, 7, 0]
    test = write_csv(tmp_path / "test.csv", GOLDEN[order], None)
    out = tmp_path / "answers" / "submission.csv"
    assert main(["label", str(test), "--out", str(out), "--run", str(TRAINED)]) == 0
    assert "12 images labeled" in capsys.readouterr().out
    rows = list(csv.reader(io.StringIO(out.read_text())))
    assert rows == [["ImageId", "Label"], *([str(n), str(digit)] for n, digit in enumerate(order, start=1))]


def test_what_the_network_takes_for_no_digit_is_labeled_with_one(tmp_path):
    test = write_csv(tmp_path / "test.csv", np.stack([np.zeros((28, 28), np.uint8), np.full((28, 28), 255)]), None)
    assert main(["label", str(test), "--out", str(tmp_path / "out.csv")]) == 0
    labels = [line.split(",")[1] for line in (tmp_path / "out.csv").read_text().splitlines()[1:]]
    assert set(labels) <= set("0123456789")


def test_labeling_tells_bad_rows_other_files_and_runs_without_a_network(tmp_path, capsys):
    def problem(*given: object) -> str:
        assert main(["label", *map(str, given), "--out", str(tmp_path / "out.csv")]) == 1
        assert not (tmp_path / "out.csv").exists()
        return capsys.readouterr().err

    test = write_csv(tmp_path / "test.csv", GOLDEN, None)
    assert "model.keras is not there" in problem(test, "--run", tmp_path)
    assert "No such file" in problem(tmp_path / "nowhere.csv")
    lines = test.read_text().splitlines()
    assert "1 of 10 rows cannot be used\n  line 11: it has 783 pixels" in problem(
        write_lines(test, [*lines[:10], lines[10][2:]])
    )
    assert "has no images" in problem(write_lines(test, lines[:1]))
    assert "begin with the columns pixel0" in problem(write_csv(test, GOLDEN, list(range(10))))
