import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.synthetic import Size, synthetic
from solver.flow import largest_flow
from solver.instance import instance
from solver.relaxation import Relaxation
from solver.stakes import stakes
from tests.strategies import UNHURRIED


@pytest.mark.parametrize("two_sides", [False, True])
@UNHURRIED
@given(seed=st.integers(0, 1000), people_per_table=st.sampled_from([2.2, 3.2, 5.0]))
def test_a_flow_bounds_no_less_than_the_programme_and_rounds_within_limits(
    seed: int, people_per_table: float, two_sides: bool
) -> None:
    size = Size(24, slots=5, wishes=6, people_per_table=people_per_table, two_sides=two_sides)
    problem = instance(synthetic(size, seed))
    flow = largest_flow(problem, stakes(problem))
    whole = Relaxation(problem, 10).best(0, 0)
    assert whole.bound <= flow.bound <= 1.02 * whole.bound
    degree = [0] * problem.people
    for each in flow.candidates:
        degree[problem.columns.a[each]] += 1
        degree[problem.columns.b[each]] += 1
    assert all(count <= most for count, most in zip(degree, problem.at_most, strict=True))


@UNHURRIED
@given(seed=st.integers(0, 1000))
def test_a_flow_lacks_as_few_meetings_as_the_programme(seed: int) -> None:
    event = synthetic(Size(16, slots=4, wishes=3, people_per_table=6.0), seed)
    people = tuple(
        p.model_copy(update={"min_meetings": i % 3}) for i, p in enumerate(event.participants)
    )
    problem = instance(event.model_copy(update={"participants": people}))
    scale = stakes(problem)
    least = Relaxation(problem, 10).least_shortfall(scale)
    assert largest_flow(problem, scale).shortfall <= least
