"""Which meeting in which slot: a partial timetable and the moves that keep it legal.

Two slots and the meetings in them form a graph in which meetings that share a person or a table of
their own are neighbours. Exchanging the slots of one of its components (a Kempe chain, after
A. B. Kempe's work on colouring) frees somebody without hurting anybody.
"""

from collections.abc import Iterable, Sequence

from solver.instance import SHARED, Instance

NOWHERE = -1


class Placement:
    """Candidates in slots; no rule but the minimums is ever broken.

    `slot_of[c]` is the slot of candidate c or NOWHERE; `at[r][t]` the candidate that resource r (a
    person, or after them a table of somebody's own) has in slot t, or NOWHERE; `value` the summed
    value of placed candidates; `missing` how many meetings are missing to the minimums;
    `left[g][t]` the places that pool g has left in slot t. Changes are recorded until `keep`, so
    that `undo` can take them back.
    """

    def __init__(self, instance: Instance) -> None:
        people, tables = len(instance.free), len(instance.event.tables)
        slots = instance.slot_count
        self.instance = instance
        self.slot_of = [NOWHERE] * len(instance.candidates)
        self.at = [[NOWHERE] * slots for _ in range(people + tables)]
        self.degree = [0] * people
        self.value = 0
        self.missing = sum(instance.at_least)
        self.resources = tuple(
            (c.a, c.b) if c.table == SHARED else (c.a, c.b, people + c.table)
            for c in instance.candidates
        )
        self.open = tuple(c.slots for c in instance.candidates)
        self._pools_of = instance.pools_of
        self.left = [list(pool.places) for pool in instance.pools]
        self._journal: list[tuple[int, int]] = []

    @property
    def worth(self) -> tuple[int, int]:
        """What is to be made as large as possible: first the minimums, then the value."""
        return -self.missing, self.value

    def placed(self) -> list[int]:
        """Return the candidates that have a slot."""
        return [c for c, slot in enumerate(self.slot_of) if slot != NOWHERE]

    def slots_open_to(self, candidate: int) -> list[int]:
        """Return the slots in which both people of `candidate` are free of other duties."""
        return _bits(self.open[candidate])

    def conflicts(self, candidate: int, slot: int) -> set[int]:
        """Return the meetings in `slot` that hold a person or own table of `candidate`."""
        return {self.at[each][slot] for each in self.resources[candidate]} - {NOWHERE}

    def is_within_limits(self, candidate: int) -> bool:
        """Tell whether both people of `candidate` may have one more meeting."""
        pair = self.instance.candidates[candidate]
        at_most = self.instance.at_most
        return self.degree[pair.a] < at_most[pair.a] and self.degree[pair.b] < at_most[pair.b]

    def has_room(self, candidate: int, slot: int) -> bool:
        """Tell whether `slot` has a table and, if needed, an interpreter left for `candidate`."""
        return all(self.left[pool][slot] > 0 for pool in self._pools_of[candidate])

    def in_slot(self, slot: int) -> list[int]:
        """Return the meetings of `slot`."""
        people = range(len(self.degree))
        return sorted({self.at[person][slot] for person in people} - {NOWHERE})

    def slots_with_room(self, candidate: int) -> list[int]:
        """Return the slots with a table and, if needed, an interpreter left for `candidate`."""
        return [slot for slot in range(self.instance.slot_count) if self.has_room(candidate, slot)]

    def would_have_room(self, candidate: int, slot: int, without: int) -> bool:
        """Tell whether `slot` would have room for `candidate` if meeting `without` left it."""
        return self._has_room(slot, [candidate], [without])

    def fits(self, candidate: int, slot: int) -> bool:
        """Tell whether `candidate`, which has no slot, may be put into `slot`, limits apart."""
        return (
            bool(self.open[candidate] >> slot & 1)
            and all(self.at[each][slot] == NOWHERE for each in self.resources[candidate])
            and self.has_room(candidate, slot)
        )

    def admits(self, candidate: int, slot: int) -> bool:
        """Tell whether `candidate` may be put into `slot`, limits included."""
        return (
            self.slot_of[candidate] == NOWHERE
            and self.is_within_limits(candidate)
            and self.fits(candidate, slot)
        )

    def move_to(self, slot_of: Sequence[int]) -> None:
        """Take over a whole legal assignment of slots, indexed by candidate."""
        for candidate in self.placed():
            self.take(candidate)
        for candidate, slot in enumerate(slot_of):
            if slot != NOWHERE:
                self.put(candidate, slot)
        self.keep()

    def put(self, candidate: int, slot: int) -> None:
        """Give `candidate` the `slot`, which must fit."""
        self._journal.append((candidate, NOWHERE))
        self._set(candidate, slot)

    def take(self, candidate: int) -> None:
        """Take `candidate` out of its slot."""
        self._journal.append((candidate, self.slot_of[candidate]))
        self._unset(candidate)

    def chain(self, candidate: int, slot: int) -> list[int] | None:
        """Return the meetings that change slots when `candidate` goes to `slot`, itself first.

        Each goes from its own of the two slots to the other; None when somebody cannot, or when
        `candidate` is in `slot` already.
        """
        here = self.slot_of[candidate]
        if here == slot:
            return None
        members, seen = [candidate], {candidate}
        for member in members:
            target = slot if self.slot_of[member] == here else here
            if not self.open[member] >> target & 1:
                return None
            for resource in self.resources[member]:
                other = self.at[resource][target]
                if other != NOWHERE and other not in seen:
                    seen.add(other)
                    members.append(other)
        return members

    def exchange(self, chain: list[int], slot: int) -> bool:
        """Let the members of `chain` change slots, if tables and interpreters suffice."""
        here = self.slot_of[chain[0]]
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
        for each in self.resources[candidate]:
            self.at[each][slot] = candidate
        for pool in self._pools_of[candidate]:
            self.left[pool][slot] -= 1
        self._count(candidate, 1)

    def _unset(self, candidate: int) -> None:
        slot = self.slot_of[candidate]
        self.slot_of[candidate] = NOWHERE
        for each in self.resources[candidate]:
            self.at[each][slot] = NOWHERE
        for pool in self._pools_of[candidate]:
            self.left[pool][slot] += 1
        self._count(candidate, -1)

    def _count(self, candidate: int, step: int) -> None:
        pair = self.instance.candidates[candidate]
        self.value += step * pair.value
        for person in (pair.a, pair.b):
            before = max(0, self.instance.at_least[person] - self.degree[person])
            self.degree[person] += step
            self.missing += max(0, self.instance.at_least[person] - self.degree[person]) - before

    def _has_room(self, slot: int, coming: Iterable[int], leaving: Iterable[int]) -> bool:
        change: dict[int, int] = {}
        for step, group in ((-1, coming), (1, leaving)):
            for candidate in group:
                for pool in self._pools_of[candidate]:
                    change[pool] = change.get(pool, 0) + step
        return all(self.left[pool][slot] + step >= 0 for pool, step in change.items())


def _bits(mask: int) -> list[int]:
    return [index for index in range(mask.bit_length()) if mask >> index & 1]
