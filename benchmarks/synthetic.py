"""Random events of any size: wishes follow popularity, some slots are closed to some people.

Made with whole arrays, so that events of 100 000 people are made in seconds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.one_on_one import slot
from matchmaker.event import Event
from matchmaker.people import Organisation, Participant, Side, Wish
from matchmaker.programme import Table

SKEW = 0.8
"""The exponent by which popularity falls by rank."""


@dataclass(frozen=True)
class Size:
    """What makes an event large or hard: `tables` are as many as one for so many people."""

    people: int
    slots: int = 16
    wishes: int = 12
    holes: float = 0.15
    people_per_table: float = 2.5
    two_sides: bool = False


def synthetic(size: Size, seed: int) -> Event:
    """Return the random event of this size and seed."""
    random = np.random.default_rng(seed)
    ids = [f"p{number}" for number in range(size.people)]
    tables = max(1, int(size.people / size.people_per_table))
    return Event.model_construct(
        **(
            Event(name=f"{size.people} people, seed {seed}", slots=_slots(size)).__dict__
            | {
                "tables": tuple(Table(id=str(number)) for number in range(1, tables + 1)),
                "organisations": tuple(Organisation(id=each, name=each) for each in ids),
                "participants": _participants(random, size, ids),
                "wishes": _wishes(random, size, ids),
            }
        )
    )


def _slots(size: Size) -> tuple:  # type: ignore[type-arg]
    return tuple(slot(number) for number in range(size.slots))


def _participants(
    random: np.random.Generator, size: Size, ids: list[str]
) -> tuple[Participant, ...]:
    holes = random.random((size.people, size.slots)) < size.holes
    sides = (Side.BUYER, Side.SELLER) if size.two_sides else (None, None)
    return tuple(
        Participant(
            id=each,
            last_name=each,
            organisation=each,
            side=sides[number * 2 // size.people],
            unavailable=frozenset(map(str, np.flatnonzero(holes[number]).tolist())),
        )
        for number, each in enumerate(ids)
    )


def _wishes(random: np.random.Generator, size: Size, ids: list[str]) -> tuple[Wish, ...]:
    wished = _ranked(random, size)
    return tuple(
        Wish.model_construct(wisher=ids[person], wished=ids[other], rank=rank)
        for person, row in enumerate(wished.tolist())
        for rank, other in enumerate(row, start=1)
    )


def _ranked(random: np.random.Generator, size: Size) -> NDArray[np.int64]:
    """Return for each person the people whom they wish, most wanted first, each once."""
    half = size.people // 2
    if not size.two_sides:
        return _drawn(random, size, np.arange(size.people), np.arange(size.people))
    one, other = np.arange(half), np.arange(half, size.people)
    return np.concatenate([_drawn(random, size, one, other), _drawn(random, size, other, one)])


def _drawn(
    random: np.random.Generator, size: Size, who: NDArray[np.int64], whom: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return `size.wishes` different others of `whom` for each of `who`, by popularity."""
    weights = (1.0 + random.permutation(len(whom))) ** -SKEW
    steps = np.cumsum(weights)
    chosen = np.full((len(who), size.wishes), -1, np.int64)
    for rank in range(size.wishes):
        open_rows = np.arange(len(who))
        while len(open_rows):
            draws = whom[np.searchsorted(steps, random.random(len(open_rows)) * steps[-1])]
            taken = (chosen[open_rows] == draws[:, None]).any(axis=1) | (draws == who[open_rows])
            chosen[open_rows[~taken], rank] = draws[~taken]
            open_rows = open_rows[taken]
    return chosen
