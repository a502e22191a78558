"""Ids that one table holds of another: each is looked up, and a misspelt one gets a suggestion."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matchmaker.messages import Message, message
from matchmaker.registrations import lists
from matchmaker.registrations.cells import text_of
from matchmaker.registrations.contract import TABLES, Field
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.faulty import Faulty
from matchmaker.registrations.findings import SHOWN, Finding, error, shown
from matchmaker.registrations.folding import fold, words_of
from matchmaker.registrations.suggestions import Suggestions

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


class Directory:
    """The ids of a table; case does not matter, and a name will do, where only one id fits."""

    def __init__(self, draft: Draft, table: str) -> None:
        self.table = table
        self.ids = list(dict.fromkeys(draft.ids(table)))
        titles = [title for row in draft[table] for title in _titles(row)]
        self.suggestions = Suggestions((*self.ids, *titles))
        self._exact = set(self.ids)
        self._faulty = Faulty(draft[table])
        self._loose: dict[str, set[str]] = {}
        for row in draft[table]:
            for name in _names(row) if row["id"] else ():
                self._loose.setdefault(name, set()).add(row["id"])

    def find(self, text: str) -> str | None:
        """Return the one id that `text` means (an id, an address, a name or a title), or None."""
        if text in self._exact:
            return text
        found = self._loose.get(fold(text)) or self._loose.get(words_of(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def knows(self, text: str) -> bool:
        """Tell whether `text` means an id, or somebody whose own row has an error."""
        return self.find(text) is not None or self._faulty.has(text)


def with_references(draft: Draft) -> Step:
    """Return the draft in which every reference is an id that exists."""
    directories = {table: Directory(draft, table) for table in THERE_IS_NO}
    findings: list[Finding] = []
    for table, fields in TABLES.items():
        looked_up = [each for each in fields if each.refers_to]
        rows = [_resolved(row, looked_up, directories, draft, findings) for row in draft[table]]
        draft = draft.having(table, rows)
    return draft, tuple(findings)


def unknown(row: Row, name: str, text: str, directory: Directory) -> Finding:
    """Return the Finding that `text` is no id of the directory's table."""
    table = directory.table
    guess = directory.suggestions.nearest(text)
    if guess is not None:
        remedy = message("Did you mean {suggestion}?", suggestion=shown(guess))
    elif directory.ids:
        remedy = _choices(directory.ids)
    else:
        remedy = message("Add it to the table {table}, or leave it out.", table=table)
    code, what = THERE_IS_NO[table]
    return error(row.place(name), code, what(shown(text)), remedy)


def _names(row: Row) -> set[str]:
    """Return all ways to write the id, the address, the name and the titles of a row."""
    folded = {fold(each) for each in (row["id"], row["email"], *_titles(row)) if each}
    whole = f"{row['first_name'] or ''} {row['last_name'] or ''}".strip()
    return (folded | {words_of(whole)}) - {""}


def _titles(row: Row) -> list[str]:
    """Return what a row calls itself, in all its languages."""
    named = (row["name"], row["title"])
    return [
        text
        for each in named
        if each
        for text in ([each] if isinstance(each, str) else each.values())
    ]


def _choices(ids: Sequence[str]) -> Message:
    """Return the ids there are, or of many the first ones and how many more."""
    first = list(ids[:MOST_NAMED])
    if len(ids) <= len(first) + 1:
        return message("Use one of: {known}.", known=shown(", ".join(ids)))
    while len(first) > 1 and len(", ".join(first)) > SHOWN:
        first.pop()
    known, more = shown(", ".join(first)), len(ids) - len(first)
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
        texts = _texts(value, directory) if field.many else [value]
        findings.extend(
            unknown(row, field.name, each, directory) for each in texts if not directory.knows(each)
        )
        ids = tuple(found for each in texts if (found := directory.find(each)) is not None)
        row = row.having(**{field.name: ids if field.many else next(iter(ids), None)})
    return row


def _texts(value: Any, directory: Directory) -> list[str]:
    if isinstance(value, list):
        return [text_of(each) for each in value]
    return lists.references(text_of(value), directory.knows)
