"""The search against trying everything, on problems small enough for that."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.exact_gaps.cardinality import BY_SUM, BY_TOTALIZER, Counting
from solver.exact_gaps.problem import GapProblem, Weights
from solver.exact_gaps.search import Outcome, search
from solver.pools import Pool
from tests.strategies import UNHURRIED


@st.composite
def problems(draw: st.DrawFn) -> GapProblem:
    slots, people = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    pairs = [(a, b) for a in range(people) for b in range(a)]
    held = draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=4))
    resources = tuple((*pair, *draw(st.sampled_from([(), (), (people,)]))) for pair in held)
    masks = st.integers(0, (1 << slots) - 1)
    every = (1 << slots) - 1
    seated = tuple(draw(st.sampled_from([0, 0, 0, 1, 2])) & every for _ in range(people))
    meetings = range(len(held))
    order = draw(
        st.lists(st.tuples(st.sampled_from(meetings), st.sampled_from(meetings)), max_size=2)
    )
    members = tuple(m for m in meetings if draw(st.booleans()))
    places = tuple(draw(st.integers(0, 2)) for _ in range(slots))
    return GapProblem(
        slots=slots,
        people=people,
        open=tuple((draw(masks) | draw(masks)) & ~(seated[a] | seated[b]) for a, b in held),
        resources=resources,
        seated=seated,
        idle=tuple((draw(masks) | draw(masks)) & ~each for each in seated),
        pools=(Pool(tuple(meetings), (draw(st.integers(1, 3)),) * slots), Pool(members, places)),
        weights=Weights(draw(st.integers(0, 2)), draw(st.integers(0, 2))),
        earlier=tuple((a, b) for a, b in order if a != b),
        spread=draw(st.sampled_from([None, None, 0, 1, 2])),
    )


def plans(problem: GapProblem) -> Iterator[tuple[int, ...]]:
    """Yield every plan that keeps everything, told by definitions and nothing else."""
    options = [[t for t in range(problem.slots) if mask >> t & 1] for mask in problem.open]
    for plan in product(*options):
        taken = [(r, t) for row, t in zip(problem.resources, plan, strict=True) for r in row]
        if (
            len(set(taken)) == len(taken)
            and all(plan[a] < plan[b] for a, b in problem.earlier)
            and all(
                sum(plan[m] == t for m in pool.candidates) <= places
                for pool in problem.pools
                for t, places in enumerate(pool.places)
            )
            and is_fair(problem, plan)
        ):
            yield plan


def is_fair(problem: GapProblem, plan: tuple[int, ...]) -> bool:
    if problem.spread is None:
        return True
    counts = [idle_periods(problem, plan, person) for person in range(problem.people)]
    return max(counts) - min(counts) <= problem.spread


def idle_periods(problem: GapProblem, plan: tuple[int, ...], person: int) -> int:
    busy = {t for t in range(problem.slots) if problem.seated[person] >> t & 1}
    busy |= {t for m, t in enumerate(plan) if person in problem.resources[m]}
    idle = [
        t
        for t in range(problem.slots)
        if t not in busy and problem.idle[person] >> t & 1 and busy and min(busy) < t < max(busy)
    ]
    return sum(t - 1 not in idle for t in idle)


@settings(UNHURRIED, max_examples=150)
@given(problems())
def test_the_optimum_is_that_of_trying_everything(problem: GapProblem) -> None:
    found = search(problem, 30, 0)
    costs = [problem.cost(plan) for plan in plans(problem)]
    if not costs:
        assert (found.outcome, found.slot_of) == (Outcome.INFEASIBLE, None)
    else:
        assert (found.outcome, found.cost, found.bound) == (Outcome.OPTIMAL, min(costs), min(costs))
        assert found.slot_of in set(plans(problem))


@pytest.mark.parametrize("way", [BY_SUM, BY_TOTALIZER])
def test_either_way_to_count_places_is_right(
    way: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    from solver.exact_gaps import search as module

    problem = GapProblem(
        slots=4,
        people=6,
        open=(15,) * 6,
        resources=((0, 1), (0, 2), (0, 3), (4, 5), (1, 2), (3, 4)),
        seated=(0,) * 6,
        idle=(15,) * 6,
        pools=(Pool(tuple(range(6)), (2, 1, 2, 2)),),
        weights=Weights(1, 1),
    )
    monkeypatch.setattr(module, "ways", lambda _: (way, way))
    assert search(problem, 30, 0).cost == min(map(problem.cost, plans(problem)))


def test_a_cancelled_search_ends_at_once_and_claims_nothing() -> None:
    people, slots = 40, 14
    pairs = [(a, b) for a in range(people) for b in range(a) if (a * b + a) % 5 == 0]
    problem = GapProblem(
        slots=slots,
        people=people,
        open=((1 << slots) - 1,) * len(pairs),
        resources=tuple(pairs),
        seated=(0,) * people,
        idle=((1 << slots) - 1,) * people,
        pools=(Pool(tuple(range(len(pairs))), (12,) * slots),),
        weights=Weights(1, 1),
    )
    assert search(problem, 600, 0, is_cancelled=lambda: True).outcome != Outcome.OPTIMAL
