from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver import baseline
from solver.baseline import (
    alphabetical_laps,
    by_value,
    greedy_by_weight,
    most_wanted,
    plain_greedy,
    plain_laps,
)
from solver.instance import Instance, instance
from tests import factories
from tests.factories import wish
from tests.solver.builders import assert_legal, candidate, random_instance
from tests.strategies import UNHURRIED


def test_the_most_wanted_pair_comes_first() -> None:
    event = factories.event(
        "abc", slots=factories.slots(1), wishes=[wish("a", "b", 2), wish("c", "b", 1)]
    )
    placement = plain_greedy(instance(event), by_value(instance(event)))
    assert placement.placed() == [candidate(placement.instance, "b", "c")]


def test_laps_give_each_organisation_a_meeting_before_anybody_gets_a_second() -> None:
    event = factories.event(
        "abcd", slots=factories.slots(1), wishes=[wish("a", "d", 8), wish("c", "d", 1)]
    )
    assert alphabetical_laps(instance(event)) == 1


def test_baselines_keep_every_rule() -> None:
    problem = random_instance(5)
    assert_legal(plain_greedy(problem, by_value(problem)))
    turns = np.arange(problem.people, dtype=np.int32)
    assert_legal(plain_laps(problem, turns, most_wanted(problem)))


@pytest.mark.parametrize("method", [greedy_by_weight, alphabetical_laps])
@UNHURRIED
@given(seed=st.integers(0, 1000))
def test_compiled_code_does_what_plain_code_does(
    method: Callable[[Instance], int], seed: int
) -> None:
    problem = random_instance(seed)
    plain = method(problem)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(baseline, "COMPILED", 0)
        assert method(problem) == plain
