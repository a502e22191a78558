from datetime import timedelta

from matchmaker.programme import Table
from matchmaker.variations import with_interpreters, with_people, with_slots, with_tables
from tests import factories
from tests.factories import person


def test_new_tables_take_the_next_free_numbers() -> None:
    event = factories.event("ab", tables=(Table(id="1"), Table(id="4"), Table(id="window")))
    assert [each.id for each in with_tables(event, 3).tables] == ["1", "4", "window", "5", "6", "7"]


def test_a_new_slot_is_as_long_and_as_far_from_the_last_as_that_is_from_the_one_before() -> None:
    event = factories.event("ab", slots=factories.slots(3, minutes=20, pause=7))
    last, new = with_slots(event, 1).slots[-2:]
    assert new.id == "4"
    assert new.start - last.end == timedelta(minutes=7)
    assert new.end - new.start == timedelta(minutes=20)


def test_a_slot_after_the_only_one_follows_at_once() -> None:
    event = factories.event("ab", slots=factories.slots(1))
    one, new, newer = with_slots(event, 2).slots
    assert (new.start, newer.start) == (one.end, new.end)


def test_new_interpreters_are_there_in_all_slots_or_in_those_that_are_named() -> None:
    event = factories.event("ab")
    always = with_interpreters(event, 2, ("fr", "nl")).interpreters
    assert [(each.id, each.unavailable) for each in always] == [
        ("1", frozenset()),
        ("2", frozenset()),
    ]
    [once] = with_interpreters(event, 1, ("fr", "nl"), {"2"}).interpreters
    assert once.unavailable == {"1", "3"}


def test_people_are_replaced_by_their_id_and_looked_up_anew() -> None:
    event = factories.event("ab")
    assert event.participant_by_id["a"].max_meetings is None
    fewer = with_people(event, [person("a", max_meetings=1)])
    assert fewer.participant_by_id["a"].max_meetings == 1
    assert [each.id for each in fewer.participants] == ["a", "b"]
