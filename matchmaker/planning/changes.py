"""An event with one part of its programme in place of what was there."""

from collections.abc import Iterable
from typing import TypeVar

from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation, Participant
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.variations import changed


def with_slots(event: Event, slots: Iterable[Slot]) -> Event:
    """Return `event` with other slots; absences, sittings and locks in those gone go with them."""
    new = tuple(slots)
    known = frozenset(each.id for each in new)
    held = {each.id: each for each in event.sessions if known.issuperset(each.slots)}
    return changed(
        event,
        slots=new,
        sessions=tuple(held.values()),
        locked_meetings=tuple(e for e in event.locked_meetings if e.slot in {None, *known}),
        locked_attendances=tuple(e for e in event.locked_attendances if e.session in held),
        participants=tuple(_present(each, known) for each in event.participants),
        interpreters=tuple(_present(each, known) for each in event.interpreters),
    )


def with_places(event: Event, rooms: Iterable[Room], tables: Iterable[Table]) -> Event:
    """Return `event` with other rooms and tables."""
    return changed(event, rooms=tuple(rooms), tables=tuple(tables))


def with_interpreters(event: Event, interpreters: Iterable[Interpreter]) -> Event:
    """Return `event` with other interpreters."""
    return changed(event, interpreters=tuple(interpreters))


def with_workshop(event: Event, workshop: Workshop, sessions: Iterable[Session]) -> Event:
    """Return `event` with that workshop and its sittings, in its place or behind the others."""
    themes = {each.id: each for each in event.workshops} | {workshop.id: workshop}
    others = [each for each in event.sessions if each.workshop != workshop.id]
    return changed(event, workshops=tuple(themes.values()), sessions=(*others, *sessions))


def without_workshop(event: Event, workshop: str) -> Event:
    """Return `event` without that workshop; who preferred it now prefers what came after it."""
    return changed(
        event,
        workshops=tuple(each for each in event.workshops if each.id != workshop),
        sessions=tuple(each for each in event.sessions if each.workshop != workshop),
        participants=tuple(_not_preferring(each, workshop) for each in event.participants),
    )


def with_people_of(event: Event, whole: Event, people: Iterable[str]) -> Event:
    """Return `event` with those participants of `whole` that it lacks, and their organisations."""
    lacking = [each for each in people if each not in event.participant_by_id]
    new = [_stripped(whole.participant_by_id[each], event) for each in dict.fromkeys(lacking)]
    firms: dict[str, Organisation] = {
        each.organisation: whole.organisation_by_id[each.organisation]
        for each in new
        if each.organisation not in event.organisation_by_id
    }
    return changed(
        event,
        organisations=(*event.organisations, *firms.values()),
        participants=(*event.participants, *new),
    )


def _stripped(person: Participant, event: Event) -> Participant:
    kept = tuple(each for each in person.workshops if each in event.workshop_by_id)
    return changed(person, unavailable=person.unavailable & event.slot_by_id.keys(), workshops=kept)


Absent = TypeVar("Absent", Participant, Interpreter)


def _present(person: Absent, known: frozenset[str]) -> Absent:
    if person.unavailable <= known:
        return person
    return changed(person, unavailable=person.unavailable & known)


def _not_preferring(person: Participant, workshop: str) -> Participant:
    if workshop not in person.workshops:
        return person
    return changed(person, workshops=tuple(e for e in person.workshops if e != workshop))
