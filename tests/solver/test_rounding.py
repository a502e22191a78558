import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from solver.rounding import rounded

Edge = tuple[int, int]
EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] != e[1]))


def taken(edges: list[Edge], most: int = 99) -> list[int]:
    a, b = (np.array([e[i] for e in edges], np.int32) for i in (0, 1))
    return rounded(a, b, most)


@given(EDGES)
def test_nobody_gets_more_than_half_of_their_halves_rounded_up(edges: list[Edge]) -> None:
    chosen = taken(edges)
    assert len(set(chosen)) == len(chosen)
    for node in range(8):
        halves = sum(node in each for each in edges)
        assert sum(node in edges[each] for each in chosen) <= (halves + 1) // 2


@given(EDGES, st.integers(0, 20))
def test_no_more_are_taken_than_may_be_unless_the_fewest_are_more(
    edges: list[Edge], most: int
) -> None:
    assert len(taken(edges, most)) <= max(most, len(taken(edges, 0)))


def test_an_even_circle_loses_nothing() -> None:
    assert len(taken([(0, 1), (1, 2), (2, 3), (3, 0)])) == 2


def test_an_odd_circle_loses_half_an_edge() -> None:
    assert len(taken([(0, 1), (1, 2), (2, 0)])) == 1


def test_two_odd_circles_that_touch_lose_nothing() -> None:
    assert len(taken([(0, 1), (1, 2), (2, 0), (0, 3), (3, 4), (4, 0)])) == 3
