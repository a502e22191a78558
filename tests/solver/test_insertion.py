from random import Random

from solver.insertion import insert
from solver.instance import instance
from solver.placement import Placement
from tests import factories
from tests.factories import person, wish
from tests.solver.builders import assert_legal, candidate, random_instance


def test_a_free_slot_is_taken() -> None:
    placement = Placement(instance(factories.event("ab", wishes=[wish("a", "b")])))
    assert insert(placement, 0, Random(0))
    assert placement.slot_of[0] in {0, 1, 2}


def test_what_has_a_slot_keeps_it() -> None:
    placement = Placement(instance(factories.event("ab", wishes=[wish("a", "b")])))
    placement.put(0, 1)
    assert insert(placement, 0, Random(0))
    assert placement.slot_of.tolist() == [1]
    assert_legal(placement)


def test_a_chain_makes_room() -> None:
    people = (person("a", unavailable={"2"}), "b", "c")
    event = factories.event(
        people, slots=factories.slots(2), wishes=[wish("a", "b"), wish("b", "c")]
    )
    placement = Placement(instance(event))
    ab, bc = candidate(placement.instance, "a", "b"), candidate(placement.instance, "b", "c")
    placement.put(bc, 0)
    assert insert(placement, ab, Random(0))
    assert (placement.slot_of[ab], placement.slot_of[bc]) == (0, 1)


def test_a_full_slot_is_unloaded_into_one_with_a_table_left() -> None:
    people = (person("a", unavailable={"2"}), "b", "c", "d")
    event = factories.event(
        people,
        slots=factories.slots(2),
        tables=factories.tables(1),
        wishes=[wish("a", "b"), wish("c", "d")],
    )
    placement = Placement(instance(event))
    ab, cd = candidate(placement.instance, "a", "b"), candidate(placement.instance, "c", "d")
    placement.put(cd, 0)
    assert insert(placement, ab, Random(0))
    assert (placement.slot_of[ab], placement.slot_of[cd]) == (0, 1)


def test_limits_are_kept() -> None:
    people = (person("a", max_meetings=1), "b", "c")
    event = factories.event(people, wishes=[wish("a", "b"), wish("a", "c")])
    placement = Placement(instance(event))
    placement.put(0, 0)
    assert not insert(placement, 1, Random(0))


def test_failure_changes_nothing() -> None:
    placement = Placement(random_instance(3, people=12, slots=2, tables=3))
    random = Random(1)
    for index in range(len(placement.slot_of)):
        before = placement.slot_of.tolist()
        if not insert(placement, index, random):
            assert placement.slot_of.tolist() == before
        assert_legal(placement)
