import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from matchmaker.errors import InputError, Problem
from matchmaker.event import Event
from matchmaker.formats import (
    PUBLISHED,
    event_from_json,
    schema,
    timetable_from_json,
    to_json,
    wall_clock,
)
from matchmaker.timetable import Timetable
from tests import factories, strategies
from tests.factories import meeting, wish

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
REGENERATE = """
.venv/bin/python -c "
from pathlib import Path
from matchmaker.formats import PUBLISHED, schema
for kind in PUBLISHED:
    Path(f'docs/schemas/{kind}.schema.json').write_text(schema(kind), encoding='utf-8')
"
"""
SLOT = {"id": "1", "start": "2027-03-18T13:30", "end": "2027-03-18T13:42"}


def written(**fields: Any) -> str:
    return json.dumps({"name": "Day", "slots": [SLOT]} | fields)


def refused(text: str, file: str = "event.json") -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        event_from_json(text, file)
    return caught.value.problems


def places(text: str) -> list[tuple[str, int | None, str]]:
    return [(each.file, each.row, each.column) for each in refused(text)]


@strategies.UNHURRIED
@given(strategies.events())
def test_an_event_reads_back_as_it_was_written(event: Event) -> None:
    assert event_from_json(to_json(event)) == event


@strategies.UNHURRIED
@given(strategies.timetables())
def test_a_timetable_reads_back_as_it_was_written(timetable: Timetable) -> None:
    assert timetable_from_json(to_json(timetable)) == timetable


def test_equal_values_give_equal_text() -> None:
    one = factories.event([factories.person("a", unavailable=["1", "2", "3"])])
    other = factories.event([factories.person("a", unavailable=["3", "2", "1"])])
    assert to_json(one) == to_json(other)


def test_defaults_are_left_out_and_letters_stay_readable() -> None:
    text = to_json(factories.event([factories.person("a", last_name="Élodie")], name="Journée"))
    assert json.loads(text).keys() == {"name", "slots", "tables", "organisations", "participants"}
    assert "Élodie" in text
    assert text.endswith("}\n")


def test_wishes_are_written_with_from_and_to() -> None:
    event = factories.event("ab", wishes=[wish("a", "b", "never")])
    assert json.loads(to_json(event))["wishes"] == [{"from": "a", "to": "b", "rank": "never"}]


@pytest.mark.parametrize(
    ("start", "local"),
    [
        ("2027-03-18T13:30:00+01:00", datetime(2027, 3, 18, 13, 30)),
        ("2027-03-18T12:30:00Z", datetime(2027, 3, 18, 13, 30)),
        ("2027-03-18T13:30:00", datetime(2027, 3, 18, 13, 30)),
    ],
)
def test_a_time_with_an_offset_becomes_wall_clock_time(start: str, local: datetime) -> None:
    event = event_from_json(written(slots=[SLOT | {"start": start}]))
    assert event.slots[0].start == local


def test_a_time_is_taken_to_the_time_zone_of_the_event() -> None:
    slot = {"id": "1", "start": "2027-03-18T12:30:00Z", "end": "2027-03-18T12:42:00Z"}
    event = event_from_json(written(timezone="Europe/London", slots=[slot]))
    assert event.slots[0].start == datetime(2027, 3, 18, 12, 30)


def test_wall_clock_time_knows_summer() -> None:
    noon = datetime(2027, 7, 1, 12, tzinfo=timezone(timedelta(0)))
    assert wall_clock(noon, "Europe/Brussels") == datetime(2027, 7, 1, 14)
    assert wall_clock(datetime(2027, 7, 1, 12), "Europe/Brussels") == datetime(2027, 7, 1, 12)


def test_text_that_is_no_json_is_refused_with_its_line() -> None:
    (problem,) = refused('{"name": "Day",\n "slots": [}', file="day.json")
    assert (problem.file, problem.row) == ("day.json", 2)
    assert "not valid JSON at line 2" in str(problem)


@pytest.mark.parametrize("text", ["[]", "3", "null", '"event"'])
def test_json_without_fields_is_refused(text: str) -> None:
    (problem,) = refused(text)
    assert str(problem.what) == "holds no object with fields."


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": 1' + "0" * 5000 + "}"])
def test_json_that_is_far_too_large_is_refused(text: str) -> None:
    (problem,) = refused(text)
    assert "far too large" in str(problem)


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"colour": "red"}, "colour"),
        ({"slots": [SLOT | {"room": "r"}]}, "slots.0.room"),
        ({"slots": [SLOT, 3]}, "slots.1"),
        ({"slots": "13:30"}, "slots"),
        ({"slots": [SLOT | {"start": "noon"}]}, "slots.0.start"),
        ({"slots": [SLOT | {"start": []}]}, "slots.0.start"),
        ({"slots": [SLOT | {"start": "0001-01-01T00:00:00+14:00"}]}, "slots.0.start"),
        ({"timezone": ["Europe/Brussels"]}, "timezone"),
        ({"timezone": "Brussels"}, "timezone"),
        ({"name": {"fr": 3.5, "nl": []}}, "name.nl"),
        ({"participants": [{"id": "a", "last_name": "A"}]}, "participants.0.organisation"),
        ({"wishes": [{"from": "a", "to": "b", "rank": 0}]}, "wishes.0.rank.constrained-int"),
        ({"wishes": [{"from": "a", "to": "b", "rank": 10**30}]}, "wishes.0.rank.constrained-int"),
        ({"objective": {"rank_weights": [1, 10**30]}}, "objective.rank_weights.1"),
        ({"objective": {"cross_border_bonus": 10**30}}, "objective.cross_border_bonus"),
        ({"objective": {"cross_border_bonus": float("inf")}}, "objective.cross_border_bonus"),
    ],
)
def test_a_wrong_field_is_refused_with_its_path(fields: dict[str, Any], column: str) -> None:
    assert ("event.json", None, column) in places(written(**fields))


def test_every_wrong_field_is_told_at_once() -> None:
    columns = [column for _, _, column in places('{"name": 1.5, "colour": 1, "tables": 2}')]
    assert columns == ["name", "slots", "tables", "colour"]


def test_what_contradicts_itself_is_refused() -> None:
    (problem,) = refused(written(wishes=[{"from": "a", "to": "b", "rank": 1}]))
    assert "a wish refers to participant a, which does not exist" in str(problem)


def test_a_wrong_timetable_is_refused_with_its_path() -> None:
    wrong = '{"meetings": [{"participant_a": "a", "participant_b": "a", "slot": "1"}], "rooms": []}'
    with pytest.raises(InputError) as caught:
        timetable_from_json(wrong, "plan.json")
    assert [each.column for each in caught.value.problems] == ["meetings.0.table", "rooms"]
    assert str(caught.value).startswith("plan.json, meetings.0.table: Field required.")


def test_an_empty_timetable_is_a_timetable() -> None:
    assert timetable_from_json("{}") == Timetable()
    assert to_json(Timetable(meetings=(meeting("a", "b"),))) != to_json(Timetable())


@pytest.mark.parametrize("kind", PUBLISHED)
def test_the_schema_in_the_documentation_is_that_of_the_code(kind: str) -> None:
    published = (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert published == schema(kind), f"The schema has changed; write it anew with:{REGENERATE}"


def test_nothing_else_stands_among_the_schemas() -> None:
    assert {each.name for each in SCHEMAS.iterdir()} == {f"{k}.schema.json" for k in PUBLISHED}
