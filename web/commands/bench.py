"""`matchmaker bench b2b`: published problems, solved by the engine of the product."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from web.commands import output_folder
from web.commands.console import BAD_INPUT, Console
from web.commands.options import AsJson, Seed, Spoken

if TYPE_CHECKING:
    from solver.published.b2b_run import Run

COLUMNS = ("file", "status", "breaks", "bound", "seconds")

bench = typer.Typer(help="Solve published problems.", no_args_is_help=True, add_completion=False)


@bench.callback()
def problems() -> None:
    """Solve published problems."""


@bench.command("b2b")
def b2b(
    paths: Annotated[
        list[Path], typer.Argument(help="Files in MiniZinc data format, or folders of them.")
    ],
    language: Spoken,
    out: Annotated[Path | None, typer.Option(help="Folder for the slots of each file.")] = None,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, help="Seconds for each file.")
    ] = 60.0,
    seed: Seed = 0,
    as_json: AsJson = False,
) -> None:
    """Solve files of the B2B meeting scheduling problem (Bofill et al.)."""
    from solver.published.b2b_run import run  # noqa: PLC0415 - loads OR-Tools

    console = Console(language, as_json)
    files = list(_files(console, paths))
    rows = []
    _write(console, ",".join(COLUMNS))
    for file in files:
        done = run(file, time_limit, seed)
        rows.append(_row(done))
        _write(console, ",".join("" if cell is None else str(cell) for cell in rows[-1]))
        if out and done.slot_of:
            lines = (f"{meeting},{slot}" for meeting, slot in enumerate(done.slot_of, start=1))
            content = "\n".join(["meeting,slot", *lines, ""])
            output_folder.put(out, f"{file.stem}.csv", content.encode())
    console.answer({"runs": [dict(zip(COLUMNS, row, strict=True)) for row in rows]})


def _files(console: Console, paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            console.stop(BAD_INPUT, "There is no file {path}.", path=path)
        yield from sorted(path.glob("*.dzn")) if path.is_dir() else [path]


def _row(done: "Run") -> tuple[str, str, int | None, int | None, float]:
    bound = None if done.outcome == "infeasible" else done.bound
    return done.file, done.outcome, done.breaks, bound, round(done.seconds, 2)


def _write(console: Console, line: str) -> None:
    """Write a line for a spreadsheet at once, unless a machine wants JSON."""
    if not console.as_json:
        typer.echo(line)
