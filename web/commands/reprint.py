"""Printing again what changed between two output folders, and nothing else."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from matchmaker.amendments import Amendment, Kind, amendment
from matchmaker.documents.folder import CALENDARS, DOCUMENTS, Order
from matchmaker.documents.reprints import Reprint, reprints
from web.commands import output_folder
from web.commands.calendar_files import keep_calendars, sent_calendars
from web.commands.console import Console
from web.commands.progress import counted

REPRINT = "reprint"
"""The folder for what is to be printed again."""
MOST_NAMED = 8


def write_reprints(
    console: Console, out: Path, since: Path, orders: tuple[Order, Order], only: Collection[str]
) -> None:
    """Write into `out` what changed from the first order, printed into `since`, to the second.

    Calendars are written whole, too, so that the next change counts on from them.
    """
    sent = sent_calendars(since, *orders)
    old, new = (replace(each, earlier=sent) for each in orders)
    _clear(out / REPRINT)
    found = []
    kinds = only or DOCUMENTS
    for each in counted(console, reprints(old, new, only), console.text("printing"), len(kinds)):
        if each.content is not None:
            output_folder.put(out / REPRINT, each.path, each.content)
        found.append(replace(each, content=b"" if each.content is not None else None))
    if CALENDARS in kinds:
        keep_calendars(out, since, out / REPRINT, (old, new))
    _tell(console, out, amendment(old.timetable, new.timetable), found)


def _clear(folder: Path) -> None:
    """Take away what an earlier reprint left, so that nobody prints it."""
    for document in DOCUMENTS.values():
        for file in folder.glob(document.file.format("*")):
            file.unlink()


def _tell(console: Console, out: Path, changes: Amendment, found: Sequence[Reprint]) -> None:
    files = [f"{REPRINT}/{each.path}" for each in found if each.content is not None]
    console.answer(
        {
            "files": files,
            "changed": {each.path: each.changed for each in found if each.changed},
            "gone": {each.path: each.gone for each in found if each.gone},
            "meetings": {str(kind): len(changes.of_kind(kind)) for kind in Kind},
            "participants": sorted(changes.participants),
        }
    )
    console.say(
        "Meetings added: {added}, dropped: {dropped}, moved: {moved}.",
        added=len(changes.of_kind(Kind.ADDED)),
        dropped=len(changes.of_kind(Kind.DROPPED)),
        moved=len(changes.of_kind(Kind.MOVED)),
    )
    console.table(_lines(console, found))
    console.say(
        "Files to print again in {folder}: {count}.", folder=out / REPRINT, count=len(files)
    )


def _lines(console: Console, found: Iterable[Reprint]) -> list[tuple[str, str]]:
    """Return a line for each document: what changed in it, and what is to be taken back."""
    lines = []
    calendars = 0
    for each in found:
        calendars += each.kind == CALENDARS
        if each.changed:
            named = _named(each.changed)
            lines.append((each.path, f"{len(each.changed)} / {each.total}: {named}"))
        if each.gone:
            text = console.text("take back: {names}", names=_named(each.gone))
            lines.append((each.path, text))
        if not each.total and each.kind != CALENDARS:
            lines.append((each.path, console.text("changed")))
    return [*lines, (f"{CALENDARS}/", str(calendars))] if calendars else lines


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
