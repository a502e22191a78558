"""Instances and placements for tests of the engine's stages."""

from collections.abc import Iterable
from random import Random

import numpy as np

from matchmaker.event import Event
from solver.instance import Instance, instance
from solver.placement import Placement
from tests import factories


def random_event(seed: int, people: int, slots: int, tables: int, wishes: int = 6) -> Event:
    """Return an event of one pool where each wishes `wishes` random others, with some absences."""
    random = Random(seed)
    names = [f"p{number}" for number in range(people)]
    everyone = [
        factories.person(
            name,
            region=random.choice(["FR", "WAL", "VLG"]),
            unavailable={str(s) for s in range(1, slots + 1) if random.random() < 0.15},
        )
        for name in names
    ]
    wanted = [
        factories.wish(name, other, rank)
        for name in names
        for rank, other in enumerate(random.sample([n for n in names if n != name], wishes), 1)
    ]
    return factories.event(
        everyone, slots=factories.slots(slots), tables=factories.tables(tables), wishes=wanted
    )


def random_instance(seed: int, people: int = 20, slots: int = 6, tables: int = 7) -> Instance:
    """Return the instance of a random event."""
    return instance(random_event(seed, people, slots, tables))


def candidate(problem: Instance, one: str, other: str) -> int:
    """Return the index of the candidate of two people."""
    return problem.candidate_of_pair[frozenset((one, other))]


def assert_legal(placement: Placement) -> None:
    """Assert that the bookkeeping of `placement` agrees with its slots and breaks no limit."""
    problem = placement.instance
    fresh = Placement(problem)
    for index, slot in enumerate(placement.slot_of.tolist()):
        if slot >= 0:
            assert fresh.admits(index, slot)
            fresh.put(index, slot)
    assert_same(placement.board, fresh.board)


def assert_same(kept: Iterable[object], anew: Iterable[object]) -> None:
    """Assert that the books that were kept are those made anew."""
    for one, other in zip(kept, anew, strict=True):
        np.testing.assert_equal(one, other, strict=True)
