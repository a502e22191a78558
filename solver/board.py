"""From a placement to the arrays that the compiled annealing works on."""

from collections.abc import Sequence

import numpy as np

from solver.kempe import Board, Flags, Ints, gaps
from solver.placement import NOWHERE, Placement


def board_of(placement: Placement, meetings: list[int], weights: tuple[int, int]) -> Board:
    """Return the Board of the placed candidates `meetings`, in their order.

    `weights` tells what an idle slot and an idle period cost.
    """
    problem = placement.instance
    slots = problem.slot_count
    free = _flags(problem.free, slots)
    seated = _flags(problem.seated, slots)
    at = _renumbered(np.array(placement.at, np.int32).reshape(-1, slots), meetings)
    busy = seated | (at[: len(free)] >= 0).astype(np.uint8)
    return Board(
        slot_of=np.array([placement.slot_of[each] for each in meetings], np.int32),
        at=at,
        resources=padded([placement.resources[each] for each in meetings], 3),
        is_open=_flags(tuple(placement.open[each] for each in meetings), slots),
        pools=padded([problem.pools_of[each] for each in meetings], 1),
        left=np.array(placement.left, np.int32).reshape(-1, slots),
        busy=busy,
        free=free,
        cost=np.array([gaps(b, f, *weights) for b, f in zip(busy, free, strict=True)], np.int32),
    )


def _flags(masks: tuple[int, ...], slots: int) -> Flags:
    """Return the bits of each mask as a row."""
    size = -(-slots // 8)
    raw = b"".join(mask.to_bytes(size, "little") for mask in masks)
    octets = np.frombuffer(raw, np.uint8).reshape(len(masks), size)
    return np.ascontiguousarray(np.unpackbits(octets, axis=1, bitorder="little")[:, :slots])


def padded(rows: Sequence[tuple[int, ...]], least: int) -> Ints:
    """Return `rows` as one array at least `least` wide, each filled up with -1."""
    width = max([least, *map(len, rows)])
    filled = [row + (-1,) * (width - len(row)) for row in rows]
    return np.array(filled, np.int32).reshape(len(rows), width)


def _renumbered(at: Ints, meetings: list[int]) -> Ints:
    """Return `at` with the index in `meetings` in place of each candidate."""
    number = np.full(max(meetings, default=0) + 2, NOWHERE, np.int32)
    number[meetings] = np.arange(len(meetings), dtype=np.int32)
    return np.where(at >= 0, number[at], NOWHERE).astype(np.int32)
