from solver.baseline import greedy_by_weight
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


def test_the_baseline_keeps_every_rule() -> None:
    assert_legal(greedy_by_weight(random_instance(5)))
