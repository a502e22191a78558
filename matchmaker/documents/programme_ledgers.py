"""The sheets about the day: slots, tables, who is free, which organisations come."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from matchmaker.documents.alphabet import sorting_key
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.ledgers import (
    Cell,
    Kind,
    Ledger,
    code,
    ledger,
    person,
    person_columns,
    when,
    when_columns,
)
from matchmaker.documents.moments import Beginning, moments
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.programme import Slot
from matchmaker.score import crosses_border
from matchmaker.timetable import Meeting, Timetable


def programme_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all slots with how much goes on in each."""
    columns = (
        *when_columns(words),
        (words("Meetings"), Kind.NUMBER),
        (words("Free tables"), Kind.NUMBER),
        (words("Workshops"), Kind.NUMBER),
        (words("Interpreters"), Kind.NUMBER),
        (words("Sit out"), Kind.NUMBER),
        (words("Slot"), Kind.KEY),
    )
    rows = (
        (
            *when(each.slot, each.slot),
            len(each.meetings),
            len(event.tables) - len({one.table for one in each.meetings}),
            len(each.starting) + len(each.running),
            len({move.interpreter.id for move in each.moves}),
            len(each.waiting),
            code(each.slot.id),
        )
        for each in _beginnings(event, timetable)
    )
    return ledger(words("Programme"), columns, rows)


def table_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all tables with who is there in each slot, a column for each slot."""
    at: dict[tuple[str, str], Sequence[str]] = {
        (each.table, each.slot): each.participants for each in timetable.meetings
    }
    at |= {(g.table, g.slot): (*m.participants, g.participant) for g, m in timetable.visits}
    columns = (
        (words("Table"), Kind.CODE),
        (words("Room"), Kind.NAME),
        *((each, Kind.NAME) for each in slot_names(event, words)),
    )
    rows = (
        (
            code(table.id),
            words.text(event.room_by_id[table.room].name) if table.room else "",
            *(_names(event, at.get((table.id, slot.id), ())) for slot in event.slots),
        )
        for table in event.tables
    )
    return ledger(words("Tables"), columns, rows)


def standby_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return who is free in each slot, those with fewest meetings first."""
    counts = _meeting_counts(timetable)
    columns = (
        *when_columns(words),
        *person_columns(words),
        (words("Languages"), Kind.CODE),
        (words("Meetings"), Kind.NUMBER),
        (words("Slot"), Kind.KEY),
        (words("Id"), Kind.KEY),
    )
    rows = (
        (
            *when(each.slot, each.slot),
            *person(event, one.id),
            joined(one.languages).upper(),
            counts[one.id],
            code(each.slot.id),
            one.id,
        )
        for each in _beginnings(event, timetable)
        for one in sorted(by_last_name(each.waiting), key=lambda one: counts[one.id])
    )
    return ledger(words("Standby list"), columns, rows)


def organisation_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all organisations by name, with how many they send and whom these meet."""
    columns = (
        (words("Organisation"), Kind.TEXT),
        (words("Participants"), Kind.NUMBER),
        (words("Meetings"), Kind.NUMBER),
        (words("Meetings across borders"), Kind.NUMBER),
        (words("Id"), Kind.KEY),
    )
    return ledger(words("Organisations"), columns, _organisations(event, timetable))


def slot_names(event: Event, words: Words) -> list[str]:
    """Return what columns for slots are called: times, with the day where there are several."""
    several = event.slots[0].start.date() != event.slots[-1].start.date()
    return [_slot_name(each, words, several=several) for each in event.slots]


def _slot_name(slot: Slot, words: Words, *, several: bool) -> str:
    time = words.time(slot.start)
    return f"{slot.start:%d/%m} {time}" if several else time


def _beginnings(event: Event, timetable: Timetable) -> Iterator[Beginning]:
    return (each for each in moments(event, timetable) if isinstance(each, Beginning))


def _names(event: Event, people: Sequence[str]) -> Cell:
    return " – ".join(event.participant_by_id[each].name for each in people) or None


def _meeting_counts(timetable: Timetable) -> Counter[str]:
    return Counter(one for each in timetable.meetings for one in each.participants)


def _organisations(event: Event, timetable: Timetable) -> Iterator[tuple[Cell, ...]]:
    people = Counter(each.organisation for each in event.participants)
    met: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in timetable.meetings:
        for each in _firms(event, meeting):
            met[each].append(meeting)
    for firm in sorted(event.organisations, key=lambda each: sorting_key(each.name, each.id)):
        yield firm.name, people[firm.id], len(met[firm.id]), _across(event, met[firm.id]), firm.id


def _firms(event: Event, meeting: Meeting) -> set[str]:
    return {event.participant_by_id[each].organisation for each in meeting.participants}


def _across(event: Event, meetings: Sequence[Meeting]) -> int:
    return sum(crosses_border(event, each.participants) for each in meetings)
