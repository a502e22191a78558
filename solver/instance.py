"""The event as the engine sees it: dense indices, bit masks of slots, whole-number weights."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from matchmaker.event import Event
from matchmaker.score import pair_values
from matchmaker.timetable import Attendance, Timetable, seats
from solver.eligibility import Eligibility, Pairing

SHARED = -1
"""In place of a table index: any table that nobody has for themselves."""


@dataclass(frozen=True)
class Candidate:
    """A pair that may meet.

    `a` and `b` index people; `value` is in units of 1/Instance.scale of wish weight; bit t of
    `slots` tells whether both are free in slot t; `table` is the index of the table they must
    have, or SHARED; bit i of `helpers` whether interpreter i joins them, 0 when none is needed.
    """

    a: int
    b: int
    value: int
    slots: int
    table: int
    helpers: int


@dataclass(frozen=True)
class Pool:
    """What some meetings share in every slot: tables, or interpreters.

    In slot t at most `places[t]` of `candidates` can meet.
    """

    candidates: tuple[int, ...]
    places: tuple[int, ...]


@dataclass(frozen=True)
class Instance:
    """Everything that placing meetings needs to know once the sittings are decided.

    Of person p, the mask `free[p]` holds the slots they have for meetings, `seated[p]` those of
    their sittings, and `at_most[p]` and `at_least[p]` limit their meetings; `interpreting[i]` holds
    the slots that interpreter i has for meetings. `shared_tables` are the indices of the tables
    that nobody has for themselves.
    """

    event: Event
    attendances: tuple[Attendance, ...]
    candidates: tuple[Candidate, ...]
    free: tuple[int, ...]
    seated: tuple[int, ...]
    interpreting: tuple[int, ...]
    at_most: tuple[int, ...]
    at_least: tuple[int, ...]
    shared_tables: tuple[int, ...]
    scale: int

    @property
    def slot_count(self) -> int:
        """How many slots there are."""
        return len(self.event.slots)

    @cached_property
    def size(self) -> int:
        """How many ways there are to put one candidate into one slot."""
        return sum(each.slots.bit_count() for each in self.candidates)

    @cached_property
    def candidates_of(self) -> tuple[tuple[int, ...], ...]:
        """For each person the indices of their candidates."""
        lists: list[list[int]] = [[] for _ in self.free]
        for index, each in enumerate(self.candidates):
            lists[each.a].append(index)
            lists[each.b].append(index)
        return tuple(map(tuple, lists))

    @cached_property
    def pools(self) -> tuple[Pool, ...]:
        """The shared tables, and each set of interpreters that suffices for some candidates.

        By Hall's theorem, the interpreters of a slot can serve a set of meetings, one each, if and
        only if no union of the sets that suffice for a meeting is smaller than the number of
        meetings that need one of that union.
        """
        return (self._shared_pool(), *map(self._pool_of, self._unions_of_helpers()))

    @cached_property
    def pools_of(self) -> tuple[tuple[int, ...], ...]:
        """For each candidate the indices of its pools."""
        lists: list[list[int]] = [[] for _ in self.candidates]
        for index, pool in enumerate(self.pools):
            for candidate in pool.candidates:
                lists[candidate].append(index)
        return tuple(map(tuple, lists))

    def _shared_pool(self) -> Pool:
        sharing = (i for i, each in enumerate(self.candidates) if each.table == SHARED)
        return Pool(tuple(sharing), (len(self.shared_tables),) * self.slot_count)

    def _pool_of(self, helpers: int) -> Pool:
        served = (i for i, each in enumerate(self.candidates) if _within(each.helpers, helpers))
        masks = [m for i, m in enumerate(self.interpreting) if helpers >> i & 1]
        slots = range(self.slot_count)
        return Pool(tuple(served), tuple(sum(m >> slot & 1 for m in masks) for slot in slots))

    def _unions_of_helpers(self) -> list[int]:
        unions: set[int] = set()
        for helpers in {each.helpers for each in self.candidates if each.helpers}:
            unions |= {helpers} | {helpers | union for union in unions}
        return sorted(unions)

    @cached_property
    def candidate_of_pair(self) -> dict[frozenset[str], int]:
        """Candidate indices by the ids of the two."""
        ids = [each.id for each in self.event.participants]
        return {frozenset((ids[c.a], ids[c.b])): i for i, c in enumerate(self.candidates)}


def instance(event: Event, attendances: Collection[Attendance] = ()) -> Instance:
    """Return the Instance of `event` in which `attendances` and facilitation take their slots."""
    bits = {slot: 1 << index for index, slot in enumerate(event.slot_by_id)}
    seated = _seated(event, attendances, bits)
    free = _free(event, seated, bits)
    values, scale = _whole_values(event)
    return Instance(
        event=event,
        attendances=tuple(attendances),
        candidates=_candidates(event, values, free),
        free=tuple(free.values()),
        seated=tuple(seated.values()),
        interpreting=_interpreting(event, bits),
        at_most=tuple(_limit(each.max_meetings, free[each.id]) for each in event.participants),
        at_least=tuple(each.min_meetings for each in event.participants),
        shared_tables=_shared_tables(event),
        scale=scale,
    )


def _seated(
    event: Event, attendances: Collection[Attendance], bits: dict[str, int]
) -> dict[str, int]:
    masks = {each.id: 0 for each in event.participants}
    for person, session in seats(event, Timetable(attendances=tuple(attendances))):
        masks[person] |= _mask(session.slots, bits)
    return masks


def _free(event: Event, seated: dict[str, int], bits: dict[str, int]) -> dict[str, int]:
    every = sum(bits.values())
    return {
        each.id: every & ~_mask(each.unavailable, bits) & ~seated[each.id]
        for each in event.participants
    }


def _interpreting(event: Event, bits: dict[str, int]) -> tuple[int, ...]:
    every = sum(bits.values())
    free = {i.id: every & ~_mask(i.unavailable, bits) for i in event.interpreters}
    for session in event.sessions:
        for each in session.interpreters:
            free[each] &= ~_mask(session.slots, bits)
    return tuple(free.values())


def _mask(slots: Iterable[str], bits: dict[str, int]) -> int:
    return sum(bits[each] for each in set(slots))


def _limit(maximum: int | None, free: int) -> int:
    slots = free.bit_count()
    return slots if maximum is None else min(maximum, slots)


def _shared_tables(event: Event) -> tuple[int, ...]:
    reserved = {each.table for each in event.participants}
    return tuple(i for i, table in enumerate(event.tables) if table.id not in reserved)


def _whole_values(event: Event) -> tuple[dict[frozenset[str], int], int]:
    bonus = Fraction(str(event.objective.cross_border_bonus)).limit_denominator(1000)
    scale = bonus.denominator
    return {pair: round(value * scale) for pair, value in pair_values(event).items()}, scale


def _candidates(
    event: Event, values: dict[frozenset[str], int], free: dict[str, int]
) -> tuple[Candidate, ...]:
    eligibility = Eligibility(event)
    index = {each.id: number for number, each in enumerate(event.participants)}
    tables = {table: number for number, table in enumerate(event.table_by_id)}
    found = []
    for pair, value in values.items():
        one, other = (event.participants[each] for each in sorted(index[p] for p in pair))
        slots = free[one.id] & free[other.id]
        pairing = Pairing(event, one, other)
        if slots and not any(eligibility.forbidding(pairing)):
            table = tables.get(one.table or other.table or "", SHARED)
            helpers = _helpers(event, pairing)
            found.append(Candidate(index[one.id], index[other.id], value, slots, table, helpers))
    return tuple(found)


def _within(helpers: int, others: int) -> bool:
    return helpers != 0 and helpers & ~others == 0


def _helpers(event: Event, pairing: Pairing) -> int:
    if not pairing.needs_interpreter:
        return 0
    return sum(1 << i for i, each in enumerate(event.interpreters) if each in pairing.helpers)
