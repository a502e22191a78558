from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from solver.exact_gaps.problem import GapProblem, Weights
from solver.exact_gaps.search import search
from solver.gap_bound import least_cost_of_gaps
from solver.least_gaps import Needs, needs_of
from solver.pools import Pool
from tests.solver.exact_gaps.test_search import plans, problems
from tests.strategies import UNHURRIED


def needs(problem: GapProblem, side: Sequence[int] | None = None) -> Needs:
    def rows(masks: tuple[int, ...]) -> np.ndarray:
        wide = [[mask >> slot & 1 for slot in range(problem.slots)] for mask in masks]
        return np.array(wide, np.uint8).reshape(len(masks), problem.slots)

    meetings = range(len(problem.open))
    return needs_of(
        ends=np.array([row[:2] for row in problem.resources], np.int32).reshape(-1, 2),
        is_open=rows(problem.open),
        seated=rows(problem.seated),
        idle=rows(problem.idle),
        shares=np.array([m in problem.pools[1].candidates for m in meetings], np.uint8),
        side=np.array(side or [0] * problem.people, np.int32),
    )


@UNHURRIED
@given(problems(), st.lists(st.integers(0, 1), min_size=5, max_size=5), st.integers(1, 40))
def test_no_plan_costs_less(problem: GapProblem, side: list[int], rounds: int) -> None:
    least = min((problem.cost(plan) for plan in plans(problem)), default=None)
    if least is not None:
        assert 0 <= bound(problem, least, rounds, side[: problem.people]) <= least


def bound(problem: GapProblem, known: int, rounds: int, side: Sequence[int] | None = None) -> int:
    weights = (problem.weights.per_slot, problem.weights.per_period)
    places = np.array(problem.pools[1].places, np.int32)
    return least_cost_of_gaps(needs(problem, side), places, weights, known, rounds)


def test_where_not_all_can_meet_at_noon_prices_prove_more_than_everybody_alone() -> None:
    pairs = [
        (6 * group + a, 6 * group + b) for group in (0, 1) for a in range(3) for b in (3, 4, 5)
    ]
    pool = Pool(tuple(range(len(pairs))), (4,) * 5)
    problem = GapProblem(
        slots=5,
        people=12,
        open=(31,) * len(pairs),
        resources=tuple(pairs),
        seated=(0,) * 12,
        idle=(31,) * 12,
        pools=(pool, pool),
        weights=Weights(1, 1),
    )
    least = search(problem, 30, 0).cost
    assert least is not None
    assert bound(problem, least + 1, rounds=1) == 0
    assert bound(problem, least + 1, rounds=60) == least
    assert bound(problem, least + 1, rounds=60, side=[0, 0, 0, 1, 1, 1] * 2) == least


def test_it_is_over_after_the_first_round_when_time_is() -> None:
    looks: list[None] = []

    def is_over() -> bool:
        looks.append(None)
        return True

    row = np.ones((2, 3), np.uint8)
    found = needs_of(
        np.array([(0, 1)], np.int32), row[:1], row * 0, row, row[:1, 0], np.ones(2, np.int32)
    )
    least_cost_of_gaps(found, np.ones(3, np.int32), (1, 1), known=9, is_over=is_over)
    assert len(looks) == 1
