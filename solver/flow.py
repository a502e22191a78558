"""The selection as a flow of least cost: quick at any size, where only people and tables limit it.

With two sides, each side has a column of nodes and a candidate is an arc. In one pool everybody has
a node on both sides and each candidate two arcs; half of the most valuable flow is the fractional
optimum (by the bipartite double cover of G. L. Nemhauser and L. E. Trotter, 1975).
"""

from dataclasses import dataclass

import numpy as np
from ortools.graph.python import min_cost_flow

from solver.arrays import Ints, Longs
from solver.instance import Instance
from solver.rounding import rounded
from solver.stakes import Stakes

LEAST = 3_000
"""From how many candidates on the flow takes the place of the whole-number programme."""


@dataclass(frozen=True)
class Flow:
    """The candidates that most flow goes through, and the bounds that it proves."""

    candidates: tuple[int, ...]
    bound: int
    shortfall: int


def is_a_flow(problem: Instance) -> bool:
    """Tell whether the selection of `problem` is large, and a flow."""
    rows = problem.columns
    is_plain = not (rows.helpers.any() or rows.is_locked.any() or problem.floor.any())
    return problem.count >= LEAST and is_plain and not problem.quota


def largest_flow(problem: Instance, scale: Stakes) -> Flow:
    """Return the flow that costs the lacking meetings least, and then is worth most."""
    network = _Network(problem, scale)
    network.solve()
    return network.result()


class _Network:
    """Source 0, everybody on the left from 1, everybody on the right after them, then the sink.

    Each unit of cost is negative value; what fills a minimum is worth a further reward.
    """

    def __init__(self, problem: Instance, scale: Stakes) -> None:
        self._problem = problem
        self._reward = int(problem.columns.value.sum()) + 1
        self._sides = two_sides(problem)
        self._graph = min_cost_flow.SimpleMinCostFlow()
        self._sink = 2 * problem.people + 1
        self._scale = scale

    @property
    def _copies(self) -> int:
        """How often each candidate is there."""
        return 1 if self._sides is not None else 2

    def solve(self) -> None:
        """Build the network and find the flow of least cost."""
        self._arcs = self._add_candidates()
        limit = self._copies * most_meetings(self._problem, self._sides)
        self._rewarded = self._add_people()
        self._bypass = self._add([0], [self._sink], [limit], [0])
        self._graph.set_node_supply(0, limit)
        self._graph.set_node_supply(self._sink, -limit)
        self._graph.solve()

    def result(self) -> Flow:
        """Return what the flow says."""
        flows = self._graph.flows(self._arcs).reshape(self._copies, -1).sum(axis=0)
        filled = int(self._graph.flows(self._rewarded).sum()) if len(self._rewarded) else 0
        wanted = self._copies_of_minimums()
        value = -self._graph.optimal_cost() - self._reward * filled
        chosen = np.flatnonzero(2 * flows > self._copies)
        halves = np.flatnonzero(2 * flows == self._copies)
        rows = self._problem.columns
        room = most_meetings(self._problem, self._sides) - len(chosen)
        taken = halves[rounded(rows.a[halves], rows.b[halves], room)]
        candidates = (*chosen.tolist(), *taken.tolist())
        return Flow(candidates, value // self._copies, (wanted - filled) // self._copies)

    def _copies_of_minimums(self) -> int:
        least = np.minimum(self._problem.at_least, 2**30)
        return int(least.sum()) * self._copies

    def _add_candidates(self) -> Ints:
        rows, people = self._problem.columns, self._problem.people
        left, right = self._ends()
        cost = -np.tile(rows.value, self._copies)
        return self._add(1 + left, 1 + people + right, np.ones(len(left), np.int64), cost)

    def _ends(self) -> tuple[Longs, Longs]:
        rows = self._problem.columns
        a, b = rows.a.astype(np.int64), rows.b.astype(np.int64)
        if self._sides is None:
            return np.concatenate([a, b]), np.concatenate([b, a])
        swap = self._sides[a]
        return np.where(swap, b, a), np.where(swap, a, b)

    def _add_people(self) -> Ints:
        problem = self._problem
        most = problem.at_most.astype(np.int64)
        least = np.minimum(problem.at_least, most)
        people = np.arange(problem.people)
        for ends in self._sides_of(people):
            self._add(*ends, most - least, np.zeros(problem.people, np.int64))
        some = np.flatnonzero(least)
        arcs = [
            self._add(*ends, least[some], np.full(len(some), -self._reward))
            for ends in self._sides_of(some)
        ]
        return np.concatenate(arcs)

    def _sides_of(self, people: Longs) -> list[tuple[Longs, Longs]]:
        nodes = 1 + people
        left = np.zeros(len(people), np.int64), nodes
        right = nodes + self._problem.people, np.full(len(people), self._sink)
        return [left, right]

    def _add(self, tails: object, heads: object, capacities: object, costs: object) -> Ints:
        columns = [np.asarray(each, np.int64) for each in (tails, heads, capacities, costs)]
        arcs: Ints = self._graph.add_arcs_with_capacity_and_unit_cost(
            columns[0].astype(np.int32), columns[1].astype(np.int32), columns[2], columns[3]
        )
        return arcs


def two_sides(problem: Instance) -> Longs | None:
    """Return 0 or 1 for each person where all candidates are across sides, else None."""
    sides = problem.event.participants
    if any(each.side is None for each in sides):
        return None
    return np.array([each.side != sides[0].side for each in sides], np.int64)


def most_meetings(problem: Instance, sides: Longs | None) -> int:
    """Return an upper bound on the meetings of all slots: by tables and by who is free."""
    free = problem.is_free.astype(np.int64)
    if sides is None:
        pairs = free.sum(axis=0) // 2
    else:
        pairs = np.minimum(free[sides == 0].sum(axis=0), free[sides == 1].sum(axis=0))
    if problem.columns.shares.all():
        pairs = np.minimum(pairs, len(problem.shared_tables))
    return int(pairs.sum())
