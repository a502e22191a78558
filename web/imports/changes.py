"""Differences between two events as people read them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker.differences import Difference, Kind
from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Wish
from web.imports.labels import TABLES, field_name, table_name
from web.imports.reading import Reading
from web.imports.titles import titles
from web.languages import local_text, say
from web.regions import region_name

SHOWN = 25
"""So many of each kind are shown at once."""
WHOLE = 200


@dataclass(frozen=True)
class Line:
    """A field as it was and as it would be."""

    label: Message
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """What would become of one record."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Group:
    """What becomes of the records of one table in one way; the first `entries` of them all."""

    table: str
    title: Message
    kind: Kind
    count: int
    entries: tuple[Entry, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.entries)


def groups(reading: Reading, before: Event, table: str = "") -> list[Group]:
    """Return all that would change, `table` at length and the others in short."""
    names = _Names(before, reading.event or before, reading.outcome.chosen)
    return [
        _group(each, kind, found, names, WHOLE if each == table else SHOWN)
        for each in TABLES
        for kind in Kind
        if (found := reading.differences.of(each, kind))
    ]


def _group(
    table: str, kind: Kind, found: tuple[Difference, ...], names: "_Names", most: int
) -> Group:
    entries = tuple(Entry(names.of(each), tuple(_lines(each, names))) for each in found[:most])
    return Group(table, table_name(table), kind, len(found), entries)


def _lines(difference: Difference, names: "_Names") -> Iterator[Line]:
    for each in difference.fields:
        yield Line(
            field_name(each.name),
            names.shown(each.name, each.before),
            names.shown(each.name, each.after),
        )


class _Names:
    """What people and organisations are called, before or after.

    `chosen` holds the organisations that somebody was chosen for, by wisher and wished.
    """

    def __init__(self, before: Event, after: Event, chosen: Mapping[tuple[str, str], str]) -> None:
        self._chosen = chosen
        self._people = {**before.participant_by_id, **after.participant_by_id}
        self._titles = titles(before, after)

    def of(self, difference: Difference) -> str:
        """Return what a record is called."""
        record: Any = difference.record
        if difference.table == "participants":
            return f"{record.name} ({self._title('organisation', record.organisation)})"
        if difference.table == "wishes":
            rank = "✕" if record.is_veto else str(record.rank)
            return f"{self._person(record.wisher)} → {self._wished(record)} · {rank}"
        if difference.table in ("already_met", "locked_meetings"):
            return " – ".join(map(self._person, difference.key))
        if difference.table == "locked_attendances":
            return (
                f"{self._person(difference.key[0])} – {self._title('session', difference.key[1])}"
            )
        if difference.table == "sessions":
            return self._title("session", record.id)
        title = getattr(record, "title", None) or getattr(record, "name", "")
        text = local_text(title) if isinstance(title, dict) else str(title)
        return text or " ".join(difference.key)

    def shown(self, name: str, value: Any) -> str:
        """Return a value of a field in words."""
        if name in self._titles and isinstance(value, str):
            return self._title(name, value)
        if name == "region" and value:
            return region_name(str(value))
        if isinstance(value, dict):
            return local_text(value)
        if isinstance(value, bool):
            return "✓" if value else "–"
        if isinstance(value, frozenset | tuple):
            return ", ".join(self._title(name, str(each)) for each in _ordered(value)) or "–"
        return "–" if value in (None, "") else str(value)

    def _wished(self, wish: Wish) -> str:
        name = self._person(wish.wished)
        firm = self._chosen.get((wish.wisher, wish.wished))
        return (
            say(message("{name} (for {organisation})", name=name, organisation=firm))
            if firm
            else name
        )

    def _person(self, key: str) -> str:
        found = self._people.get(key)
        return found.name if found else key

    def _title(self, name: str, key: str) -> str:
        """Return what the id in a field is called."""
        return self._titles.get(name, {}).get(key, key)


def _ordered(values: Iterable[Any]) -> list[Any]:
    return sorted(values) if isinstance(values, frozenset) else list(values)
