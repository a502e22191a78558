"""Which meetings are worth having at most: the relaxation that forgets which slot is when.

The selection is a maximum-weight b-matching: nobody exceeds the meetings that their free slots
and limits allow, and no kind of resource exceeds what it offers over all slots. Every timetable
satisfies this, so the best selection bounds the value of every timetable. Meetings that need an
interpreter are scarcer, so of them the slots are not forgotten.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from solver.flow import is_a_flow, largest_flow
from solver.instance import Instance
from solver.relaxation import Relaxation, Selection, best_of_each
from solver.stakes import Stakes, stakes
from solver.waiting import unless_cancelled


def select(
    instance: Instance,
    seconds: float,
    ignore_minimums: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Selection:
    """Return the Selection of `instance`; stops at `seconds`, with a weaker but valid bound.

    The same when `is_cancelled` answers True. With `ignore_minimums`, those who lack meetings or
    own weight count for nothing.
    """
    problem = _without_minimums(instance) if ignore_minimums else instance
    found = unless_cancelled(lambda: _selected(problem, seconds), is_cancelled)
    return found or Selection((), best_of_each(instance), 0)


def _without_minimums(instance: Instance) -> Instance:
    nothing = np.zeros(instance.people, np.int32)
    return replace(instance, at_least=nothing, floor=nothing)


def _selected(instance: Instance, seconds: float) -> Selection:
    scale = stakes(instance)
    if is_a_flow(instance):
        return _by_flow(instance, scale)
    relaxation = Relaxation(instance, seconds)
    relaxation.keep_locks_and_quota()
    shortfall = relaxation.least_shortfall(scale)
    return relaxation.best(shortfall, relaxation.least_shortage())


def _by_flow(instance: Instance, scale: Stakes) -> Selection:
    found = largest_flow(instance, scale)
    return Selection(found.candidates, min(found.bound, best_of_each(instance)), found.shortfall)
