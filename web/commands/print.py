"""`matchmaker print`: from a timetable to every document."""

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.documents.folder import DOCUMENTS, files
from web.commands import output_folder
from web.commands.console import BAD_INPUT, Console, usual_language
from web.commands.events import expect_writable, output_at
from web.commands.options import AsJson, OutPath, known_language
from web.commands.output_folder import Output
from web.commands.progress import counted

SpokenHere = Annotated[
    str,
    typer.Option(
        "--language",
        default_factory=usual_language,
        callback=known_language,
        help="Language of the answer: fr, nl or en.",
    ),
]
"""Without the short form, which names the language of the documents here."""


def print_documents(
    out: OutPath,
    language: SpokenHere,
    only: Annotated[list[str] | None, typer.Option(help="Only this kind; repeatable.")] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            callback=known_language, help="One language for all instead of each person's own."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print badges, agendas, the table plan, lists, spreadsheets and calendars."""
    console = Console(language, as_json)
    kinds = [kind for each in only or [] for kind in each.split(",")]
    unknown = [kind for kind in kinds if kind not in DOCUMENTS]
    if unknown:
        known = ", ".join(DOCUMENTS)
        console.stop(
            BAD_INPUT, "Unknown kind {kind}; known are: {known}.", kind=unknown[0], known=known
        )
    output = output_at(console, out)
    expect_writable(console, out)
    names = write_documents(console, out, output, kinds, lang)
    console.answer({"files": names})


def write_documents(
    console: Console, out: Path, output: Output, only: list[str], language: str | None
) -> list[str]:
    """Write the documents of `output` into folder `out`; return their names."""
    made = files(output.event, output.timetable, output.certificate, only=only, language=language)
    total = len(DOCUMENTS) + len(output.event.participants)
    names = []
    for name, content in counted(console, made, console.text("printing"), total):
        output_folder.put(out, name, content)
        names.append(name)
    console.say("Documents printed into {folder}: {count}.", count=len(names), folder=out)
    return names
