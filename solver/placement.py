"""Which meeting in which slot: a partial timetable and the moves that keep it legal.

Two slots and the meetings in them form a graph in which meetings that share a person or a table of
their own are neighbours. Exchanging the slots of one of its components (a Kempe chain, after
A. B. Kempe's work on colouring) frees somebody without hurting anybody.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from solver.arrays import NONE, Ints
from solver.board import Board, empty_board, set_slots
from solver.instance import Instance
from solver.stakes import Stakes, Standing, stakes, standing

NOWHERE = NONE


class Placement:
    """Candidates in slots; no hard rule but locks and the quota is ever broken.

    The state stands in `board`, on which compiled code works as well. Changes made by the methods
    here are recorded until `keep`, so that `undo` can take them back.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.board: Board = empty_board(instance)
        self._journal: list[tuple[int, int]] = []

    @property
    def slot_of(self) -> Ints:
        """The slot of each candidate, or NOWHERE."""
        return self.board.slot_of

    @property
    def at(self) -> Ints:
        """For each resource and slot the candidate that it has then, or NOWHERE."""
        return self.board.at

    @property
    def degree(self) -> Ints:
        """How many meetings each person has."""
        return self.board.degree

    @cached_property
    def stakes(self) -> Stakes:
        """What the aims are worth against each other."""
        return stakes(self.instance)

    @property
    def standing(self) -> Standing:
        """How the placement does in each aim."""
        return standing(self.instance, self.stakes, self.slot_of)

    @property
    def worth(self) -> int:
        """What is to be made as large as possible."""
        return self.stakes.worth(self.standing)

    @property
    def value(self) -> int:
        """What the placed candidates are worth."""
        return int(self.instance.columns.value[self.slot_of != NOWHERE].sum())

    def placed(self) -> list[int]:
        """Return the candidates that have a slot."""
        found: list[int] = np.flatnonzero(self.slot_of != NOWHERE).tolist()
        return found

    def slots_open_to(self, candidate: int) -> list[int]:
        """Return the slots in which both people of `candidate` are free of other duties."""
        found: list[int] = np.flatnonzero(self.board.is_open[candidate]).tolist()
        return found

    def resources_of(self, candidate: int) -> list[int]:
        """Return what `candidate` holds alone: its people, and perhaps a table."""
        return [each for each in self.board.resources[candidate].tolist() if each != NONE]

    def conflicts(self, candidate: int, slot: int) -> set[int]:
        """Return the meetings in `slot` that hold a person or own table of `candidate`."""
        here = self.at[self.resources_of(candidate), slot]
        return set(here.tolist()) - {NOWHERE}

    def is_within_limits(self, candidate: int) -> bool:
        """Tell whether both people of `candidate` may have one more meeting."""
        people = self.board.resources[candidate, :2]
        return bool((self.degree[people] < self.board.at_most[people]).all())

    def has_room(self, candidate: int, slot: int) -> bool:
        """Tell whether `slot` has a table and, if needed, an interpreter left for `candidate`."""
        return all(self.board.left[pool, slot] > 0 for pool in self._pools_of(candidate))

    def in_slot(self, slot: int) -> list[int]:
        """Return the meetings of `slot`."""
        found: list[int] = np.flatnonzero(self.slot_of == slot).tolist()
        return found

    def slots_with_room(self, candidate: int) -> list[int]:
        """Return the slots with a table and, if needed, an interpreter left for `candidate`."""
        return [slot for slot in range(self.instance.slot_count) if self.has_room(candidate, slot)]

    def fits(self, candidate: int, slot: int) -> bool:
        """Tell whether `candidate`, which has no slot, may be put into `slot`, limits apart."""
        return (
            bool(self.board.is_open[candidate, slot])
            and not self.conflicts(candidate, slot)
            and self.has_room(candidate, slot)
        )

    def admits(self, candidate: int, slot: int) -> bool:
        """Tell whether `candidate` may be put into `slot`, limits included."""
        return (
            bool(self.slot_of[candidate] == NOWHERE)
            and self.is_within_limits(candidate)
            and self.fits(candidate, slot)
        )

    def move_to(self, slot_of: Sequence[int] | Ints) -> None:
        """Take over a whole legal assignment of slots, indexed by candidate."""
        set_slots(self.board, np.array(slot_of, np.int32))
        self.keep()

    def put(self, candidate: int, slot: int) -> None:
        """Give `candidate` the `slot`, which must fit."""
        self._journal.append((candidate, NOWHERE))
        self._set(candidate, slot)

    def take(self, candidate: int) -> None:
        """Take `candidate` out of its slot."""
        self._journal.append((candidate, int(self.slot_of[candidate])))
        self._unset(candidate)

    def chain(self, candidate: int, slot: int) -> list[int] | None:
        """Return the meetings that change slots when `candidate` goes to `slot`, itself first.

        None if one of them may not be in its new slot.
        """
        here = self.slot_of[candidate]
        members, seen = [candidate], {candidate}
        for member in members:
            target = slot if self.slot_of[member] == here else here
            if not self.board.is_open[member, target]:
                return None
            following = self.conflicts(member, int(target)) - seen
            seen |= following
            members.extend(sorted(following))
        return members

    def exchange(self, chain: list[int], slot: int) -> bool:
        """Let the members of `chain` change slots, if tables and interpreters suffice."""
        here = int(self.slot_of[chain[0]])
        leaving = [each for each in chain if self.slot_of[each] == here]
        coming = [each for each in chain if self.slot_of[each] == slot]
        if not (self._has_room(slot, leaving, coming) and self._has_room(here, coming, leaving)):
            return False
        for each in chain:
            self.take(each)
        for each in leaving:
            self.put(each, slot)
        for each in coming:
            self.put(each, here)
        return True

    def mark(self) -> int:
        """Return the present state, for `undo`."""
        return len(self._journal)

    def undo(self, mark: int) -> None:
        """Go back to the state of `mark`."""
        while len(self._journal) > mark:
            candidate, slot = self._journal.pop()
            if slot == NOWHERE:
                self._unset(candidate)
            else:
                self._set(candidate, slot)

    def keep(self) -> None:
        """Forget how to undo."""
        self._journal.clear()

    def _set(self, candidate: int, slot: int) -> None:
        self.slot_of[candidate] = slot
        self._count(candidate, slot, candidate, 1)

    def _unset(self, candidate: int) -> None:
        slot = int(self.slot_of[candidate])
        self.slot_of[candidate] = NOWHERE
        self._count(candidate, slot, NOWHERE, -1)

    def _count(self, candidate: int, slot: int, holder: int, step: int) -> None:
        self.at[self.resources_of(candidate), slot] = holder
        self.board.left[self._pools_of(candidate), slot] -= step
        self.degree[self.board.resources[candidate, :2]] += step

    def _pools_of(self, candidate: int) -> list[int]:
        return [each for each in self.board.pools[candidate].tolist() if each != NONE]

    def _has_room(self, slot: int, coming: Iterable[int], leaving: Iterable[int]) -> bool:
        change: dict[int, int] = {}
        for step, group in ((-1, coming), (1, leaving)):
            for candidate in group:
                for pool in self._pools_of(candidate):
                    change[pool] = change.get(pool, 0) + step
        return all(self.board.left[pool, slot] + step >= 0 for pool, step in change.items())
