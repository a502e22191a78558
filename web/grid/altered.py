"""Which rows of the grid are not as they were after a change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matchmaker.moves.plan import Plan
from matchmaker.timetable import Guest, Meeting


@dataclass(frozen=True)
class Altered:
    """The ids of the tables and of the people whose rows differ."""

    tables: frozenset[str]
    people: frozenset[str]


def altered(before: Plan, after: Plan) -> Altered:
    """Return whose rows differ, and at most those of more meetings that stand as they did."""
    old, new = _by_pair(before), _by_pair(after)
    visits = set(before.timetable.guests) ^ set(after.timetable.guests)
    places = {each.place for each in visits}
    pairs = {pair for pair in (*old, *new) if old.get(pair) is not new.get(pair)}
    pairs |= set(before.event.lock_by_pair) ^ set(after.event.lock_by_pair)
    meetings = [
        each
        for held in (old, new)
        for pair, each in held.items()
        if pair in pairs or (each.slot, each.table) in places
    ]
    return Altered(frozenset(each.table for each in meetings), _people(meetings, visits))


def _by_pair(plan: Plan) -> dict[frozenset[str], Meeting]:
    return {each.pair: each for each in plan.timetable.meetings}


def _people(meetings: Iterable[Meeting], visits: Iterable[Guest]) -> frozenset[str]:
    def each() -> Iterator[str]:
        yield from (person for meeting in meetings for person in meeting.participants)
        yield from (visit.participant for visit in visits)

    return frozenset(each())
