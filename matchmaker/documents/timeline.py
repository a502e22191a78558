"""What one participant's day consists of, from the first slot to the last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, groupby

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session, Slot
from matchmaker.timetable import Agenda, Meeting

SHORTEST_PAUSE = timedelta(minutes=10)
"""A shorter time between two slots is for changing tables and is not shown."""


@dataclass(frozen=True)
class Entry:
    """A stretch of the day in which nothing is planned; the subclasses say what else may be."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Encounter(Entry):
    """A meeting, and the id of whoever joins the two."""

    meeting: Meeting
    guest: str | None = None


@dataclass(frozen=True)
class Visit(Entry):
    """A meeting of two others whom the participant joins."""

    meeting: Meeting


@dataclass(frozen=True)
class Sitting(Entry):
    """A session, from its first slot to its last, or a stretch of it between other slots."""

    session: Session


@dataclass(frozen=True)
class Away(Entry):
    """Slots in which the participant said they cannot come."""


@dataclass(frozen=True)
class Pause(Entry):
    """A pause of the programme."""


def timeline(event: Event, agenda: Agenda) -> list[Entry]:
    """Return the entries of `agenda` in order of time; every slot is in one, none in two."""
    return run_together(chain.from_iterable(_at(slot, agenda) for slot in event.slots))


def run_together(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries of single slots with those that go on made one, and the pauses between."""
    return list(_with_pauses(_merged(entries)))


def by_day(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the entries of each day."""
    return [list(group) for _, group in groupby(entries, lambda each: each.start.date())]


def _at(slot: Slot, agenda: Agenda) -> list[Entry]:
    met = (each for each in agenda.meetings if each.slot == slot.id)
    guest = agenda.guests.get(slot.id)
    encounters = [Encounter(slot.start, slot.end, each, guest) for each in met]
    visits = [Visit(slot.start, slot.end, each) for each in agenda.visits if each.slot == slot.id]
    sittings = [Sitting(slot.start, slot.end, s) for s in agenda.sessions if slot.id in s.slots]
    return [*encounters, *visits, *sittings] or [_empty(slot, agenda.participant)]


def _empty(slot: Slot, participant: Participant) -> Entry:
    kind = Away if slot.id in participant.unavailable else Entry
    return kind(slot.start, slot.end)


def _merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    last: Entry | None = None
    for entry in entries:
        if last is not None and _continues(last, entry):
            last = replace(last, end=entry.end)
        else:
            if last is not None:
                yield last
            last = entry
    if last is not None:
        yield last


def _continues(last: Entry, entry: Entry) -> bool:
    if isinstance(last, Sitting):
        return isinstance(entry, Sitting) and last.session == entry.session
    is_near = timedelta() <= entry.start - last.end < SHORTEST_PAUSE
    return is_near and not isinstance(last, Encounter | Visit) and type(last) is type(entry)


def _with_pauses(entries: Iterable[Entry]) -> Iterator[Entry]:
    last: Entry | None = None
    for entry in entries:
        if last is not None and _is_pause(last, entry):
            yield Pause(last.end, entry.start)
        yield entry
        last = entry


def _is_pause(last: Entry, entry: Entry) -> bool:
    same_day = last.end.date() == entry.start.date()
    return same_day and entry.start - last.end >= SHORTEST_PAUSE
