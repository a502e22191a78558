"""Which slot for each of a fixed set of meetings, so that people wait little: the problem."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from solver.pools import Pool


@dataclass(frozen=True)
class Weights:
    """What an idle slot and an idle period cost."""

    per_slot: int
    per_period: int


@dataclass(frozen=True)
class GapProblem:
    """Meetings that all take place, each of which needs a slot.

    Of meeting m, bit t of `open[m]` tells whether it may be in slot t, and `resources[m]` are what
    it holds alone in its slot: its two people, and perhaps a table of somebody's own. Resources
    below `people` are people. Of person p, `seated[p]` holds the slots with another engagement, and
    `idle[p]` those in which they would be idle between two engagements. The candidates of `pools`
    are meetings. A pair (m, n) of `earlier` has m in an earlier slot than n. No two people's
    numbers of idle periods differ by more than `spread`, unless it is None.
    """

    slots: int
    people: int
    open: tuple[int, ...]
    resources: tuple[tuple[int, ...], ...]
    seated: tuple[int, ...]
    idle: tuple[int, ...]
    pools: tuple[Pool, ...]
    weights: Weights
    earlier: tuple[tuple[int, int], ...] = ()
    spread: int | None = None

    @cached_property
    def meetings_of(self) -> tuple[tuple[int, ...], ...]:
        """For each resource its meetings."""
        count = max((self.people, *(r + 1 for row in self.resources for r in row)))
        lists: list[list[int]] = [[] for _ in range(count)]
        for meeting, row in enumerate(self.resources):
            for resource in row:
                lists[resource].append(meeting)
        return tuple(map(tuple, lists))

    def engagements(self, person: int) -> int:
        """Return how many slots `person` is busy in."""
        return len(self.meetings_of[person]) + self.seated[person].bit_count()

    def cost(self, slot_of: Sequence[int]) -> int:
        """Return what all gaps cost when meeting m is in slot `slot_of[m]`."""
        return sum(self._cost(slot_of, person) for person in range(self.people))

    def _cost(self, slot_of: Sequence[int], person: int) -> int:
        periods = _periods(self._busy(slot_of, person), self.idle[person])
        return sum(self.weights.per_period + self.weights.per_slot * each for each in periods)

    def _busy(self, slot_of: Sequence[int], person: int) -> int:
        return self.seated[person] | sum(1 << slot_of[m] for m in self.meetings_of[person])


def has_scarce_places(problem: GapProblem) -> bool:
    """Tell whether the meetings of some pool take more than three quarters of its places."""
    return any(4 * len(pool.candidates) > 3 * sum(pool.places) for pool in problem.pools)


def clusters(problem: GapProblem, meetings: Iterable[int]) -> list[list[int]]:
    """Return `meetings` in few groups, each of which shares a person or a table of its own.

    Greedily the resource with most of the meetings that are left makes the next group.
    """
    left, groups = set(meetings), []
    while left:
        largest = max(problem.meetings_of, key=lambda row: sum(m in left for m in row))
        groups.append([m for m in largest if m in left])
        left.difference_update(largest)
    return groups


def _periods(busy: int, idle: int) -> list[int]:
    """Return the lengths of the maximal runs of idle slots between the first and last busy one."""
    found, run, is_begun = [], 0, False
    for slot in range(busy.bit_length()):
        is_busy = busy >> slot & 1
        if is_begun and not is_busy and idle >> slot & 1:
            run += 1
        else:
            found += [run] if run else []
            run = 0
        is_begun |= bool(is_busy)
    return found
