"""The engine: sittings, selection, placement, improvement, proof, polish, seats."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random

from matchmaker.errors import MatchmakerError
from matchmaker.event import Event
from matchmaker.rules.checker import violations
from matchmaker.rules.contradictions import contradictions
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Timetable
from solver.baseline import alphabetical_laps, greedy_by_weight
from solver.certify import JOINT, MATCHED, SEARCHED, Bound, RunFacts, certify
from solver.clock import Clock
from solver.insertion import fill, insert
from solver.instance import Instance, instance
from solver.placement import Placement
from solver.result import Limits, Progress, Report, Result
from solver.seating import seat
from solver.selection import Selection, select
from solver.workshops import assign_sessions

USUAL = Limits()
SEARCHED_COMPLETELY = 6_000
"""The largest Instance.size that is given to the exact model: beyond it the search is better."""
PROOF_SECONDS = 3.0
"""The least time in which a complete search is worth beginning."""


def solve(
    event: Event,
    limits: Limits = USUAL,
    hint: Timetable | None = None,
    report: Report = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Return a timetable that keeps every rule, with its certificate.

    Where not all minimums of meetings can be reached, as few meetings as possible are missing and
    the certificate names who and why. `hint`, an earlier timetable, is kept to where nothing better
    is found. `report` is called as the work goes on; `is_cancelled` is asked between steps, and the
    best so far is returned when it answers True. Raises BrokenRuleError for an event whose sessions
    break rules whoever meets whom.
    """
    _refuse(contradictions(event))
    run = _Run(limits, report, is_cancelled)
    problem = run.decide_sittings(event, hint)
    selection = run.select(problem)
    placement = run.place(problem, selection, hint)
    greedy, laps = greedy_by_weight(problem).value, alphabetical_laps(problem).value
    run.rehearse(placement)
    run.improve(placement, selection, is_gentle=hint is not None)
    bound = run.over_all_sittings(run.prove(placement, selection))
    run.polish(placement, is_gentle=hint is not None)
    timetable = checked(placement, hint)
    facts = RunFacts(run.clock.elapsed, limits.seed, greedy, laps)
    return Result(timetable, certify(placement, timetable, bound, facts))


def checked(placement: Placement, before: Timetable | None = None) -> Timetable:
    """Return the timetable of `placement`, near to `before`, after the checker has passed it."""
    timetable = seat(placement, before)
    broken = violations(placement.instance.event, timetable)
    _refuse([each for each in broken if each.rule != "min_meetings"])
    return timetable


class _Run:
    """One run of the engine: its clock, its random numbers, and whom it reports to."""

    def __init__(self, limits: Limits, report: Report, is_cancelled: Callable[[], bool]) -> None:
        self.clock = Clock(limits.seconds, is_cancelled)
        self._random = Random(limits.seed)  # noqa: S311 - a search, no secret
        self._seed = limits.seed
        self._bound: float | None = None
        self._joint_bound: int | None = None
        self._report = report

    def decide_sittings(self, event: Event, hint: Timetable | None) -> Instance:
        """Decide who sits in which session; return the problem of meetings that is left."""
        self._say("sittings")
        if not event.sessions:
            return instance(event)
        before = hint.attendances if hint else ()
        sittings = assign_sessions(instance(event), self.clock.left / 4, before)
        self._joint_bound = sittings.bound
        return instance(event, sittings.attendances)

    def select(self, problem: Instance) -> Selection:
        """Choose the meetings worth having, which also bounds the value."""
        self._say("selection")
        selection = select(problem, self.clock.left / 3)
        self._bound = selection.bound / problem.scale
        return selection

    def place(self, problem: Instance, selection: Selection, hint: Timetable | None) -> Placement:
        """Give slots to the meetings of `hint`, then of the selection, then to what still fits."""
        placement = Placement(problem)
        _put_as_in(placement, hint)
        for candidate in _hardest_first(problem, selection.candidates):
            if self.clock.is_cancelled():
                break
            insert(placement, candidate, self._random)
        fill(placement, self._random, self.clock.is_cancelled)
        self._say("placement", placement)
        return placement

    def rehearse(self, placement: Placement) -> None:
        """Hand out the first plan on trial, and set aside the time that this takes."""
        if self.clock.is_over:
            return
        before = self.clock.elapsed
        checked(placement)
        self.clock = self.clock.without(1.5 * (self.clock.elapsed - before))

    def improve(self, placement: Placement, selection: Selection, is_gentle: bool) -> None:
        """Raise the value towards the bound; when gentle, with few changes."""
        goal = (-selection.shortfall, selection.bound)
        if placement.worth >= goal or self.clock.is_over:
            return
        # Loading the compiler takes longer than the first plan of a small event.
        from solver.improvement import improve  # noqa: PLC0415

        for _ in improve(placement, goal, self._seed, self.clock.part(2 / 5), is_gentle):
            self._say("improvement", placement)

    def prove(self, placement: Placement, selection: Selection) -> Bound:
        """Return a bound on the value, searching completely where the event is small enough."""
        has_sittings = bool(placement.instance.attendances)
        short = placement.missing > selection.shortfall
        open_gap = short or placement.value < selection.bound
        is_small = placement.instance.size <= SEARCHED_COMPLETELY
        has_time = self.clock.left > PROOF_SECONDS and not self.clock.is_over
        if open_gap and is_small and has_time:
            self._say("proof", placement)
            # Loading CP-SAT takes longer than most events need without it.
            from solver.exact import prove  # noqa: PLC0415

            proof = prove(placement, self.clock.left / 3, self._seed, self.clock.is_cancelled)
            placement.move_to(proof.slot_of)
            if proof.is_optimal:
                return Bound(placement.value, SEARCHED, has_sittings)
        if placement.missing > selection.shortfall:
            selection = select(placement.instance, self.clock.left / 2, ignore_minimums=True)
        return Bound(selection.bound, MATCHED, has_sittings)

    def over_all_sittings(self, bound: Bound) -> Bound:
        """Return a bound for all sittings that are wanted as much, if `bound` is for given ones."""
        if self._joint_bound is None:
            return bound
        if self._joint_bound <= bound.value:
            return replace(bound, sittings_fixed=False)
        return Bound(self._joint_bound, JOINT)

    def polish(self, placement: Placement, is_gentle: bool) -> None:
        """Lower the number of idle slots; when gentle, with few changes."""
        if self.clock.is_over:
            return
        # Loading the compiler takes longer than the first plan of a small event.
        from solver.polish import polish  # noqa: PLC0415

        for _ in polish(placement, self._seed, self.clock.part(1), is_gentle):
            self._say("polish", placement)

    def _say(self, stage: str, placement: Placement | None = None) -> None:
        value = placement.value / placement.instance.scale if placement else 0.0
        self._report(Progress(stage, value, self._bound, self.clock.elapsed))


def _hardest_first(problem: Instance, candidates: Iterable[int]) -> list[int]:
    """Sort by how few slots are open to a pair, then by falling value."""
    pairs = problem.candidates
    return sorted(candidates, key=lambda c: (pairs[c].slots.bit_count(), -pairs[c].value, c))


def _put_as_in(placement: Placement, hint: Timetable | None) -> None:
    slots = {slot: index for index, slot in enumerate(placement.instance.event.slot_by_id)}
    for meeting in hint.meetings if hint else ():
        candidate = placement.instance.candidate_of_pair.get(meeting.pair)
        slot = slots.get(meeting.slot)
        if candidate is not None and slot is not None and placement.admits(candidate, slot):
            placement.put(candidate, slot)
    placement.keep()


def _refuse(broken: Sequence[Violation]) -> None:
    if broken:
        raise BrokenRuleError(broken)


class BrokenRuleError(MatchmakerError):
    """A timetable would break a rule, so none is handed out: the event contradicts itself."""

    def __init__(self, broken: Sequence[Violation]) -> None:
        super().__init__("\n".join(map(str, broken)))
        self.violations = tuple(broken)
