"""The event without what files leave out of the programme, and without what is said about that."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar, cast

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.programme import Session
from matchmaker.registrations.drafts import Draft
from matchmaker.values import Value, fields_of

AnyValue = TypeVar("AnyValue", bound=Value)
REFERRED = ("slots", "rooms", "tables", "workshops", "sessions", "interpreters")
"""Tables of the programme to which other tables refer."""


def reduced(event: Event, draft: Draft, said: Collection[str]) -> Event:
    """Return `event` without the records that `draft`, which holds the tables `said`, has not.

    Nobody is absent in a slot that is gone, and a sitting without slots is gone itself. What is
    left may have too little for an event of its own.
    """
    gone = _gone(event, draft, said)
    sessions = [_session(each, gone) for each in event.sessions]
    held = tuple(each for each in sessions if each.slots and each.workshop not in gone["workshops"])
    seats = {each.id for each in held} - gone["sessions"]
    return _with(
        event,
        tables=tuple(_with(e, room=_there(e.room, gone["rooms"])) for e in event.tables),
        sessions=held,
        interpreters=tuple(_away(each, gone["slots"]) for each in event.interpreters),
        participants=tuple(_person(each, gone) for each in event.participants),
        locked_meetings=tuple(
            _with(e, slot=_there(e.slot, gone["slots"]), table=_there(e.table, gone["tables"]))
            for e in event.locked_meetings
        ),
        locked_attendances=tuple(e for e in event.locked_attendances if e.session in seats),
    )


def _gone(event: Event, draft: Draft, said: Collection[str]) -> dict[str, frozenset[str]]:
    # Tables given by their number are made later.
    numbered = range(1, (draft.setting("event", "tables") or 0) + 1)
    gone: dict[str, frozenset[str]] = {}
    for table in REFERRED:
        there = {*draft.ids(table), *(map(str, numbered) if table == "tables" else ())}
        known = frozenset(each.id for each in getattr(event, table))
        gone[table] = known - there if table in said else frozenset()
    return gone


def _session(session: Session, gone: Mapping[str, frozenset[str]]) -> Session:
    return _with(
        session,
        slots=tuple(each for each in session.slots if each not in gone["slots"]),
        room=_there(session.room, gone["rooms"]),
        interpreters=tuple(e for e in session.interpreters if e not in gone["interpreters"]),
    )


def _person(person: Participant, gone: Mapping[str, frozenset[str]]) -> Participant:
    kept = tuple(each for each in person.workshops if each not in gone["workshops"])
    there = _there(person.table, gone["tables"])
    return _with(_away(person, gone["slots"]), workshops=kept, table=there)


Absent = TypeVar("Absent", Participant, Interpreter)


def _away(somebody: Absent, gone: frozenset[str]) -> Absent:
    return _with(somebody, unavailable=somebody.unavailable - gone)


def _there(key: str | None, gone: frozenset[str]) -> str | None:
    return None if key in gone else key


def _with(value: AnyValue, **fields: object) -> AnyValue:
    made: Any = type(value).model_construct(**fields_of(value) | fields)
    return cast(AnyValue, made)
