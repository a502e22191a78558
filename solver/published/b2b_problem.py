"""An instance of the business-to-business problem as the engine sees it."""

from solver.exact_gaps.problem import GapProblem, Weights
from solver.pools import Pool
from solver.published.b2b import AFTERNOON, B2B, MORNING, SPREAD, Request


def problem_of(given: B2B) -> GapProblem:
    """Return `given` counted from 0; every slot between two meetings counts as idle."""
    everything = (1 << given.slots) - 1
    return GapProblem(
        slots=given.slots,
        people=given.people,
        open=tuple(_open(given, each) for each in given.requests),
        resources=tuple((each.one - 1, each.other - 1) for each in given.requests),
        seated=(0,) * given.people,
        idle=(everything,) * given.people,
        pools=(Pool(tuple(range(len(given.requests))), (given.tables,) * given.slots),),
        weights=Weights(per_slot=0, per_period=1),
        earlier=tuple((e - 1, m) for m, before in enumerate(given.earlier) for e in before),
        spread=SPREAD,
    )


def _open(given: B2B, request: Request) -> int:
    away = given.forbidden[request.one - 1] | given.forbidden[request.other - 1]
    half = _half(given, request.half)
    slots = half & {request.fixed} if request.fixed else half
    return sum(1 << slot - 1 for slot in slots - away)


def _half(given: B2B, half: int) -> set[int]:
    first = given.morning + 1 if half == AFTERNOON else 1
    last = given.morning if half == MORNING else given.slots
    return set(range(first, last + 1))
