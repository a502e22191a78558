"""How far each aim is reached, with a proven bound, given what the aims before it decided."""

from collections.abc import Iterator

import numpy as np

from matchmaker.certificate import Aim, Level
from matchmaker.score import Score
from solver.arrays import NONE
from solver.bounds import UNBOUNDED
from solver.move_bound import REASON as MOVES
from solver.move_bound import Stop, fewest_moves
from solver.placement import Placement
from solver.run import Facts

LACKING = "No choice of meetings, whichever slots they take, lacks fewer; none lacking is best."
BOUNDED_MOVES = 200_000
"""Up to how many meetings their moves are bounded: beyond, that takes too long."""


def levels(placement: Placement, figures: Score, facts: Facts) -> tuple[Level, ...]:
    """Return the Level of each aim, in their order."""
    return tuple(_levels(placement, figures, facts))


def _levels(placement: Placement, figures: Score, facts: Facts) -> Iterator[Level]:
    scale = placement.instance.scale
    yield _minimums(placement, facts)
    yield Level(
        aim=Aim.VALUE,
        value=placement.value / scale,
        bound=facts.bound.value / scale,
        reason=facts.bound.reason,
    )
    waits = figures.idle_slots + figures.idle_periods
    yield Level(aim=Aim.GAPS, value=waits, bound=facts.fewest_gaps, reason=facts.gaps_reason)
    yield _moves(placement, figures)


def _minimums(placement: Placement, facts: Facts) -> Level:
    lacks = np.maximum(placement.instance.at_least - placement.degree, 0)
    missing = int(lacks.sum())
    is_least = placement.standing.missing <= facts.shortfall
    bound = missing if is_least else 0
    return Level(aim=Aim.MINIMUMS, value=missing, bound=bound, reason=LACKING)


def _moves(placement: Placement, figures: Score) -> Level:
    if figures.meetings > BOUNDED_MOVES:
        return Level(aim=Aim.MOVES, value=figures.table_moves, bound=0, reason=UNBOUNDED)
    problem = placement.instance
    tables = problem.columns.table.tolist()
    own = {each.table for each in problem.event.participants}
    reserved = {n for n, table in enumerate(problem.event.table_by_id) if table in own}
    agendas = (
        [
            Stop(slot, meeting, tables[meeting])
            for slot, meeting in enumerate(row)
            if meeting != NONE
        ]
        for row in placement.at[: problem.people].tolist()
    )
    bound = fewest_moves(agendas, reserved)
    return Level(aim=Aim.MOVES, value=figures.table_moves, bound=bound, reason=MOVES)
