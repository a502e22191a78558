from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock
from matchmaker.people import Interpreter, Organisation, Pair
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.terms import Objective, Rules
from tests import factories
from tests.factories import NOON, lock, person, wish

HELPER = Interpreter(id="i", name="I", languages=("fr", "nl"))
WORKSHOP = Workshop(id="w", title="W")
SEAT = AttendanceLock(participant="a", session="s")
SITTING = Session(id="s", workshop="w", slots=("1",), capacity=2)


def sitting(**fields: Any) -> dict[str, Any]:
    return {"workshops": [WORKSHOP], "sessions": [Session(**dict(SITTING) | fields)]}


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        (
            {"slots": [*factories.slots(1), Slot(**dict(factories.slots(2)[1]) | {"id": "1"})]},
            "slot 1",
        ),
        ({"rooms": [Room(id="r"), Room(id="r")]}, "room r"),
        ({"tables": [Table(id="1"), Table(id="1")]}, "table 1"),
        ({"workshops": [WORKSHOP, WORKSHOP]}, "workshop w"),
        ({"workshops": [WORKSHOP], "sessions": [SITTING, SITTING]}, "session s"),
        ({"interpreters": [HELPER, HELPER]}, "interpreter i"),
        ({"organisations": [Organisation(id=each, name="A") for each in "aab"]}, "organisation a"),
        ({"participants": [person("a"), person("b"), person("a")]}, "participant a"),
        ({"wishes": [wish("a", "b"), wish("a", "b", "never")]}, "wish a → b"),
        ({"locked_meetings": [lock("a", "b"), lock("b", "a", "1")]}, "locked meeting a & b"),
        (sitting() | {"locked_attendances": [SEAT, SEAT]}, "locked attendance a in s"),
    ],
)
def test_ids_are_unique_within_their_kind(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=f"{complaint} is there twice"):
        factories.event("ab", **fields)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"tables": [Table(id="1", room="x")]}, "table 1 refers to room x"),
        (sitting(workshop="x"), "session s refers to workshop x"),
        (sitting(slots=("x",)), "session s refers to slot x"),
        (sitting(room="x"), "session s refers to room x"),
        (sitting(facilitators=("x",)), "session s refers to participant x"),
        (sitting(interpreters=("x",)), "session s refers to interpreter x"),
        (
            {"interpreters": [Interpreter(**dict(HELPER) | {"unavailable": {"x"}})]},
            "interpreter i refers to slot x",
        ),
        (
            {"organisations": [Organisation(id="a", name="A")]},
            "participant b refers to organisation b",
        ),
        ({"wishes": [wish("a", "x")]}, "a wish refers to participant x"),
        ({"wishes": [wish("x", "b", "never")]}, "a wish refers to participant x"),
        (
            {"already_met": [Pair(participant_a="a", participant_b="x")]},
            "already_met refers to participant x",
        ),
        ({"locked_meetings": [lock("a", "x")]}, "a locked meeting refers to participant x"),
        ({"locked_meetings": [lock("a", "b", "x")]}, "a locked meeting refers to slot x"),
        ({"locked_meetings": [lock("a", "b", None, "x")]}, "a locked meeting refers to table x"),
        ({"locked_attendances": [SEAT]}, "a locked attendance refers to session s"),
        (
            sitting() | {"locked_attendances": [AttendanceLock(participant="x", session="s")]},
            "a locked attendance refers to participant x",
        ),
    ],
)
def test_what_is_referred_to_exists(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=f"{complaint}, which does not exist"):
        factories.event("ab", **fields)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"unavailable": {"x"}}, "slot x"),
        ({"workshops": ("x",)}, "workshop x"),
        ({"table": "x"}, "table x"),
    ],
)
def test_what_a_participant_refers_to_exists(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=f"participant a refers to {complaint}, which does"):
        factories.event([person("a", **fields)])


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(ValidationError, match=r"table 1 is .*; participant a refers to slot x"):
        factories.event([person("a", unavailable={"x"})], tables=[Table(id="1")] * 2)


def test_slots_do_not_overlap() -> None:
    with pytest.raises(ValidationError, match="slot 2 starts before slot 1 ends"):
        factories.event("a", slots=factories.slots(2, minutes=12, pause=-1))


def test_slots_are_in_order_of_time() -> None:
    with pytest.raises(ValidationError, match="slot 1 starts before slot 2 ends"):
        factories.event("a", slots=factories.slots(2)[::-1])


def test_a_slot_may_start_when_the_one_before_ends() -> None:
    first, second = factories.event("a", slots=factories.slots(2, pause=0)).slots
    assert second.start == first.end == NOON + timedelta(minutes=12)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"slots": ()}, r"slots\n.*at least 1"),
        ({"languages": ()}, r"languages\n.*at least 1"),
        ({"timezone": "Brussels"}, "Brussels is not a time zone such as Europe/Brussels"),
        ({"rules": {"sessions_per_participant": -1}}, r"rules\.sessions_per_participant\n"),
        ({"rules": {"vetoes": True}}, r"rules\.vetoes\n.*not permitted"),
        ({"objective": {"rank_weights": ()}}, r"objective\.rank_weights\n.*at least 1"),
        ({"objective": {"rank_weights": (3, -1)}}, r"objective\.rank_weights\.1\n"),
        ({"objective": {"workshop_weights": ()}}, r"objective\.workshop_weights\n.*at least 1"),
        ({"objective": {"cross_border_bonus": -0.1}}, r"objective\.cross_border_bonus\n"),
        ({"objective": {"cross_border_bonus": 1000.5}}, r"objective\.cross_border_bonus\n"),
        ({"objective": {"cross_border_bonus": 0.1234}}, "0.1234 has more than 3 decimals"),
        ({"objective": {"rank_weights": (10**9,)}}, r"objective\.rank_weights\.0\n"),
        ({"objective": {"workshop_weights": (1, 10**30)}}, r"objective\.workshop_weights\.1\n"),
        ({"rules": {"sessions_per_participant": 10**9}}, r"rules\.sessions_per_participant\n"),
        ({"objective": {"cross_border_bonus": float("inf")}}, "finite"),
        ({"objective": {"cross_border_bonus": float("nan")}}, "finite"),
        ({"rules": {"cross_border_share": 1.1}}, r"rules\.cross_border_share\n"),
        ({"rules": {"cross_border_share": -0.1}}, r"rules\.cross_border_share\n"),
        ({"rules": {"cross_border_share": 0.3333}}, "0.3333 has more than 3 decimals"),
        ({"rules": {"cross_border_share": float("nan")}}, "finite"),
        ({"objective": {"floor": 1.1}}, r"objective\.floor\n"),
        ({"objective": {"floor": 0.2505}}, "0.2505 has more than 3 decimals"),
        ({"objective": {"value_tolerance": 2}}, r"objective\.value_tolerance\n"),
        ({"objective": {"value_tolerance": float("-inf")}}, "finite"),
    ],
)
def test_an_event_refuses(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        factories.event("a", **fields)


def test_an_event_needs_a_name_and_slots_only() -> None:
    event = Event(name={"fr": "Journée"}, slots=factories.slots(1))
    assert (event.rules, event.objective) == (Rules(), Objective())
    assert (event.timezone, event.languages) == ("Europe/Brussels", ("fr", "nl"))


def test_everything_is_forbidden_unless_said() -> None:
    permitted: dict[str, object] = Rules().model_dump()
    assert permitted == {
        "same_organisation": False,
        "already_met": False,
        "without_common_language": False,
        "trios": False,
        "sessions_per_participant": 1,
        "cross_border_share": 0,
    }


def test_shares_are_whole_thousandths() -> None:
    rules, objective = Rules(cross_border_share=0.333), Objective(floor=1, value_tolerance=0.001)
    assert (rules.cross_border_share, objective.floor, objective.value_tolerance) == (
        0.333,
        1,
        0.001,
    )


def test_everything_is_found_by_its_id_in_the_order_given() -> None:
    event = factories.event(
        "ba", rooms=[Room(id="r")], interpreters=[HELPER], **sitting(facilitators=("a",))
    )
    assert event.participant_by_id == {"b": person("b"), "a": person("a")}
    assert list(event.participant_by_id) == list(event.organisation_by_id) == ["b", "a"]
    assert list(event.slot_by_id) == ["1", "2", "3"]
    assert event.table_by_id == {"1": Table(id="1"), "2": Table(id="2")}
    assert event.room_by_id == {"r": Room(id="r")}
    assert event.workshop_by_id == {"w": WORKSHOP}
    assert event.session_by_id["s"].facilitators == ("a",)
    assert event.interpreter_by_id == {"i": HELPER}


def test_locks_are_found_by_whom_they_are_of() -> None:
    event = factories.event(
        "ab", locked_meetings=[lock("b", "a", "2")], locked_attendances=[SEAT], **sitting()
    )
    assert event.lock_by_pair == {frozenset("ab"): lock("b", "a", "2")}
    assert event.locked_seats == {("a", "s")}


def test_looking_things_up_leaves_events_equal() -> None:
    one, other = factories.event("ab"), factories.event("ab")
    assert one.participant_by_id
    assert one == other


def test_times_are_read_in_the_zone_of_the_event() -> None:
    zone = factories.event("a", timezone="Europe/Paris").zone
    assert NOON.replace(tzinfo=zone).utcoffset() == timedelta(hours=1)


def test_slots_are_told_by_their_hours_and_by_their_day_where_there_are_several() -> None:
    event = factories.event("a", slots=factories.slots(2))
    assert (event.hours("1"), event.hours("2"), event.hours("9")) == (
        "13:30–13:42",
        "13:45–13:57",
        "9",
    )
    nights = factories.event("a", slots=factories.slots(2, minutes=12, pause=24 * 60 - 12))
    assert (event.start("2"), nights.start("2")) == ("13:45", "19/03 13:30")
    assert (nights.hours("1"), nights.hours("2")) == ("18/03 13:30–13:42", "19/03 13:30–13:42")


def test_the_organisation_of_a_participant_is_found() -> None:
    firm = Organisation(id="o", name="Firm")
    event = factories.event([person("a", organisation="o")], organisations=[firm])
    assert event.organisation_of(event.participants[0]) == firm


@pytest.mark.parametrize(
    ("spoken", "language"),
    [(("nl", "fr"), "nl"), (("de", "nl"), "nl"), (("de",), "fr"), ((), "fr")],
)
def test_people_are_written_to_in_the_first_of_their_languages_that_the_event_has(
    spoken: tuple[str, ...], language: str
) -> None:
    event = factories.event([person("a", languages=spoken)], languages=("fr", "nl"))
    assert event.language_of(event.participants[0]) == language
