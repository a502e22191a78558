"""The rules of the business-to-business problem, checked in plain Python, apart from the engine.

They follow section 2 of M. Bofill et al., JAIR 74, 2022; each generator yields what breaks a rule.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from solver.published.b2b import AFTERNOON, B2B, MORNING, SPREAD

Breach = tuple[str, tuple[int, ...]]
"""The rule that is broken, and the meeting, people or slot that break it."""


def breaches(given: B2B, slot_of: Sequence[int]) -> list[Breach]:
    """Return every breach when meeting m takes place in slot `slot_of[m - 1]`."""
    if len(slot_of) != len(given.requests):
        return [("every_meeting_has_a_slot", (len(slot_of),))]
    return [(rule.__name__, each) for rule in RULES for each in rule(given, slot_of)]


def breaks(given: B2B, slot_of: Sequence[int]) -> int:
    """Return the number of idle groups of all people together, which is to be small."""
    return sum(_breaks_of(given, slot_of))


def every_meeting_has_a_slot(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Each meeting takes place once, in one of the slots."""
    for meeting, slot in enumerate(slot_of, start=1):
        if not 1 <= slot <= given.slots:
            yield (meeting,)


def one_meeting_at_a_time(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Nobody has two meetings in one slot."""
    held = Counter[tuple[int, int]]()
    for request, slot in zip(given.requests, slot_of, strict=True):
        held.update([(request.one, slot), (request.other, slot)])
    yield from (place for place, count in held.items() if count > 1)


def tables_suffice(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """No slot has more meetings than there are tables."""
    yield from ((slot,) for slot, count in Counter(slot_of).items() if count > given.tables)


def half_of_the_day(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A meeting asked for in the morning or in the afternoon takes place then."""
    for meeting, (request, slot) in enumerate(zip(given.requests, slot_of, strict=True), start=1):
        is_morning = slot <= given.morning
        if request.half == (AFTERNOON if is_morning else MORNING):
            yield (meeting,)


def fixed_slot(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A meeting with a fixed slot takes place in it."""
    for meeting, (request, slot) in enumerate(zip(given.requests, slot_of, strict=True), start=1):
        if request.fixed not in {0, slot}:
            yield (meeting,)


def forbidden_slot(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Nobody has a meeting in a slot that is forbidden to them."""
    for request, slot in zip(given.requests, slot_of, strict=True):
        for person in (request.one, request.other):
            if slot in given.forbidden[person - 1]:
                yield person, slot


def earlier_first(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A meeting takes place after all that must come before it."""
    for later, before in enumerate(given.earlier, start=1):
        for meeting in before:
            if slot_of[meeting - 1] >= slot_of[later - 1]:
                yield meeting, later


def fair_breaks(given: B2B, slot_of: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The numbers of idle groups of any two people differ by 2 at most."""
    counts = _breaks_of(given, slot_of)
    if max(counts, default=0) - min(counts, default=0) > SPREAD:
        yield min(counts), max(counts)


RULES: tuple[Callable[[B2B, Sequence[int]], Iterator[tuple[int, ...]]], ...] = (
    every_meeting_has_a_slot,
    one_meeting_at_a_time,
    tables_suffice,
    half_of_the_day,
    fixed_slot,
    forbidden_slot,
    earlier_first,
    fair_breaks,
)


def _breaks_of(given: B2B, slot_of: Sequence[int]) -> list[int]:
    slots: list[set[int]] = [set() for _ in range(given.people)]
    for request, slot in zip(given.requests, slot_of, strict=True):
        slots[request.one - 1].add(slot)
        slots[request.other - 1].add(slot)
    return [sum(b - a > 1 for a, b in pairwise(sorted(each))) for each in slots]
