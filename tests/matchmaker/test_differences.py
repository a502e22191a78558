"""What differs between two events."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from matchmaker.differences import KEYS, Differences, Kind, applied, differences
from matchmaker.event import Event
from tests.factories import event, person, slots, tables, wish
from tests.matchmaker.registrations.strategies import events


def content(whole: Event) -> dict[str, Any]:
    """Return what an event holds, without the order of its records; a pair twice is there once."""
    held: dict[str, Any] = {name: getattr(whole, name) for name in Event.model_fields}
    tables = {table: {key(each): each for each in held[table]} for table, key in KEYS.items()}
    return held | tables | {"already_met": set(tables["already_met"])}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(events(may_contradict=True), events(may_contradict=True))
def test_applying_what_differs_gives_the_other_event(one: Event, other: Event) -> None:
    made = applied(one, differences(one, other))
    assert content(made) == content(other)
    assert differences(made, other).is_empty


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(events(may_contradict=True))
def test_an_event_does_not_differ_from_itself(one: Event) -> None:
    assert differences(one, one) == Differences(())
    assert content(applied(one, Differences(()))) == content(one)


def test_the_order_of_records_makes_no_difference() -> None:
    there = event(["a", "b"], wishes=[wish("a", "b"), wish("b", "a")])
    back = event(["b", "a"], wishes=[wish("b", "a"), wish("a", "b")])
    assert differences(there, back).is_empty


def test_a_changed_person_is_told_field_by_field() -> None:
    before = event([person("a", region="FR"), "b"], wishes=[wish("a", "b", 2)])
    after = event([person("a", region="WAL", cluster="lin"), "c"])
    found = differences(before, after)
    assert [(each.key, each.kind) for each in found.of("participants")] == [
        (("a",), Kind.CHANGED),
        (("b",), Kind.REMOVED),
        (("c",), Kind.ADDED),
    ]
    [changed] = found.of("participants", Kind.CHANGED)
    assert [(each.name, each.before, each.after) for each in changed.fields] == [
        ("region", "FR", "WAL"),
        ("cluster", "", "lin"),
    ]
    assert [each.key for each in found.of("wishes", Kind.REMOVED)] == [("a", "b")]
    assert found.tables == ("organisations", "participants", "wishes")


def test_what_the_event_says_of_itself_counts_too() -> None:
    before, after = event(["a"]), event(["a"], name="Other day", rules={"trios": True})
    assert [
        (each.table, [f.name for f in each.fields]) for each in differences(before, after).all
    ] == [
        ("event", ["name"]),
        ("rules", ["trios"]),
    ]


def test_slots_stay_in_order_of_time() -> None:
    first, second, third = slots(3)
    before, after = event(["a"], slots=(first, third)), event(["a"], slots=(first, second, third))
    assert applied(before, differences(before, after)).slots == (first, second, third)


def test_new_records_stand_behind_those_that_stay() -> None:
    before, after = event(["b", "a"]), event(["c", "a", "b"], tables=tables(3))
    made = applied(before, differences(before, after))
    assert [each.id for each in made.participants] == ["b", "a", "c"]
    assert [each.id for each in made.tables] == ["1", "2", "3"]
