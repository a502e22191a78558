"""The pairs that may meet as columns: what the engine knows of each."""

from typing import NamedTuple

import numpy as np

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from solver.arrays import NONE, Flags, Ints, Longs, Truths, truths
from solver.crowd import Crowd
from solver.eligibility import RULES
from solver.pairs import Pairs, bonus, wished

SHARED = NONE
"""In place of a table index: any table that nobody has for themselves."""


class Columns(NamedTuple):
    """The candidates, pairs that may meet, one row each.

    `a` < `b` index people; `value` is in units of 1/Instance.scale of wish weight, `own` holds the
    weights of the wishes of the two alone; `is_open[:, t]` tells whether both are free in slot t;
    `table` is the index of the table they must have, or SHARED; `shares` whether they take one of
    the shared tables; `helpers` is the row in Instance.helper_sets of the interpreters who join
    them, 0 when none is needed; `crosses` whether they are of different regions; `is_locked`
    whether they must meet.
    """

    a: Ints
    b: Ints
    value: Longs
    own: Ints
    is_open: Flags
    table: Ints
    shares: Truths
    helpers: Ints
    crosses: Truths
    is_locked: Truths


def slots_of(event: Event) -> dict[str, int]:
    """Return the number of each slot, by id."""
    return {slot: number for number, slot in enumerate(event.slot_by_id)}


def columns_of(people: Crowd, is_free: Flags) -> tuple[Columns, tuple[int, ...]]:
    """Return the candidates, and the sets of interpreters that they refer to."""
    pairs = wished(people)
    for rule in RULES.values():
        pairs = pairs.only(rule(people, pairs))
    is_open = is_free[pairs.a] & is_free[pairs.b]
    locked, tables = _lock(people, pairs, is_open)
    has_slot = truths(is_open.any(axis=1))
    rows, helpers, sets = pairs.only(has_slot), *_helpers(people, pairs.only(has_slot))
    own = _own_table(people, rows)
    bound = np.where(tables[has_slot] == SHARED, _station(people, rows), tables[has_slot])
    return (
        Columns(
            a=rows.a,
            b=rows.b,
            value=_values(people, rows),
            own=rows.own,
            is_open=np.ascontiguousarray(is_open[has_slot]),
            table=np.where(own == SHARED, bound, own).astype(np.int32),
            shares=own == SHARED,
            helpers=helpers,
            crosses=_crosses(people, rows),
            is_locked=locked[has_slot],
        ),
        sets,
    )


def _lock(people: Crowd, pairs: Pairs, is_open: Flags) -> tuple[Truths, Ints]:
    """Keep locked pairs to the slots of their locks; return which are locked, and where."""
    locked, table = np.zeros(len(pairs.a), np.bool_), np.full(len(pairs.a), SHARED, np.int32)
    slots, tables = slots_of(people.event), list(people.event.table_by_id)
    row = {key: number for number, key in enumerate(pairs.key.tolist())} if _locks(people) else {}
    for lock in _locks(people):
        ends = people.index[lock.participant_a], people.index[lock.participant_b]
        where = row.get(min(ends) * len(people.index) + max(ends))
        if where is not None:
            locked[where] = True
            table[where] = tables.index(lock.table) if lock.table else SHARED
            if lock.slot:
                is_open[where] *= np.arange(len(slots)) == slots[lock.slot]
    return locked, table


def _locks(people: Crowd) -> tuple[MeetingLock, ...]:
    return people.event.locked_meetings


def _own_table(people: Crowd, pairs: Pairs) -> Ints:
    one, other = people.table[pairs.a], people.table[pairs.b]
    return np.where(one == NONE, other, one)


def _station(people: Crowd, pairs: Pairs) -> Ints:
    one, other = people.station[pairs.a], people.station[pairs.b]
    return np.where(one == NONE, other, one)


def _values(people: Crowd, pairs: Pairs) -> Longs:
    extra = bonus(people.event)
    across = extra.denominator + extra.numerator
    return pairs.weight * np.where(_crosses(people, pairs), across, extra.denominator)


def _crosses(people: Crowd, pairs: Pairs) -> Truths:
    one, other = people.region[pairs.a], people.region[pairs.b]
    return truths((one != other) & (one != NONE) & (other != NONE))


def _helpers(people: Crowd, pairs: Pairs) -> tuple[Ints, tuple[int, ...]]:
    """Return the row of each pair in the sets of interpreters, and the sets."""
    flat = [mask for row in people.helpers for mask in row]
    sets = tuple(dict.fromkeys([0, *flat]))
    number = np.array([sets.index(mask) for mask in flat], np.int32)
    width = len(people.tongues)
    return number[people.tongue[pairs.a] * width + people.tongue[pairs.b]], sets
