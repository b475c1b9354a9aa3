"""A training run's folder: the settings that claim it, and the commits of this code that made what is in it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

from training.paths import ROOT, TRAINED

SETTINGS_FILE = "config.json"

POTENTIALS = "potentials.json"

HAND = "hand.json"
"""How near digits are for a run's network: `hands/learn.py` tells."""

COMMITS = "commits"
"""Where the settings' file has the run's commits."""

UNKNOWN = "unknown"
"""Stands for a commit that nobody stored, or that git cannot tell."""


class SettingsError(Exception):
    """Settings that cannot be used; the message says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """What a run is set by, as it is written to JSON and read again."""

    def as_dict(self) -> dict[str, Any]:
        """Plain values by the settings' names."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """The settings that `as_dict` gave; those that are missing have their defaults.

        Raises:
            SettingsError: a setting that is not known.
        """
        if unknown := set(values) - {each.name for each in fields(cls)}:
            raise SettingsError(f"There is no setting {', '.join(sorted(unknown))}: another version wrote this run.")
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})

    def difference(self, claimed: Self) -> str:
        """How a run with settings that are not these is told from one with these."""
        return "other settings" if claimed != self else ""


def refuse_other_settings(folder: Path, settings: Settings) -> None:
    """See that `folder` holds no run, or one with these settings.

    Raises:
        SettingsError: it holds another.
    """
    if not (folder / SETTINGS_FILE).exists():
        return
    if what := settings.difference(type(settings).from_dict(read_settings(folder))):
        raise SettingsError(f"{folder} holds a run with {what}: name another folder with --run, or delete it.")


def claim(folder: Path, settings: Settings, start: Sequence[str] = ()) -> None:
    """Write the settings into a run's folder, and the commit that it is begun at or goes on at.

    Args:
        folder: is made where it is not there; may hold a run with the same settings, but no other.
        settings: of the run.
        start: Keras files whose weights the run begins with; what they were made at is remembered too.
    """
    begun = [commit for file in start for commit in read_commits((ROOT / file).parent) or [UNKNOWN]]
    commits = dict.fromkeys([*begun, *(read_commits(folder) or []), current_commit()])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS_FILE).write_text(json.dumps({**settings.as_dict(), COMMITS: list(commits)}, indent=2) + "\n")


def read_settings(folder: Path) -> dict[str, Any]:
    """The settings in a run's folder, as `Settings.from_dict` takes them."""
    values = json.loads((folder / SETTINGS_FILE).read_text())
    return {name: value for name, value in values.items() if name != COMMITS}


def read_potentials(folder: Path) -> dict[str, Any]:
    """What segments of ink count for with a run's network: `potentials/train.py` tells.

    A run without whole numbers to learn them from takes those that ship.
    """
    file = folder / POTENTIALS
    learned = json.loads((file if file.exists() else TRAINED / POTENTIALS).read_text())
    return {name: value for name, value in learned.items() if name != "validation"}


def read_commits(folder: Path) -> list[str] | None:
    """The commits that a run, and the runs that it began with, were made at, each once.

    "-dirty" follows one where files that git knows differed from it; `UNKNOWN` stands for what was not stored. None
    where nothing was, as in runs of before this was.
    """
    file = folder / SETTINGS_FILE
    return json.loads(file.read_text()).get(COMMITS) if file.exists() else None


def current_commit(root: Path = ROOT) -> str:
    """The commit of the code in `root`, 40 hexadecimal digits, with "-dirty" where files that git knows were changed.

    `UNKNOWN` where there is no git, or `root` is not the root of a checkout, as that of an unpacked archive.
    """
    if not (root / ".git").exists():
        return UNKNOWN
    # Without the pattern the nearest tag would be told instead.
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    try:
        return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return UNKNOWN
