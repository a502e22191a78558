"""From a placement to a timetable: a table and, where needed, an interpreter for each meeting."""

from collections.abc import Mapping

import networkx as nx
import numpy as np

from matchmaker.timetable import Meeting, Timetable
from solver.instance import Instance
from solver.placement import NOWHERE, Placement
from solver.tables import assign_tables


def seat(placement: Placement, before: Timetable | None = None) -> Timetable:
    """Return the timetable of `placement`, with few table moves.

    Meetings that have their slot of timetable `before` keep its table where they can, and its
    interpreters where all in the slot can.
    """
    kept = _kept(placement, before) if before else {}
    tables = assign_tables(placement, _usual_tables(placement, kept))
    helpers = _interpreters(placement, kept)
    slots = placement.slot_of.tolist()
    order = sorted(placement.placed(), key=slots.__getitem__)
    name = _Names(placement.instance)
    meetings = (name.meeting(c, slots[c], tables[c], helpers.get(c)) for c in order)
    return Timetable(meetings=tuple(meetings), attendances=placement.instance.attendances)


def _kept(placement: Placement, before: Timetable) -> dict[int, Meeting]:
    """Return by candidate the meetings of `before` that have their slot."""
    problem, kept = placement.instance, dict[int, Meeting]()
    for each in before.meetings:
        candidate = problem.candidate_of_pair.get(each.pair)
        if candidate is not None:
            slot = placement.slot_of[candidate]
            if slot != NOWHERE and problem.event.slots[slot].id == each.slot:
                kept[candidate] = each
    return kept


def _usual_tables(placement: Placement, kept: Mapping[int, Meeting]) -> dict[int, int]:
    tables = {table: index for index, table in enumerate(placement.instance.event.table_by_id)}
    return {c: tables[each.table] for c, each in kept.items() if each.table in tables}


class _Names:
    """The ids of what an instance numbers."""

    def __init__(self, problem: Instance) -> None:
        event = problem.event
        self._people = [each.id for each in event.participants]
        self._slots = [each.id for each in event.slots]
        self._tables = [each.id for each in event.tables]
        self._helpers = [each.id for each in event.interpreters]
        self._a, self._b = problem.columns.a.tolist(), problem.columns.b.tolist()

    def meeting(self, candidate: int, slot: int, table: int, helper: int | None) -> Meeting:
        """Return the Meeting of `candidate`."""
        return Meeting(
            participant_a=self._people[self._a[candidate]],
            participant_b=self._people[self._b[candidate]],
            slot=self._slots[slot],
            table=self._tables[table],
            interpreter=None if helper is None else self._helpers[helper],
        )


def _interpreters(placement: Placement, kept: Mapping[int, Meeting]) -> dict[int, int]:
    """Return an interpreter for each meeting that needs one, each once in a slot."""
    problem, found = placement.instance, dict[int, int]()
    needs = (problem.columns.helpers > 0) & (placement.slot_of != NOWHERE)
    numbers = {helper: index for index, helper in enumerate(problem.event.interpreter_by_id)}
    usual = {c: numbers[e.interpreter] for c, e in kept.items() if e.interpreter in numbers}
    for slot in np.unique(placement.slot_of[needs]).tolist():
        here = np.flatnonzero(needs & (placement.slot_of == slot)).tolist()
        matched = _matched(problem, here, slot, usual)
        found |= matched if len(matched) == len(here) else _matched(problem, here, slot, {})
    return found


def _matched(
    problem: Instance, here: list[int], slot: int, usual: Mapping[int, int]
) -> dict[int, int]:
    """Return interpreters for as many of `here` as can be; whoever has a usual one has no other."""
    graph: nx.Graph[int] = nx.Graph()
    there = np.flatnonzero(problem.is_interpreting[:, slot]).tolist()
    for candidate in here:
        helpers, own = problem.helper_sets[problem.columns.helpers[candidate]], usual.get(candidate)
        open_to = (each for each in there if helpers >> each & 1 and own in (None, each))
        graph.add_edges_from((candidate, ~each) for each in open_to)
    matching = nx.bipartite.hopcroft_karp_matching(graph, [node for node in graph if node >= 0])
    return {candidate: ~matching[candidate] for candidate in here if candidate in matching}
