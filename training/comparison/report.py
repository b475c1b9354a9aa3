"""Tables and text of the comparison, as Markdown."""

from __future__ import annotations

import re
from pathlib import Path

BEGIN, END = "<!-- comparison: written by `make compare` -->", "<!-- comparison: end -->"
"""The lines in the README between which the short table stands."""

DOCUMENT = Path(__file__).with_name("benchmarks.md")
"""The text of docs/benchmarks/README.md, with places for the figures in braces."""

TIME_PICTURE = "time.png"


def short_table(results: dict) -> str:
    """The table for the README."""
    head = ["method", "MNIST test", "pen writers", "worst writer", "corrupted", "size", "one prediction"]
    rows = [
        [
            _bold(key, method["name"]),
            *(percent(method[name]) for name in ("mnist", "pen", "worst_writer", "corrupted")),
            size(method["bytes"]),
            _milliseconds(method, "wasm"),
        ]
        for key, method in results["methods"].items()
    ]
    return table(head, rows)


def full_table(results: dict) -> str:
    """The table with every column."""
    head = ["method", "MNIST", "pen writers", "worst", "corrupted", "parameters", "size", "brotli", "training"]
    rows = [
        [
            _bold(key, method["name"]),
            *(percent(method[name]) for name in ("mnist", "pen", "worst_writer", "corrupted")),
            f"{method['parameters']:,}" if method["parameters"] else "",
            size(method["bytes"]),
            size(method["brotli"]) if "brotli" in method else "",
            f"{method['seconds']:,.0f} s ({method['processor_seconds']:,.0f} s)" if "seconds" in method else "",
            _milliseconds(method, "wasm"),
            _milliseconds(method, "cpu"),
        ]
        for key, method in results["methods"].items()
    ]
    return table([*head, "WASM", "CPU"], rows)


def corrupted_table(results: dict) -> str:
    """Accuracy by kind of corruption and method."""
    methods = results["methods"]
    kinds = next(iter(methods.values()))["kinds"]
    rows = [[kind, *(f"{method['kinds'][kind]:.1%}" for method in methods.values())] for kind in kinds]
    return table(["", *(_bold(key, method["name"]) for key, method in methods.items())], rows)


def speed_line(results: dict) -> str | None:
    """How our network on the backend that ships stands to seed A on the slowest; None where one was not timed."""
    ours, seed = (results["methods"].get(key, {}).get("browser") for key in ("inkdigit", "seed-a"))
    if not (ours and seed):
        return None
    times = seed["cpu"]["ms"] / ours["wasm"]["ms"]
    return f"Our network by WASM is {times:.0f} times faster than seed A by TensorFlow.js' CPU backend."


def document(results: dict) -> str:
    """docs/benchmarks/README.md."""
    methods = results["methods"]
    counts = [timed["n"] for method in methods.values() for timed in method.get("browser", {}).values()]
    measured_in = [results["machine"], *([results["browser"]] if counts else [])]
    return DOCUMENT.read_text().format(
        **results["digits"],
        date=results["date"],
        machine="; ".join(measured_in),
        table=full_table(results),
        kinds=len(next(iter(methods.values()))["kinds"]),
        subsets=_subsets(results),
        counts=f"n = {min(counts)} to {max(counts)}" if counts else "none was timed this time",
        time=f"![Time of one prediction]({TIME_PICTURE})\n\n" if counts else "",
        speed=speed_line(results) or "",
        corrupted=corrupted_table(results),
        methods="\n".join(f"- **{method['name']}**: {method['about']}" for method in methods.values()),
    )


def put_into_readme(readme: Path, results: dict) -> None:
    """Put the short table between the README's two marks.

    Raises:
        ValueError: the README lacks the marks.
    """
    text = readme.read_text()
    digits = results["digits"]
    told = (
        f"By `make compare` on {results['date']} ({results['machine']}; {results['browser']}): {digits['mnist']:,} "
        f"test digits of MNIST, {digits['pen']:,} of {digits['writers']} pen writers from whom no method learned; "
        "one prediction by WebAssembly, median. [All columns, pictures, how it was done](docs/benchmarks/README.md)."
    )
    block = f"{BEGIN}\n\n{told}\n\n{short_table(results)}\n\n{END}"
    changed, count = re.subn(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, text, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"{readme} needs the lines {BEGIN} and {END} once, for the table to stand between them.")
    readme.write_text(changed)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def percent(share: float) -> str:
    """A share of 0..1, as `99.52 %`."""
    return f"{share * 100:.2f} %"


def size(count: int) -> str:
    """Bytes, as people read them: 1 KB is 1,000 bytes."""
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{count / 1e3:,.0f} KB"


def _subsets(results: dict) -> str:
    """Which methods were measured on a part of the corrupted digits."""
    parts = [
        f"{method['name']} on {method['corrupted_n']:,} of them a way, evenly chosen"
        for method in results["methods"].values()
        if method["corrupted_n"] < results["digits"]["mnist"]
    ]
    return f" Measured on a part for the time that it takes: {'; '.join(parts)}." if parts else ""


def _milliseconds(method: dict, backend: str) -> str:
    return f"{method['browser'][backend]['ms']:.1f} ms" if "browser" in method else ""


def _bold(key: str, name: str) -> str:
    return f"**{name}**" if key == "inkdigit" else name
