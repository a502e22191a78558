"""Random events like those of the published one-to-one files: skewed wishes, some absences."""

from collections.abc import Sequence
from random import Random

from benchmarks.one_on_one import slot
from matchmaker.event import Event
from matchmaker.people import Organisation, Participant, Side, Wish
from matchmaker.programme import Table

WISHES, ABSENT, SKEW = 8, 0.1, 0.8
"""Wishes each, the chance to be away in a slot, the exponent by which popularity falls by rank."""


def one_pool(seed: int, people: int, slots: int = 12) -> Event:
    """Return an event in which everybody may meet everybody, with a third as many tables."""
    return _event(seed, [None] * people, slots)


def two_sides(seed: int, people: int, slots: int = 12) -> Event:
    """Return an event of as many buyers as sellers, with a third as many tables as people."""
    half = people // 2
    return _event(seed, [*[Side.BUYER] * half, *[Side.SELLER] * (people - half)], slots)


def _event(seed: int, sides: Sequence[Side | None], slots: int) -> Event:
    random = Random(seed)
    people = [_participant(random, number, side, slots) for number, side in enumerate(sides)]
    return Event(
        name=f"{len(people)} people, seed {seed}",
        slots=tuple(map(slot, range(slots))),
        tables=tuple(Table(id=str(number)) for number in range(1, len(people) // 3 + 1)),
        organisations=tuple(Organisation(id=each.id, name=each.id) for each in people),
        participants=tuple(people),
        wishes=tuple(_wishes(random, people)),
    )


def _participant(random: Random, number: int, side: Side | None, slots: int) -> Participant:
    away = frozenset(str(each) for each in range(slots) if random.random() < ABSENT)
    name = f"P{number:03}"
    return Participant(id=name, last_name=name, organisation=name, side=side, unavailable=away)


def _wishes(random: Random, people: list[Participant]) -> list[Wish]:
    order = random.sample(range(len(people)), len(people))
    popularity = {each.id: (rank + 1) ** -SKEW for rank, each in zip(order, people, strict=True)}
    wishes = []
    for person in people:
        others = [
            p for p in people if p is not person and (p.side is None or p.side != person.side)
        ]
        # Efraimidis and Spirakis (2006): the largest u^(1/w) are a weighted sample without repeats.
        keys = {p.id: random.random() ** (1 / popularity[p.id]) for p in others}
        chosen = sorted(keys, key=lambda each: -keys[each])[:WISHES]
        wishes += [
            Wish.model_validate({"from": person.id, "to": other, "rank": rank})
            for rank, other in enumerate(chosen, start=1)
        ]
    return wishes
