"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from web.commands.console import usual_language

EventPath = Annotated[
    Path, typer.Argument(help="Event folder, XLSX workbook or JSON file.", metavar="EVENT")
]
OutPath = Annotated[Path, typer.Argument(help="Folder written by “solve”.", metavar="OUT")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines.")]
Spoken = Annotated[
    str,
    typer.Option(
        "--language",
        "--lang",
        default_factory=usual_language,
        help="Language of the answer: fr, nl or en.",
    ),
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=0.1, help="Seconds the engine may work.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Seed of the random numbers.")]
