"""From a finished run to its certificate."""

from collections import Counter
from importlib.metadata import version

from matchmaker.certificate import Certificate, Status
from matchmaker.event import Event
from matchmaker.score import score
from matchmaker.timetable import Timetable
from solver.arrays import NONE
from solver.levels import levels
from solver.placement import Placement
from solver.run import Facts
from solver.shortfalls import shortfalls

LIBRARIES = ("matchmaker", "ortools", "networkx")


def certify(placement: Placement, timetable: Timetable, facts: Facts) -> Certificate:
    """Return the certificate of `timetable`, which `placement` was seated as."""
    event, scale = placement.instance.event, placement.instance.scale
    figures, bound = score(event, timetable), facts.bound
    return Certificate(
        status=_status(placement, facts),
        value=placement.value / scale,
        bound=bound.value / scale,
        gap=(bound.value - placement.value) / bound.value if bound.value else 0.0,
        bound_reason=bound.reason,
        sittings_fixed=bound.sittings_fixed,
        levels=levels(placement, figures, facts),
        participants=len(event.participants),
        meetings=figures.meetings,
        wishes_met=figures.wishes_met,
        wishes_total=figures.wishes_total,
        min_meetings=figures.min_meetings,
        gini=figures.gini,
        least_share=figures.least_share,
        idle_slots=figures.idle_slots,
        idle_periods=figures.idle_periods,
        table_moves=figures.table_moves,
        workshop_value=figures.workshop_value,
        cross_border_share=figures.cross_border_share,
        interpreters=_services(event, timetable),
        sits_out=_sits_out(placement),
        baseline_value=facts.greedy / scale,
        laps_value=facts.laps / scale,
        seconds=facts.clock.elapsed,
        seed=facts.seed,
        versions={name: version(name) for name in LIBRARIES},
        shortfalls=shortfalls(placement),
    )


def _status(placement: Placement, facts: Facts) -> Status:
    if placement.standing.missing:
        return Status.INFEASIBLE
    return Status.OPTIMAL if placement.value >= facts.bound.value else Status.FEASIBLE


def _services(event: Event, timetable: Timetable) -> dict[str, int]:
    """Return in how many slots each interpreter serves, by id."""
    counts = Counter(each.interpreter for each in timetable.meetings)
    for session in event.sessions:
        counts.update(dict.fromkeys(session.interpreters, len(session.slots)))
    return {each.id: counts[each.id] for each in event.interpreters}


def _sits_out(placement: Placement) -> dict[str, int]:
    """Return how many people are there in each slot, by id, and have nothing."""
    problem = placement.instance
    is_waiting = (problem.is_free == 1) & (placement.at[: problem.people] == NONE)
    slots = problem.event.slot_by_id
    return dict(zip(slots, is_waiting.sum(axis=0).tolist(), strict=True))
