from hypothesis import given
from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.people import Interpreter
from solver.annealing import anneal
from solver.days import Days, days_of
from solver.first_plan import fill
from solver.instance import instance
from solver.kempe import scratch
from solver.placement import Placement
from solver.polish import choice_of
from tests import factories, strategies
from tests.factories import person, wish
from tests.solver.builders import assert_legal, assert_same, random_instance
from tests.strategies import UNHURRIED

WEIGHTS = (3, 2)


def filled(seed: int) -> Placement:
    placement = Placement(random_instance(seed, people=12, slots=12))
    fill(placement, seed)
    return placement


def days(placement: Placement) -> Days:
    problem = placement.instance
    return days_of(placement.board, problem.is_free, problem.is_seated, WEIGHTS)


def anneal_days(
    placement: Placement, seed: int, moves: int, temperature: float, may_swap: bool = False
) -> Days:
    """Anneal `placement` itself and return the days as the kernel keeps them."""
    kept = days(placement)
    before = kept.cost.sum()
    room, choice = scratch(placement.board, seed), choice_of(placement, may_swap)
    change = anneal(placement.board, kept, room, choice, moves, temperature)
    assert kept.cost.sum() == before + change
    return kept


@UNHURRIED
@given(strategies.events(), st.integers(0, 10_000))
def test_swaps_lose_no_value_no_minimum_and_no_share(event: Event, seed: int) -> None:
    placement = Placement(instance(event))
    fill(placement, seed)
    before = placement.standing
    kept = anneal_days(placement, seed, 400, 2.0, may_swap=True)
    assert_legal(placement)
    after = placement.standing
    assert after.value >= before.value
    assert (after.missing, after.shortage) <= (before.missing, before.shortage)
    assert_same(kept, days(placement))


@UNHURRIED
@given(st.integers(0, 10_000))
def test_annealing_keeps_the_books_that_a_slow_placement_keeps(seed: int) -> None:
    placement = filled(seed % 7)
    meetings = placement.placed()
    kept = anneal_days(placement, seed, 300, 2.0)
    assert placement.placed() == meetings
    assert_legal(placement)
    assert_same(kept, days(placement))


def test_at_temperature_zero_every_move_gains() -> None:
    placement, before = filled(1), filled(1)
    kept = anneal_days(placement, 0, 2000, 0.0)
    assert kept.cost.sum() < days(before).cost.sum()
    assert (placement.slot_of == before.slot_of).mean() > 0.2


def test_two_meetings_that_share_the_only_interpreter_are_never_at_once() -> None:
    people = [person(name, languages=("fr",)) for name in "ab"]
    people += [person(name, languages=("nl",)) for name in "cd"]
    event = factories.event(
        people,
        wishes=[wish("a", "c"), wish("b", "d")],
        slots=factories.slots(2),
        interpreters=[Interpreter(id="i", name="I", languages=("fr", "nl"))],
    )
    placement = Placement(instance(event))
    fill(placement, 0)
    assert len(placement.placed()) == 2
    for seed in range(20):
        anneal_days(placement, seed, 50, 5.0)
        assert sorted(placement.slot_of.tolist()) == [0, 1]
