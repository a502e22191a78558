"""The event as it stands, as rows below those of the files: what they say nothing of stays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from matchmaker.cells import protected
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, Place
from matchmaker.registrations.nested import records_in
from matchmaker.registrations.parsing import parsed
from matchmaker.registrations.records import Material, Record

NAMES = ("name", "first_name", "last_name")
BESIDE = ("participants", "wishes")
"""Tables of which records of the event are kept beside those of the files."""


class Foundation:
    """The rows of the event as it stands, to be put under the rows of files."""

    def __init__(self, event: Event) -> None:
        self.event = event
        content = event.model_dump(mode="json", exclude_defaults=True)
        content |= {"timezone": event.timezone, "languages": list(event.languages)}
        draft, _ = parsed(Material(tuple(records_in(_guarded(content), _nowhere))))
        self._draft = draft
        self._by_id = {each["id"]: each for each in draft["participants"]}
        addresses = ((each["email"] or "").casefold() for each in draft["participants"])
        self._by_email = dict(zip(addresses, self._by_id.values(), strict=True))

    def under(self, draft: Draft, tables: Iterable[str]) -> tuple[Draft, list[Participant]]:
        """Return `draft`, in which the files hold `tables`, with all that the event has besides.

        Return, too, whom of the event the files do not name.
        """
        said = frozenset(tables)
        draft, aliases = self._recognised(draft)
        for table in TABLES:
            own = self._draft[table]
            if table in ("event", "rules", "objective"):
                draft = draft.having(table, _settings(draft[table], own))
            elif table == "organisations":
                draft = draft.having(table, (*draft[table], *_others(own, draft[table])))
            elif table not in said and table not in BESIDE:
                draft = draft.having(table, own)
        draft = _with_rooms(draft) if "rooms" not in said else draft
        draft = draft.having("wishes", [_renamed(each, aliases) for each in draft["wishes"]])
        named = set(draft.ids("participants"))
        left = [each for each in self.event.participants if each.id not in named]
        kept = [self._by_id[each.id] for each in left]
        return draft.having("participants", (*draft["participants"], *kept)), left

    def _recognised(self, draft: Draft) -> tuple[Draft, dict[str, str]]:
        """Give people known by their address the id they have; what a file lacks stays as it is."""
        pairs = [(row, self._known(row)) for row in draft["participants"]]
        rows = [_completed(row, known) if known else row for row, known in pairs]
        aliases = {row["id"]: known["id"] for row, known in pairs if known}
        return draft.having("participants", rows), aliases

    def _known(self, row: Row) -> Row | None:
        by_email = self._by_email.get((row["email"] or "").casefold()) if row["email"] else None
        return self._by_id.get(row["id"]) or by_email


def of_files(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is to be told: remarks on the event as it stands were made before."""
    return (each for each in findings if each.place.file or each.severity == "error")


def _guarded(value: Any) -> Any:
    """Return `value` with its texts written so that reading them as cells gives them back."""
    if isinstance(value, str):
        return protected(value)
    if isinstance(value, dict):
        return {key: _guarded(each) for key, each in value.items()}
    return [_guarded(each) for each in value] if isinstance(value, list) else value


def _nowhere(table: str, index: int | None, key: str) -> Place:
    parts = (table, "" if index is None else str(index + 1), key)
    return Place("", None, " ".join(part for part in parts if part))


def _settings(rows: tuple[Row, ...], known: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the settings of the files, the known ones where they say nothing."""
    if not rows or not known:
        return rows or known
    return tuple(replace(each, values={**known[0].values, **each.values}) for each in rows)


def _others(own: Iterable[Row], said: Iterable[Row]) -> list[Row]:
    ids = {each["id"] for each in said}
    return [each for each in own if each["id"] not in ids]


def _completed(row: Row, known: Row) -> Row:
    """Return `row` with the id that is known, and with what its sheet has no column for."""
    row = row.having(id=known["id"])
    if not row.record.in_columns:
        return row
    cells = row.record.cells
    given = set(NAMES) if any(each in cells for each in NAMES) else set()
    lacking = {k: v for k, v in known.values.items() if k not in cells and k not in given}
    return replace(row, values={**lacking, **row.values})


def _renamed(row: Row, aliases: Mapping[str, str]) -> Row:
    names = {each: aliases[row[each]] for each in ("from", "to") if row[each] in aliases}
    return row.having(**names)


def _with_rooms(draft: Draft) -> Draft:
    """Return `draft` with the rooms that files name without listing any."""
    known = set(draft.ids("rooms"))
    named = (row for table in ("tables", "sessions") for row in draft[table] if row["room"])
    made = {row["room"]: row for row in named if row["room"] not in known}
    rooms = [
        Row(Record("rooms", row.place("room"), {}), {"id": each}) for each, row in made.items()
    ]
    return draft.having("rooms", (*draft["rooms"], *rooms)) if known else draft
