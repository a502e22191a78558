"""How far each aim is reached, with a proven bound, given what the aims before it decided."""

from collections.abc import Iterator

import numpy as np

from matchmaker.certificate import Aim, Level
from matchmaker.score import Score
from solver.placement import Placement
from solver.run import Facts

LACKING = "The best choice of meetings, whichever slots they take, lacks as many."
REACHED = "Everybody has their minimum."


def levels(placement: Placement, figures: Score, facts: Facts) -> tuple[Level, ...]:
    """Return the Level of each aim, in their order."""
    return tuple(_levels(placement, figures, facts))


def _levels(placement: Placement, figures: Score, facts: Facts) -> Iterator[Level]:
    yield _minimums(placement, facts)
    scale = placement.instance.scale
    yield Level(
        aim=Aim.VALUE,
        value=placement.value / scale,
        bound=facts.bound.value / scale,
        reason=facts.bound.reason,
    )
    del figures


def _minimums(placement: Placement, facts: Facts) -> Level:
    lacks = np.maximum(placement.instance.at_least - placement.degree, 0)
    missing = int(lacks.sum())
    if not missing:
        return Level(aim=Aim.MINIMUMS, value=0, bound=0, reason=REACHED)
    is_least = placement.standing.missing <= facts.shortfall
    return Level(aim=Aim.MINIMUMS, value=missing, bound=missing if is_least else 0, reason=LACKING)
