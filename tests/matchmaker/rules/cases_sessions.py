"""Who sits in which session."""

from typing import Any

from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import attendance, person
from tests.matchmaker.rules.case import Case, attendances

HELPER = Interpreter(id="i", name="I", languages=("fr", "nl"))


def sitting(name: str, workshop: str, slot: str, **fields: Any) -> Session:
    given = {"id": name, "workshop": workshop, "slots": (slot,), "capacity": 2}
    return Session(**given | fields)


def case(kept: list[str], broken: list[str], subjects: tuple[str, ...], **fields: Any) -> Case:
    """Return a case of attendances such as "a s1": a in session s1."""
    people = [person(name, workshops=("w", "v"), languages=("fr",)) for name in "abc"]
    given: dict[str, Any] = {
        "workshops": [Workshop(id=each, title=each) for each in "wvu"],
        "sessions": [
            sitting("w1", "w", "1"),
            sitting("w2", "w", "2"),
            sitting("v2", "v", "2", facilitators=("d",)),
            sitting("u3", "u", "3"),
            sitting("vn", "v", "3", languages=("nl", "en")),
            sitting("wi", "w", "3", languages=("nl",), interpreters=("i",)),
        ],
        "interpreters": [HELPER],
    }
    event = factories.event([*people, "d"], **given | fields)
    return Case(event, _sitting(kept), _sitting(broken), subjects)


def _sitting(several: list[str]) -> Timetable:
    return attendances(attendance(*each.split()) for each in several)


CASES = {
    "session_capacity": case(["a w1", "b w1", "c w2"], ["a w1", "b w1", "c w1"], ("w1",)),
    "session_minimum": case(
        ["a m1", "b m1"], ["a m1"], ("m1",), sessions=[sitting("m1", "w", "1", minimum=2)]
    ),
    "session_wanted": case(["a w1"], ["a u3"], ("a", "u3")),
    "session_language": case(["a wi"], ["a vn"], ("a", "vn")),
    "one_session_per_workshop": case(
        ["a w1", "a v2"], ["a w1", "a w2"], ("a", "w"), rules={"sessions_per_participant": 2}
    ),
    "sessions_per_participant": case(["a w1", "b v2"], ["a w1", "a v2"], ("a",)),
}

MORE = [
    (
        "session_language",
        case(
            ["a w1"],
            ["a wi"],
            ("a", "wi"),
            interpreters=[Interpreter(id="i", name="I", languages=("nl", "en"))],
        ),
    ),
    (
        "sessions_per_participant",
        case([], ["b w1"], ("b",), rules={"sessions_per_participant": 0}),
    ),
    ("session_capacity", case(["a v2", "b v2"], ["a v2", "b v2", "c v2"], ("v2",))),
    (
        "session_minimum",
        case(
            [],
            ["a m1", "b m1"],
            ("m1",),
            sessions=[sitting("m1", "w", "1", capacity=9, minimum=3, facilitators=("c", "d"))],
        ),
    ),
]
"""An interpreter of other languages, no sitting for anybody, a facilitator beside the capacity.

Facilitators do not count towards the minimum either, and nobody at all is enough.
"""
