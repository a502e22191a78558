"""Calendars in output folders: what was written may have been sent, and is counted on from."""

from dataclasses import replace
from pathlib import Path

from matchmaker.documents.folder import CALENDARS, DOCUMENTS, Order
from matchmaker.documents.reprints import names_of
from matchmaker.event import Event
from web.commands import output_folder

PATTERN = DOCUMENTS[CALENDARS].file


def sent_calendars(folder: Path, old: Order, new: Order) -> dict[str, bytes]:
    """Return the calendars that were written into `folder`, else those that would have been.

    Somebody who comes back has the one by which theirs was cancelled.
    """
    found = _read(folder, new.event, old.event)
    missing = replace(old, people=old.event.participant_by_id.keys() - found.keys())
    return found | dict(DOCUMENTS[CALENDARS].make(missing))


def holding_calendars(folder: Path, order: Order) -> dict[str, bytes]:
    """Return the calendars in `folder` that still hold: only their numbers are their own."""
    found = _read(folder, order.event, order.event)
    made = DOCUMENTS[CALENDARS].make(replace(order, earlier=found, people=found.keys()))
    return {person: content for person, content in made if found[person] == content}


def keep_calendars(out: Path, since: Path, reprint: Path, orders: tuple[Order, Order]) -> None:
    """Write everybody's calendar into `out`: the one to be sent, else the one that still holds.

    Those of people who left before stay with them, for whoever comes back.
    """
    old, new = orders
    kept = _files(reprint, old.event, new.event)
    for person, file in kept.items():
        content = file.read_bytes() if file.is_file() else new.earlier.get(person)
        if content is not None:
            output_folder.put(out, str(file.relative_to(reprint)), content)
    names = {each.name for each in kept.values()}
    for file in since.glob(PATTERN.format("*")):
        if file.name not in names:
            output_folder.put(out, str(file.relative_to(since)), file.read_bytes())


def _read(folder: Path, other: Event, own: Event) -> dict[str, bytes]:
    files = _files(folder, other, own)
    return {person: file.read_bytes() for person, file in files.items() if file.is_file()}


def _files(folder: Path, other: Event, own: Event) -> dict[str, Path]:
    """Return by participant where their calendar is in `folder`, which is about event `own`."""
    names = names_of(other, own)
    return {each: folder / PATTERN.format(name) for each, name in names.items()}
