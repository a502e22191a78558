"""The participants of an event as columns: what rules about pairs look at, one row a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matchmaker.event import Event
from matchmaker.people import Side
from matchmaker.values import share_a_language
from solver.arrays import NONE, Ints, Truths
from solver.stations import stations

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
        station=stations(event, tables, shared_tables(event)),
        tongue=_numbered(each.languages for each in people),
        tongues=tongues,
    )


def _numbered(items: Iterable[object], nothing: object = None) -> Ints:
    """Return the number of each item, equal items alike, in the order in which they come."""
    numbers: dict[object, int] = {}
    found = [NONE if each == nothing else numbers.setdefault(each, len(numbers)) for each in items]
    return np.array(found, np.int32)


def shared_tables(event: Event) -> Sequence[int]:
    """Return the indices of the tables that nobody has for themselves."""
    own = {each.table for each in event.participants}
    return [number for number, table in enumerate(event.table_by_id) if table not in own]
