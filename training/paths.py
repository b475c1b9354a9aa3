"""Where things lie in the repository."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = ROOT / "runs"
"""Checkpoints and logs of training runs; not committed."""
REPORT = ROOT / "report"
"""What `evaluate` writes; not committed."""
TRAINED = ROOT / "training" / "trained"
"""The run that ships: its network, settings and measures, committed."""
EXPORTED_MODEL = ROOT / "web" / "model"
"""What `export_model.py` writes and the browser loads, committed."""
TRAINED_STRINGS = TRAINED / "strings"
EXPORTED_STRINGS = EXPORTED_MODEL / "strings"
"""The same, of the network for strings."""
TRAINED_LABELS = TRAINED / "labels"
EXPORTED_LABELS = EXPORTED_MODEL / "labels"
"""The same, of the network that labels pixels."""
FIXTURES = ROOT / "tests" / "fixtures"


def from_root(path: str) -> str:
    """A path as it is written down: relative to the repository where it is inside, else as given."""
    return str(Path(path).relative_to(ROOT)) if Path(path).is_relative_to(ROOT) else path


def run_file(run: Path, name: str) -> Path:
    """A file that a run's folder holds once it is trained.

    Raises:
        FileNotFoundError: it is not there.
    """
    file = run / name
    if not file.is_file():
        raise FileNotFoundError(f"{file} is not there: train the run to its end, or name another with --run.")
    return file
