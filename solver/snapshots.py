"""How far a run is, as a timetable that is drawn up only when somebody asks for it."""

from collections.abc import Callable

from matchmaker.timetable import Timetable
from solver.arrays import Ints
from solver.instance import Instance
from solver.placement import Placement
from solver.seating import seat


def snapshot(problem: Instance, slots: Ints) -> Callable[[], Timetable]:
    """Return what draws up the timetable of `slots` as they are now, whatever comes after."""
    kept = slots.copy()
    return lambda: _drawn_up(problem, kept)


def _drawn_up(problem: Instance, slots: Ints) -> Timetable:
    placement = Placement(problem)
    placement.move_to(slots)
    return seat(placement)
