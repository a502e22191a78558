"""What differs between two events: which records came, changed and went, field by field."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from matchmaker.event import Event
from matchmaker.values import Language, Texts, Value, fields_of

Key = tuple[str, ...]
"""What tells the records of a table apart: an id, or the ids of those that it is about."""


class Heading(Value):
    """What an event says of itself."""

    name: Texts
    venue: Texts
    contact: str
    timezone: str
    languages: tuple[Language, ...]


def _id(record: Any) -> Key:
    return (record.id,)


def _pair(record: Any) -> Key:
    return tuple(sorted((record.participant_a, record.participant_b)))


KEYS: Mapping[str, Callable[[Any], Key]] = {
    "slots": _id,
    "rooms": _id,
    "tables": _id,
    "workshops": _id,
    "sessions": _id,
    "interpreters": _id,
    "organisations": _id,
    "participants": _id,
    "wishes": lambda wish: (wish.wisher, wish.wished),
    "already_met": _pair,
    "locked_meetings": _pair,
    "locked_attendances": lambda lock: lock.seat,
}
"""The tables of an event with many records."""
SETTINGS = ("rules", "objective")


class Kind(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class FieldChange:
    """A field of a record, as it was and as it is."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Difference:
    """A record as it was and as it is; None where there was or is none."""

    table: str
    key: Key
    before: Value | None
    after: Value | None

    @property
    def kind(self) -> Kind:
        """What became of it."""
        if self.before is None:
            return Kind.ADDED
        return Kind.REMOVED if self.after is None else Kind.CHANGED

    @property
    def record(self) -> Value | None:
        """The record as it is, or was before it went."""
        return self.after or self.before

    @cached_property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ, of a record that is in both events."""
        if self.before is None or self.after is None:
            return ()
        old, new = self.before, self.after
        changes = (FieldChange(n, getattr(old, n), getattr(new, n)) for n in type(old).model_fields)
        return tuple(each for each in changes if each.before != each.after)


@dataclass(frozen=True)
class Differences:
    """All that differs; the order of records makes no difference."""

    all: tuple[Difference, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the events hold the same."""
        return not self.all

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The tables in which something differs."""
        return tuple(dict.fromkeys(each.table for each in self.all))

    def of(self, table: str, kind: Kind | None = None) -> tuple[Difference, ...]:
        """Return what differs in `table`, of one kind or of all."""
        found = (each for each in self.all if each.table == table)
        return tuple(each for each in found if kind in (None, each.kind))


def differences(before: Event, after: Event) -> Differences:
    """Return what differs, table by table: in the order of `before`, then what is new."""
    found: list[Difference] = []
    if (old := heading(before)) != (new := heading(after)):
        found.append(Difference("event", (), old, new))
    for table in KEYS:
        found += _of_table(table, _by_key(table, before), _by_key(table, after))
    for name in SETTINGS:
        if getattr(before, name) != getattr(after, name):
            found.append(Difference(name, (), getattr(before, name), getattr(after, name)))
    return Differences(tuple(found))


def applied(event: Event, changes: Differences) -> Event:
    """Return `event` with `changes`: what it had stays in its order, what is new stands behind."""
    tables = {each: _changed(each, event, changes.of(each)) for each in KEYS}
    settings = {each.table: each.after for each in changes.all if each.table in SETTINGS}
    said = next((each.after for each in changes.of("event") if each.after), heading(event))
    return Event.model_validate({**fields_of(event), **fields_of(said), **tables, **settings})


def heading(event: Event) -> Heading:
    """Return what `event` says of itself."""
    return Heading(**{name: getattr(event, name) for name in Heading.model_fields})


def _by_key(table: str, event: Event) -> dict[Key, Any]:
    return {KEYS[table](each): each for each in getattr(event, table)}


def _of_table(table: str, old: Mapping[Key, Any], new: Mapping[Key, Any]) -> Iterator[Difference]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield Difference(table, key, old.get(key), new.get(key))


def _changed(table: str, event: Event, changes: Sequence[Difference]) -> tuple[Any, ...]:
    records = _by_key(table, event) | {each.key: each.after for each in changes}
    left = [each for each in records.values() if each is not None]
    # Slots are in order of time, wherever they come from.
    return tuple(sorted(left, key=lambda slot: slot.start)) if table == "slots" else tuple(left)
