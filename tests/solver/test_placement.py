from collections.abc import Iterable
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.people import Interpreter, Participant
from solver.instance import instance
from solver.placement import NOWHERE, Placement
from tests import factories
from tests.factories import person, wish
from tests.solver.builders import assert_legal, candidate, random_instance


def placement_of(people: Iterable[Participant | str], **fields: Any) -> Placement:
    return Placement(instance(factories.event(people, **fields)))


def test_a_placed_candidate_counts() -> None:
    placement = placement_of("ab", wishes=[wish("a", "b")])
    placement.put(0, 2)
    assert (placement.slot_of.tolist(), placement.value) == ([2], 10)
    assert placement.degree.tolist() == [1, 1]


def test_nobody_is_in_two_places() -> None:
    placement = placement_of("abc", wishes=[wish("a", "b"), wish("a", "c")])
    placement.put(0, 1)
    assert [placement.admits(1, slot) for slot in range(3)] == [True, False, True]


def test_tables_run_out() -> None:
    placement = placement_of(
        "abcd", wishes=[wish("a", "b"), wish("c", "d")], tables=factories.tables(1)
    )
    placement.put(0, 0)
    assert [placement.admits(1, slot) for slot in range(3)] == [False, True, True]


def test_two_hosts_share_their_table() -> None:
    people = (person("a", table="1"), person("b", table="1"), "c", "d")
    placement = placement_of(people, wishes=[wish("a", "c"), wish("b", "d")])
    placement.put(0, 0)
    assert [placement.admits(1, slot) for slot in range(3)] == [False, True, True]


def test_interpreters_run_out() -> None:
    people = [person(name, languages=("fr",)) for name in "ab"]
    people += [person(name, languages=("nl",)) for name in "cd"]
    placement = placement_of(
        people,
        wishes=[wish("a", "c"), wish("b", "d")],
        interpreters=[
            Interpreter(id="i", name="I", languages=("fr", "nl"), unavailable={"3"}),
        ],
    )
    placement.put(0, 0)
    assert [placement.admits(1, slot) for slot in range(3)] == [False, True, False]


def test_limits_stop_further_meetings() -> None:
    people = (person("a", max_meetings=1), "b", "c")
    placement = placement_of(people, wishes=[wish("a", "b"), wish("a", "c")])
    placement.put(0, 0)
    assert not placement.is_within_limits(1)


def test_a_chain_holds_everybody_who_must_move() -> None:
    wishes = [wish("a", "b"), wish("b", "c"), wish("c", "d")]
    placement = placement_of("abcd", wishes=wishes)
    problem = placement.instance
    ab, bc, cd = (candidate(problem, *pair) for pair in ("ab", "bc", "cd"))
    placement.put(ab, 0)
    placement.put(bc, 1)
    placement.put(cd, 0)
    assert placement.chain(ab, 1) == [ab, bc, cd]
    assert placement.exchange([ab, bc, cd], 1)
    assert placement.slot_of[[ab, bc, cd]].tolist() == [1, 0, 1]


def test_a_chain_breaks_on_somebody_who_is_away() -> None:
    people = ("a", "b", person("c", unavailable={"1"}))
    placement = placement_of(people, wishes=[wish("a", "b"), wish("b", "c")])
    placement.put(0, 0)
    placement.put(1, 1)
    assert placement.chain(0, 1) is None


def test_an_exchange_without_tables_changes_nothing() -> None:
    wishes = [wish("a", "b"), wish("c", "d")]
    placement = placement_of("abcd", wishes=wishes, tables=factories.tables(1))
    placement.put(0, 0)
    placement.put(1, 1)
    assert not placement.exchange([0], 1)
    assert placement.slot_of.tolist() == [0, 1]


@given(st.integers(0, 10_000))
def test_undo_restores_every_state(seed: int) -> None:
    random = Random(seed)
    placement = Placement(random_instance(seed % 7))
    _wander(placement, random, 30)
    placement.keep()
    before, worth = placement.slot_of.tolist(), placement.worth
    mark = placement.mark()
    _wander(placement, random, 30)
    placement.undo(mark)
    assert (placement.slot_of.tolist(), placement.worth) == (before, worth)
    assert_legal(placement)


@given(st.integers(0, 10_000))
def test_moves_keep_every_rule(seed: int) -> None:
    placement = Placement(random_instance(seed % 7))
    _wander(placement, Random(seed), 60)
    assert_legal(placement)


def _wander(placement: Placement, random: Random, steps: int) -> None:
    for _ in range(steps):
        index = random.randrange(len(placement.slot_of))
        slot = random.choice(placement.slots_open_to(index))
        here = placement.slot_of[index]
        if here == NOWHERE:
            if placement.admits(index, slot):
                placement.put(index, slot)
        elif here != slot and (chain := placement.chain(index, slot)):
            placement.exchange(chain, slot)
