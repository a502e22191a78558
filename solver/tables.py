"""Which table for each meeting: sweeps over the slots, each slot assigned at least cost.

What a table is worth to a meeting depends on where its two people sit before and after; given the
other slots, the best tables of one slot are an assignment problem, solved as a minimum-cost flow.
Sweeping there and back until no slot gains is a descent, so every sweep lowers the table moves.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from ortools.graph.python import min_cost_flow

from solver.arrays import NONE, Ints, Longs
from solver.columns import SHARED
from solver.instance import Instance
from solver.placement import NOWHERE, Placement

SWEEPS = 4
LARGE = 20_000
"""From how many meetings on one sweep is enough."""
USUAL = 3
"""What keeping the table of an earlier timetable is worth, against 1 for each person who stays."""


def assign_tables(placement: Placement, usual: Mapping[int, int]) -> list[int]:
    """Return the table index of each candidate, SHARED where it has no meeting.

    Tables that meetings must have are theirs; the others get the shared tables so that few people
    change tables between meetings. `usual` tells which candidates had which table in an earlier
    timetable.
    """
    sweep = _Sweep(placement, usual)
    slots = range(placement.instance.slot_count)
    before = NONE
    sweep.over(slots)
    for _ in range(SWEEPS if len(sweep.placed) < LARGE else 0):
        sweep.over(reversed(slots))
        sweep.over(slots)
        if before == (before := sweep.stays):
            break
    found: list[int] = sweep.table_of.tolist()
    return found


def fixed_table(instance: Instance) -> Ints:
    """Return the table of each candidate that must have a certain one, else SHARED."""
    return instance.columns.table


def reserved_table(instance: Instance) -> Ints:
    """Return the tables for everybody: all but those that somebody has for themselves."""
    return np.array(instance.shared_tables, np.int32)


class _Sweep:
    def __init__(self, placement: Placement, usual: Mapping[int, int]) -> None:
        problem = placement.instance
        self.placed = np.flatnonzero(placement.slot_of != NOWHERE)
        self.table_of = np.full(problem.count, SHARED, np.int32)
        self.table_of[self.placed] = fixed_table(problem)[self.placed]
        self._here = [np.flatnonzero(placement.slot_of == t) for t in range(problem.slot_count)]
        self._is_free = fixed_table(problem) == SHARED
        self._tables = reserved_table(problem)
        self._neighbours = _neighbours(placement)
        self._usual = np.full(problem.count, SHARED, np.int32)
        self._usual[list(usual)] = list(usual.values())

    @property
    def stays(self) -> int:
        """How often somebody finds their next meeting at the same table."""
        others = self._neighbours[self.placed, 2:]
        same = self.table_of[others] == self.table_of[self.placed, None]
        return int((same & (others != NONE)).sum())

    def over(self, slots: Iterable[int]) -> None:
        """Assign the tables of each slot in turn."""
        for slot in slots:
            here = self._here[slot]
            free = here[self._is_free[here]]
            tables = np.setdiff1d(self._tables, self.table_of[here[~self._is_free[here]]])
            self.table_of[free] = assigned(len(free), tables, self._gains(free, tables))

    def _gains(self, free: Longs, tables: Ints) -> tuple[Longs, Longs, Longs]:
        """Return row, table and gain wherever one of `tables` is worth something to `free`."""
        others = self._neighbours[free]
        wanted = np.where(others == NONE, SHARED, self.table_of[others])
        wanted = np.column_stack([wanted, *[self._usual[free]] * USUAL])
        rows = np.repeat(np.arange(len(free)), wanted.shape[1])
        flat = wanted.ravel()
        is_there = np.isin(flat, tables)
        width = int(tables.max(initial=0)) + 1
        pairs = rows[is_there] * width + flat[is_there]
        keys, gains = np.unique(pairs, return_counts=True)
        return keys // width, keys % width, gains


def _neighbours(placement: Placement) -> Longs:
    """Return for each candidate the meetings before and after of its two people, or NONE.

    The columns are before and before, after and after.
    """
    people = placement.instance.people
    at = placement.at[:people].astype(np.int64)
    before, after = _last_before(at), _last_before(at[:, ::-1])[:, ::-1]
    found = np.full((placement.instance.count, 4), NONE, np.int64)
    placed = np.flatnonzero(placement.slot_of != NOWHERE)
    slots = placement.slot_of[placed]
    for column in range(2):
        person = placement.board.resources[placed, column]
        found[placed, column] = before[person, slots]
        found[placed, column + 2] = after[person, slots]
    return found


def _last_before(at: Longs) -> Longs:
    """Return for each row and column the last entry before it that is not NONE."""
    people, slots = at.shape
    column = np.where(at != NONE, np.arange(slots), NONE)
    last = np.maximum.accumulate(column, axis=1)
    shifted = np.hstack([np.full((people, 1), NONE), last[:, :-1]])
    return np.where(shifted == NONE, NONE, np.take_along_axis(at, np.maximum(shifted, 0), axis=1))


def assigned(count: int, tables: Ints, gains: tuple[Longs, Longs, Longs]) -> Ints:
    """Give each of `count` rows one of `tables`, none to two, so that the gains add up to most.

    `gains` holds row, table and what it is worth; all else is worth nothing. There must be as many
    tables as rows at least.
    """
    found = np.full(count, SHARED, np.int32)
    rows, wanted = _best(count, *gains)
    found[rows] = wanted
    left = np.setdiff1d(tables, wanted)
    open_rows = np.flatnonzero(found == SHARED)
    found[open_rows] = left[: len(open_rows)]
    return found


def _best(count: int, rows: Longs, wanted: Longs, gains: Longs) -> tuple[Longs, Longs]:
    """Return who gets one of the tables they want, by a flow from rows over tables to a sink."""
    used, table = np.unique(wanted, return_inverse=True)
    sink = count + len(used)
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = _add(flow, rows, count + table, -gains)
    _add(flow, np.arange(count), np.full(count, sink), np.zeros(count, np.int64))
    _add(
        flow, count + np.arange(len(used)), np.full(len(used), sink), np.zeros(len(used), np.int64)
    )
    flow.set_nodes_supplies(np.arange(count, dtype=np.int32), np.ones(count, np.int64))
    flow.set_node_supply(sink, -count)
    flow.solve()
    is_taken = flow.flows(arcs) > 0
    return rows[is_taken], wanted[is_taken]


def _add(flow: min_cost_flow.SimpleMinCostFlow, tails: Longs, heads: Longs, costs: Longs) -> Ints:
    arcs: Ints = flow.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32),
        heads.astype(np.int32),
        np.ones(len(tails), np.int64),
        costs.astype(np.int64),
    )
    return arcs
