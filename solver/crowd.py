"""The participants of an event as columns: what rules about pairs look at, one row a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle

import networkx as nx
import numpy as np

from matchmaker.event import Event
from matchmaker.people import Side
from matchmaker.values import share_a_language
from solver.arrays import NONE, Ints, Truths

SIDES = {None: NONE, Side.BUYER: 0, Side.SELLER: 1}


@dataclass(frozen=True)
class Crowd:
    """One row for each participant, in the order of the event; NONE where there is nothing.

    `table` is the index of somebody's own table, `station` that of the shared table which those who
    stay at one table have all day; `tongue` is the row of their languages in `tongues`.
    """

    event: Event
    index: dict[str, int]
    side: Ints
    organisation: Ints
    region: Ints
    table: Ints
    station: Ints
    tongue: Ints
    tongues: tuple[tuple[str, ...], ...]

    @cached_property
    def speechless(self) -> Truths:
        """Whether people of two tongues may only meet with an interpreter."""
        if self.event.rules.without_common_language:
            return np.zeros((len(self.tongues),) * 2, np.bool_)
        rows = [
            [not share_a_language(one, other) for other in self.tongues] for one in self.tongues
        ]
        return np.array(rows, np.bool_).reshape((len(self.tongues),) * 2)

    @cached_property
    def helpers(self) -> tuple[tuple[int, ...], ...]:
        """For two tongues the interpreters who join them, as a mask; 0 where none is needed."""
        return tuple(
            tuple(
                self._joining(one, other) if self.speechless[i, j] else 0
                for j, other in enumerate(self.tongues)
            )
            for i, one in enumerate(self.tongues)
        )

    def _joining(self, one: tuple[str, ...], other: tuple[str, ...]) -> int:
        helpers = enumerate(self.event.interpreters)
        return sum(1 << i for i, each in helpers if each.joins(one, other))


def crowd(event: Event) -> Crowd:
    """Return the participants of `event` as columns."""
    people = event.participants
    tables = {table: number for number, table in enumerate(event.table_by_id)}
    tongues = tuple(dict.fromkeys(each.languages for each in people))
    return Crowd(
        event=event,
        index={each.id: number for number, each in enumerate(people)},
        side=np.array([SIDES[each.side] for each in people], np.int32),
        organisation=_numbered(each.organisation for each in people),
        region=_numbered((each.region for each in people), nothing=""),
        table=np.array([tables.get(each.table or "", NONE) for each in people], np.int32),
        station=_stations(event, tables),
        tongue=_numbered(each.languages for each in people),
        tongues=tongues,
    )


def _numbered(items: Iterable[object], nothing: object = None) -> Ints:
    """Return the number of each item, equal items alike, in the order in which they come."""
    numbers: dict[object, int] = {}
    found = [NONE if each == nothing else numbers.setdefault(each, len(numbers)) for each in items]
    return np.array(found, np.int32)


def _stations(event: Event, tables: dict[str, int]) -> Ints:
    """Return where people stay who do not change tables and have none of their own.

    Those of them who wish to meet stay at one table; a table that a lock names comes first.
    """
    found = np.full(len(event.participants), NONE, np.int32)
    staying = {
        each.id: number
        for number, each in enumerate(event.participants)
        if each.stays and each.table is None
    }
    if staying:
        shared = iter(cycle(shared_tables(event) or [NONE]))
        for group in _groups(event, staying):
            named = _named_by_locks(event, group, tables)
            table = named if named is not None else next(shared)
            found[[staying[each] for each in group]] = table
    return found


def shared_tables(event: Event) -> Sequence[int]:
    """Return the indices of the tables that nobody has for themselves."""
    own = {each.table for each in event.participants}
    return [number for number, table in enumerate(event.table_by_id) if table not in own]


def _groups(event: Event, staying: dict[str, int]) -> list[list[str]]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(staying)
    graph.add_edges_from(
        (each.wisher, each.wished)
        for each in event.wishes
        if not each.is_veto and each.wisher in staying and each.wished in staying
    )
    return [sorted(each, key=staying.__getitem__) for each in nx.connected_components(graph)]


def _named_by_locks(event: Event, group: Iterable[str], tables: dict[str, int]) -> int | None:
    members = set(group)
    named = (
        tables[lock.table]
        for lock in event.locked_meetings
        if lock.table is not None and not members.isdisjoint(lock.pair)
    )
    return next(named, None)
