"""What a meeting would cost where only other meetings stand in its way."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import product

from matchmaker.reasons.case import Case
from matchmaker.score import UNIT, cross_border_meetings, crosses_border, total
from matchmaker.timetable import Meeting

Values = Mapping[frozenset[str], float]


@dataclass(frozen=True)
class Displacement:
    """The meetings that would give way in `slot`; `loss` is what they are worth beyond the wish."""

    slot: str
    meetings: tuple[Meeting, ...]
    loss: float


class Hindrance(StrEnum):
    """Why nothing can give way in a slot."""

    MEETINGS = "meetings"
    ROOM = "room"
    QUOTA = "quota"


@dataclass(frozen=True)
class Trade:
    """The cheapest displacement, or what hinders each slot where there is none."""

    cheapest: Displacement | None
    hindrances: frozenset[Hindrance]


def trade(case: Case) -> Trade:
    """Return the displacement with the least loss, the earliest of equals.

    Whoever gives way is neither locked nor pushed below their minimum, and enough of what is left
    crosses the border.
    """
    desk = _Desk(case)
    found = [desk.in_slot(slot) for slot in case.open_slots]
    options = [each for each in found if isinstance(each, Displacement)]
    hindrances = (each for each in found if isinstance(each, Hindrance))
    return Trade(min(options, key=lambda each: each.loss, default=None), frozenset(hindrances))


class _Desk:
    """Looks in one slot after the other for what could give way."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._values: Values = case.occupancy.values

    def in_slot(self, slot: str) -> Displacement | Hindrance:
        """Return the cheapest displacement in `slot`, or what hinders it."""
        own = self._case.in_the_way(slot)
        if not all(map(self._can_go, own)):
            return Hindrance.MEETINGS
        rivals = self._rivals(slot, own)
        if not all(rivals):
            return Hindrance.ROOM
        options = [(*own, *each) for each in self._options(rivals)]
        permitted = [each for each in options if self._keeps_quota(each)]
        if not permitted:
            return Hindrance.QUOTA if options else Hindrance.MEETINGS
        best = min(permitted, key=self._loss)
        return Displacement(slot, best, self._loss(best))

    def _rivals(self, slot: str, own: list[Meeting]) -> list[list[Meeting]]:
        """Return for each thing that is lacking the meetings of which one would have to go."""
        occupancy, both = self._case.occupancy, self._case.both
        mine = {id(each) for each in own}
        others = [each for each in occupancy.meetings_in[slot] if id(each) not in mine]
        tables = occupancy.tables_for(*both, own)
        lacking = [_holding(tables, others, lambda each: each.table)]
        if self._case.needs_interpreter:
            helpers = [each.id for each in occupancy.helpers(*both, slot)]
            lacking.append(_holding(helpers, others, lambda each: each.interpreter))
        return [each for each in lacking if each is not None]

    def _options(self, rivals: list[list[Meeting]]) -> Iterator[tuple[Meeting, ...]]:
        """Yield what could go together: one meeting for all that is lacking, or one for each."""
        for_all = [m for m in rivals[0] if all(m in r for r in rivals)] if rivals else []
        yield from ((each,) for each in self._cheapest(for_all))
        for several in product(*map(self._cheapest, rivals)):
            if len(set(several)) == len(several):
                yield several

    def _cheapest(self, rivals: list[Meeting]) -> list[Meeting]:
        """Return the cheapest that can go of those that cross the border, and of the others."""
        by_value = sorted(filter(self._can_go, rivals), key=lambda each: self._values[each.pair])
        first = {crosses_border(self._case.event, m.pair): m for m in reversed(by_value)}
        return list(first.values())

    def _can_go(self, meeting: Meeting) -> bool:
        """Tell whether no lock and nobody's minimum keeps `meeting`."""
        others = meeting.pair - self._case.pair
        return not self._case.is_locked(meeting) and not any(map(self._needs_all, others))

    def _needs_all(self, person: str) -> bool:
        held = self._case.occupancy.meetings_held[person]
        return held <= self._case.event.participant_by_id[person].min_meetings

    def _keeps_quota(self, gone: tuple[Meeting, ...]) -> bool:
        """Tell whether enough would cross the border."""
        event, meetings = self._case.event, self._case.occupancy.timetable.meetings
        share = round(UNIT * event.rules.cross_border_share)
        if not share:
            return True
        across = self._across - cross_border_meetings(event, gone) + self._case.is_across
        return UNIT * across >= share * (len(meetings) - len(gone) + 1)

    @cached_property
    def _across(self) -> int:
        return cross_border_meetings(self._case.event, self._case.occupancy.timetable.meetings)

    def _loss(self, gone: Iterable[Meeting]) -> float:
        return total((*(self._values[each.pair] for each in gone), -self._values[self._case.pair]))


def _holding(
    wanted: Iterable[str], meetings: list[Meeting], held: Callable[[Meeting], str | None]
) -> list[Meeting] | None:
    """Return the meetings that hold what is wanted; None where something wanted is free."""
    sought = frozenset(wanted)
    holders = [each for each in meetings if held(each) in sought]
    return None if sought - {held(each) for each in holders} else holders
