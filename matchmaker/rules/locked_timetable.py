"""The locks of an event as a timetable, with what follows from them and from nothing else."""

from collections import defaultdict

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.people import Interpreter
from matchmaker.timetable import Attendance, Meeting, Timetable
from matchmaker.values import share_a_language

OPEN = "?"
"""What stands for a slot or table that is not settled."""


def locked_timetable(event: Event) -> Timetable:
    """Return what the locks settle; slots and tables that they leave open are OPEN.

    A table follows from the fixed table of one of the two, or from a meeting of theirs elsewhere
    if they stay at one table. Interpreters are shared out over the meetings of each slot so that
    as many as possible have one; whoever has none has one who is busy, if anybody joins the two.
    """
    tables = _tables(event)
    helpers = _helpers(event)
    meetings = [
        Meeting(
            participant_a=lock.participant_a,
            participant_b=lock.participant_b,
            slot=lock.slot or OPEN,
            table=tables.get(lock.pair, OPEN),
            interpreter=helpers.get(lock.pair),
        )
        for lock in event.locked_meetings
    ]
    seats = (Attendance(participant=p, session=s) for p, s in sorted(event.locked_seats))
    return Timetable(meetings=tuple(meetings), attendances=tuple(seats))


def _tables(event: Event) -> dict[frozenset[str], str]:
    tables: dict[frozenset[str], str] = {}
    found = {each.pair: each.table or _own_table(event, each) for each in event.locked_meetings}
    while more := {pair: table for pair, table in found.items() if table and pair not in tables}:
        tables |= more
        kept = {
            person: table
            for pair, table in tables.items()
            for person in pair
            if event.participant_by_id[person].stays
        }
        found = {lock.pair: _of_any(lock, kept) for lock in event.locked_meetings}
    return tables


def _own_table(event: Event, lock: MeetingLock) -> str | None:
    return _of_any(lock, {each: event.participant_by_id[each].table for each in lock.participants})


def _of_any(lock: MeetingLock, tables: dict[str, str] | dict[str, str | None]) -> str | None:
    return next((table for each in lock.participants if (table := tables.get(each))), None)


def _helpers(event: Event) -> dict[frozenset[str], str]:
    by_slot: dict[str | None, list[MeetingLock]] = defaultdict(list)
    for lock in event.locked_meetings:
        by_slot[lock.slot].append(lock)
    helpers: dict[frozenset[str], str] = {}
    for slot, locks in by_slot.items():
        joining = {each.pair: _joining(event, each) for each in locks}
        helpers |= {pair: several[0].id for pair, several in joining.items() if several}
        free = {
            pair: [each.id for each in several if _serves_nobody(event, each, slot)]
            for pair, several in joining.items()
        }
        helpers |= _shared_out(free) if slot else {}
    return helpers


def _joining(event: Event, lock: MeetingLock) -> list[Interpreter]:
    """Return the interpreters who join the two, if they need one."""
    one, other = (event.participant_by_id[each].languages for each in lock.participants)
    if event.rules.without_common_language or share_a_language(one, other):
        return []
    return [each for each in event.interpreters if each.joins(one, other)]


def _serves_nobody(event: Event, interpreter: Interpreter, slot: str | None) -> bool:
    serving = (s for s in event.sessions if interpreter.id in s.interpreters)
    return slot not in interpreter.unavailable.union(*(each.slots for each in serving))


def _shared_out(choices: dict[frozenset[str], list[str]]) -> dict[frozenset[str], str]:
    """Give as many as possible one of their choices each (Kuhn's augmenting paths, 1955)."""
    taken: dict[str, frozenset[str]] = {}

    def finds_one(pair: frozenset[str], tried: set[str]) -> bool:
        for each in choices[pair]:
            if each not in tried:
                tried.add(each)
                if each not in taken or finds_one(taken[each], tried):
                    taken[each] = pair
                    return True
        return False

    for pair in choices:
        finds_one(pair, set())
    return {pair: helper for helper, pair in taken.items()}
