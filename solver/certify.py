"""From a finished run to its certificate."""

from dataclasses import dataclass
from importlib.metadata import version

from matchmaker.certificate import Certificate, Status
from matchmaker.score import Score, score
from matchmaker.timetable import Timetable
from solver.placement import Placement
from solver.shortfalls import shortfalls

MATCHED = "No timetable is worth more than the best choice of meetings within everybody's free slots and limits, and the tables and interpreters of all slots together."  # noqa: E501
JOINT = "No timetable that meets as many preferences for workshops is worth more than the best choice of sittings and meetings together, within everybody's free slots and limits, and the tables and interpreters of all slots together."  # noqa: E501
SEARCHED = "A complete search of all timetables found none worth more."
LIBRARIES = ("matchmaker", "ortools", "networkx")


@dataclass(frozen=True)
class Bound:
    """An upper bound on the value, in units of Candidate.value, and what proves it.

    Where `sittings_fixed`, it holds for the sittings as they are only.
    """

    value: int
    reason: str
    sittings_fixed: bool = False


@dataclass(frozen=True)
class RunFacts:
    """What a certificate tells of the run itself."""

    seconds: float
    seed: int
    greedy: int
    laps: int


def certify(placement: Placement, timetable: Timetable, bound: Bound, run: RunFacts) -> Certificate:
    """Return the certificate of `timetable`, which `placement` was seated as."""
    event, scale = placement.instance.event, placement.instance.scale
    figures: Score = score(event, timetable)
    return Certificate(
        status=_status(placement, bound),
        value=placement.value / scale,
        bound=bound.value / scale,
        gap=(bound.value - placement.value) / bound.value if bound.value else 0.0,
        bound_reason=bound.reason,
        sittings_fixed=bound.sittings_fixed,
        participants=len(event.participants),
        meetings=figures.meetings,
        wishes_met=figures.wishes_met,
        wishes_total=figures.wishes_total,
        min_meetings=figures.min_meetings,
        gini=figures.gini,
        idle_slots=figures.idle_slots,
        table_moves=figures.table_moves,
        workshop_value=figures.workshop_value,
        cross_border_share=figures.cross_border_share,
        baseline_value=run.greedy / scale,
        laps_value=run.laps / scale,
        seconds=run.seconds,
        seed=run.seed,
        versions={name: version(name) for name in LIBRARIES},
        shortfalls=shortfalls(placement),
    )


def _status(placement: Placement, bound: Bound) -> Status:
    if placement.missing:
        return Status.INFEASIBLE
    return Status.OPTIMAL if placement.value >= bound.value else Status.FEASIBLE
