"""What a meeting would cost where only other meetings stand in its way."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matchmaker.reasons.case import Case
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.score import pair_values, total
from matchmaker.timetable import Meeting, Timetable

Values = Mapping[frozenset[str], float]


@dataclass(frozen=True)
class Displacement:
    """The meetings that would give way in `slot`; `loss` is what they are worth beyond the wish."""

    slot: str
    meetings: tuple[Meeting, ...]
    loss: float


def cheapest(case: Case) -> Displacement | None:
    """Return the displacement with the least loss, the earliest of equals; None if none helps."""
    # A meeting that nobody wished for is worth nothing.
    values = defaultdict(float, pair_values(case.event))
    found = (_displaced(case, slot, values) for slot in case.open_slots)
    options = [
        Displacement(slot, meetings, _loss(case, meetings, values))
        for slot, meetings in zip(case.open_slots, found, strict=True)
        if meetings is not None
    ]
    return min(options, key=lambda each: each.loss, default=None)


def _loss(case: Case, meetings: tuple[Meeting, ...], values: Values) -> float:
    return total((*(values[each.pair] for each in meetings), -values[case.pair]))


def _displaced(case: Case, slot: str, values: Values) -> tuple[Meeting, ...] | None:
    """Return the meetings of the two, of a table and of an interpreter that would give way."""
    meetings = case.occupancy.meeting_of
    gone = [meetings[who.id, slot] for who in case.both if (who.id, slot) in meetings]
    left = _without(case.occupancy, gone)
    for has_room in (_has_table, _has_interpreter):
        if not has_room(case, left, slot):
            rivals = (each for each in left.timetable.meetings if each.slot == slot)
            by_value = sorted(rivals, key=lambda each: values[each.pair])
            gone += _first(by_value, lambda m: has_room(case, _without(left, [m]), slot))  # noqa: B023
            left = _without(case.occupancy, gone)
    is_possible = _has_table(case, left, slot) and _has_interpreter(case, left, slot)
    return tuple(gone) if is_possible else None


def _has_table(case: Case, occupancy: Occupancy, slot: str) -> bool:
    return bool(occupancy.free_tables(*case.both, slot))


def _has_interpreter(case: Case, occupancy: Occupancy, slot: str) -> bool:
    return not case.needs_interpreter or bool(occupancy.free_interpreters(*case.both, slot))


def _first(meetings: list[Meeting], suits: Callable[[Meeting], bool]) -> list[Meeting]:
    return next(([each] for each in meetings if suits(each)), [])


def _without(occupancy: Occupancy, gone: list[Meeting]) -> Occupancy:
    left = tuple(each for each in occupancy.timetable.meetings if each not in gone)
    attendances = occupancy.timetable.attendances
    return Occupancy(occupancy.event, Timetable(meetings=left, attendances=attendances))
