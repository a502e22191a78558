from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest

from matchmaker.event import Event
from matchmaker.locales.catalogue import translator
from matchmaker.people import Interpreter, Pair, Participant, Wish
from matchmaker.programme import Session, Slot, Workshop
from matchmaker.reasons.explain import explain, unmet_wishes
from matchmaker.reasons.reason import Obstacle, Reason
from matchmaker.rules.checker import violations
from matchmaker.timetable import Attendance, Meeting, Timetable
from tests import factories
from tests.factories import attendance, meeting, person, wish

FRENCH, DUTCH = person("a", languages=("fr",)), person("b", languages=("nl",))
INTERPRETER = Interpreter(id="i", name="I", languages=("fr", "nl"))
ONE_SLOT = {"slots": factories.slots(1)}
ONE_TABLE = {"slots": factories.slots(1), "tables": factories.tables(1)}
SITTING = {
    "workshops": [Workshop(id="w", title="W")],
    "sessions": [Session(id="s", workshop="w", slots=("1",), capacity=3)],
}
"""A session in the only slot."""


def why(
    event: Event, meetings: Iterable[Meeting] = (), attendances: Iterable[Attendance] = ()
) -> Reason:
    timetable = Timetable(meetings=tuple(meetings), attendances=tuple(attendances))
    assert violations(event, timetable) == ()
    return explain(event, timetable, "a")[0]


def wishing(people: Iterable[Participant | str], *more: Wish, **fields: Any) -> Event:
    return factories.event(people, wishes=[wish("a", "b"), *more], **fields)


@pytest.mark.parametrize(
    ("event", "obstacle"),
    [
        (wishing("ab", wish("b", "a", "never")), Obstacle.VETO),
        (
            wishing([person("a", side="buyer"), person("b", side="buyer")]),
            Obstacle.SAME_SIDE,
        ),
        (
            wishing([person("a", organisation="o"), person("b", organisation="o")]),
            Obstacle.SAME_ORGANISATION,
        ),
        (
            wishing("ab", already_met=[Pair(participant_a="b", participant_b="a")]),
            Obstacle.ALREADY_MET,
        ),
        (wishing([person("a", table="1"), person("b", table="2")]), Obstacle.TWO_TABLES),
    ],
)
def test_bans_are_named_and_have_no_fix(event: Event, obstacle: Obstacle) -> None:
    reason = why(event)
    assert (reason.obstacle, reason.fix) == (obstacle, None)


def test_without_a_language_an_interpreter_is_the_fix() -> None:
    reason = why(wishing([FRENCH, DUTCH]))
    assert reason.obstacle == Obstacle.NO_LANGUAGE
    assert told(reason) == ["Book one more interpreter FR–NL for the 13:30 slot."]


def told(reason: Reason) -> list[str]:
    return [str(step) for step in reason.fix.steps] if reason.fix else []


def test_never_there_together() -> None:
    reason = why(wishing([person("a", unavailable={"1"}), person("b", unavailable={"2", "3"})]))
    assert reason.obstacle == Obstacle.NEVER_FREE_TOGETHER
    assert told(reason) == ["Let a accept the 13:30 slot."]


def test_a_workshop_takes_the_only_common_slot() -> None:
    event = wishing([person("a", workshops=("w",)), "b"], **ONE_SLOT, **SITTING)
    reason = why(event, attendances=[attendance("a", "s")])
    assert (reason.obstacle, reason.fix) == (Obstacle.NEVER_FREE_TOGETHER, None)


def test_the_maximum_is_reached() -> None:
    event = wishing(["a", person("b", max_meetings=1), "c"], wish("c", "b"))
    reason = why(event, [meeting("c", "b")])
    assert reason.obstacle == Obstacle.AT_MAXIMUM
    assert told(reason) == ["Let b accept one meeting more."]


def test_the_only_interpreter_serves_others() -> None:
    french, dutch = person("c", languages=("fr",)), person("d", languages=("nl",))
    event = wishing(
        [FRENCH, DUTCH, french, dutch], wish("c", "d"), interpreters=[INTERPRETER], **ONE_SLOT
    )
    reason = why(event, [meeting("c", "d", interpreter="i")])
    assert reason.obstacle == Obstacle.NO_INTERPRETER_FREE
    assert told(reason) == ["Book one more interpreter FR–NL for the 13:30 slot."]


def test_all_tables_are_taken() -> None:
    event = wishing("abcd", wish("c", "d"), **ONE_TABLE)
    reason = why(event, [meeting("c", "d")])
    assert reason.obstacle == Obstacle.NO_TABLE_FREE
    assert told(reason) == ["Set up one more table in the 13:30 slot."]


def test_two_steps_where_one_is_not_enough() -> None:
    event = wishing([FRENCH, DUTCH, "c", "d"], wish("c", "d"), **ONE_TABLE)
    assert told(why(event, [meeting("c", "d")])) == [
        "Book one more interpreter FR–NL for the 13:30 slot.",
        "Set up one more table in the 13:30 slot.",
    ]


def test_there_is_no_table_at_all() -> None:
    event = wishing([*"abc", person("d", table="1")], wish("c", "d"), **ONE_TABLE)
    assert why(event).obstacle == Obstacle.NO_TABLE_FREE


def test_where_nothing_would_be_lost_both_are_said_to_be_worth_equally_much() -> None:
    event = wishing("abc", wish("b", "c", 1), **ONE_SLOT)
    reason = why(event, [meeting("b", "c")])
    assert (reason.obstacle, reason.loss) == (Obstacle.DISPLACES, 0)
    assert str(reason.message) == (
        "It is worth equally much as what it would displace. In the 13:30 slot it would take the "
        "place of b–c."
    )


def test_the_meetings_that_would_give_way_are_named_with_the_loss() -> None:
    event = wishing("abc", wish("b", "c", 1), wish("c", "b", 2), **ONE_SLOT)
    reason = why(event, [meeting("b", "c")])
    assert reason.obstacle == Obstacle.DISPLACES
    assert (reason.displaced, reason.loss) == ((meeting("b", "c"),), 8)
    assert "In the 13:30 slot, where" in str(reason.message)
    assert "the place of b–c: 8 of wish weight" in str(reason.message)


@pytest.mark.parametrize(("language", "loss"), [("fr", "1,25"), ("nl", "1,25"), ("en", "1.25")])
def test_the_loss_is_written_as_in_the_language(language: str, loss: str) -> None:
    event = wishing(
        [person("a"), person("b", region="FR"), person("c", region="VLG")],
        wish("b", "c"),
        **ONE_SLOT,
        objective={"rank_weights": (5,), "cross_border_bonus": 0.25},
    )
    said = translator(language, "domain").say(why(event, [meeting("b", "c")]).message)
    assert f"{loss} " in said


def test_slots_of_several_days_are_told_with_the_day() -> None:
    first = factories.slots(1)
    later = [each + timedelta(days=1) for each in (first[0].start, first[0].end)]
    event = wishing(
        [person("a", unavailable={"2"}), person("b", unavailable={"1"})],
        slots=(*first, Slot(id="2", start=later[0], end=later[1])),
    )
    assert told(why(event)) == ["Let a accept the 19/03 13:30 slot."]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Toutes les tables sont prises dans les créneaux où les deux sont libres\xa0: 13:30.",
        ),
        ("nl", "Alle tafels zijn bezet in de tijdvakken waarin beiden vrij zijn: 13:30."),
        ("en", "All tables are taken in the slots in which both are free: 13:30."),
    ],
)
def test_slots_are_told_by_their_time(language: str, sentence: str) -> None:
    event = wishing("abcd", wish("c", "d"), **ONE_TABLE)
    assert translator(language, "domain").say(why(event, [meeting("c", "d")]).message) == sentence


def test_the_slot_of_least_loss_is_chosen() -> None:
    event = wishing(
        "abcd", wish("b", "c", 1), wish("b", "d", 3), wish("d", "b", 3), slots=factories.slots(2)
    )
    reason = why(event, [meeting("b", "d", slot="1"), meeting("b", "c", slot="2")])
    assert (reason.displaced[0].slot, reason.loss) == ("2", 0)


def test_a_table_is_taken_from_the_least_valuable_meeting() -> None:
    event = wishing(
        [*"abcdefg"],
        wish("a", "g"),
        wish("g", "a"),
        wish("c", "d", 4),
        wish("e", "f", 8),
        wish("b", "a", 5),
        slots=factories.slots(1),
        tables=factories.tables(2),
    )
    reason = why(event, [meeting("a", "g"), meeting("e", "f", table="2")])
    assert [each.pair for each in reason.displaced] == [frozenset("ag")]


def test_a_meeting_put_in_by_hand_that_nobody_wished_is_worth_nothing() -> None:
    event = wishing("abc", **ONE_SLOT)
    reason = explain(event, Timetable(meetings=(meeting("b", "c"),)), "a")[0]
    assert (reason.obstacle, reason.loss) == (Obstacle.OVERLOOKED, -10)


def test_an_engine_that_overlooked_something_is_told_so() -> None:
    reason = why(wishing("ab"))
    assert (reason.obstacle, reason.displaced) == (Obstacle.OVERLOOKED, ())


def test_met_wishes_and_vetoes_need_no_reason() -> None:
    event = factories.event("abc", wishes=[wish("a", "b"), wish("a", "c", "never")])
    assert unmet_wishes(event, Timetable(meetings=(meeting("b", "a"),))) == []


def test_reasons_come_in_the_order_of_the_wishes() -> None:
    event = factories.event("abc", wishes=[wish("a", "c", 2), wish("a", "b", 1)])
    assert [each.wish.wished for each in explain(event, Timetable(), "a")] == ["b", "c"]
