"""Finding a slot for one more meeting, if need be by letting others change theirs."""

from random import Random

from solver.placement import NOWHERE, Placement

TRIED_SLOTS, TRIED_MEETINGS = 3, 30
"""How many slots and meetings are tried to unload a full slot."""


def insert(placement: Placement, candidate: int, random: Random) -> bool:
    """Place `candidate` if its people's limits allow and a slot can be found or made.

    Returns whether it has a slot afterwards.
    """
    if insert_directly(placement, candidate, random):
        return True
    if not placement.is_within_limits(candidate):
        return False
    slots = _shuffled(placement.slots_open_to(candidate), random)
    return any(_make_room(placement, candidate, slot, random) for slot in slots)


def insert_directly(placement: Placement, candidate: int, random: Random) -> bool:
    """Place `candidate` if its people's limits allow and a slot is there for the taking.

    Returns whether it has a slot afterwards.
    """
    if placement.slot_of[candidate] != NOWHERE:
        return True
    if not placement.is_within_limits(candidate):
        return False
    for slot in _shuffled(placement.slots_open_to(candidate), random):
        if placement.fits(candidate, slot):
            placement.put(candidate, slot)
            return True
    return False


def _shuffled(items: list[int], random: Random) -> list[int]:
    random.shuffle(items)
    return items


def _make_room(placement: Placement, candidate: int, slot: int, random: Random) -> bool:
    """Free the people of `candidate` and a table in `slot`, and put it there."""
    mark = placement.mark()
    blockers = sorted(placement.conflicts(candidate, slot))
    freed = all(_send_away(placement, each, candidate) for each in blockers)
    if freed and not placement.has_room(candidate, slot):
        _unload(placement, candidate, slot, random)
    if freed and placement.fits(candidate, slot):
        placement.put(candidate, slot)
        return True
    placement.undo(mark)
    return False


def _send_away(placement: Placement, blocker: int, candidate: int) -> bool:
    """Move `blocker` out of its slot so that the people of `candidate` are free there."""
    here = int(placement.slot_of[blocker])
    if here == NOWHERE:
        return True
    others = (slot for slot in placement.slots_open_to(blocker) if slot != here)
    return any(_exchange(placement, blocker, slot, candidate) for slot in others)


def _exchange(placement: Placement, meeting: int, slot: int, candidate: int) -> bool:
    here = int(placement.slot_of[meeting])
    chain = placement.chain(meeting, slot)
    if chain is None or not _frees(placement, chain, candidate, here):
        return False
    return placement.exchange(chain, slot)


def _frees(placement: Placement, chain: list[int], candidate: int, here: int) -> bool:
    """Tell whether no member of `chain` brings somebody of `candidate` back to `here`."""
    wanted = set(placement.resources_of(candidate))
    return all(
        placement.slot_of[each] == here or wanted.isdisjoint(placement.resources_of(each))
        for each in chain
    )


def _unload(placement: Placement, candidate: int, slot: int, random: Random) -> None:
    """Let a chain leave `slot` that takes more meetings away than it brings back."""
    meetings = _shuffled(placement.in_slot(slot), random)
    for other in placement.slots_with_room(candidate)[:TRIED_SLOTS]:
        for meeting in meetings[:TRIED_MEETINGS]:
            if placement.slot_of[meeting] == slot:
                _shift(placement, meeting, other, candidate)
            if placement.has_room(candidate, slot):
                return


def _shift(placement: Placement, meeting: int, other: int, candidate: int) -> None:
    """Exchange the chain of `meeting` if that leaves one meeting fewer in its slot."""
    here = int(placement.slot_of[meeting])
    chain = placement.chain(meeting, other)
    if chain is None or not _frees(placement, chain, candidate, here):
        return
    leaving = sum(placement.slot_of[each] == here for each in chain)
    if 2 * leaving > len(chain):
        placement.exchange(chain, other)
