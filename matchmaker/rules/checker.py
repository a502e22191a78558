"""All rules together: the gate that every timetable passes before it is published."""

from collections.abc import Callable, Iterable, Iterator

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.rules import guests, locks, numbers, pairs, places, sessions
from matchmaker.rules.violation import Rule, Violation
from matchmaker.timetable import Timetable

THERE_IS_NO: dict[str, Callable[[str], Message]] = {
    "participant": lambda id_: message("there is no participant {id} in this event", id=id_),
    "slot": lambda id_: message("there is no slot {id} in this event", id=id_),
    "table": lambda id_: message("there is no table {id} in this event", id=id_),
    "interpreter": lambda id_: message("there is no interpreter {id} in this event", id=id_),
    "session": lambda id_: message("there is no session {id} in this event", id=id_),
}
"""What to say of an id that is unknown, by the kind of thing it should be."""


def violations(event: Event, timetable: Timetable) -> tuple[Violation, ...]:
    """Return every breach of every rule; empty exactly when the timetable may be published."""
    unknown = tuple(known(event, timetable))
    if unknown:
        return unknown
    rules = (rule for rule in RULES.values() if rule is not known)
    return tuple(breach for rule in rules for breach in rule(event, timetable))


def known(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Every participant, slot, table, interpreter and session of the timetable exists."""
    for kind, ids in mentioned(timetable):
        directory: dict[str, object] = getattr(event, f"{kind}_by_id")
        strangers = (each for each in dict.fromkeys(ids) if each not in directory)
        yield from (Violation("known", (each,), THERE_IS_NO[kind](each)) for each in strangers)


def mentioned(timetable: Timetable) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each kind of thing with the ids that `timetable` has of it."""
    meetings, attendances = timetable.meetings, timetable.attendances
    yield "participant", (person for each in meetings for person in each.participants)
    yield "slot", (each.slot for each in meetings)
    yield "table", (each.table for each in meetings)
    yield "interpreter", (each.interpreter for each in meetings if each.interpreter is not None)
    yield "participant", (each.participant for each in attendances)
    yield "session", (each.session for each in attendances)
    yield "participant", (each.participant for each in timetable.guests)
    yield "slot", (each.slot for each in timetable.guests)
    yield "table", (each.table for each in timetable.guests)


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        known,
        places.available,
        places.one_engagement_per_slot,
        places.one_meeting_per_table,
        places.fixed_table,
        places.reserved_table,
        places.stays_at_one_table,
        pairs.meet_once,
        pairs.wished,
        pairs.veto,
        pairs.opposite_sides,
        pairs.same_organisation,
        pairs.already_met,
        numbers.min_meetings,
        numbers.max_meetings,
        numbers.cross_border_quota,
        pairs.common_language,
        places.interpreter_available,
        places.one_service_per_interpreter,
        sessions.session_capacity,
        sessions.session_minimum,
        sessions.session_wanted,
        sessions.session_language,
        sessions.one_session_per_workshop,
        sessions.sessions_per_participant,
        locks.locked_meeting,
        locks.locked_attendance,
        guests.trios_permitted,
        guests.guest_at_meeting,
        guests.one_guest_per_meeting,
        guests.guest_language,
        guests.guest_wished,
    )
}
