"""What meetings share in every slot: tables, and interpreters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from solver.arrays import Flags, Ints, Truths, padded


@dataclass(frozen=True)
class Pool:
    """What some meetings share in every slot.

    In slot t at most `places[t]` of `candidates` can meet.
    """

    candidates: tuple[int, ...]
    places: tuple[int, ...]


@dataclass(frozen=True)
class Pools:
    """The shared tables, and each set of interpreters that suffices for some candidates.

    Pool 0 holds the tables; `places[g, t]` are the places of pool g in slot t. The pools of
    candidate c are row `kind[c]` of `of_kind`, filled up with NONE.
    """

    places: Ints
    of_kind: Ints
    kind: Ints

    @cached_property
    def of(self) -> Ints:
        """The pools of each candidate, one row each."""
        return np.ascontiguousarray(self.of_kind[self.kind])

    def members(self, pool: int) -> Ints:
        """Return the candidates that share `pool`."""
        kinds = (self.of_kind == pool).any(axis=1)
        return np.flatnonzero(kinds[self.kind]).astype(np.int32)

    def as_objects(self) -> tuple[Pool, ...]:
        """Return each pool by itself."""
        return tuple(
            Pool(tuple(self.members(pool).tolist()), tuple(row))
            for pool, row in enumerate(self.places.tolist())
        )


def pools(
    shares: Truths, helpers: Ints, sets: Sequence[int], tables: int, is_interpreting: Flags
) -> Pools:
    """Return the pools of candidates that share tables or not and need helpers of `sets`.

    By Hall's theorem, the interpreters of a slot can serve a set of meetings, one each, if and only
    if no union of the sets that suffice for a meeting is smaller than the number of meetings that
    need one of that union; and of unions only those of sets that overlap need to be looked at, as
    the others fall into parts.
    """
    unions = _overlapping_unions(sets[each] for each in np.unique(helpers))
    people, slots = is_interpreting.shape
    members = np.array([[u >> i & 1 for i in range(people)] for u in unions], np.int32)
    served = members.reshape(len(unions), people) @ is_interpreting.astype(np.int32)
    places = np.vstack([np.full((1, slots), tables), served])
    rows = [_pools_of(unions, mask, is_shared) for mask in sets for is_shared in (False, True)]
    return Pools(places.astype(np.int32), padded(rows, 1), 2 * helpers + shares)


def _pools_of(unions: Sequence[int], helpers: int, is_shared: bool) -> list[int]:
    served = [n for n, union in enumerate(unions, 1) if helpers and not helpers & ~union]
    return [0, *served] if is_shared else served


def _overlapping_unions(sets: Iterable[int]) -> list[int]:
    unions: set[int] = set()
    for helpers in filter(None, sets):
        grown = {helpers}
        for union in sorted(unions):
            grown |= {union | each for each in grown if union & each}
        unions |= grown
    return sorted(unions)
