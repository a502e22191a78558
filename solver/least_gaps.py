"""Compiled: the least that gaps cost one person, whichever slots their meetings take.

A dynamic programme over slots (R. Bellman, 1957): all that matters of the slots behind is how many
meetings they held and whether the last of them was idle.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from solver.arrays import NONE, Flags, Ints, Longs

NEVER = 1 << 40
"""What cannot be costs this much."""


class Needs(NamedTuple):
    """The days that P people could have in T slots, whatever the others do.

    Person p has `meetings[p]` meetings, in slots of `possible[p]`; of them at least `least[p, t]`
    and at most `most[p, t]` are before slot t. `seated[p]` are the slots of other engagements,
    `idle[p]` those that would be idle between two engagements. `group[p]` is the group that they
    are of if all their meetings share the places that run out, else NONE: of each group, a place
    holds `per_place` people.
    """

    meetings: Ints
    possible: Flags
    least: Ints
    most: Ints
    seated: Flags
    idle: Flags
    group: Ints
    per_place: int


def needs_of(
    ends: Ints, is_open: Flags, seated: Flags, idle: Flags, shares: Flags, side: Ints
) -> Needs:
    """Return what M meetings need of their people.

    The people of meeting m are `ends[m]`, its slots `is_open[m]`; `shares[m]` tells whether it
    takes one of the places that run out. `side` is 0 or 1 for everybody.
    """
    people, slots = seated.shape
    both = np.concatenate([ends[:, 0], ends[:, 1]])
    opens = np.concatenate([is_open, is_open]).astype(np.int32)
    meetings = np.bincount(both, minlength=people).astype(np.int32)
    possible, least, most = (np.zeros((people, slots + n), np.int32) for n in (0, 1, 1))
    np.add.at(possible, both, opens)
    past = np.cumsum(opens, axis=1, dtype=np.int32)
    np.add.at(least[:, 1:], both, (past == past[:, -1:]).astype(np.int32))
    np.add.at(most[:, 1:], both, (past > 0).astype(np.int32))
    crosses = bool((side[ends[:, 0]] != side[ends[:, 1]]).all())
    group = side.astype(np.int32) if crosses else np.zeros(people, np.int32)
    group[ends[shares == 0]] = NONE
    return Needs(
        meetings=meetings,
        possible=((possible > 0) & (seated == 0)).astype(np.uint8),
        least=least,
        most=most,
        seated=seated,
        idle=idle,
        group=group,
        per_place=1 if crosses else 2,
    )


@njit(cache=True, nogil=True)
def least_gaps(needs: Needs, prices: Longs, per_slot: int, per_period: int, used: Longs) -> int:
    """Return the least that gaps and prices cost all people together, each by themselves.

    `prices[g, t]` is what a meeting in slot t costs those of group g; `used[g, t]` becomes the
    number of those who have chosen it. Whoever has too few slots for their meetings costs nothing.
    """
    slots = needs.possible.shape[1]
    best = np.empty((slots + 1, slots + 1, 2), np.int64)
    nothing = np.zeros(slots, np.int64)
    used[:, :] = 0
    total = 0
    for person in range(len(needs.meetings)):
        if needs.meetings[person] > slots:
            continue
        group = needs.group[person]
        own = nothing if group == NONE else prices[group]
        _fill(needs, person, own, per_slot, per_period, best)
        if best[0, 0, 0] < NEVER:
            total += best[0, 0, 0]
            if group != NONE:
                _choose(needs, person, own, best, used[group])
    return total


@njit(cache=True, nogil=True)
def _fill(
    needs: Needs, person: int, prices: Longs, per_slot: int, per_period: int, best: Longs
) -> None:
    """Let `best[t, k, r]` be the least cost from slot t on, after k meetings.

    `r` is 1 when the slot before was idle.
    """
    slots, total = needs.possible.shape[1], needs.meetings[person]
    best[slots, : total + 1, :] = NEVER
    best[slots, total, :] = 0
    seated_left = 0
    seated_before = needs.seated[person].sum()
    for slot in range(slots - 1, -1, -1):
        is_seated = needs.seated[person, slot]
        seated_left += is_seated
        seated_before -= is_seated
        for k in range(total + 1):
            waits = needs.idle[person, slot] and (k or seated_before)
            waits = waits and (k < total or seated_left)
            for runs_on in range(2):
                cost = NEVER
                if needs.least[person, slot] <= k <= needs.most[person, slot]:
                    if is_seated:
                        cost = best[slot + 1, k, 0]
                    elif waits:
                        cost = best[slot + 1, k, 1] + per_slot + (0 if runs_on else per_period)
                    else:
                        cost = best[slot + 1, k, 0]
                    if k < total and needs.possible[person, slot]:
                        cost = min(cost, prices[slot] + best[slot + 1, k + 1, 0])
                best[slot, k, runs_on] = min(cost, NEVER)


@njit(cache=True, nogil=True)
def _choose(needs: Needs, person: int, prices: Longs, best: Longs, used: Longs) -> None:
    """Add to `used` the slots of the cheapest day of `person`, as `best` has it."""
    total, k, runs_on = needs.meetings[person], 0, 0
    for slot in range(needs.possible.shape[1]):
        cost = best[slot, k, runs_on]
        can = k < total and needs.possible[person, slot]
        if can and cost == prices[slot] + best[slot + 1, k + 1, 0]:
            used[slot] += 1
            k, runs_on = k + 1, 0
        elif needs.seated[person, slot] or cost == best[slot + 1, k, 0]:
            runs_on = 0
        else:
            runs_on = 1
