"""Own digits in pictures: cut out as the device does."""

import numpy as np
import pytest
from PIL import Image

from tests.support.own_files import GOLDEN, alike, load, refusal, save_picture
from training import device


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
    assert device.page_size(3200, 2400) == (1600, 1200)
    assert device.page_size(600, 900) == (600, 900)
    assert device.page_size(28, 14) == (112, 56)
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
