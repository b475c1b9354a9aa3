"""The command line: `python -m training --help`."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from training.config import RECIPE, Config, SettingsError
from training.datasets import DataError
from training.paths import REPORT, RUNS, TRAINED

DESCRIPTION = """\
Trains and evaluates the network that Inkdigit reads with.

Data come from the folder that the environment variable INKDIGIT_DATA names; without it MNIST (Keras) and the UCI pen
digits are downloaded once. `python export_model.py` then turns a trained network into the files that the browser
loads."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status, 1 for what a person can put right."""
    arguments = _parser().parse_args(argv)
    try:
        return arguments.command(arguments)
    except (DataError, SettingsError, FileNotFoundError) as problem:
        print(f"training: {problem}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m training", description=DESCRIPTION, formatter_class=_Help)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    train = commands.add_parser(
        "train",
        help="train a network; a stopped run goes on where it was",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    train.add_argument("--run", type=Path, default=RUNS / "default", help="folder for checkpoints, log and result")
    for field in dataclasses.fields(Config):
        # The annotations are text, such as "int | None" or "tuple[int, ...]".
        kind = next(kind for kind in (int, float, str) if kind.__name__ in str(field.type))
        many = "+" if isinstance(field.default, tuple) else None
        name = "--" + field.name.replace("_", "-")
        train.add_argument(name, type=kind, nargs=many, default=field.default, help=field.metadata["help"])
    train.set_defaults(command=_train)
    recipe = commands.add_parser("recipe", help="train the network that ships: the runs of config.RECIPE")
    recipe.set_defaults(command=_recipe)
    evaluate = commands.add_parser(
        "evaluate",
        help="measure a network on every set and write a report",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    evaluate.add_argument("--run", type=Path, default=TRAINED, help="folder of the run whose network is measured")
    evaluate.add_argument("--report", type=Path, default=REPORT, help="folder for report.json and the pictures")
    evaluate.set_defaults(command=_evaluate)
    fixtures = commands.add_parser("fixtures", help="write the golden vectors that both languages are tested with")
    fixtures.add_argument("--check", action="store_true", help="write nothing; fail where they are not current")
    fixtures.set_defaults(command=_fixtures)
    return parser


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the description's lines."""


def _train(arguments: argparse.Namespace) -> int:
    from training.train import train

    settings = {field.name: getattr(arguments, field.name) for field in dataclasses.fields(Config)}
    lists = {name: tuple(value) for name, value in settings.items() if isinstance(value, list)}
    _tell_next(train(Config(**{**settings, **lists}), arguments.run))
    return 0


def _recipe(_: argparse.Namespace) -> int:
    from training.train import train

    for name, config in RECIPE.items():
        print(f"run {name} in {RUNS / name}")
        result = train(config, RUNS / name)
    _tell_next(result)
    return 0


def _tell_next(result: Path) -> None:
    print(f"trained: {result}\nnext: python -m training evaluate --run {result.parent}")


def _evaluate(arguments: argparse.Namespace) -> int:
    from training.evaluate import evaluate, summary

    print(summary(evaluate(arguments.run, arguments.report)))
    print(f"report: {arguments.report}\nnext: python export_model.py --run {arguments.run}")
    return 0


def _fixtures(arguments: argparse.Namespace) -> int:
    from training import fixtures

    if not arguments.check:
        fixtures.write()
        return 0
    if fixtures.is_current():
        return 0
    raise SettingsError(f"{fixtures.GOLDEN} is not what the code gives: run `python -m training fixtures`.")


if __name__ == "__main__":
    sys.exit(main())
