from collections.abc import Iterable

from matchmaker.people import Participant, Wish
from solver.graph import components, most_pairs
from solver.instance import instance
from tests import factories
from tests.factories import person, wish


def at_most(people: Iterable[Participant | str], wishes: list[Wish]) -> int:
    problem = instance(factories.event(people, wishes=wishes))
    return most_pairs(problem, components(problem), 0)


def test_a_two_sided_component_holds_as_many_pairs_as_its_smaller_side() -> None:
    assert at_most("abcd", [wish("b", "a"), wish("c", "a"), wish("d", "a")]) == 1


def test_another_component_holds_half_its_people() -> None:
    assert at_most("abc", [wish("a", "b"), wish("b", "c"), wish("c", "a")]) == 1


def test_components_add_up() -> None:
    assert at_most("abcd", [wish("a", "b"), wish("c", "d")]) == 2


def test_people_who_are_away_do_not_count() -> None:
    people = (person("a", unavailable={"1"}), "b", "c", "d")
    assert at_most(people, [wish("a", "b"), wish("c", "d")]) == 1
