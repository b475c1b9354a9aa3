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
FIXTURES = ROOT / "tests" / "fixtures"
