"""Who or what uses a part of the programme, so that nothing is taken from under anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matchmaker.event import Event
from matchmaker.rules.violation import names


class Kind(StrEnum):
    """How something is used."""

    SITTING = "sitting"
    LOCKED_MEETING = "locked meeting"
    LOCKED_SEAT = "locked seat"
    FIXED_TABLE = "fixed table"
    TABLE = "table"
    ABSENCE = "absence"
    PREFERENCE = "preference"


FORGETTABLE = frozenset({Kind.ABSENCE, Kind.PREFERENCE})
"""What loses its meaning with the thing itself; all else must be settled first."""


@dataclass(frozen=True)
class Use:
    """One use of a thing: `by` is the workshop's id for sittings, else the name to show."""

    kind: Kind
    by: str

    @property
    def is_forgettable(self) -> bool:
        """Whether it may go along with the thing."""
        return self.kind in FORGETTABLE


def uses_of_slot(event: Event, slot: str) -> list[Use]:
    """Return what takes place in the slot, and who is away in it."""
    sittings = [Use(Kind.SITTING, each.workshop) for each in event.sessions if slot in each.slots]
    locked = [
        Use(Kind.LOCKED_MEETING, names(event, each.participants))
        for each in event.locked_meetings
        if each.slot == slot
    ]
    return [*sittings, *locked, *_absences(event, slot)]


def _absences(event: Event, slot: str) -> Iterator[Use]:
    for interpreter in event.interpreters:
        if slot in interpreter.unavailable:
            yield Use(Kind.ABSENCE, interpreter.name)
    for participant in event.participants:
        if slot in participant.unavailable:
            yield Use(Kind.ABSENCE, participant.name)


def uses_of_table(event: Event, table: str) -> list[Use]:
    """Return whose fixed table it is, and which locked meetings take place there."""
    fixed = [Use(Kind.FIXED_TABLE, each.name) for each in event.participants if each.table == table]
    locked = [
        Use(Kind.LOCKED_MEETING, names(event, each.participants))
        for each in event.locked_meetings
        if each.table == table
    ]
    return [*fixed, *locked]


def uses_of_room(event: Event, room: str) -> list[Use]:
    """Return which sittings take place there; its tables are told apart from it."""
    return [Use(Kind.SITTING, each.workshop) for each in event.sessions if each.room == room]


def uses_of_interpreter(event: Event, interpreter: str) -> list[Use]:
    """Return the sittings at which they interpret."""
    return [
        Use(Kind.SITTING, each.workshop)
        for each in event.sessions
        if interpreter in each.interpreters
    ]


def uses_of_session(event: Event, session: str) -> list[Use]:
    """Return who has a locked seat in it."""
    return [
        Use(Kind.LOCKED_SEAT, names(event, [each.participant]))
        for each in event.locked_attendances
        if each.session == session
    ]


def uses_of_workshop(event: Event, workshop: str) -> list[Use]:
    """Return who has a locked seat in one of its sittings, and who prefers it."""
    return [*_seats(event, workshop), *_preferences(event, workshop)]


def _seats(event: Event, workshop: str) -> Iterator[Use]:
    for each in event.sessions:
        if each.workshop == workshop:
            yield from uses_of_session(event, each.id)


def _preferences(event: Event, workshop: str) -> Iterator[Use]:
    for each in event.participants:
        if workshop in each.workshops:
            yield Use(Kind.PREFERENCE, each.name)
