"""Own digits in IDX files, in NumPy's and in tables."""

import gzip

import numpy as np
import pytest

from tests.support.own_files import GOLDEN, idx, load, refusal, write_csv, write_lines


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
