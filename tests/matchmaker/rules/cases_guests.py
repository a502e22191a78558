"""Who joins a meeting of two others."""

from typing import Any

from matchmaker.people import Pair, Participant
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Guest, Timetable
from tests import factories
from tests.factories import guest, meeting, person, wish
from tests.matchmaker.rules.case import Case

AB, CD = meeting("a", "b"), meeting("c", "d", table="2")
AT_ONE, AT_TWO = guest("g"), guest("g", table="2")
WISHES = [wish("a", "b"), wish("c", "d"), wish("g", "a", 1), wish("d", "g", 1)]
TRIOS = {"trios": True}
SESSION = {
    "workshops": [Workshop(id="w", title="W")],
    "sessions": [
        Session(id="s", workshop="w", slots=("1",), capacity=1, facilitators=("g",)),
    ],
}


def with_guests(*several: Guest) -> Timetable:
    """Return a timetable in which a meets b, c meets d, and `several` join them."""
    return Timetable(meetings=(AB, CD), guests=several)


def trio(kept: Timetable, broken: Timetable, *subjects: str, **fields: Any) -> Case:
    """Return a case of a, b, c, d and g; `fields` of single letters describe those people."""
    traits = {name: fields.pop(name) for name in "abcdg" if name in fields}
    people: list[Participant | str] = [person(each, **traits.get(each, {})) for each in "abcdgh"]
    event = factories.event(people, **{"wishes": WISHES, "rules": TRIOS} | fields)
    return Case(event, kept, broken, subjects)


def at_other(*subjects: str, **fields: Any) -> Case:
    """Return a case in which g may join the two at table 2 and not those at table 1."""
    return trio(with_guests(AT_TWO), with_guests(AT_ONE), *subjects, **fields)


CASES = {
    "trios_permitted": trio(with_guests(), with_guests(AT_ONE), "g", "1", "1", rules={}),
    "guest_at_meeting": trio(with_guests(AT_ONE), with_guests(guest("g", slot="2")), "g", "2", "1"),
    "one_guest_per_meeting": trio(
        with_guests(AT_ONE, guest("h", table="2")),
        with_guests(AT_ONE, guest("h")),
        "1",
        "1",
        wishes=[*WISHES, wish("h", "a"), wish("h", "c", 2)],
    ),
    "guest_language": at_other("g", "a", "b", g={"languages": ("fr",)}, b={"languages": ("nl",)}),
    "guest_wished": at_other("g", "a", "b", wishes=[*WISHES[:2], WISHES[3]]),
}
MORE = [
    ("trios_permitted", trio(with_guests(), with_guests(AT_TWO), "g", "1", "2", rules={})),
    (
        "guest_at_meeting",
        trio(
            Timetable(meetings=(AB,), guests=(AT_ONE,)),
            Timetable(meetings=(AB,), guests=(AT_TWO,)),
            "g",
            "1",
            "2",
        ),
    ),
    (
        "one_guest_per_meeting",
        trio(
            Timetable(meetings=(CD,), guests=(AT_TWO,)),
            Timetable(meetings=(CD,), guests=(AT_TWO, guest("h", table="2"))),
            "2",
            "1",
            wishes=[*WISHES, wish("h", "c")],
        ),
    ),
    (
        "guest_language",
        at_other(
            "g",
            "a",
            "b",
            a={"languages": ("fr", "nl")},
            b={"languages": ("nl", "en")},
            g={"languages": ("en", "fr")},
        ),
    ),
    (
        "guest_wished",
        trio(with_guests(AT_ONE), with_guests(AT_TWO), "g", "c", "d", wishes=WISHES[:3]),
    ),
    ("veto", at_other("g", "b", wishes=[*WISHES, wish("b", "g", "never")])),
    ("opposite_sides", at_other("g", "a", g={"side": "buyer"}, a={"side": "buyer"})),
    ("same_organisation", at_other("g", "b", g={"organisation": "b"})),
    ("already_met", at_other("g", "b", already_met=[Pair(participant_a="b", participant_b="g")])),
    ("fixed_table", at_other("g", "1", "1", g={"table": "2"}, c={"table": "2"})),
    (
        "stays_at_one_table",
        trio(
            Timetable(meetings=(AB, CD, meeting("g", "h", "2", "2")), guests=(AT_TWO,)),
            Timetable(meetings=(AB, CD, meeting("g", "h", "2", "2")), guests=(AT_ONE,)),
            "g",
            "2",
            "1",
            wishes=[*WISHES, wish("h", "g")],
            g={"stays": True},
        ),
    ),
    ("available", trio(with_guests(), with_guests(AT_ONE), "g", "1", g={"unavailable": {"1"}})),
    ("one_engagement_per_slot", trio(with_guests(), with_guests(AT_ONE), "g", "1", **SESSION)),
    ("one_engagement_per_slot", trio(with_guests(AT_ONE), with_guests(AT_ONE, AT_TWO), "g", "1")),
    ("known", trio(with_guests(), with_guests(guest("x")), "x")),
    ("known", trio(with_guests(), with_guests(guest("g", slot="x")), "x")),
    ("known", trio(with_guests(), with_guests(guest("g", table="x")), "x")),
]
"""Rules of people and pairs hold of guests, too; languages shared by twos are not enough."""
