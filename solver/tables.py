"""Which table for each meeting: sweeps over the slots, each slot assigned at least cost.

What a table is worth to a meeting depends on where its two people sit before and after; given the
other slots, the best tables of one slot are an assignment problem, solved as a minimum-cost flow.
Sweeping there and back until no slot gains is a descent, so every sweep lowers the table moves.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from ortools.graph.python import min_cost_flow

from solver.instance import SHARED, Instance
from solver.placement import NOWHERE, Placement

SWEEPS = 2
USUAL = 3
"""What keeping the table of an earlier timetable is worth, against 1 for each person who stays."""


def assign_tables(placement: Placement, usual: Mapping[int, int]) -> list[int]:
    """Return the table index of each candidate, SHARED where it has no meeting.

    Tables of people's own are theirs; the others get the shared tables so that few people change
    tables between meetings. `usual` tells which candidates had which table in an earlier timetable.
    """
    sweep = _Sweep(placement, usual)
    before = None
    for _ in range(SWEEPS):
        sweep.over(range(placement.instance.slot_count))
        if before == (before := sweep.stays):
            break
        sweep.over(reversed(range(placement.instance.slot_count)))
    return sweep.table_of


def fixed_table(instance: Instance, here: Iterable[int]) -> dict[int, int]:
    """Return the table of each meeting of somebody who has one for themselves."""
    tables = {candidate: instance.candidates[candidate].table for candidate in here}
    return {candidate: table for candidate, table in tables.items() if table != SHARED}


def reserved_table(instance: Instance) -> tuple[int, ...]:
    """Return the tables for everybody: all but those that somebody has for themselves."""
    return instance.shared_tables


class _Sweep:
    def __init__(self, placement: Placement, usual: Mapping[int, int]) -> None:
        self._instance = placement.instance
        self._usual = usual
        self._here = [placement.in_slot(slot) for slot in range(self._instance.slot_count)]
        self._neighbours = _neighbours(placement)
        self.table_of = [SHARED] * len(placement.slot_of)
        for here in self._here:
            for candidate, table in fixed_table(self._instance, here).items():
                self.table_of[candidate] = table

    @property
    def stays(self) -> int:
        """How often somebody finds their next meeting at the same table."""
        return sum(
            self.table_of[each] == self.table_of[other]
            for here in self._here
            for each in here
            for other in self._neighbours[each]
        )

    def over(self, slots: Iterable[int]) -> None:
        """Assign the tables of each slot in turn."""
        for slot in slots:
            free = [c for c in self._here[slot] if self._instance.candidates[c].table == SHARED]
            wanted = {candidate: self._gains(candidate) for candidate in free}
            for candidate, table in assigned(reserved_table(self._instance), wanted).items():
                self.table_of[candidate] = table

    def _gains(self, candidate: int) -> Counter[int]:
        """Return what each table that is worth anything to `candidate` is worth."""
        gains = Counter(self.table_of[each] for each in self._neighbours[candidate])
        if candidate in self._usual:
            gains[self._usual[candidate]] += USUAL
        return gains


def _neighbours(placement: Placement) -> list[list[int]]:
    """Return for each candidate the meetings before and after it of its two people."""
    found: list[list[int]] = [[] for _ in placement.slot_of]
    for person in range(len(placement.degree)):
        meetings = [each for each in placement.at[person] if each != NOWHERE]
        for one, other in pairwise(meetings):
            found[one].append(other)
            found[other].append(one)
    return found


def assigned(tables: tuple[int, ...], wanted: Mapping[int, Mapping[int, int]]) -> dict[int, int]:
    """Give each key of `wanted` a table of its own so that the gains add up to most.

    `wanted` tells what some of `tables` are worth; all others are worth nothing. There must be as
    many tables as keys at least.
    """
    taken = _best_gains(set(tables), wanted)
    left = iter(sorted(set(tables) - set(taken.values())))
    return taken | {each: next(left) for each in wanted if each not in taken}


def _best_gains(tables: set[int], wanted: Mapping[int, Mapping[int, int]]) -> dict[int, int]:
    """Return who gets one of the tables they want, by a flow from them over tables to a sink."""
    flow = min_cost_flow.SimpleMinCostFlow()
    sink = len(wanted)
    node = {table: sink + number for number, table in enumerate(sorted(tables), 1)}
    arcs: dict[int, tuple[int, int]] = {}
    for number, (each, gains) in enumerate(wanted.items()):
        flow.set_node_supply(number, 1)
        flow.add_arc_with_capacity_and_unit_cost(number, sink, 1, 0)
        for table in sorted(tables & gains.keys()):
            arc = flow.add_arc_with_capacity_and_unit_cost(number, node[table], 1, -gains[table])
            arcs[arc] = (each, table)
    flow.set_node_supply(sink, -len(wanted))
    for number in node.values():
        flow.add_arc_with_capacity_and_unit_cost(number, sink, 1, 0)
    flow.solve()
    return dict(pair for arc, pair in arcs.items() if flow.flow(arc))
