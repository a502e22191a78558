"""Keeping the quota of meetings across the border, where the search has not."""

import numpy as np

from solver.arrays import Ints
from solver.ordering import most_valuable_first
from solver.placement import NOWHERE, Placement


def keep_quota(placement: Placement) -> None:
    """Take out the least valuable meetings within a region until the quota is kept.

    Each adds the quota, in thousandths, to the balance; without any of them it is kept.
    """
    deficit = placement.standing.deficit
    if deficit:
        count = -(-deficit // placement.instance.quota)
        for candidate in _within_a_region(placement)[-count:].tolist():
            placement.take(candidate)
        placement.keep()


def _within_a_region(placement: Placement) -> Ints:
    """Return the placed candidates of one region, the most valuable first; no locks."""
    rows = placement.instance.columns
    found = (placement.slot_of != NOWHERE) & ~rows.crosses & ~rows.is_locked
    return most_valuable_first(placement.instance, np.flatnonzero(found).astype(np.int32))
