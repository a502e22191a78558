"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.locales.catalogue import LANGUAGES, translator
from web.commands.console import usual_language


def known_language(wanted: str | None) -> str | None:
    """Return the language that is asked for, if any; raises BadParameter for one not spoken."""
    if wanted is None or wanted.lower() in LANGUAGES:
        return wanted and wanted.lower()
    text = translator(usual_language(), "cli")
    known = ", ".join(LANGUAGES)
    raise typer.BadParameter(
        text("Unknown language {language}; known are: {known}.", language=wanted, known=known)
    )


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
        callback=known_language,
        help="Language of the answer: fr, nl or en.",
    ),
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=0.1, help="Seconds the engine may work.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Seed of the random numbers.")]
Reproducible = Annotated[
    bool,
    typer.Option(
        "--reproducible",
        help="Work without a clock: the same seed gives the same timetable, whatever it takes.",
    ),
]
