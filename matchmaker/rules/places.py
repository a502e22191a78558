"""When and where people are, and who interprets."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.rules import breaches
from matchmaker.rules.violation import Violation, engagements, interpreting, repeated, seated
from matchmaker.timetable import Timetable


def available(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody is engaged in a slot in which they are unavailable."""
    for person, slot in engagements(event, timetable):
        who = event.participant_by_id[person]
        if slot in who.unavailable:
            yield breaches.unavailable(event, who, slot)


def one_engagement_per_slot(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody has two engagements in one slot."""
    for person, slot in repeated(engagements(event, timetable)):
        yield breaches.engaged_twice(event, event.participant_by_id[person], slot)


def one_meeting_per_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No table holds two meetings in one slot."""
    for table, slot in repeated((each.table, each.slot) for each in timetable.meetings):
        yield breaches.crowded(event, table, slot)


def fixed_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Whoever has a fixed table meets at that table."""
    if all(each.table is None for each in event.participants):
        return
    for meeting, who in seated(event, timetable):
        if who.table not in (None, meeting.table):
            yield breaches.elsewhere(who, meeting)


def reserved_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """A table that is fixed for somebody is used for their meetings only."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for each in event.participants:
        if each.table is not None:
            hosts[each.table].add(each.id)
    for meeting in timetable.meetings:
        if meeting.table in hosts and hosts[meeting.table].isdisjoint(meeting.participants):
            yield breaches.unwelcome(event, meeting)


def stays_at_one_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Whoever stays in one place has all their meetings at one table."""
    tables: dict[str, dict[str, None]] = defaultdict(dict)
    staying = {each.id for each in event.participants if each.stays}
    for meeting, who in seated(event, timetable) if staying else ():
        if who.id in staying:
            tables[who.id][meeting.table] = None
    for person, several in tables.items():
        if len(several) > 1:
            yield breaches.restless(event.participant_by_id[person], several)


def interpreter_available(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No interpreter serves in a slot in which they are unavailable."""
    for interpreter, slot in interpreting(event, timetable):
        who = event.interpreter_by_id[interpreter]
        if slot in who.unavailable:
            yield breaches.interpreter_away(event, who, slot)


def one_service_per_interpreter(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No interpreter serves two meetings or sessions in one slot."""
    for interpreter, slot in repeated(interpreting(event, timetable)):
        yield breaches.interprets_twice(event, event.interpreter_by_id[interpreter], slot)
