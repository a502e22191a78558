"""What is said of a move before it is made is what the checker and the score say afterwards."""

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.moves.applying import applied
from matchmaker.moves.judge import Judge
from matchmaker.moves.move import Move
from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.moves.targets import targets
from matchmaker.moves.verdict import Colour
from matchmaker.people import Interpreter
from matchmaker.score import idle_slots, score
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.factories import guest, lock, meeting, person, wish
from tests.matchmaker.moves.plans import plans, two_of
from tests.strategies import UNHURRIED


@UNHURRIED
@given(plans(), st.data())
def test_a_verdict_on_every_place_is_that_of_the_whole_check(
    plan: Plan, data: st.DataObject
) -> None:
    two = two_of(data, plan)
    if two is None:
        return
    judge = Judge(plan)
    for (slot, table), verdict in targets(judge, two).items():
        move = Move(participant_a=two[0], participant_b=two[1], slot=slot, table=table)
        assert verdict == judge.verdict(move)
        assert set(verdict.breaches) == set(new_breaches(plan, applied(plan, move)))


@UNHURRIED
@given(plans(), st.data())
def test_a_verdict_on_going_is_that_of_the_whole_check(plan: Plan, data: st.DataObject) -> None:
    two = two_of(data, plan)
    if two:
        move = Move(participant_a=two[0], participant_b=two[1])
        verdict = Judge(plan).verdict(move)
        assert set(verdict.breaches) == set(new_breaches(plan, applied(plan, move)))


@UNHURRIED
@given(plans(), st.data())
def test_green_means_that_nothing_is_lost_and_amber_that_something_is(
    plan: Plan, data: st.DataObject
) -> None:
    two = two_of(data, plan)
    if two is None:
        return
    is_new = {*two} not in [each.pair for each in plan.timetable.meetings]
    judge = Judge(plan)
    for (slot, table), verdict in targets(judge, two).items():
        after = applied(
            plan, Move(participant_a=two[0], participant_b=two[1], slot=slot, table=table)
        )
        was, now = (score(plan.event, each.timetable) for each in (plan, after))
        waits_longer = any(map(int.__gt__, idle(after), idle(plan)))
        loses = waits_longer or len(after.timetable.guests) < len(plan.timetable.guests)
        if verdict.colour is Colour.GREEN:
            assert not loses
            assert now.value >= was.value
        if verdict.colour is Colour.AMBER:
            assert loses or (is_new and now.wishes_met == was.wishes_met)


def idle(plan: Plan) -> list[int]:
    views = agendas(plan.event, plan.timetable).values()
    return [idle_slots(plan.event, each) for each in views]


ANN_MEETS_BOB = factories.event(["Ann", "Bob", "Cid", "Dee"], wishes=[wish("Ann", "Bob")])


def words(plan: Plan, move: Move) -> list[str]:
    return list(map(str, Judge(plan).verdict(move).words))


def to(slot: str | None, table: str | None, one: str = "Ann", other: str = "Bob") -> Move:
    return Move(participant_a=one, participant_b=other, slot=slot, table=table)


def test_a_meeting_that_can_go_there_is_green() -> None:
    plan = Plan(ANN_MEETS_BOB, Timetable(meetings=(meeting("Ann", "Bob"),)))
    assert Judge(plan).verdict(to("2", "2")).colour is Colour.GREEN


def test_a_meeting_that_stays_is_green_and_moves_nothing() -> None:
    plan = Plan(ANN_MEETS_BOB, Timetable(meetings=(meeting("Ann", "Bob"),)))
    verdict = Judge(plan).verdict(to("1", "1"))
    assert verdict.colour is Colour.GREEN
    assert verdict.exchange.into == ()


def test_the_words_are_those_of_the_rule_with_names() -> None:
    held = (meeting("Ann", "Bob"), meeting("Ann", "Cid", "2"))
    plan = Plan(ANN_MEETS_BOB, Timetable(meetings=held))
    assert words(plan, to("2", "2")) == ["Ann has two engagements in the 13:45–13:57 slot"]


def test_the_one_who_makes_way_is_judged_too() -> None:
    held = (meeting("Ann", "Bob"), meeting("Cid", "Dee", "2"), meeting("Cid", "Eva", "1", "2"))
    event = factories.event(["Ann", "Bob", "Cid", "Dee", "Eva"])
    plan = Plan(event, Timetable(meetings=held))
    assert words(plan, to("2", "1")) == ["Cid has two engagements in the 13:30–13:42 slot"]


def test_what_is_lost_is_said() -> None:
    held = (meeting("Ann", "Bob"), meeting("Ann", "Cid", "2"))
    plan = Plan(ANN_MEETS_BOB, Timetable(meetings=held))
    assert words(plan, to("3", "1")) == []
    assert words(plan, to(None, None)) == ["Ann wished for this meeting, with rank 1"]
    apart = (meeting("Ann", "Bob"), meeting("Ann", "Cid", "2"), meeting("Ann", "Dee", "3"))
    longer = Plan(ANN_MEETS_BOB, Timetable(meetings=apart))
    assert words(longer, to(None, None, "Ann", "Cid")) == ["idle slots of Ann: 1 instead of 0"]


def test_nobody_is_told_to_meet_unwished_without_a_word() -> None:
    plan = Plan(ANN_MEETS_BOB, Timetable())
    assert words(plan, to("1", "1", "Cid", "Dee")) == ["neither of the two wished for this meeting"]


def test_a_locked_meeting_does_not_make_way() -> None:
    locked = factories.event(
        ["Ann", "Bob", "Cid", "Dee"], locked_meetings=[lock("Cid", "Dee", "2")]
    )
    held = (meeting("Ann", "Bob"), meeting("Cid", "Dee", "2"))
    plan = Plan(locked, Timetable(meetings=held))
    assert words(plan, to("2", "1")) == [
        "Cid & Dee do not meet in the 13:45–13:57 slot, though this is locked"
    ]


def interpreted(*helpers: str) -> Plan:
    """Return a plan in which Ann and Bob, then Cid and Dee, meet with the help of Io."""
    spoken = {"Ann": ("fr",), "Bob": ("nl",), "Cid": ("fr",), "Dee": ("nl",)}
    people = [person(name, languages=each) for name, each in spoken.items()]
    joining = [Interpreter(id=each, name=each, languages=("fr", "nl")) for each in helpers]
    held = (
        meeting("Ann", "Bob", interpreter="Io"),
        meeting("Cid", "Dee", "2", interpreter="Io"),
    )
    return Plan(factories.event(people, interpreters=joining), Timetable(meetings=held))


def helpers_of(plan: Plan) -> list[str | None]:
    return [each.interpreter for each in plan.timetable.meetings]


def test_an_interpreter_who_is_busy_is_replaced() -> None:
    assert helpers_of(applied(interpreted("Io", "Jo"), to("2", "2"))) == ["Jo", "Io"]


def test_interpreters_come_along_where_they_can() -> None:
    plan = interpreted("Jo", "Io")
    for slot, table in (("2", "1"), ("1", "2"), ("3", "1")):
        assert helpers_of(applied(plan, to(slot, table))) == ["Io", "Io"]


def test_an_interpreter_whom_nobody_replaces_is_missed() -> None:
    assert words(interpreted("Io"), to("2", "2")) == ["Io interprets twice in the 13:45–13:57 slot"]


def test_nobody_waits_while_they_are_away() -> None:
    people = (person("Ann", unavailable={"2"}), "Bob", "Cid")
    wishes = [wish("Ann", "Bob"), wish("Ann", "Cid")]
    event = factories.event(people, wishes=wishes, slots=factories.slots(4))
    held = (meeting("Ann", "Bob", "4"), meeting("Ann", "Cid", "3"))
    assert words(Plan(event, Timetable(meetings=held)), to("1", "1")) == []


def test_guests_follow_to_another_table_and_not_to_another_slot() -> None:
    event, timetable = factories.trio()
    plan = Plan(event, timetable)
    assert applied(plan, to("1", "2")).timetable.guests == (guest("Cid", table="2"),)
    assert applied(plan, to("2", "1")).timetable.guests == ()
    assert words(plan, to("2", "1")) == ["Cid no longer joins Ann & Bob in the 13:30–13:42 slot"]
