"""More value: iterated local search that forces a meeting in and repairs what it pushed out."""

from collections.abc import Callable, Iterator
from random import Random

from solver.clock import Clock
from solver.insertion import insert, insert_directly
from solver.placement import NOWHERE, Placement

STEPS_PER_CANDIDATE = 50
"""After how many steps per candidate without gain the search gives up."""
SHUFFLES, CHAINS = 0.5, 0.3
"""How often a meeting that fits its people's limits is tried after a shuffle, and how often a
pushed-out meeting is reinserted by chains: both found best on events short of interpreters."""
ROUND = 64
"""Steps between two looks at the clock."""


def fill(
    placement: Placement, random: Random, is_cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Place every meeting that still fits, the most valuable first."""
    by_value = sorted(_unplaced(placement), key=lambda c: -_value(placement, c))
    for candidate in by_value:
        if is_cancelled():
            break
        insert(placement, candidate, random)
    placement.keep()


def improve(
    placement: Placement,
    goal: tuple[int, int],
    random: Random,
    clock: Clock,
    is_gentle: bool = False,
) -> Iterator[None]:
    """Raise the worth of `placement` until it is `goal`, nothing helps, or time is over.

    When gentle, no meeting moves but where that gains. Yields every ROUND steps, between which
    nothing is half-done.
    """
    patience = STEPS_PER_CANDIDATE * len(placement.slot_of)
    since_gain = 0
    while placement.worth < goal and since_gain < patience and not clock.is_over:
        before = placement.worth
        for _ in range(ROUND):
            _step(placement, random, is_gentle)
        since_gain = 0 if placement.worth > before else since_gain + ROUND
        yield


def _step(placement: Placement, random: Random, is_gentle: bool) -> None:
    """Try to have one meeting more; stay as before unless that gains, or changes at no loss."""
    candidate = random.randrange(len(placement.slot_of))
    if placement.slot_of[candidate] != NOWHERE:
        return
    before, mark = placement.worth, placement.mark()
    if placement.is_within_limits(candidate) and random.random() < SHUFFLES:
        _shuffle(placement, candidate, random)
        insert_directly(placement, candidate, random)
    else:
        _replace(placement, _force(placement, candidate, random), random)
    if placement.worth < before or (is_gentle and placement.worth == before):
        placement.undo(mark)
    placement.keep()


def _shuffle(placement: Placement, candidate: int, random: Random) -> None:
    """Let some meetings of the people of `candidate` change slots, whoever follows."""
    for person in placement.resources[candidate][:2]:
        meeting = random.choice(placement.at[person])
        if meeting != NOWHERE:
            slot = random.choice(placement.slots_open_to(meeting))
            chain = placement.chain(meeting, slot)
            if chain is not None:
                placement.exchange(chain, slot)


def _force(placement: Placement, candidate: int, random: Random) -> list[int]:
    """Put `candidate` into a random slot; return the meetings taken out for it."""
    slot = random.choice(placement.slots_open_to(candidate))
    pushed = [*placement.conflicts(candidate, slot)]
    for each in pushed:
        placement.take(each)
    for person in placement.resources[candidate][:2]:
        pushed += _relieve(placement, person)
    if not placement.has_room(candidate, slot):
        pushed += _make_room(placement, candidate, slot)
    if placement.fits(candidate, slot) and placement.is_within_limits(candidate):
        placement.put(candidate, slot)
    return pushed


def _relieve(placement: Placement, person: int) -> list[int]:
    """Take the least valuable meeting of a person who is at their limit."""
    if placement.degree[person] < placement.instance.at_most[person]:
        return []
    return _take_cheapest(placement, [c for c in placement.at[person] if c != NOWHERE])


def _make_room(placement: Placement, candidate: int, slot: int) -> list[int]:
    """Take the least valuable meeting of `slot` that needs what `candidate` needs."""
    people = range(len(placement.degree))
    here = {placement.at[person][slot] for person in people} - {NOWHERE}
    rivals = [c for c in here if placement.would_have_room(candidate, slot, without=c)]
    return _take_cheapest(placement, rivals)


def _take_cheapest(placement: Placement, candidates: list[int]) -> list[int]:
    if not candidates:
        return []
    cheapest = min(candidates, key=lambda c: _value(placement, c))
    placement.take(cheapest)
    return [cheapest]


def _replace(placement: Placement, pushed: list[int], random: Random) -> None:
    """Find new slots for `pushed`, or other wishes for their people."""
    for candidate in sorted(pushed, key=lambda c: -_value(placement, c)):
        by_chain = random.random() < CHAINS
        if not (insert if by_chain else insert_directly)(placement, candidate, random):
            _console(placement, candidate, random)


def _console(placement: Placement, lost: int, random: Random) -> None:
    pair = placement.instance.candidates[lost]
    of_both = (placement.instance.candidates_of[person] for person in (pair.a, pair.b))
    options = [c for candidates in of_both for c in candidates if c != lost]
    for candidate in sorted(options, key=lambda c: -_value(placement, c)):
        insert_directly(placement, candidate, random)


def _unplaced(placement: Placement) -> list[int]:
    return [c for c, slot in enumerate(placement.slot_of) if slot == NOWHERE]


def _value(placement: Placement, candidate: int) -> int:
    return placement.instance.candidates[candidate].value
