from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from solver.columns import SHARED
from solver.instance import instance
from tests import factories
from tests.factories import attendance, person, wish
from tests.solver.builders import candidate


def test_candidates_are_the_wished_pairs_with_both_directions_added() -> None:
    event = factories.event(
        ["a", "b", "c"], wishes=[wish("a", "b", 1), wish("b", "a", 2), wish("c", "a", 3)]
    )
    problem = instance(event)
    values = {pair: problem.candidates[i].value for pair, i in problem.candidate_of_pair.items()}
    assert values == {frozenset("ab"): 18, frozenset("ac"): 6}


def test_values_are_whole_numbers_whatever_the_bonus() -> None:
    people = [person("a", region="FR"), person("b", region="VLG")]
    event = factories.event(
        people, wishes=[wish("a", "b", 2)], objective={"cross_border_bonus": 0.25}
    )
    problem = instance(event)
    assert (problem.candidates[0].value, problem.scale) == (40, 4)


def test_slots_of_a_pair_are_those_in_which_both_are_free() -> None:
    people = [person("a", unavailable={"1"}), person("b", unavailable={"3"})]
    problem = instance(factories.event(people, wishes=[wish("a", "b")]))
    assert problem.candidates[0].slots == 0b010


def test_pairs_never_free_together_are_no_candidates() -> None:
    people = [person("a", unavailable={"1", "2"}), person("b", unavailable={"3"})]
    assert instance(factories.event(people, wishes=[wish("a", "b")])).candidates == ()


def test_sittings_take_their_slots_from_attendees_facilitators_and_interpreters() -> None:
    session = Session(
        id="s",
        workshop="w",
        slots=("1", "2"),
        capacity=5,
        facilitators=("b",),
        interpreters=("i",),
    )
    event = factories.event(
        [person("a", workshops=("w",)), "b"],
        workshops=[Workshop(id="w", title="W")],
        sessions=[session],
        interpreters=[Interpreter(id="i", name="I", languages=("fr", "nl"))],
    )
    problem = instance(event, [attendance("a", "s")])
    assert problem.free == (0b100, 0b100)
    assert problem.seated == (0b011, 0b011)
    assert problem.interpreting == (0b100,)


def test_a_fixed_table_is_the_table_of_the_pair_and_not_shared() -> None:
    event = factories.event(
        [person("a", table="2"), "b", "c"], wishes=[wish("b", "a"), wish("b", "c")]
    )
    problem = instance(event)
    assert problem.candidates[candidate(problem, "a", "b")].table == 1
    assert problem.candidates[candidate(problem, "b", "c")].table == SHARED
    assert problem.shared_tables == (0,)


def test_helpers_are_the_interpreters_of_pairs_without_common_language() -> None:
    event = factories.event(
        [
            person("a", languages=("fr",)),
            person("b", languages=("nl",)),
            person("c", languages=("fr",)),
        ],
        wishes=[wish("a", "b"), wish("a", "c")],
        interpreters=[
            Interpreter(id="i", name="I", languages=("fr", "de")),
            Interpreter(id="j", name="J", languages=("nl", "fr")),
        ],
    )
    problem = instance(event)
    assert problem.candidates[candidate(problem, "a", "b")].helpers == 0b10
    assert problem.candidates[candidate(problem, "a", "c")].helpers == 0


def test_limits_are_the_maximum_or_the_free_slots() -> None:
    people = [person("a", max_meetings=2), person("b", unavailable={"1"}, min_meetings=1)]
    problem = instance(factories.event(people))
    assert (problem.at_most.tolist(), problem.at_least.tolist()) == ([2, 2], [0, 1])


def test_forty_slots_and_more_have_their_bits() -> None:
    event = factories.event(["a", "b"], slots=factories.slots(70, 5, 0), wishes=[wish("a", "b")])
    assert instance(event).candidates[0].slots == 2**70 - 1


def test_the_size_counts_pairs_and_their_slots() -> None:
    people = (person("a", unavailable={"1"}), "b", "c")
    event = factories.event(people, wishes=[wish("a", "b"), wish("b", "c")])
    assert instance(event).size == 5
