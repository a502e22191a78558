"""The pairs that somebody wants to meet as columns, each pair once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from matchmaker.event import Event
from matchmaker.suggestions import suggested_pairs
from solver.arrays import Ints, Longs, Truths
from solver.crowd import Crowd

SUGGESTED = 8
"""How many people are suggested to somebody at most."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of people `a` < `b`, in the order of `key` = a · people + b.

    `weight` adds the weights of the wishes of the two, `own[:, 0]` is that of a's and `own[:, 1]`
    that of b's.
    """

    people: int
    key: Longs
    a: Ints
    b: Ints
    weight: Longs
    own: Ints

    def within(self, keys: Longs) -> Truths:
        """Tell which pairs are among `keys`."""
        return np.isin(self.key, keys)

    def only(self, which: Truths) -> "Pairs":
        """Return the pairs of which `which` is true."""
        return Pairs(
            people=self.people,
            key=self.key[which],
            a=self.a[which],
            b=self.b[which],
            weight=self.weight[which],
            own=self.own[which],
        )


def wished(crowd: Crowd) -> Pairs:
    """Return the pairs of whom one wishes it, or that are locked, or suggested to both."""
    people = len(crowd.index)
    wisher, other, weight = _wishes(crowd)
    keys = keys_of(wisher, other, people)
    every = np.concatenate([keys, _locked(crowd), _suggested(crowd)])
    key, where = np.unique(every, return_inverse=True)
    where = where[: len(keys)]
    own = np.zeros((len(key), 2), np.int32)
    own[where, (wisher > other).astype(np.int64)] = weight
    return Pairs(
        people=people,
        key=key,
        a=(key // max(people, 1)).astype(np.int32),
        b=(key % max(people, 1)).astype(np.int32),
        weight=own.sum(axis=1, dtype=np.int64),
        own=own,
    )


def vetoes(crowd: Crowd) -> Longs:
    """Return the keys of the pairs of whom one asked never to meet the other."""
    pairs = ((w.wisher, w.wished) for w in crowd.event.wishes if w.is_veto)
    return _keys(crowd, pairs)


def earlier(crowd: Crowd) -> Longs:
    """Return the keys of the pairs that met at an earlier event."""
    pairs = ((p.participant_a, p.participant_b) for p in crowd.event.already_met)
    return _keys(crowd, pairs)


def bonus(event: Event) -> Fraction:
    """Return the bonus for meetings across regions, exactly."""
    return Fraction(str(event.objective.cross_border_bonus)).limit_denominator(1000)


def keys_of(one: Longs, other: Longs, people: int) -> Longs:
    """Return the key of each pair, in whatever order the two are given."""
    return np.minimum(one, other) * people + np.maximum(one, other)


def _wishes(crowd: Crowd) -> tuple[Longs, Longs, Longs]:
    """Return wisher, wished and weight of each wish that is no veto."""
    index = crowd.index
    weights = (0, *crowd.event.objective.rank_weights)
    last = len(weights) - 1
    rows = [
        (index[each.wisher], index[each.wished], weights[min(each.rank, last)])
        for each in crowd.event.wishes
        if each.rank != "never"
    ]
    table = np.array(rows, np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def _keys(crowd: Crowd, pairs: Iterator[tuple[str, str]]) -> Longs:
    found = np.array([(crowd.index[a], crowd.index[b]) for a, b in pairs], np.int64).reshape(-1, 2)
    return keys_of(found[:, 0], found[:, 1], len(crowd.index))


def _locked(crowd: Crowd) -> Longs:
    return _keys(crowd, (each.participants for each in crowd.event.locked_meetings))


def _suggested(crowd: Crowd) -> Longs:
    """Return the keys of suggested pairs, of which nobody has more than SUGGESTED."""
    given = Counter[str]()
    chosen = []
    for pair in suggested_pairs(crowd.event.participants):
        ids = [each.id for each in pair]
        if all(given[each] < SUGGESTED for each in ids):
            given.update(ids)
            chosen.append((ids[0], ids[1]))
    return _keys(crowd, iter(chosen))
