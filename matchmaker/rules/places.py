"""When and where people are, and who interprets."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.rules.violation import Violation, engagements, interpreting, names, repeated, seated
from matchmaker.timetable import Timetable


def available(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody is engaged in a slot in which they are unavailable."""
    for person, slot in engagements(event, timetable):
        who = event.participant_by_id[person]
        if slot in who.unavailable:
            text = message("{name} is not available in slot {slot}", name=who.name, slot=slot)
            yield Violation("available", (person, slot), text)


def one_engagement_per_slot(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody has two engagements in one slot."""
    for person, slot in repeated(engagements(event, timetable)):
        name = event.participant_by_id[person].name
        text = message("{name} has two engagements in slot {slot}", name=name, slot=slot)
        yield Violation("one_engagement_per_slot", (person, slot), text)


def one_meeting_per_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No table holds two meetings in one slot."""
    del event
    for table, slot in repeated((each.table, each.slot) for each in timetable.meetings):
        text = message("table {table} holds two meetings in slot {slot}", table=table, slot=slot)
        yield Violation("one_meeting_per_table", (table, slot), text)


def fixed_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Whoever has a fixed table meets at that table."""
    if all(each.table is None for each in event.participants):
        return
    for meeting, who in seated(event, timetable):
        if who.table not in (None, meeting.table):
            text = message(
                "{name} meets at table {table} instead of their own table {own}",
                name=who.name,
                table=meeting.table,
                own=who.table,
            )
            yield Violation("fixed_table", (who.id, meeting.table, meeting.slot), text)


def reserved_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """A table that is fixed for somebody is used for their meetings only."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for each in event.participants:
        if each.table is not None:
            hosts[each.table].add(each.id)
    for meeting in timetable.meetings:
        if meeting.table in hosts and hosts[meeting.table].isdisjoint(meeting.participants):
            text = message(
                "table {table} is reserved, but {names} meet there in slot {slot}",
                table=meeting.table,
                names=names(event, meeting.participants),
                slot=meeting.slot,
            )
            yield Violation("reserved_table", (meeting.table, meeting.slot), text)


def stays_at_one_table(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Whoever stays in one place has all their meetings at one table."""
    tables: dict[str, dict[str, None]] = defaultdict(dict)
    staying = {each.id for each in event.participants if each.stays}
    for meeting, who in seated(event, timetable) if staying else ():
        if who.id in staying:
            tables[who.id][meeting.table] = None
    for person, several in tables.items():
        if len(several) > 1:
            text = message(
                "{name} is to stay at one table, but meets at {tables}",
                name=event.participant_by_id[person].name,
                tables=", ".join(several),
            )
            yield Violation("stays_at_one_table", (person, *several), text)


def interpreter_available(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No interpreter serves in a slot in which they are unavailable."""
    for interpreter, slot in interpreting(event, timetable):
        who = event.interpreter_by_id[interpreter]
        if slot in who.unavailable:
            text = message("{name} is not available in slot {slot}", name=who.name, slot=slot)
            yield Violation("interpreter_available", (interpreter, slot), text)


def one_service_per_interpreter(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No interpreter serves two meetings or sessions in one slot."""
    for interpreter, slot in repeated(interpreting(event, timetable)):
        name = event.interpreter_by_id[interpreter].name
        text = message("{name} interprets twice in slot {slot}", name=name, slot=slot)
        yield Violation("one_service_per_interpreter", (interpreter, slot), text)
