"""A person's own handwriting beside the public sets: what `python -m training train --data` names.

Strokes take part as pen digits do, images as MNIST's; `docs/training.md` describes the files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from training.data.datasets import NOT_A_DIGIT, DataError, Images, PenDigit
from training.data.own.files import Rows, idx_images, is_idx, read_idx, read_kaggle, read_npz, tell_bad_rows
from training.data.own.folder import is_image_folder, read_image_folder
from training.data.own.strokes import NO_WRITER, read_strokes
from training.digits.config import Config
from training.ink import SIZE, Ink
from training.run import SettingsError

ENOUGH_TO_VALIDATE = 50
"""With fewer, all are trained on: a tenth of them would tell nothing."""

KINDS = """\
strokes as JSON lines (.jsonl, .jsonl.gz), a folder of pictures in folders named 0 to 9 and not-a-digit, a pair of IDX \
files or their folder, a NumPy file (.npz), or Kaggle's train.csv"""


@dataclass(frozen=True)
class OwnData:
    """Ink as strokes and ink as images; either may be labeled `NOT_A_DIGIT`, and a stroke's writer be `NO_WRITER`."""

    pen: list[PenDigit]
    images: Images

    @property
    def labels(self) -> np.ndarray:
        """[n] of 0-10: of the strokes, then of the images."""
        return np.array([*(digit.label for digit in self.pen), *self.images.labels], np.int64)

    @property
    def writers(self) -> np.ndarray:
        """[n], in the same order; nobody knows who wrote the images."""
        unknown = [NO_WRITER] * len(self.images.labels)
        return np.array([*(digit.writer for digit in self.pen), *unknown], np.int64)

    def sha256(self) -> str:
        """Of every stroke, image, label and writer."""
        digest = hashlib.sha256(self.labels.tobytes() + self.writers.tobytes() + self.images.images.tobytes())
        for ink in (digit.ink for digit in self.pen):
            digest.update(np.array([len(stroke) for stroke in ink]).tobytes() + b"".join(_strokes(ink)))
        return digest.hexdigest()

    def where(self, chosen: np.ndarray) -> OwnData:
        """What `chosen`, [n] bool, selects."""
        strokes, images = np.split(chosen, [len(self.pen)])
        return OwnData([self.pen[number] for number in np.flatnonzero(strokes)], self.images.where(images))

    def digits(self) -> OwnData:
        """The digits alone."""
        return self.where(self.labels != NOT_A_DIGIT)

    def non_digits(self) -> OwnData:
        """What is labeled as not a digit."""
        return self.where(self.labels == NOT_A_DIGIT)

    def distinct(self) -> OwnData:
        """The first of every ink, to the last bit: a second one would validate what is trained on."""
        inks = [*(_strokes(digit.ink) for digit in self.pen), *(image.tobytes() for image in self.images.images)]
        first: dict[object, int] = {}
        return self.where(np.array([first.setdefault(ink, at) == at for at, ink in enumerate(inks)], bool))

    def without(self, *others: Images) -> OwnData:
        """What is left without the images that others hold to the last bit."""
        return self.where(~self._among(*others))

    def split(self, trained_on: Images) -> tuple[OwnData, OwnData]:
        """What to train on and about a tenth to validate with; nothing, where there are fewer than fifty.

        A writer's ink is kept whole where that can be; images that are among `trained_on` are never kept.
        """
        known = self._among(trained_on)
        kept = np.zeros(len(known), bool)
        if (~known).sum() >= ENOUGH_TO_VALIDATE:
            kept[~known] = _held_out(self.labels[~known], self.writers[~known])
        return self.where(~kept), self.where(kept)

    def _among(self, *others: Images) -> np.ndarray:
        """[n] bool: which are images that others hold too."""
        known = {image.tobytes() for images in others for image in images.images} if len(self.images.images) else set()
        same = [image.tobytes() in known for image in self.images.images]
        return np.array([False] * len(self.pen) + same, bool)


def remember(config: Config, say: Callable[[str], None]) -> tuple[Config, OwnData]:
    """Read a run's own data once: the settings with its hash, so that the run knows it again, and the data.

    Raises:
        DataError: see `load`.
    """
    own = load(config.data, config.bad_rows, say)
    return (replace(config, data_sha256=own.sha256()) if config.data else config), own


def recall(config: Config, say: Callable[[str], None]) -> OwnData:
    """Read the data of a run's own again.

    Raises:
        DataError: see `load`.
        SettingsError: they are not what `remember` found.
    """
    own = load(config.data, config.bad_rows, say)
    if config.data_sha256 and own.sha256() != config.data_sha256:
        raise SettingsError(
            f"{', '.join(config.data)}: not what the run was trained on any more. Put it back, or train anew."
        )
    return own


def share_out(
    own: OwnData, trained_on: Images, kept: Sequence[Images], say: Callable[[str], None]
) -> tuple[OwnData, OwnData]:
    """Part a run's own data into what it trains on and what validates it; the same each time, whatever its seed.

    Args:
        own: all of it.
        trained_on: public images that the run trains on; own images among them never validate.
        kept: public images that validate and test; own images among them, as Kaggle's are, are left out.
        say: is told what there is, and what is left out.
    """
    usable = own.without(*kept)
    train, validation = usable.split(trained_on)
    if left_out := len(own.labels) - len(usable.labels):
        say(f"{left_out} own images are left out: they are digits of MNIST that validate or test")
    if len(own.labels):
        say(f"own data: {_tell(train)}; kept to validate with: {_tell(validation)}")
    return train, validation


def load(paths: Sequence[str], bad_rows: str, say: Callable[[str], None]) -> OwnData:
    """Read files and folders, each of a kind that is told by its name and content.

    Args:
        paths: any number of them.
        bad_rows: "refuse" to stop where a row cannot be used, "skip" to go on without.
        say: is told of rows that are skipped, and of inks that are left out for being there twice.

    Raises:
        DataError: a file is not there, of no known kind or without a usable row, or a row is bad and not to be skipped.
    """
    found = {name: read(Path(name)) for name in paths}
    reports = [tell_bad_rows(Path(name), rows.bad, len(rows)) for name, rows in found.items() if rows.bad]
    if reports and bad_rows != "skip":
        raise DataError("\n".join([*reports, "Put them right, or go on without them: --bad-rows skip."]))
    for report in reports:
        say(f"going on without bad rows: {report}")
    for name, rows in found.items():
        if len(rows) == len(rows.bad):
            raise DataError(f"{name} has no row that can be used.")
    images = [image for rows in found.values() for image in rows.images]
    labels = [label for rows in found.values() for label in rows.labels]
    own = OwnData(
        [digit for rows in found.values() for digit in rows.pen],
        Images(np.stack(images) if images else np.zeros((0, SIZE, SIZE), np.uint8), np.array(labels, np.int64)),
    )
    distinct = own.distinct()
    if left_out := len(own.labels) - len(distinct.labels):
        say(f"{left_out} own inks are left out: they are others once more, to the last bit; the first label counts")
    return distinct


def read(path: Path) -> Rows:
    """What one file or folder holds.

    Raises:
        DataError: it is not there, not of a kind that is known, or broken as a whole.
    """
    if not path.exists():
        raise DataError(f"{path} is not there.")
    name = path.name.lower().removesuffix(".gz")
    if path.is_dir():
        return _read_folder(path)
    if name.endswith(".jsonl"):
        return read_strokes(path)
    if name.endswith(".csv"):
        return read_kaggle(path)
    if name.endswith(".npz"):
        return read_npz(path)
    if is_idx(path):
        return read_idx(path)
    raise DataError(f"{path} is of no kind that is known: {KINDS}.")


def _read_folder(folder: Path) -> Rows:
    if is_image_folder(folder):
        return read_image_folder(folder)
    files = idx_images(folder)
    if not files:
        raise DataError(f"{folder} is of no kind that is known: {KINDS}. To train on a test half, name its file.")
    together = Rows()
    for file in files:
        rows = read_idx(file)
        together.images += rows.images
        together.labels += rows.labels
        together.bad += [f"{file.name}, {reason}" for reason in rows.bad]
    return together


def _held_out(labels: np.ndarray, writers: np.ndarray) -> np.ndarray:
    """[n] bool: about a tenth, of writers who are in no other part, or of each label where that cannot be.

    Writers come in the order of their numbers, which are a hash of their names: the same ones each time. They are
    passed over where that would keep more than a fifth of all, as somebody's who wrote most; where those that are left
    make less than a twentieth, it cannot be.
    """
    kept = np.zeros(len(labels), bool)
    for writer in np.unique(writers[writers != NO_WRITER]):
        more = kept | (writers == writer)
        if kept.mean() < 0.1 and more.mean() <= 0.2:
            kept = more
    if kept.mean() < 0.05:
        kept[:] = False
        kept[np.argsort(labels, kind="stable")[5::10]] = True
    return kept


def _strokes(ink: Ink) -> tuple[bytes, ...]:
    return tuple(stroke.tobytes() for stroke in ink)


def _tell(own: OwnData) -> str:
    not_digits = np.count_nonzero(own.labels == NOT_A_DIGIT)
    return f"{len(own.pen)} as strokes and {len(own.images.labels)} as images, {not_digits} of them not digits"
