from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest
from ortools.sat.python import cp_model

from solver.exact_gaps.cardinality import Literal, at_most_by_sum, at_most_by_totalizer, totals

AtMost = Callable[[cp_model.CpModel, Sequence[Literal], int], None]


class Collector(cp_model.CpSolverSolutionCallback):
    def __init__(self, literals: Sequence[Literal]) -> None:
        super().__init__()
        self.literals = literals
        self.seen: set[tuple[bool, ...]] = set()

    def on_solution_callback(self) -> None:
        self.seen.add(tuple(self.boolean_value(each) for each in self.literals))


def solutions(cp: cp_model.CpModel, literals: Sequence[Literal]) -> set[tuple[bool, ...]]:
    solver, collector = cp_model.CpSolver(), Collector(literals)
    solver.parameters.enumerate_all_solutions = True
    solver.solve(cp, collector)
    return collector.seen


def sizes() -> Iterator[tuple[int, int]]:
    yield from ((count, limit) for count in range(1, 6) for limit in range(count + 1))


@pytest.mark.parametrize("at_most", [at_most_by_sum, at_most_by_totalizer])
@pytest.mark.parametrize(("count", "limit"), list(sizes()))
def test_exactly_the_choices_within_the_limit_are_left(
    at_most: AtMost, count: int, limit: int
) -> None:
    cp = cp_model.CpModel()
    literals = [cp.new_bool_var("") for _ in range(count)]
    at_most(cp, literals, limit)
    expected = {each for each in product([False, True], repeat=count) if sum(each) <= limit}
    assert solutions(cp, literals) == expected


@pytest.mark.parametrize(("count", "most"), [(1, 1), (3, 2), (5, 3), (5, 9)])
def test_totals_count_in_unary(count: int, most: int) -> None:
    cp = cp_model.CpModel()
    literals = [cp.new_bool_var("") for _ in range(count)]
    counts = totals(cp, literals, most)
    assert len(counts) == min(count, most)
    for each in solutions(cp, [*literals, *counts]):
        held = sum(each[:count])
        assert list(each[count:]) == [held > i for i in range(len(counts))]
