"""The engine: sittings, selection, placement, improvement, proof, polish, seats, guests."""

from collections.abc import Callable, Sequence

from matchmaker.errors import MatchmakerError
from matchmaker.event import Event
from matchmaker.rules.checker import violations
from matchmaker.rules.contradictions import contradictions
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Timetable
from solver.certify import certify
from solver.collecting import without_collecting
from solver.placement import Placement
from solver.result import Limits, Report, Result
from solver.run import Run
from solver.seating import seat
from solver.trios import with_trios

USUAL = Limits()


def solve(
    event: Event,
    limits: Limits = USUAL,
    hint: Timetable | None = None,
    report: Report = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    start: Timetable | None = None,
) -> Result:
    """Return a timetable that keeps every rule, with its certificate.

    Where not all minimums of meetings can be reached, who lacks most lacks as little as possible
    and the certificate names who and why. `hint`, an earlier timetable, is kept to where nothing
    better is found; `start`, what a run that broke off had reached, is where this one begins, free
    to go anywhere. `report` is called as the work goes on; `is_cancelled` is asked between steps,
    and the best so far is returned when it answers True. Raises BrokenRuleError for an event whose
    sessions or locks break rules whoever else meets whom.
    """
    with without_collecting():
        return _solved(event, Run(limits, report, is_cancelled, hint, start), hint or start)


def _solved(event: Event, run: Run, before: Timetable | None) -> Result:
    _refuse(contradictions(event))
    problem = run.decide_sittings(event)
    selection = run.select(problem)
    placement = run.place(problem, selection)
    run.rehearse(problem, lambda: violations(event, seat(placement)))
    run.compare(problem)
    run.improve(placement, selection)
    run.prove(placement, selection)
    run.complete(placement)
    run.polish(placement)
    run.close(placement)
    timetable = checked(placement, before)
    run.say_checked(placement)
    return Result(timetable, certify(placement, timetable, run.facts))


def checked(placement: Placement, before: Timetable | None = None) -> Timetable:
    """Return the timetable of `placement`, near to `before`, after the checker has passed it."""
    event = placement.instance.event
    timetable = with_trios(event, seat(placement, before), before)
    broken = violations(event, timetable)
    _refuse([each for each in broken if each.rule != "min_meetings"])
    return timetable


def _refuse(broken: Sequence[Violation]) -> None:
    if broken:
        raise BrokenRuleError(broken)


class BrokenRuleError(MatchmakerError):
    """A timetable would break a rule, so none is handed out: the event contradicts itself."""

    def __init__(self, broken: Sequence[Violation]) -> None:
        super().__init__("\n".join(map(str, broken)))
        self.violations = tuple(broken)
