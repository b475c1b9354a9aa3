"""A run's folder: whose settings it holds, and at which commits of the code it was made."""

import json
import subprocess
from dataclasses import dataclass

import pytest

from training import run
from training.paths import TRAINED
from training.run import (
    SETTINGS_FILE,
    UNKNOWN,
    Settings,
    SettingsError,
    claim,
    current_commit,
    read_commits,
    read_settings,
    refuse_other_settings,
)


@dataclass(frozen=True)
class Few(Settings):
    seed: int = 0
    start: tuple[str, ...] = ()


@pytest.fixture
def checkout(tmp_path):
    """A repository of one commit, whose hash comes with it."""
    root = tmp_path / "code"
    root.mkdir()
    (root / "train.py").write_text("1\n")
    as_nobody = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "."), (*as_nobody, "commit", "-qm", "First"), ("tag", "v1")):
        subprocess.run(["git", *command], cwd=root, check=True)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True)
    return root, commit.stdout.strip()


def test_the_commit_is_told_and_whether_files_differ_from_it(checkout):
    root, commit = checkout
    assert current_commit(root) == commit
    (root / "mine.jsonl").write_text("not the code's\n")
    assert current_commit(root) == commit
    (root / "train.py").write_text("2\n")
    assert current_commit(root) == f"{commit}-dirty"


def test_outside_a_checkout_the_commit_is_unknown(checkout, tmp_path, monkeypatch):
    unpacked = checkout[0] / "unpacked"
    unpacked.mkdir()
    assert current_commit(unpacked) == UNKNOWN
    monkeypatch.setenv("PATH", str(tmp_path))
    assert current_commit(checkout[0]) == UNKNOWN


def test_a_run_stores_the_commit_that_it_is_begun_at_and_those_that_it_goes_on_at(tmp_path, monkeypatch):
    for commit in ("a" * 40, "b" * 40, "b" * 40):
        monkeypatch.setattr(run, "current_commit", lambda commit=commit: commit)
        refuse_other_settings(tmp_path, Few(seed=3))
        claim(tmp_path, Few(seed=3))
    assert read_commits(tmp_path) == ["a" * 40, "b" * 40]
    assert Few.from_dict(read_settings(tmp_path)) == Few(seed=3)


def test_a_run_stores_what_the_networks_that_it_begins_with_were_made_at(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "current_commit", lambda: "a" * 40)
    claim(tmp_path / "first", Few())
    monkeypatch.setattr(run, "current_commit", lambda: "b" * 40)
    start = [str(tmp_path / "first" / "model.keras"), str(TRAINED / "model.keras")]
    claim(tmp_path / "second", Few(), start)
    assert read_commits(tmp_path / "second") == ["a" * 40, UNKNOWN, "b" * 40]


def test_a_run_of_before_commits_were_stored_has_none(tmp_path):
    (tmp_path / SETTINGS_FILE).write_text(json.dumps(Few().as_dict()))
    assert read_commits(tmp_path) is None


def test_a_folder_with_a_run_of_other_settings_is_refused(tmp_path):
    claim(tmp_path, Few(seed=3))
    with pytest.raises(SettingsError, match="holds a run with other settings: name another folder"):
        refuse_other_settings(tmp_path, Few(seed=4))


def test_settings_that_are_not_known_are_refused(tmp_path):
    (tmp_path / "config.json").write_text(json.dumps({"seed": 1, "colour": 3}))
    with pytest.raises(SettingsError, match="There is no setting colour"):
        refuse_other_settings(tmp_path, Few())
