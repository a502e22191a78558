"""The first plan: slots for the meetings of the selection, then for what still fits."""

from collections.abc import Callable, Iterable
from random import Random

import numpy as np

from matchmaker.timetable import Meeting, Timetable
from solver.arrays import Ints
from solver.insertion import insert
from solver.ordering import hardest_first, most_valuable_first
from solver.placement import NOWHERE, Placement

COMPILED = 3_000
"""From how many candidates on compiled code does the work, which takes a while to load."""
ROUND = 20_000
"""How many candidates compiled code places between two looks at whether to stop."""

Stop = Callable[[], bool]


def put_as_in(placement: Placement, hint: Timetable, seed: int) -> None:
    """Give the meetings of `hint` their slots, where they may have them; locked ones come first."""
    locks = placement.instance.event.lock_by_pair
    _put(placement, (each for each in hint.meetings if each.pair in locks))
    place_locked(placement, seed)
    _put(placement, hint.meetings)


def _put(placement: Placement, meetings: Iterable[Meeting]) -> None:
    slots = {slot: index for index, slot in enumerate(placement.instance.event.slot_by_id)}
    for meeting in meetings:
        candidate = placement.instance.candidate_of_pair.get(meeting.pair)
        slot = slots.get(meeting.slot)
        if candidate is not None and slot is not None and placement.admits(candidate, slot):
            placement.put(candidate, slot)
    placement.keep()


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


def place(placement: Placement, chosen: Ints, seed: int, is_cancelled: Stop = never) -> None:
    """Place what is locked, then `chosen`, the hardest first, then what still fits by value.

    What is locked is placed even when `is_cancelled` answers True.
    """
    place_locked(placement, seed)
    _place_all(placement, hardest_first(placement.instance, chosen), seed, is_cancelled)
    fill(placement, seed, is_cancelled)


def place_locked(placement: Placement, seed: int) -> None:
    """Place the locked meetings."""
    locked = np.flatnonzero(placement.instance.columns.is_locked).astype(np.int32)
    _place_all(placement, hardest_first(placement.instance, locked), seed, never)


def fill(placement: Placement, seed: int, is_cancelled: Stop = never) -> None:
    """Place what still fits, the most valuable first."""
    left = np.flatnonzero(placement.slot_of == NOWHERE).astype(np.int32)
    _place_all(placement, most_valuable_first(placement.instance, left), seed, is_cancelled)


def _place_all(placement: Placement, order: Ints, seed: int, is_cancelled: Stop) -> None:
    if placement.instance.count >= COMPILED:
        _place_compiled(placement, order, seed, is_cancelled)
        return
    random = Random(seed)  # noqa: S311 - a search, no secret
    for candidate in order.tolist():
        if is_cancelled():
            break
        insert(placement, candidate, random)
    placement.keep()


def _place_compiled(placement: Placement, order: Ints, seed: int, is_cancelled: Stop) -> None:
    # Loading the compiler takes longer than the first plan of a small event.
    from solver.filling import place as place_round  # noqa: PLC0415
    from solver.kempe import scratch  # noqa: PLC0415

    room = scratch(placement.board, seed)
    for start in range(0, len(order), ROUND):
        if is_cancelled():
            break
        place_round(placement.board, room, order[start : start + ROUND])
    placement.keep()
