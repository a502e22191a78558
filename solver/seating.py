"""Which table for each meeting, and which interpreter: slot by slot, with few table moves."""

from collections.abc import Iterable

import networkx as nx
from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

from matchmaker.timetable import Meeting, Timetable
from solver.instance import SHARED, Instance
from solver.placement import Placement

MOVE = 1000
"""What changing table costs a person, against 1 for each step up in the list of tables."""


def seat(placement: Placement) -> Timetable:
    """Return the timetable of `placement`.

    Fixed tables are kept for their people; the others get the shared tables, by an assignment for
    each slot in turn that lets most people stay at the table of their meeting before.
    """
    instance = placement.instance
    last_table = [SHARED] * len(instance.free)
    meetings: list[Meeting] = []
    for slot in range(instance.slot_count):
        here = placement.in_slot(slot)
        tables = _tables(instance, here, last_table)
        helpers = _interpreters(instance, here, slot)
        for candidate in here:
            pair = instance.candidates[candidate]
            last_table[pair.a] = last_table[pair.b] = tables[candidate]
            meetings.append(
                _meeting(instance, candidate, slot, tables[candidate], helpers.get(candidate))
            )
    return Timetable(meetings=tuple(meetings), attendances=instance.attendances)


def _meeting(
    instance: Instance, candidate: int, slot: int, table: int, interpreter: int | None
) -> Meeting:
    event, pair = instance.event, instance.candidates[candidate]
    return Meeting(
        participant_a=event.participants[pair.a].id,
        participant_b=event.participants[pair.b].id,
        slot=event.slots[slot].id,
        table=event.tables[table].id,
        interpreter=None if interpreter is None else event.interpreters[interpreter].id,
    )


def _tables(instance: Instance, here: list[int], last_table: list[int]) -> dict[int, int]:
    fixed = fixed_table(instance, here)
    free = [candidate for candidate in here if candidate not in fixed]
    return fixed | _assigned(instance, free, reserved_table(instance), last_table)


def fixed_table(instance: Instance, here: Iterable[int]) -> dict[int, int]:
    """Return the table of each meeting of somebody who has one for themselves."""
    tables = {candidate: instance.candidates[candidate].table for candidate in here}
    return {candidate: table for candidate, table in tables.items() if table != SHARED}


def reserved_table(instance: Instance) -> tuple[int, ...]:
    """Return the tables for everybody: all but those that somebody has for themselves."""
    return instance.shared_tables


def _assigned(
    instance: Instance, free: list[int], tables: tuple[int, ...], last_table: list[int]
) -> dict[int, int]:
    """Assign tables at least cost; rows beyond the meetings stand for tables left empty."""
    if not free:
        return {}
    assignment = SimpleLinearSumAssignment()
    for row in range(len(tables)):
        for column, table in enumerate(tables):
            cost = _cost(instance, free[row], table, last_table) if row < len(free) else 0
            assignment.add_arc_with_cost(row, column, cost + column * (row < len(free)))
    assignment.solve()
    return {c: tables[assignment.right_mate(row)] for row, c in enumerate(free)}


def _cost(instance: Instance, candidate: int, table: int, last_table: list[int]) -> int:
    pair = instance.candidates[candidate]
    return sum(MOVE for each in (pair.a, pair.b) if last_table[each] not in (SHARED, table))


def _interpreters(instance: Instance, here: list[int], slot: int) -> dict[int, int]:
    """Return an interpreter for each meeting that needs one, each once."""
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for candidate in here:
        helpers = instance.candidates[candidate].helpers
        for index, mask in enumerate(instance.interpreting):
            if helpers >> index & 1 and mask >> slot & 1:
                graph.add_edge(("meeting", candidate), ("interpreter", index))
    meetings = [node for node in graph if node[0] == "meeting"]
    matching = nx.bipartite.hopcroft_karp_matching(graph, meetings)
    return {candidate: matching["meeting", candidate][1] for _, candidate in meetings}
