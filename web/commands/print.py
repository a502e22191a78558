"""`matchmaker print`: from a timetable to every document."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from matchmaker.documents.branding_folder import read_branding
from matchmaker.documents.chapters import bound
from matchmaker.documents.folder import CALENDARS, DOCUMENTS, Order, written
from matchmaker.documents.forms import Forms
from matchmaker.documents.proof import proof
from web.commands import output_folder
from web.commands.calendar_files import holding_calendars
from web.commands.console import BAD_INPUT, Console, usual_language
from web.commands.events import expect_writable, output_at
from web.commands.forms import FormOption, chosen_forms
from web.commands.options import AsJson, OutPath, known_language
from web.commands.output_folder import Output
from web.commands.printing_bar import printing_bar
from web.commands.reprint import write_reprints

PROOF = "proof.pdf"
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
    since: Annotated[
        Path | None,
        typer.Option(help="Only what changed since this output folder.", metavar="OLD"),
    ] = None,
    is_proof: Annotated[
        bool, typer.Option("--proof", help="One PDF with the extremes of each document.")
    ] = False,
    form: FormOption = None,
    as_json: AsJson = False,
) -> None:
    """Print badges, agendas, plans, lists, sheets, spreadsheets and calendars."""
    console = Console(language, as_json)
    kinds, forms = _known_kinds(console, only or []), chosen_forms(console, form or [])
    output = output_at(console, out)
    expect_writable(console, out)
    if is_proof:
        _write_proof(console, out, _order(out, output, lang, forms), kinds)
    elif since is not None:
        before = _order(since, output_at(console, since), lang, forms)
        write_reprints(console, out, since, (before, _order(out, output, lang, forms)), kinds)
    else:
        order = _order(out, output, lang, forms)
        if CALENDARS in (kinds or DOCUMENTS):
            order = replace(order, earlier=holding_calendars(out, order))
        names = write_documents(console, out, order, kinds)
        console.answer({"files": names})


def write_documents(console: Console, out: Path, order: Order, only: list[str]) -> list[str]:
    """Write the documents of `order` into folder `out`; return their names."""
    names = []
    with printing_bar(console, order, only) as tick:
        for name, write in written(order, only, tick):
            output_folder.pour(out, name, write)
            names.append(name)
    _take_away(out, only or DOCUMENTS, names)
    console.say("Documents printed into {folder}: {count}.", count=len(names), folder=out)
    return names


def _take_away(out: Path, kinds: Collection[str], written: Collection[str]) -> None:
    """Take away what was printed earlier of documents in which there is nothing any more."""
    for file in {DOCUMENTS[each].file for each in kinds}.difference(written):
        if "{}" not in file:
            (out / file).unlink(missing_ok=True)


def _known_kinds(console: Console, only: list[str]) -> list[str]:
    kinds = [kind for each in only for kind in each.split(",")]
    unknown = [kind for kind in kinds if kind not in DOCUMENTS]
    if unknown:
        known = ", ".join(DOCUMENTS)
        console.stop(
            BAD_INPUT, "Unknown kind {kind}; known are: {known}.", kind=unknown[0], known=known
        )
    return kinds


def _order(folder: Path, output: Output, language: str | None, forms: Forms) -> Order:
    known = output.event, output.timetable, output.certificate
    return Order(*known, language, read_branding(folder), forms=forms)


def _write_proof(console: Console, out: Path, order: Order, only: list[str]) -> None:
    output_folder.put(out, PROOF, bound(proof(order, only), order.branding))
    console.answer({"files": [PROOF]})
    console.say("Proof sheet written: {file}.", file=out / PROOF)
