"""New meetings in free places for those who lost one: nothing else moves, few people hear of it."""

from collections import Counter
from collections.abc import Collection, Iterator

from matchmaker.moves.exchange import exchanged, timetable_after
from matchmaker.moves.judge import Judge
from matchmaker.moves.move import Move
from matchmaker.moves.plan import Plan
from matchmaker.score import pair_values
from matchmaker.timetable import Timetable


def lost(before: Timetable, after: Timetable) -> Counter[str]:
    """Count by participant id the meetings that are in `before` and no longer in `after`."""
    kept = set(after.meetings)
    gone = (each for each in before.meetings if each not in kept)
    return Counter(person for each in gone for person in each.participants)


def refilled(plan: Plan, missing: Counter[str], past: Collection[str], others: int) -> Plan:
    """Return `plan` with wished meetings added for those who lost as many as `missing` says.

    Nobody gets more than they lost but those who lost none, of whom `others` at most get any.
    Meetings among those who lost one come first, then those that are worth most. Slots of `past`
    take none. Every meeting keeps every rule, and no other meeting moves.
    """
    return _Refilling(plan, missing, past, others).plan


class _Refilling:
    def __init__(
        self, plan: Plan, missing: Counter[str], past: Collection[str], others: int
    ) -> None:
        self.plan = plan
        self._judge = Judge(plan)
        self._missing, self._past, self._others = Counter(missing), frozenset(past), others
        self._told = frozenset[str]()
        self._losers = frozenset(person for person, count in missing.items() if count > 0)
        for pair in self._wanted():
            self._add(pair)

    def _wanted(self) -> list[tuple[str, str]]:
        """Return the pairs that could meet: those that concern nobody else first."""
        values, losers = pair_values(self.plan.event), self._losers
        pairs = (p for p in values if p & losers and p not in self._judge.occupancy.meetings)
        order = sorted(pairs, key=lambda p: (-len(p & losers), -values[p], sorted(p)))
        return [(one, other) for one, other in map(sorted, order)]

    def _add(self, two: tuple[str, str]) -> None:
        told = self._told | set(two) - self._losers
        has_all = all(self._missing[each] <= 0 for each in two if each in self._losers)
        if has_all or len(told) > self._others:
            return
        move = next(self._moves(two), None)
        if move is not None:
            self._make(move)
            self._missing.subtract(two)
            self._told = told

    def _moves(self, two: tuple[str, str]) -> Iterator[Move]:
        """Yield the free places at which the two can meet."""
        one, other = two
        at = self._judge.occupancy.at
        for slot in self._common_slots(two):
            for table in self.plan.event.table_by_id:
                if (slot, table) not in at:
                    move = Move(participant_a=one, participant_b=other, slot=slot, table=table)
                    if not self._judge.verdict(move).breaches:
                        yield move

    def _common_slots(self, two: tuple[str, str]) -> Iterator[str]:
        people, engaged = self.plan.event.participant_by_id, self._judge.occupancy.engaged
        for slot in self.plan.event.slot_by_id:
            if slot not in self._past and not any(
                engaged[each, slot] or slot in people[each].unavailable for each in two
            ):
                yield slot

    def _make(self, move: Move) -> None:
        exchange = exchanged(self._judge.occupancy, move)
        self.plan = Plan(self.plan.event, timetable_after(self.plan.timetable, exchange))
        self._judge = Judge(self.plan)
