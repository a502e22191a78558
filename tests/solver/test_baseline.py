import pytest

from solver.baseline import alphabetical_laps, greedy_by_weight
from solver.instance import instance
from tests import factories
from tests.factories import wish
from tests.solver.builders import assert_legal, candidate, random_instance


def test_the_most_wanted_pair_comes_first() -> None:
    event = factories.event(
        "abc", slots=factories.slots(1), wishes=[wish("a", "b", 2), wish("c", "b", 1)]
    )
    placement = greedy_by_weight(instance(event))
    assert placement.placed() == [candidate(placement.instance, "b", "c")]


def test_laps_give_each_organisation_a_meeting_before_anybody_gets_a_second() -> None:
    event = factories.event(
        "abcd", slots=factories.slots(1), wishes=[wish("a", "d", 8), wish("c", "d", 1)]
    )
    placement = alphabetical_laps(instance(event))
    assert placement.placed() == [candidate(placement.instance, "a", "d")]


@pytest.mark.parametrize("method", [greedy_by_weight, alphabetical_laps])
def test_baselines_keep_every_rule(method) -> None:
    assert_legal(method(random_instance(5)))
