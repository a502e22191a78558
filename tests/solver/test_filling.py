import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.event import Event
from solver import first_plan
from solver.instance import instance
from solver.placement import Placement
from tests import strategies
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED


def compiled(monkeypatch: pytest.MonkeyPatch, placement: Placement, seed: int) -> Placement:
    monkeypatch.setattr(first_plan, "COMPILED", 0)
    first_plan.place(placement, np.arange(placement.instance.count, dtype=np.int32), seed)
    return placement


@UNHURRIED
@given(strategies.events(), st.integers(0, 10_000))
def test_compiled_placing_breaks_no_limit_and_leaves_nothing_that_fits(
    event: Event, seed: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        placement = compiled(patch, Placement(instance(event)), seed)
    assert_legal(placement)
    for candidate in np.flatnonzero(placement.slot_of < 0).tolist():
        assert not any(placement.admits(candidate, t) for t in placement.slots_open_to(candidate))


def test_compiled_placing_reaches_as_much_as_plain_placing_on_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problems = [random_instance(seed, people=40, tables=20) for seed in range(8)]
    plain = [Placement(problem) for problem in problems]
    for each in plain:
        first_plan.place(each, np.arange(each.instance.count, dtype=np.int32), 0)
    after = [compiled(monkeypatch, Placement(problem), 0) for problem in problems]
    assert sum(each.value for each in after) >= 0.98 * sum(each.value for each in plain)
