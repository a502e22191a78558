"""The whole input of an event, with everything it refers to present and consistent."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.people import Interpreter, Organisation, Pair, Participant, Wish
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.terms import Objective, Rules
from matchmaker.values import Contact, Language, Texts, Value, repeated, time_zones


def _known_time_zone(name: str) -> str:
    if name not in time_zones():
        raise ValueError(f"{name} is not a time zone such as Europe/Brussels")
    return name


class Event(Value):
    """Everything the organisers know before the timetable is made.

    Slots are in order of time and do not overlap. Every id that is referred to exists, ids are
    unique within their kind, no participant wishes for the same person twice, and nothing is locked
    twice.
    """

    name: Texts
    venue: Texts = Field(default_factory=dict)
    contact: Contact = ""
    timezone: Annotated[str, AfterValidator(_known_time_zone)] = "Europe/Brussels"
    languages: tuple[Language, ...] = Field(default=("fr", "nl"), min_length=1)
    slots: tuple[Slot, ...] = Field(min_length=1)
    rooms: tuple[Room, ...] = ()
    tables: tuple[Table, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    sessions: tuple[Session, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    participants: tuple[Participant, ...] = ()
    wishes: tuple[Wish, ...] = ()
    already_met: tuple[Pair, ...] = ()
    locked_meetings: tuple[MeetingLock, ...] = ()
    locked_attendances: tuple[AttendanceLock, ...] = ()
    rules: Rules = Rules()
    objective: Objective = Objective()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        faults = [*_repetitions(self), *_dangling(self), *_slots_out_of_order(self)]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    @cached_property
    def participant_by_id(self) -> dict[str, Participant]:
        """Participants by id."""
        return {each.id: each for each in self.participants}

    @cached_property
    def organisation_by_id(self) -> dict[str, Organisation]:
        """Organisations by id."""
        return {each.id: each for each in self.organisations}

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions that participants come from, each once."""
        return tuple(sorted({each.region for each in self.participants} - {""}))

    @cached_property
    def slot_by_id(self) -> dict[str, Slot]:
        """Slots by id, in order of time."""
        return {each.id: each for each in self.slots}

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """Tables by id, in the organisers' order."""
        return {each.id: each for each in self.tables}

    @cached_property
    def room_by_id(self) -> dict[str, Room]:
        """Rooms by id."""
        return {each.id: each for each in self.rooms}

    @cached_property
    def workshop_by_id(self) -> dict[str, Workshop]:
        """Workshops by id."""
        return {each.id: each for each in self.workshops}

    @cached_property
    def session_by_id(self) -> dict[str, Session]:
        """Sessions by id."""
        return {each.id: each for each in self.sessions}

    @cached_property
    def interpreter_by_id(self) -> dict[str, Interpreter]:
        """Interpreters by id."""
        return {each.id: each for each in self.interpreters}

    @cached_property
    def lock_by_pair(self) -> dict[frozenset[str], MeetingLock]:
        """Locked meetings by the ids of the two."""
        return {each.pair: each for each in self.locked_meetings}

    @cached_property
    def locked_seats(self) -> frozenset[tuple[str, str]]:
        """The ids of participant and session of every locked attendance."""
        return frozenset(each.seat for each in self.locked_attendances)

    @cached_property
    def hours_by_slot(self) -> dict[str, str]:
        """From when to when each slot lasts, with its day where the event has several."""
        days = {each.start.date() for each in self.slots}
        return {each.id: each.on_day if len(days) > 1 else each.hours for each in self.slots}

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which slot times are to be read."""
        return ZoneInfo(self.timezone)

    def hours(self, slot: str) -> str:
        """Return from when to when `slot` lasts, as people read it; an unknown one by its id."""
        return self.hours_by_slot.get(slot, slot)

    def start(self, slot: str) -> str:
        """Return when `slot` starts, with its day where the event has several."""
        return self.hours(slot).rpartition("–")[0]

    def organisation_of(self, participant: Participant) -> Organisation:
        """Return the organisation that `participant` belongs to."""
        return self.organisation_by_id[participant.organisation]

    def language_of(self, participant: Participant) -> str:
        """Return the event language to write to `participant` in: their first, else the event's."""
        spoken = (each for each in participant.languages if each in self.languages)
        return next(spoken, self.languages[0])


def _repetitions(event: Event) -> Iterator[str]:
    kinds: dict[str, list[str]] = {
        "slot": [each.id for each in event.slots],
        "room": [each.id for each in event.rooms],
        "table": [each.id for each in event.tables],
        "workshop": [each.id for each in event.workshops],
        "session": [each.id for each in event.sessions],
        "interpreter": [each.id for each in event.interpreters],
        "organisation": [each.id for each in event.organisations],
        "participant": [each.id for each in event.participants],
        "wish": [f"{each.wisher} → {each.wished}" for each in event.wishes],
        "locked meeting": [" & ".join(sorted(each.pair)) for each in event.locked_meetings],
        "locked attendance": [" in ".join(each.seat) for each in event.locked_attendances],
    }
    for kind, ids in kinds.items():
        yield from (f"{kind} {each} is there twice" for each in repeated(ids))


def _dangling(event: Event) -> Iterator[str]:
    known: dict[str, dict[str, object]] = {
        "slot": dict(event.slot_by_id),
        "room": dict(event.room_by_id),
        "table": dict(event.table_by_id),
        "workshop": dict(event.workshop_by_id),
        "session": dict(event.session_by_id),
        "organisation": dict(event.organisation_by_id),
        "participant": dict(event.participant_by_id),
        "interpreter": dict(event.interpreter_by_id),
    }
    for owner, kind, each in _references(event):
        if each not in known[kind]:
            yield f"{owner} refers to {kind} {each}, which does not exist"


def _references(event: Event) -> Iterator[tuple[str, str, str]]:
    for table in event.tables:
        yield from ((f"table {table.id}", "room", each) for each in [table.room] if each)
    for session in event.sessions:
        yield from _references_of_session(session)
    for interpreter in event.interpreters:
        owner = f"interpreter {interpreter.id}"
        yield from ((owner, "slot", each) for each in sorted(interpreter.unavailable))
    for participant in event.participants:
        yield from _references_of_participant(participant)
    for wish in event.wishes:
        yield from (("a wish", "participant", each) for each in (wish.wisher, wish.wished))
    for pair in event.already_met:
        yield from (("already_met", "participant", each) for each in sorted(pair.key))
    yield from _references_of_locks(event)


def _references_of_locks(event: Event) -> Iterator[tuple[str, str, str]]:
    for lock in event.locked_meetings:
        owner = "a locked meeting"
        yield from ((owner, "participant", each) for each in lock.participants)
        yield from ((owner, "slot", each) for each in [lock.slot] if each)
        yield from ((owner, "table", each) for each in [lock.table] if each)
    for seat in event.locked_attendances:
        yield "a locked attendance", "participant", seat.participant
        yield "a locked attendance", "session", seat.session


def _references_of_session(session: Session) -> Iterator[tuple[str, str, str]]:
    owner = f"session {session.id}"
    yield owner, "workshop", session.workshop
    yield from ((owner, "slot", each) for each in session.slots)
    yield from ((owner, "room", each) for each in [session.room] if each)
    yield from ((owner, "participant", each) for each in session.facilitators)
    yield from ((owner, "interpreter", each) for each in session.interpreters)


def _references_of_participant(participant: Participant) -> Iterator[tuple[str, str, str]]:
    owner = f"participant {participant.id}"
    yield owner, "organisation", participant.organisation
    yield from ((owner, "slot", each) for each in sorted(participant.unavailable))
    yield from ((owner, "workshop", each) for each in participant.workshops)
    yield from ((owner, "table", each) for each in [participant.table] if each)


def _slots_out_of_order(event: Event) -> Iterator[str]:
    for earlier, later in pairwise(event.slots):
        if later.start < earlier.end:
            yield f"slot {later.id} starts before slot {earlier.id} ends"
