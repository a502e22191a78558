"""Where those stay who do not change tables and have none of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle

import networkx as nx
import numpy as np

from matchmaker.event import Event
from solver.arrays import NONE, Ints

Group = frozenset[str]


def stations(event: Event, tables: Mapping[str, int], shared: Sequence[int]) -> Ints:
    """Return for each participant the table at which they stay all day, or NONE.

    Those of them who are locked to meet stay together, at the table that a lock asks for if one
    does; of the others, those who wish to meet stay together, at one of the `shared` tables, or
    where there is none with somebody who has a table and is wanted most.
    """
    found = np.full(len(event.participants), NONE, np.int32)
    index = {each.id: number for number, each in enumerate(event.participants)}
    staying = {each.id for each in event.participants if each.stays and each.table is None}
    next_table = iter(cycle(shared or [NONE]))
    for group, asked in _groups(event, staying) if staying else ():
        name = asked or (None if shared else _of_a_host(event, group))
        table = tables[name] if name else next(next_table)
        found[[index[each] for each in sorted(group)]] = table
    return found


def _groups(event: Event, staying: set[str]) -> Iterator[tuple[Group, str | None]]:
    """Yield those who stay together, and which table locks ask for."""
    locked = _joined(staying, (lock.participants for lock in event.locked_meetings))
    free = set[str]()
    for group in locked:
        asked = _asked_for(event, group)
        if asked:
            yield group, asked
        else:
            free |= group
    wishes = ((w.wisher, w.wished) for w in event.wishes if not w.is_veto)
    locks = (lock.participants for lock in event.locked_meetings)
    yield from ((group, None) for group in _joined(free, (*locks, *wishes)))


def _joined(people: set[str], pairs: Iterable[tuple[str, str]]) -> list[Group]:
    """Return the groups of `people` whom `pairs` join, in the order of their ids."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(people))
    graph.add_edges_from(pair for pair in pairs if people.issuperset(pair))
    return [frozenset(each) for each in nx.connected_components(graph)]


def _of_a_host(event: Event, group: Group) -> str | None:
    """Return the table of whoever has one and is wanted most by one of `group`, or wants them."""
    wishes = [
        w for w in event.wishes if not w.is_veto and not group.isdisjoint((w.wisher, w.wished))
    ]
    for wish in sorted(wishes, key=lambda each: int(each.rank)):
        for person in (wish.wished, wish.wisher):
            if event.participant_by_id[person].table is not None:
                return event.participant_by_id[person].table
    return None


def _asked_for(event: Event, group: Group) -> str | None:
    """Return a table that a lock of one of `group` names, or that is their partner's own."""
    for lock in event.locked_meetings:
        if not group.isdisjoint(lock.pair):
            own = (event.participant_by_id[each].table for each in lock.participants)
            asked = lock.table or next(filter(None, own), None)
            if asked:
                return asked
    return None
