"""The day minute by minute: what begins, ends and goes on at each moment at which it changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from matchmaker.documents.services import Service, services
from matchmaker.documents.timeline import SHORTEST_PAUSE
from matchmaker.documents.waiting import waiting
from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.programme import Session, Slot
from matchmaker.timetable import Guest, Meeting, Timetable


@dataclass(frozen=True)
class Move:
    """Where an interpreter comes from, if from anywhere, and what they do next."""

    interpreter: Interpreter
    before: Service | None
    service: Service


@dataclass(frozen=True)
class Beginning:
    """The beginning of a slot, and who is where in it.

    `starting` and `running` are sessions; `joining` are guests at meetings; `waiting` are those who
    are there and have nothing, not even a visit.
    """

    time: datetime
    slot: Slot
    meetings: tuple[Meeting, ...]
    starting: tuple[Session, ...]
    running: tuple[Session, ...]
    moves: tuple[Move, ...]
    joining: tuple[Guest, ...]
    waiting: tuple[Participant, ...]


@dataclass(frozen=True)
class Ending:
    """The end of a slot: sessions that end with it, and what follows until `until`.

    `until` None is the end of a day.
    """

    time: datetime
    slot: Slot
    ending: tuple[Session, ...]
    until: datetime | None

    @property
    def is_pause(self) -> bool:
        """Whether a pause of the programme follows, not just the time to change tables."""
        return self.until is not None and self.until - self.time >= SHORTEST_PAUSE


Moment = Beginning | Ending


def moments(event: Event, timetable: Timetable) -> list[Moment]:
    """Return all moments in order of time."""
    free, served = waiting(event, timetable), services(event, timetable)
    meetings = _by_slot(timetable.meetings)
    found: list[Moment] = []
    for slot, after in pairwise((*event.slots, None)):
        if slot is not None:
            joining = tuple(each for each in timetable.guests if each.slot == slot.id)
            here = meetings.get(slot.id, ())
            found.append(_beginning(event, slot, here, joining, free[slot.id], served))
            found.append(_ending(event, slot, after))
    return found


def last_slot(event: Event, session: Session) -> str:
    """Return the id of the slot with which the session ends."""
    return max(session.slots, key=lambda each: event.slot_by_id[each].start)


def first_slot(event: Event, session: Session) -> str:
    """Return the id of the slot with which the session begins."""
    return min(session.slots, key=lambda each: event.slot_by_id[each].start)


def _by_slot(meetings: Sequence[Meeting]) -> dict[str, tuple[Meeting, ...]]:
    found: dict[str, list[Meeting]] = {}
    for each in meetings:
        found.setdefault(each.slot, []).append(each)
    return {slot: tuple(each) for slot, each in found.items()}


def _beginning(
    event: Event,
    slot: Slot,
    meetings: tuple[Meeting, ...],
    joining: tuple[Guest, ...],
    free: tuple[Participant, ...],
    served: Mapping[str, Sequence[Service]],
) -> Beginning:
    here = [each for each in event.sessions if slot.id in each.slots]
    return Beginning(
        time=slot.start,
        slot=slot,
        meetings=meetings,
        starting=tuple(each for each in here if first_slot(event, each) == slot.id),
        running=tuple(each for each in here if first_slot(event, each) != slot.id),
        moves=tuple(_moves(event, slot, served)),
        joining=joining,
        waiting=free,
    )


def _ending(event: Event, slot: Slot, after: Slot | None) -> Ending:
    ending = tuple(
        each
        for each in event.sessions
        if slot.id in each.slots and last_slot(event, each) == slot.id
    )
    same_day = after is not None and after.start.date() == slot.end.date()
    return Ending(slot.end, slot, ending, after.start if after is not None and same_day else None)


def _moves(event: Event, slot: Slot, served: Mapping[str, Sequence[Service]]) -> Iterator[Move]:
    for interpreter in event.interpreters:
        before: Service | None = None
        for each in served[interpreter.id]:
            if each.slot.start > slot.start:
                break
            if each.slot.id == slot.id and not each.is_free:
                yield Move(interpreter, before, each)
            before = before if each.is_free else each
