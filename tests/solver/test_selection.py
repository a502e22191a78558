from collections.abc import Iterable
from typing import Any

from benchmarks.synthetic import Size, synthetic
from matchmaker.people import Interpreter, Participant
from solver.flow import is_a_flow
from solver.instance import instance
from solver.relaxation import Selection
from solver.selection import select
from tests import factories
from tests.factories import person, wish


def selected(people: Iterable[Participant | str], **fields: Any) -> Selection:
    return select(instance(factories.event(people, **fields)), seconds=5)


def test_nobody_gets_more_meetings_than_slots() -> None:
    wishes = [wish(other, "a", rank) for rank, other in enumerate("bcde", start=1)]
    selection = selected("abcde", wishes=wishes)
    assert (len(selection.candidates), selection.bound) == (3, 10 + 8 + 6)


def test_tables_limit_the_meetings_of_all_slots_together() -> None:
    wishes = [wish("a", "b"), wish("c", "d")]
    selection = selected(
        "abcd", wishes=wishes, slots=factories.slots(1), tables=factories.tables(1)
    )
    assert selection.bound == 10


def test_interpreters_limit_the_meetings_that_need_them() -> None:
    people = [person(name, languages=("fr",)) for name in "ab"]
    people += [person(name, languages=("nl",)) for name in "cd"]
    selection = selected(
        people,
        slots=factories.slots(1),
        wishes=[wish("a", "c"), wish("b", "d", 2)],
        interpreters=[Interpreter(id="i", name="I", languages=("fr", "nl"))],
    )
    assert selection.bound == 10


def test_minimums_come_before_value() -> None:
    people = ("a", person("b", min_meetings=1), "c")
    wishes = [wish("a", "c", 1), wish("c", "a", 1), wish("b", "a", 8)]
    selection = selected(people, wishes=wishes, slots=factories.slots(1))
    assert (selection.bound, selection.shortfall) == (1, 0)


def test_a_minimum_out_of_reach_costs_more_for_each_meeting_that_one_person_lacks() -> None:
    selection = selected([person("a", min_meetings=3), "b"], wishes=[wish("a", "b")])
    assert (selection.bound, selection.shortfall) == (10, 1 + 2)


def test_a_large_selection_without_its_minimums_is_that_of_an_event_without_any() -> None:
    event = synthetic(Size(400), seed=1)
    keen = tuple(p.model_copy(update={"min_meetings": 15}) for p in event.participants)
    demanding = instance(event.model_copy(update={"participants": keen}))
    plain = select(instance(event), seconds=5)
    assert is_a_flow(demanding)
    assert select(demanding, seconds=5).bound < plain.bound
    assert select(demanding, seconds=5, ignore_minimums=True) == plain


def test_no_wishes_give_an_empty_selection() -> None:
    selection = selected("abc")
    assert (selection.candidates, selection.bound) == ((), 0)
