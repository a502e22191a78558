"""One run of the engine: its stages, each within its share of the time."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.arrays import Ints
from solver.baseline import alphabetical_laps, greedy_by_weight
from solver.bounds import JOINT, MATCHED, SAME_MEETINGS, SEARCHED, UNBOUNDED, Bound
from solver.clock import Clock
from solver.first_plan import fill, place, put_as_in
from solver.instance import Instance, instance
from solver.placement import Placement
from solver.quota import keep_quota
from solver.relaxation import Selection
from solver.result import Limits, Progress, Report
from solver.selection import select
from solver.snapshots import snapshot

SEARCHED_COMPLETELY = 6_000
"""The largest Instance.size that is given to the exact model: beyond it the search is better."""
LARGE = 20_000
"""From how many candidates on a trial takes too long."""
HAND_OUT = 20
"""How often a large event could be read in the time that handing out its timetable takes."""
CLOSED, CLOSING = 150, 3.0
"""Up to how many meetings the fewest gaps are searched for, and for how many seconds."""
POLISHED = 19 / 20
"""The share of the time that is left in which gaps are polished before they are bounded."""
LONG = 1e6
"""Seconds that no stage takes."""
PROOF_SECONDS = 3.0
"""The least time in which a complete search is worth beginning."""


@dataclass
class Facts:
    """What a run learns for the certificate; values in the units of Candidate.value."""

    clock: Clock
    seed: int
    greedy: int = 0
    laps: int = 0
    bound: Bound = field(default_factory=lambda: Bound(0, MATCHED))
    shortfall: int = 0
    fewest_gaps: int = 0
    gaps_reason: str = UNBOUNDED


class Run:
    """One run of the engine: its clock, what it has learnt, and whom it reports to."""

    def __init__(
        self,
        limits: Limits,
        report: Report,
        is_cancelled: Callable[[], bool],
        hint: Timetable | None,
        start: Timetable | None,
    ) -> None:
        seconds = LONG if limits.is_reproducible else limits.seconds
        self.clock = Clock(seconds, is_cancelled)
        self._is_reproducible = limits.is_reproducible
        self.facts = Facts(self.clock, limits.seed)
        self._start = start or hint
        self._is_gentle = hint is not None
        self._bound: float | None = None
        self._joint_bound: int | None = None
        self._report = report
        self._building = 0.0
        self._has_moved = False

    def decide_sittings(self, event: Event) -> Instance:
        """Decide who sits in which session; return the problem of meetings that is left."""
        self._say("sittings")
        if not event.sessions:
            return self._built(event)
        # Workshops are for those who have some: the programme takes a while to load.
        from solver.workshops import assign_sessions  # noqa: PLC0415

        before = self._start.attendances if self._start else ()
        problem = self._built(event)
        seconds = self.clock.left / 4
        sittings = assign_sessions(problem, seconds, before, self.clock.is_cancelled)
        self._joint_bound = sittings.bound
        return instance(event, sittings.attendances)

    def select(self, problem: Instance) -> Selection:
        """Choose the meetings worth having, which also bounds the value."""
        self._say("selection")
        selection = select(problem, self.clock.left / 3, is_cancelled=self.clock.is_cancelled)
        self._bound = selection.bound / problem.scale
        self.facts.shortfall = selection.shortfall
        return selection

    def place(self, problem: Instance, selection: Selection) -> Placement:
        """Give slots to the meetings of the start, then of the selection, then to what fits."""
        placement = Placement(problem)
        if self._start:
            put_as_in(placement, self._start, self.facts.seed)
        chosen = np.array(selection.candidates, np.int32)
        place(placement, chosen, self.facts.seed, self.clock.is_cancelled)
        keep_quota(placement)
        self._say("placement", placement)
        return placement

    def rehearse(self, problem: Instance, hand_out: Callable[[], object]) -> None:
        """Set aside the time that handing out takes: by a trial, for large events by a guess."""
        if self.clock.is_over:
            return
        if problem.count >= LARGE:
            self.clock = self.clock.without(HAND_OUT * self._building)
            return
        before = self.clock.elapsed
        hand_out()
        self.clock = self.clock.without(1.5 * (self.clock.elapsed - before))

    def compare(self, problem: Instance) -> None:
        """Learn what simple methods reach."""
        self.facts.greedy = greedy_by_weight(problem)
        self.facts.laps = alphabetical_laps(problem)

    def improve(self, placement: Placement, selection: Selection) -> None:
        """Raise the value towards the bound; with a hint, with few changes."""
        goal = _goal(placement, selection)
        if placement.worth >= goal or self.clock.is_over:
            return
        # Loading the compiler takes longer than the first plan of a small event.
        from solver.improvement import improve  # noqa: PLC0415

        clock, self._has_moved = self.clock.part(2 / 5), True
        for best in improve(placement, goal, self.facts.seed, clock, self._is_gentle):
            self._say("improvement", placement, best)

    def prove(self, placement: Placement, selection: Selection) -> None:
        """Learn a bound on the value, searching completely where the event is small enough."""
        bound = self._searched(placement, selection) or self._matched(placement, selection)
        self.facts.bound = self._over_all_sittings(bound)

    def bound(self, placement: Placement, selection: Selection) -> None:
        """Learn a bound on the value that takes the sittings of `placement` as they are."""
        self.facts.bound = self._matched(placement, selection)

    def complete(self, placement: Placement) -> None:
        """Let those meet who still can since the first plan, within the quota."""
        if self._has_moved:
            fill(placement, self.facts.seed, self.clock.is_cancelled)
        keep_quota(placement)

    def polish(self, placement: Placement) -> None:
        """Lower the number of idle slots; with a hint, with few changes."""
        if self.clock.is_over:
            return
        # Loading the compiler takes longer than the first plan of a small event.
        from solver.polish import polish  # noqa: PLC0415

        clock = self.clock.part(POLISHED)
        for best in polish(placement, self.facts.seed, clock, self._is_gentle):
            self._say("polish", placement, best)

    def _built(self, event: Event) -> Instance:
        """Return the instance of `event`, and note how long that takes."""
        before = self.clock.elapsed
        problem = instance(event)
        self._building = self.clock.elapsed - before
        return problem

    def close(self, placement: Placement) -> None:
        """Learn how few gaps there could be; on small events, look for slots with so few."""
        if self.clock.is_over:
            return
        # Loading the compiler takes longer than the first plan of a small event.
        from solver.gap_bound import REASON  # noqa: PLC0415
        from solver.gaps import cost_of_gaps, fewest_gaps, gap_bound  # noqa: PLC0415

        known = cost_of_gaps(placement)
        self.facts.fewest_gaps = gap_bound(placement, known, is_over=lambda: self.clock.is_over)
        self.facts.gaps_reason = REASON
        may_move = not (self._is_gentle or self._is_reproducible)
        is_small = len(placement.placed()) <= CLOSED
        if known > self.facts.fewest_gaps and may_move and is_small and self.clock.left > 1:
            self._say("gaps", placement)
            seconds, seed = min(CLOSING, self.clock.left), self.facts.seed
            found = fewest_gaps(placement, seconds, seed, self.clock.is_cancelled)
            placement.move_to(found.slot_of)
            self.facts.fewest_gaps, self.facts.gaps_reason = found.bound, SAME_MEETINGS

    def _searched(self, placement: Placement, selection: Selection) -> Bound | None:
        """Return the bound of a complete search, None where none was made or it had no end."""
        is_open = placement.worth < _goal(placement, selection)
        is_small = placement.instance.size <= SEARCHED_COMPLETELY
        has_time = self.clock.left > PROOF_SECONDS and not self.clock.is_over
        if not (is_open and is_small and has_time):
            return None
        self._say("proof", placement)
        # Loading CP-SAT takes longer than most events need without it.
        from solver.exact import prove  # noqa: PLC0415

        seconds = None if self._is_reproducible else self.clock.left / 3
        proof = prove(placement, seconds, self.facts.seed, self.clock.is_cancelled)
        placement.move_to(proof.slot_of)
        self._has_moved = True
        if not proof.is_optimal:
            return None
        self.facts.shortfall = placement.standing.missing
        return Bound(placement.value, SEARCHED, bool(placement.instance.attendances))

    def _matched(self, placement: Placement, selection: Selection) -> Bound:
        """Return the bound of the selection; anew, where the placement lacks more than it."""
        now = placement.standing
        if now.missing > selection.shortfall or now.shortage > selection.shortage:
            selection = select(placement.instance, self.clock.left / 2, ignore_minimums=True)
        return Bound(selection.bound, MATCHED, bool(placement.instance.attendances))

    def _over_all_sittings(self, bound: Bound) -> Bound:
        """Return a bound for all sittings that are wanted as much, if `bound` is for given ones."""
        if self._joint_bound is None:
            return bound
        if self._joint_bound <= bound.value:
            return replace(bound, sittings_fixed=False)
        return Bound(self._joint_bound, JOINT)

    def say_checked(self, placement: Placement) -> None:
        """Report that the timetable has passed the checker."""
        self._say("checked", placement)

    def _say(
        self, stage: str, placement: Placement | None = None, best: Ints | None = None
    ) -> None:
        """Report a stage and how `placement` stands; its best slots are its own, unless given."""
        value, drawn_up = 0.0, None
        if placement is not None:
            value = placement.value / placement.instance.scale
            drawn_up = snapshot(placement.instance, placement.slot_of if best is None else best)
        self._report(Progress(stage, value, self._bound, self.clock.elapsed, drawn_up))


def _goal(placement: Placement, selection: Selection) -> int:
    """Return what a placement is worth that reaches all that the selection promises."""
    locks = int(placement.instance.columns.is_locked.sum())
    best = replace(
        placement.standing,
        locks=locks,
        deficit=0,
        missing=selection.shortfall,
        shortage=selection.shortage,
        value=selection.bound,
    )
    return placement.stakes.worth(best)
