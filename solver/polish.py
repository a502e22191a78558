"""Fewer idle slots with the same meetings: simulated annealing over Kempe chains.

Only the people at the ends of a chain change the slots in which they are busy, so the cost of a
move is the change of their idle slots. (Kirkpatrick, Gelatt and Vecchi, 1983; the temperature falls
geometrically from START to END.)
"""

from collections.abc import Iterator
from math import exp
from random import Random

from solver.clock import Clock
from solver.placement import Placement

START, END = 1.0, 0.08
MOVES_PER_MEETING = 500
ROUND = 256
"""Moves between two looks at the clock."""


def polish(placement: Placement, random: Random, clock: Clock) -> Iterator[None]:
    """Lower the number of idle slots, with no meeting lost.

    Ends after MOVES_PER_MEETING moves per meeting or with the clock. Yields every ROUND moves,
    between which nothing is half-done.
    """
    annealing = _Annealing(placement, random)
    moves = MOVES_PER_MEETING * annealing.meetings
    done = 0
    while done < moves and annealing.cost and not clock.is_over:
        annealing.run(START * (END / START) ** _progress(done / moves, clock.share))
        done += ROUND
        yield
    annealing.return_to_best()


def _progress(moved: float, elapsed: float) -> float:
    """Return how far the annealing is; by the clock only when it will clearly end first.

    So a run that has time enough is the same every time.
    """
    return elapsed if elapsed > moved + 0.05 else moved


def idle(busy: int, free: int) -> int:
    """Count the slots of `free` that are not `busy` between the first and the last that is.

    Both are masks: bit t of `busy` for an engagement in slot t, of `free` for a slot in which the
    person could have one.
    """
    span = (1 << busy.bit_length()) - (busy & -busy) if busy else 0
    return (span & free & ~busy).bit_count()


class _Annealing:
    def __init__(self, placement: Placement, random: Random) -> None:
        self._placement = placement
        self._random = random
        self._free = placement.instance.free
        self._busy = list(placement.instance.seated)
        self._meetings = placement.placed()
        self._targets = [placement.slots_open_to(c) for c in self._meetings]
        for candidate in self._meetings:
            for person in self._people(candidate):
                self._busy[person] |= 1 << placement.slot_of[candidate]
        self.cost = sum(map(idle, self._busy, self._free))
        self._best_cost, self._best = self.cost, list(placement.slot_of)

    @property
    def meetings(self) -> int:
        """How many meetings there are to move."""
        return len(self._meetings)

    def run(self, temperature: float) -> None:
        """Try ROUND moves at `temperature`."""
        for _ in range(ROUND):
            self._try_move(temperature)
        if self.cost < self._best_cost:
            self._best_cost, self._best = self.cost, list(self._placement.slot_of)

    def return_to_best(self) -> None:
        """Restore the placement with the fewest idle slots."""
        placement = self._placement
        moved = [c for c in self._meetings if placement.slot_of[c] != self._best[c]]
        for candidate in moved:
            placement.take(candidate)
        for candidate in moved:
            placement.put(candidate, self._best[candidate])
        placement.keep()

    def _try_move(self, temperature: float) -> None:
        placement, random = self._placement, self._random
        index = int(random.random() * len(self._meetings))
        candidate, targets = self._meetings[index], self._targets[index]
        slot = targets[int(random.random() * len(targets))]
        here = placement.slot_of[candidate]
        chain = placement.chain(candidate, slot)
        if chain is None:
            return
        ends = self._ends(chain)
        flip = 1 << here | 1 << slot
        change = sum(self._change(person, flip) for person in ends)
        if change > 0 and random.random() >= exp(-change / temperature):
            return
        if placement.exchange(chain, slot):
            placement.keep()
            self.cost += change
            for person in ends:
                self._busy[person] ^= flip

    def _ends(self, chain: list[int]) -> set[int]:
        """Return the people who are in one meeting of `chain` only."""
        ends: set[int] = set()
        for member in chain:
            ends.symmetric_difference_update(self._people(member))
        return ends

    def _change(self, person: int, flip: int) -> int:
        busy, free = self._busy[person], self._free[person]
        return idle(busy ^ flip, free) - idle(busy, free)

    def _people(self, candidate: int) -> tuple[int, int]:
        pair = self._placement.instance.candidates[candidate]
        return pair.a, pair.b
