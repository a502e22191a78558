"""What one would reach by hand: the most wanted pair first, in the first slot that fits."""

from solver.instance import Instance
from solver.placement import Placement


def greedy_by_weight(instance: Instance) -> Placement:
    """Return the placement that takes candidates by falling value and never reconsiders."""
    placement = Placement(instance)
    by_value = sorted(
        range(len(instance.candidates)), key=lambda c: (-instance.candidates[c].value, c)
    )
    for candidate in by_value:
        _put_into_first_slot(placement, candidate)
    return placement


def _put_into_first_slot(placement: Placement, candidate: int) -> None:
    for slot in placement.slots_open_to(candidate):
        if placement.admits(candidate, slot):
            placement.put(candidate, slot)
            return
