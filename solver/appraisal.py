"""The certificate of a timetable that people made or changed by hand."""

from collections.abc import Callable

from matchmaker.event import Event
from matchmaker.rules.checker import violations
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from solver.bounds import EVERYTHING, Bound
from solver.certify import certify
from solver.collecting import without_collecting
from solver.first_plan import put_as_in
from solver.instance import Instance, instance
from solver.placement import Placement
from solver.result import Limits, Report, Result
from solver.run import Run
from solver.solve import USUAL, BrokenRuleError


def appraise(
    event: Event,
    timetable: Timetable,
    limits: Limits = USUAL,
    report: Report = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Return `timetable` as it is, with its certificate.

    The bound is proven anew, for the places in workshops as they are. Raises BrokenRuleError where
    a rule is broken, minimums apart.
    """
    broken = [each for each in violations(event, timetable) if each.rule != "min_meetings"]
    if broken:
        raise BrokenRuleError(broken)
    with without_collecting():
        run = Run(limits, report, is_cancelled, timetable, None)
        placement = _bounded(event, timetable, run) or _unbounded(event, timetable, run)
        run.close(placement)
        run.say_checked(placement)
        return Result(timetable, certify(placement, timetable, run.facts))


def _bounded(event: Event, timetable: Timetable, run: Run) -> Placement | None:
    """Return the placement, bounded by the selection; None where it is none of the engine's own.

    It is none where people keep to other tables than the engine would give them, or meet on a
    suggestion that the engine leaves out: then the selection bounds nothing.
    """
    problem = instance(event, timetable.attendances)
    placement = _placed(problem, timetable, run)
    if len(placement.placed()) < len(timetable.meetings):
        return None
    run.bound(placement, run.select(problem))
    return placement if placement.value <= run.facts.bound.value else None


def _unbounded(event: Event, timetable: Timetable, run: Run) -> Placement:
    """Return the placement in an event in which all its meetings are locked, so that it fits."""
    locks = tuple(each.lock for each in timetable.meetings)
    problem = instance(changed(event, locked_meetings=locks), timetable.attendances)
    placement = _placed(problem, timetable, run)
    run.facts.bound = Bound(int(problem.columns.value.sum()), EVERYTHING)
    return placement


def _placed(problem: Instance, timetable: Timetable, run: Run) -> Placement:
    placement = Placement(problem)
    put_as_in(placement, timetable, run.facts.seed)
    run.compare(problem)
    return placement
