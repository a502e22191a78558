"""Two simple ways to make a timetable, to measure the engine against."""

from collections.abc import Iterable, Iterator

from solver.instance import Instance
from solver.placement import Placement


def greedy_by_weight(instance: Instance) -> Placement:
    """Return the placement that takes candidates by falling value and never reconsiders."""
    placement = Placement(instance)
    for candidate in _by_value(instance, range(len(instance.candidates))):
        _put_into_first_slot(placement, candidate)
    return placement


def alphabetical_laps(instance: Instance) -> Placement:
    """Return the placement that gives each in turn one meeting a lap, until a lap brings none.

    People take turns in the alphabetical order of their organisations; each gets the most valuable
    of their candidates that still fits, in the first slot. (The method that a commercial scheduler
    publishes of itself.)
    """
    placement = Placement(instance)
    turns = _turns(instance)
    # What does not fit once never will, as nothing is ever taken out: so it is asked but once.
    wanted = {who: iter(_by_value(instance, instance.candidates_of[who])) for who in turns}
    while sum(_take_turn(placement, wanted[who]) for who in turns):
        pass
    return placement


def _turns(instance: Instance) -> list[int]:
    event = instance.event
    people = range(len(event.participants))
    return sorted(
        people, key=lambda p: event.organisation_of(event.participants[p]).name.casefold()
    )


def _take_turn(placement: Placement, wanted: Iterator[int]) -> bool:
    return any(_put_into_first_slot(placement, candidate) for candidate in wanted)


def _by_value(instance: Instance, candidates: Iterable[int]) -> list[int]:
    return sorted(candidates, key=lambda c: (-instance.candidates[c].value, c))


def _put_into_first_slot(placement: Placement, candidate: int) -> bool:
    for slot in placement.slots_open_to(candidate):
        if placement.admits(candidate, slot):
            placement.put(candidate, slot)
            return True
    return False
