"""Printing again what changed between two output folders, and nothing else."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from matchmaker.amendments import Amendment, Kind, amendment
from matchmaker.documents.folder import CALENDARS, DOCUMENTS, Order
from matchmaker.documents.reprints import Reprint, names_of, reprints
from matchmaker.event import Event
from web.commands import output_folder
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
        _keep_calendars(out, since, old, new)
    _tell(console, out, amendment(old.timetable, new.timetable), found)


def sent_calendars(folder: Path, old: Order, new: Order) -> dict[str, bytes]:
    """Return the calendars that were written into `folder`, else those that would have been.

    Somebody who comes back has the one by which theirs was cancelled.
    """
    files = _calendar_files(folder, new.event, old.event)
    found = {person: file.read_bytes() for person, file in files.items() if file.is_file()}
    missing = replace(old, people=old.event.participant_by_id.keys() - found.keys())
    return found | dict(DOCUMENTS[CALENDARS].make(missing))


def _keep_calendars(out: Path, since: Path, old: Order, new: Order) -> None:
    """Write everybody's calendar: the one to be sent, or the one that was sent and still holds.

    Those of people who left before stay with them, for whoever comes back.
    """
    kept = _calendar_files(out / REPRINT, old.event, new.event)
    for person, file in kept.items():
        content = file.read_bytes() if file.is_file() else new.earlier.get(person)
        if content is not None:
            output_folder.put(out, str(file.relative_to(out / REPRINT)), content)
    names = {each.name for each in kept.values()}
    for file in since.glob(DOCUMENTS[CALENDARS].file.format("*")):
        if file.name not in names:
            output_folder.put(out, str(file.relative_to(since)), file.read_bytes())


def _calendar_files(folder: Path, other: Event, own: Event) -> dict[str, Path]:
    """Return by participant where their calendar is in `folder`, which is about event `own`."""
    names = names_of(other, own)
    return {each: folder / DOCUMENTS[CALENDARS].file.format(name) for each, name in names.items()}


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
