"""What GitHub does with the repository: its workflows and templates are well-formed and call what there is."""

import json
import re

import pytest
import yaml

from tests.support.paths import ROOT

FILES = sorted((ROOT / ".github").rglob("*.yml"))
WORKFLOWS = [path for path in FILES if path.parent.name == "workflows"]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def steps_of(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_of_githubs_is_well_formed(path):
    assert isinstance(yaml.safe_load(path.read_text()), dict)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_targets_that_the_makefile_has(path):
    runs = " ".join(step.get("run", "") for step in steps_of(yaml.safe_load(path.read_text())))
    called = set(re.findall(r"\bmake ([a-z-]+)", runs))
    assert called
    assert called <= TARGETS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_uses_actions_of_a_named_version(path):
    used = [step["uses"] for step in steps_of(yaml.safe_load(path.read_text())) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", action)] == []


def test_a_tag_publishes_only_after_every_test():
    publish = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text())
    runs = [step["run"] for step in publish["jobs"]["build"]["steps"] if "run" in step]
    assert runs.index("make test") < runs.index("make build")
    assert publish["jobs"]["publish"]["needs"] == "build"


def test_the_version_has_a_dated_place_in_the_changelog():
    version = json.loads((ROOT / "package.json").read_text())["version"]
    assert json.loads((ROOT / "package-lock.json").read_text())["version"] == version
    heads = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert heads[0] == "Unreleased"
    assert re.fullmatch(rf"{re.escape(version)} \(\d{{4}}-\d\d-\d\d\)", heads[1])
