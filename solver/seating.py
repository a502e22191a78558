"""From a placement to a timetable: a table and, where needed, an interpreter for each meeting."""

import networkx as nx

from matchmaker.timetable import Meeting, Timetable
from solver.instance import Instance
from solver.placement import Placement
from solver.tables import assign_tables


def seat(placement: Placement, before: Timetable | None = None) -> Timetable:
    """Return the timetable of `placement`, with few table moves.

    Meetings that have their slot of timetable `before` keep its table where they can.
    """
    instance = placement.instance
    tables = assign_tables(placement, _usual_tables(placement, before) if before else {})
    meetings: list[Meeting] = []
    for slot in range(instance.slot_count):
        here = placement.in_slot(slot)
        helpers = _interpreters(instance, here, slot)
        meetings.extend(_meeting(instance, c, slot, tables[c], helpers.get(c)) for c in here)
    return Timetable(meetings=tuple(meetings), attendances=instance.attendances)


def _usual_tables(placement: Placement, before: Timetable) -> dict[int, int]:
    problem = placement.instance
    tables = {table: index for index, table in enumerate(problem.event.table_by_id)}
    usual = {}
    for each in before.meetings:
        candidate = problem.candidate_of_pair.get(each.pair)
        if candidate is not None and each.table in tables:
            slot = placement.slot_of[candidate]
            if slot >= 0 and problem.event.slots[slot].id == each.slot:
                usual[candidate] = tables[each.table]
    return usual


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


def _interpreters(instance: Instance, here: list[int], slot: int) -> dict[int, int]:
    """Return an interpreter for each meeting that needs one, each once."""
    graph: nx.Graph[int] = nx.Graph()
    for candidate in here:
        helpers = instance.candidates[candidate].helpers
        for index, mask in enumerate(instance.interpreting):
            if helpers >> index & 1 and mask >> slot & 1:
                graph.add_edge(candidate, ~index)
    meetings = [node for node in graph if node >= 0]
    matching = nx.bipartite.hopcroft_karp_matching(graph, meetings)
    return {candidate: ~matching[candidate] for candidate in meetings}
