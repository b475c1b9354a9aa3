"""The command line: `python -m training --help`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from training.arguments import add_composed_arguments, add_train_arguments, chosen_settings
from training.comparison.arguments import add_arguments as add_compare_arguments
from training.data.datasets import DataError
from training.digits.config import RECIPE, Config
from training.paths import EXPORTED_LABELS, EXPORTED_STRINGS, REPORT, RUNS, TRAINED, from_root
from training.run import Settings, SettingsError
from training.sheets.config import RECIPE as LABEL_RECIPE
from training.sheets.config import LabelConfig
from training.strings.config import RECIPE as STRING_RECIPE
from training.strings.config import StringConfig

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
    train = _add(commands, "train", _train, "train a network; a stopped run goes on where it was")
    add_train_arguments(train)
    what = "learn what segments of ink count for, from whole numbers, for a run's network"
    potentials = _add(commands, "potentials", _potentials, what)
    hands = _add(commands, "hands", _hands, "learn how near digits are to a run's network; measure corrections")
    for each in potentials, hands:
        each.add_argument("--run", type=Path, default=TRAINED, help="folder of the run whose network is asked")
    federate = _add(commands, "federate", _federate, "average what people taught into a network, where it helps")
    federate.add_argument("updates", type=Path, metavar="UPDATES", help="folder of updates that the page wrote")
    federate.add_argument("--run", type=Path, default=TRAINED, help="folder of the run that ships")
    federate.add_argument("--out", type=Path, default=RUNS / "federated", help="folder of the run that is written")
    federate.add_argument("--simulate", type=int, metavar="PEOPLE", help="first write updates of so many people")
    recipe = _add(commands, "recipe", _recipe, "train by the shipped network's recipe: digits/config.RECIPE")
    recipe.add_argument("--strings", action="store_true", help="the one for strings: strings/config.RECIPE")
    recipe.add_argument("--labels", action="store_true", help="the one for labels of pixels: sheets/config.RECIPE")
    strings = _add(commands, "strings", _strings, "train the network that reads strings; a stopped run goes on")
    add_composed_arguments(strings, StringConfig, RUNS / "strings", "strings")
    labels = _add(commands, "labels", _labels, "train the network that labels pixels; a stopped run goes on")
    add_composed_arguments(labels, LabelConfig, RUNS / "labels", "crops")
    evaluate = _add(commands, "evaluate", _evaluate, "measure a network on every set and write a report")
    evaluate.add_argument("--run", type=Path, default=TRAINED, help="folder of the run whose network is measured")
    evaluate.add_argument("--report", type=Path, default=REPORT, help="folder for report.html and report.json")
    evaluate.add_argument("--seeds", type=Path, nargs="+", default=[], metavar="RUN", help="runs to compare in it")
    what = "read real pictures, each changed a little in several ways: by these networks for pictures are chosen"
    moved = _add(commands, "moved", _moved, what)
    moved.add_argument("--strings", type=Path, default=EXPORTED_STRINGS, help="folder of an exported network")
    moved.add_argument("--labels", type=Path, default=EXPORTED_LABELS, help="the same, of the one for labels of pixels")
    seeds = _add(commands, "seeds", _seeds, "compare runs of one recipe from several seeds, once they are evaluated")
    seeds.add_argument("runs", type=Path, nargs="+", metavar="RUN", help="folder of a run")
    seeds.add_argument("--report", type=Path, default=REPORT, help="folder for seeds.json")
    label = _add(commands, "label", _label, 'label the test file of Kaggle\'s "Digit Recognizer"')
    label.add_argument("test", type=Path, metavar="TEST.csv", help="columns pixel0 to pixel783")
    label.add_argument("--out", type=Path, default="submission.csv", help="file to write, for Kaggle")
    label.add_argument("--run", type=Path, default=TRAINED, help="folder of the run whose network labels")
    unipen = _add(
        commands, "unipen", _unipen, "make the data folder's unipen/ of the archive at DOI 10.5281/zenodo.1195803"
    )
    unipen.add_argument("archive", type=Path, metavar="ARCHIVE", help="tar file, or the folder it was unpacked to")
    unipen.add_argument("out", type=Path, metavar="OUT", help="the folder unipen/ of the one that INKDIGIT_DATA names")
    what = "train and measure other methods beside what ships; a stopped comparison goes on where it was"
    add_compare_arguments(_add(commands, "compare", _compare, what))
    fixtures = _add(commands, "fixtures", _fixtures, "write the golden vectors that both languages are tested with")
    fixtures.add_argument("--check", action="store_true", help="write nothing; fail where they are not current")
    return parser


def _add(
    commands: argparse._SubParsersAction, name: str, command: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    """A command whose help names the defaults."""
    parser = commands.add_parser(name, help=what, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.set_defaults(command=command)
    return parser


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the description's lines."""


def _train(arguments: argparse.Namespace) -> int:
    from training.digits.train import train

    settings = {field.name: getattr(arguments, field.name) for field in chosen_settings()}
    settings["start"] = [from_root(file) for file in arguments.start]
    lists = {name: tuple(value) for name, value in settings.items() if isinstance(value, list)}
    _tell_next(train(Config(**{**settings, **lists}), arguments.run))
    return 0


def _potentials(arguments: argparse.Namespace) -> int:
    from training.potentials.train import learn_potentials

    shares = learn_potentials(arguments.run)["validation"]
    print("held-out people: " + ", ".join(f"{name} {share:.2%}" for name, share in shares.items()))
    return 0


def _hands(arguments: argparse.Namespace) -> int:
    from training.hands.learn import learn_hands

    learn_hands(arguments.run)
    return 0


def _federate(arguments: argparse.Namespace) -> int:
    from training.federation.federate import federate, federate_rows, simulate

    if arguments.simulate:
        print(f"{simulate(arguments.updates, arguments.run, arguments.simulate)} updates: {arguments.updates}")
    told = federate(arguments.updates, arguments.run, arguments.out)
    print("\n".join(federate_rows(told)))
    if not told["kept"]:
        print(f"next: python -m training evaluate --run {arguments.out}")
    return 0


def _recipe(arguments: argparse.Namespace) -> int:
    if arguments.strings:
        from training.strings.train import train_strings

        _tell_next_of("strings", _train_in_turn(train_strings, STRING_RECIPE))
    elif arguments.labels:
        from training.sheets.train import train_labels

        _tell_next_of("labels", _train_in_turn(train_labels, LABEL_RECIPE))
    else:
        from training.digits.train import train

        _tell_next(_train_in_turn(train, RECIPE))
    return 0


def _train_in_turn(train: Callable[..., Path], recipe: Mapping[str, Settings]) -> Path:
    """Train a recipe's runs, and return the last one's network."""
    for name, config in recipe.items():
        print(f"run {name} in {RUNS / name}")
        result = train(config, RUNS / name)
    return result


def _strings(arguments: argparse.Namespace) -> int:
    from training.strings.train import train_strings

    start = from_root(arguments.start) if arguments.start else None
    config = StringConfig(arguments.seed, arguments.epochs, arguments.strings, start)
    _tell_next_of("strings", train_strings(config, arguments.run))
    return 0


def _labels(arguments: argparse.Namespace) -> int:
    from training.sheets.train import train_labels

    start = from_root(arguments.start) if arguments.start else None
    config = LabelConfig(arguments.seed, arguments.epochs, arguments.crops, start)
    _tell_next_of("labels", train_labels(config, arguments.run))
    return 0


def _tell_next_of(network: str, result: Path) -> None:
    print(f"trained: {result}\nnext: python export_model.py --{network} {result.parent}")


def _tell_next(result: Path) -> None:
    if not result.exists():
        print(f"trained: worker 0 has {result}")
        return
    print(f"trained: {result}\nnext: python -m training evaluate --run {result.parent}")


def _evaluate(arguments: argparse.Namespace) -> int:
    from training.evaluation.evaluate import evaluate, summary

    print(summary(evaluate(arguments.run, arguments.report, arguments.seeds)))
    print(f"report: {arguments.report / 'report.html'}\nnext: python export_model.py --run {arguments.run}")
    return 0


def _moved(arguments: argparse.Namespace) -> int:
    from training.numbers.moved import moved_rows

    for row in moved_rows(arguments.strings, arguments.labels):
        print(row, flush=True)
    return 0


def _seeds(arguments: argparse.Namespace) -> int:
    from training.evaluation.seeds import compare_seeds, table

    compared = compare_seeds(arguments.runs)
    arguments.report.mkdir(parents=True, exist_ok=True)
    (arguments.report / "seeds.json").write_text(json.dumps(compared, indent=1) + "\n")
    print(table(compared))
    return 0


def _label(arguments: argparse.Namespace) -> int:
    from training.data.own.label import label

    print(f"{label(arguments.test, arguments.out, arguments.run)} images labeled: {arguments.out}")
    return 0


def _unipen(arguments: argparse.Namespace) -> int:
    from training.data.unipen_convert import convert

    print(convert(arguments.archive, arguments.out))
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    from training.comparison.compare import compare

    print(f"results: {compare(arguments.run, arguments.methods, arguments.most_digits, arguments.fresh)}")
    return 0


def _fixtures(arguments: argparse.Namespace) -> int:
    from training import fixtures

    if not arguments.check:
        fixtures.write()
    elif not fixtures.is_current():
        raise SettingsError(f"{fixtures.GOLDEN} is not what the code gives: run `python -m training fixtures`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
