from collections.abc import Iterable
from typing import Any

import pytest

from matchmaker.people import Interpreter, Participant
from matchmaker.rules.checker import violations
from matchmaker.timetable import Timetable
from solver.instance import instance
from solver.placement import Placement
from solver.seating import seat
from tests import factories
from tests.factories import person, wish
from tests.solver.builders import candidate, random_instance


def seated(people: Iterable[Participant | str], slots: dict[str, int], **fields: Any) -> Timetable:
    event = factories.event(people, **fields)
    placement = Placement(instance(event))
    for pair, slot in slots.items():
        placement.put(candidate(placement.instance, *pair), slot)
    timetable = seat(placement)
    assert violations(event, timetable) == ()
    return timetable


def tables_of(timetable: Timetable) -> dict[str, str]:
    return {m.participant_a + m.participant_b: m.table for m in timetable.meetings}


def test_people_stay_at_the_table_of_their_meeting_before() -> None:
    wishes = [wish("a", "b"), wish("c", "d"), wish("b", "c"), wish("a", "e")]
    timetable = seated(
        "abcde", {"ab": 0, "cd": 0, "bc": 1, "ae": 1}, wishes=wishes, tables=factories.tables(3)
    )
    tables = tables_of(timetable)
    assert tables["ae"] == tables["ab"]
    assert tables["bc"] in {tables["cd"], tables["ab"]} | {"3"}


def test_hosts_sit_at_their_own_table_and_others_never() -> None:
    people = ("a", "b", "c", person("d", table="1"))
    timetable = seated(people, {"ab": 0, "cd": 0}, wishes=[wish("a", "b"), wish("c", "d")])
    assert tables_of(timetable) == {"ab": "2", "cd": "1"}


def test_each_meeting_that_needs_an_interpreter_gets_one() -> None:
    french = [person(name, languages=("fr",)) for name in "ab"]
    others = [person("c", languages=("nl",)), person("d", languages=("en",))]
    timetable = seated(
        [*french, *others],
        {"ac": 0, "bd": 0},
        wishes=[wish("a", "c"), wish("b", "d")],
        interpreters=[
            Interpreter(id="i", name="I", languages=("fr", "nl", "en")),
            Interpreter(id="j", name="J", languages=("fr", "nl")),
        ],
    )
    assert {m.participant_a: m.interpreter for m in timetable.meetings} == {"a": "j", "b": "i"}


@pytest.mark.parametrize("helpers", [("i", "j"), ("j", "i")])
def test_meetings_keep_the_interpreters_that_they_had_in_their_slot(
    helpers: tuple[str, str],
) -> None:
    before = _interpreted(("fr", "nl"), None)
    changed = tuple(
        each.model_copy(update={"interpreter": helper})
        for each, helper in zip(before.meetings, helpers, strict=True)
    )
    kept = before.model_copy(update={"meetings": changed})
    assert set(_interpreted(("fr", "nl"), kept).meetings) == set(changed)


def test_an_interpreter_is_not_kept_where_another_meeting_needs_them() -> None:
    # J interprets between French and English only, so that the other meeting needs I.
    before = _interpreted(("fr", "en"), None)
    [of_b] = [each for each in before.meetings if "b" in each.participants]
    held = Timetable(meetings=(of_b.model_copy(update={"interpreter": "i"}),))
    after = _interpreted(("fr", "en"), held)
    assert {each.participant_a: each.interpreter for each in after.meetings} == {"a": "i", "b": "j"}


def _interpreted(of_j: tuple[str, str], before: Timetable | None) -> Timetable:
    """Return how two meetings of people of two languages each are seated, near to `before`."""
    french = [person(name, languages=("fr",)) for name in "ab"]
    others = [person("c", languages=("nl",)), person("d", languages=(of_j[1],))]
    helpers = [
        Interpreter(id="i", name="I", languages=("fr", "nl", "en")),
        Interpreter(id="j", name="J", languages=of_j),
    ]
    event = factories.event(
        [*french, *others], wishes=[wish("a", "c"), wish("b", "d")], interpreters=helpers
    )
    placement = Placement(instance(event))
    for pair in ("ac", "bd"):
        placement.put(candidate(placement.instance, *pair), 0)
    return seat(placement, before)


def test_a_random_placement_is_seated_without_violations() -> None:
    placement = Placement(random_instance(4))
    for index in range(len(placement.slot_of)):
        for slot in placement.slots_open_to(index):
            if placement.admits(index, slot):
                placement.put(index, slot)
    assert violations(placement.instance.event, seat(placement)) == ()
