"""Ids that one table holds of another: each is looked up, and a misspelt one gets a suggestion."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matchmaker.messages import Message, message
from matchmaker.registrations.cells import text_of
from matchmaker.registrations.contract import TABLES, Field
from matchmaker.registrations.directories import Directory
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error, shown
from matchmaker.registrations.repeats import told_once
from matchmaker.registrations.slot_directories import SlotDirectory

MOST_NAMED = 12
THERE_IS_NO: Mapping[str, tuple[str, Callable[[str], Message]]] = {
    "slots": ("unknown-slot", lambda id_: message("There is no slot {id}.", id=id_)),
    "tables": ("unknown-table", lambda id_: message("There is no table {id}.", id=id_)),
    "rooms": ("unknown-room", lambda id_: message("There is no room {id}.", id=id_)),
    "workshops": ("unknown-workshop", lambda id_: message("There is no workshop {id}.", id=id_)),
    "sessions": ("unknown-session", lambda id_: message("There is no session {id}.", id=id_)),
    "interpreters": (
        "unknown-interpreter",
        lambda id_: message("There is no interpreter {id}.", id=id_),
    ),
    "participants": (
        "unknown-participant",
        lambda id_: message("There is no participant {id}.", id=id_),
    ),
}


def with_references(draft: Draft) -> Step:
    """Return the draft in which every reference is an id that exists."""
    directories = {table: _directory(draft, table) for table in THERE_IS_NO}
    findings: list[Finding] = []
    for table, fields in TABLES.items():
        looked_up = [each for each in fields if each.refers_to]
        rows = [_resolved(row, looked_up, directories, draft, findings) for row in draft[table]]
        draft = draft.having(table, rows)
    return draft, tuple(told_once(findings))


def unknown(row: Row, name: str, text: str, directory: Directory) -> Finding:
    """Return the Finding that `text` is no id of the directory's table."""
    table = directory.table
    guess = directory.suggestions.nearest(text)
    if guess is not None:
        remedy = message("Did you mean {suggestion}?", suggestion=shown(guess))
    elif directory.ids:
        remedy = _choices(directory.choices, directory.room)
    else:
        remedy = message("Add it to the table {table}, or leave it out.", table=table)
    code, what = THERE_IS_NO[table]
    return error(row.place(name), code, what(shown(text)), remedy)


def _directory(draft: Draft, table: str) -> Directory:
    return SlotDirectory(draft) if table == "slots" else Directory(draft, table)


def _choices(choices: Sequence[str], room: int) -> Message:
    """Return what one may write, or of much the first and how much more."""
    first = list(choices[:MOST_NAMED])
    if len(choices) <= len(first) + 1:
        return message("Use one of: {known}.", known=shown(", ".join(choices), room))
    while len(first) > 1 and len(", ".join(first)) > room:
        first.pop()
    known, more = shown(", ".join(first), room), len(choices) - len(first)
    return message("Use one of: {known} and {number} more.", known=known, number=more)


def _resolved(
    row: Row,
    fields: list[Field],
    directories: Mapping[str, Directory],
    draft: Draft,
    findings: list[Finding],
) -> Row:
    for field in fields:
        value = row[field.name]
        if value is None:
            continue
        if field.refers_to in draft.unread:
            row = row.having(**{field.name: None})
            continue
        directory = directories[field.refers_to]
        ids, missing = _looked_up(value, directory, field.many)
        findings.extend(unknown(row, field.name, each, directory) for each in missing)
        row = row.having(**{field.name: ids if field.many else next(iter(ids), None)})
    return row


def _looked_up(value: Any, directory: Directory, many: bool) -> tuple[tuple[str, ...], list[str]]:
    """Return the ids that `value` means, and what in it means none."""
    if not many:
        found = directory.find(value)
        return ((found,), []) if found else ((), [] if directory.is_faulty(value) else [value])
    texts = _texts(value, directory)
    ids = tuple(found for each in texts for found in directory.meant(each))
    return ids, [each for each in texts if not directory.knows(each)]


def _texts(value: Any, directory: Directory) -> list[str]:
    if isinstance(value, list):
        return [text_of(each) for each in value]
    return directory.parts(text_of(value))
