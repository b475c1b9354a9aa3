"""One comparison for all the tests of it: it trains."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.comparison import QUICK, made_up_sets


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a comparison of a few methods."""
    # These need TensorFlow, without which this folder is collected, too.
    from training.comparison import compare as comparison
    from training.comparison.networks import Fit, NetworkMethod

    folder = tmp_path_factory.mktemp("compare")
    methods = {key: comparison.METHODS[key] for key in QUICK}
    for key, method in methods.items():
        # One epoch is enough to see that it goes through.
        if isinstance(method, NetworkMethod):
            methods[key] = dataclasses.replace(method, fit=Fit(most_epochs=1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparison, "METHODS", methods)
        comparison.compare_on(made_up_sets(), folder, list(QUICK), say=lambda _: None)
    return folder


@pytest.fixture
def results(compared: Path) -> dict[str, Any]:
    return json.loads((compared / "results.json").read_text())
