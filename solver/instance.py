"""The event as the engine sees it: dense indices, rows of flags for slots, whole-number weights."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from matchmaker.event import Event
from matchmaker.timetable import Attendance, Timetable, seats
from solver.arrays import Flags, Ints, Longs, flags, masks
from solver.columns import Columns, columns_of, slots_of
from solver.crowd import Crowd, crowd, shared_tables
from solver.pairs import bonus, wished
from solver.pools import Pools, pools


@dataclass(frozen=True)
class Candidate:
    """One row of Columns, with bit masks of slots and interpreters."""

    a: int
    b: int
    value: int
    slots: int
    table: int
    helpers: int
    shares: bool
    crosses: bool
    is_locked: bool
    own: tuple[int, int]


@dataclass(frozen=True)
class Instance:
    """Everything that placing meetings needs to know once the sittings are decided.

    Of person p, row p of `is_free` holds the slots they have for meetings, that of `is_seated`
    those of their sittings; `at_most[p]` and `at_least[p]` limit their meetings and `floor[p]` is
    the least weight of their own wishes that they should have. Row i of `is_interpreting` holds the
    slots that interpreter i has for meetings. `shared_tables` are the indices of the tables that
    nobody has for themselves. At least `quota` thousandths of the meetings cross the border.
    """

    event: Event
    attendances: tuple[Attendance, ...]
    columns: Columns
    helper_sets: tuple[int, ...]
    is_free: Flags
    is_seated: Flags
    is_interpreting: Flags
    at_most: Ints
    at_least: Ints
    floor: Ints
    shared_tables: tuple[int, ...]
    quota: int
    scale: int

    @property
    def slot_count(self) -> int:
        """How many slots there are."""
        return len(self.event.slots)

    @property
    def count(self) -> int:
        """How many candidates there are."""
        return len(self.columns.a)

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.is_free)

    @cached_property
    def size(self) -> int:
        """How many ways there are to put one candidate into one slot."""
        return int(self.columns.is_open.sum())

    @cached_property
    def tilt(self) -> Longs:
        """What each candidate adds to the balance that must not be negative for the quota."""
        return np.where(self.columns.crosses, 1000 - self.quota, -self.quota).astype(np.int64)

    @cached_property
    def first(self) -> Ints:
        """Where the candidates of each person begin in `lists`, and where the last ones end."""
        counts = np.bincount(
            np.concatenate([self.columns.a, self.columns.b]), minlength=self.people
        )
        return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)

    @cached_property
    def lists(self) -> Ints:
        """The candidates of each person in turn, as `first` tells."""
        ends = np.concatenate([self.columns.a, self.columns.b])
        order = np.argsort(ends, kind="stable")
        return (order % max(self.count, 1)).astype(np.int32)

    @cached_property
    def pools(self) -> Pools:
        """The shared tables and the interpreters, as places that run out."""
        tables = len(self.shared_tables)
        helpers = self.columns.helpers
        return pools(self.columns.shares, helpers, self.helper_sets, tables, self.is_interpreting)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates as objects: for what is small, or looks at few."""
        c = self.columns
        slots = masks(c.is_open)
        own = map(tuple, c.own.tolist())
        rows = zip(
            c.a.tolist(),
            c.b.tolist(),
            c.value.tolist(),
            slots,
            c.table.tolist(),
            (self.helper_sets[each] for each in c.helpers),
            c.shares.tolist(),
            c.crosses.tolist(),
            c.is_locked.tolist(),
            own,
            strict=True,
        )
        return tuple(Candidate(*row) for row in rows)

    @cached_property
    def candidates_of(self) -> tuple[tuple[int, ...], ...]:
        """For each person the indices of their candidates."""
        lists, first = self.lists.tolist(), self.first.tolist()
        return tuple(tuple(sorted(lists[begin:end])) for begin, end in pairwise(first))

    @cached_property
    def free(self) -> tuple[int, ...]:
        """For each person the slots they have for meetings, as a mask."""
        return masks(self.is_free)

    @cached_property
    def seated(self) -> tuple[int, ...]:
        """For each person the slots of their sittings, as a mask."""
        return masks(self.is_seated)

    @cached_property
    def interpreting(self) -> tuple[int, ...]:
        """For each interpreter the slots they have for meetings, as a mask."""
        return masks(self.is_interpreting)

    @cached_property
    def candidate_of_pair(self) -> dict[frozenset[str], int]:
        """Candidate indices by the ids of the two."""
        ids = [each.id for each in self.event.participants]
        pairs = zip(self.columns.a.tolist(), self.columns.b.tolist(), strict=True)
        return {frozenset((ids[a], ids[b])): i for i, (a, b) in enumerate(pairs)}


def instance(event: Event, attendances: Collection[Attendance] = ()) -> Instance:
    """Return the Instance of `event` in which `attendances` and facilitation take their slots."""
    people = crowd(event)
    is_seated = _seated(people, attendances)
    is_free = _present(people) & (1 - is_seated)
    columns, helper_sets = columns_of(people, is_free)
    slots = is_free.sum(axis=1, dtype=np.int32)
    return Instance(
        event=event,
        attendances=tuple(attendances),
        columns=columns,
        helper_sets=helper_sets,
        is_free=is_free,
        is_seated=is_seated,
        is_interpreting=_interpreting(event),
        at_most=np.minimum(_maximums(event), slots),
        at_least=np.array([each.min_meetings for each in event.participants], np.int32),
        floor=_floor(people),
        shared_tables=tuple(shared_tables(event)),
        quota=round(1000 * event.rules.cross_border_share),
        scale=bonus(event).denominator,
    )


def _seated(people: Crowd, attendances: Collection[Attendance]) -> Flags:
    event, slots = people.event, slots_of(people.event)
    found = np.zeros((len(people.index), len(slots)), np.uint8)
    for person, session in seats(event, Timetable(attendances=tuple(attendances))):
        found[people.index[person], [slots[each] for each in session.slots]] = 1
    return found


def _present(people: Crowd) -> Flags:
    slots = slots_of(people.event)
    rows = [[slots[each] for each in who.unavailable] for who in people.event.participants]
    return 1 - flags(rows, len(slots))


def _interpreting(event: Event) -> Flags:
    slots = slots_of(event)
    rows = [{slots[each] for each in who.unavailable} for who in event.interpreters]
    index = {each.id: number for number, each in enumerate(event.interpreters)}
    for session in event.sessions:
        for each in session.interpreters:
            rows[index[each]].update(slots[slot] for slot in session.slots)
    return 1 - flags(rows, len(slots))


def _maximums(event: Event) -> Ints:
    most = len(event.slots)
    limits = (each.max_meetings for each in event.participants)
    return np.array([most if each is None else min(each, most) for each in limits], np.int32)


def _floor(people: Crowd) -> Ints:
    """Return the least own weight that everybody should have: their share of all they wished."""
    total = np.zeros(len(people.index), np.int64)
    every = wished(people)
    np.add.at(total, every.a, every.own[:, 0])
    np.add.at(total, every.b, every.own[:, 1])
    share = round(1000 * people.event.objective.floor)
    return ((share * total + 999) // 1000).astype(np.int32)
