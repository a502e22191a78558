from itertools import count
from typing import Any

import pytest

from matchmaker.certificate import Status
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session, Workshop
from matchmaker.rules.checker import violations
from matchmaker.score import score
from matchmaker.timetable import Timetable
from solver import solve as engine
from solver.result import Limits, Progress
from solver.solve import BrokenRuleError, solve
from tests import factories
from tests.factories import meeting, person, wish
from tests.solver.builders import random_event

EVENT = random_event(seed=8, people=24, slots=6, tables=8)


def test_the_result_keeps_every_rule_and_its_certificate_tells_the_truth() -> None:
    result = solve(EVENT, Limits(20))
    figures, certificate = score(EVENT, result.timetable), result.certificate
    assert violations(EVENT, result.timetable) == ()
    assert certificate.value == pytest.approx(figures.value)
    assert certificate.wishes_met == figures.wishes_met
    assert certificate.idle_slots == figures.idle_slots
    assert certificate.baseline_value <= certificate.value <= certificate.bound
    assert certificate.gap == pytest.approx(1 - certificate.value / certificate.bound)


def test_equal_seeds_give_equal_timetables_where_that_is_asked_for() -> None:
    one, other = (solve(EVENT, Limits(seed=3, is_reproducible=True)).timetable for _ in range(2))
    assert one == other


def test_progress_names_the_stages_in_order_and_the_bound_once_known() -> None:
    states: list[Progress] = []
    solve(EVENT, Limits(20), report=states.append)
    stages = list(dict.fromkeys(each.stage for each in states))
    assert [s for s in stages if s not in {"improvement", "proof", "gaps"}] == [
        "sittings",
        "selection",
        "placement",
        "polish",
        "checked",
    ]
    assert {each.bound is None for each in states[2:]} == {False}


def test_the_best_so_far_can_be_drawn_up_at_any_time_and_keeps_every_rule() -> None:
    states: list[Progress] = []
    event = random_event(5, people=40, slots=10, tables=5)
    solve(event, Limits(3), report=states.append)
    assert [each.stage for each in states if each.timetable is None] == ["sittings", "selection"]
    some = [each for each in states if each.timetable][:: max(1, len(states) // 20)]
    drawn_up = [each.timetable() for each in some if each.timetable]
    assert [violations(event, each) for each in drawn_up] == [()] * len(drawn_up)
    values = [score(event, each).value for each in drawn_up]
    assert values == sorted(values)
    assert values[0] > 0


def test_a_run_that_broke_off_goes_on_from_where_it_was() -> None:
    event = random_event(5, people=40, slots=10, tables=5)
    reached = solve(event, Limits(3)).timetable
    again = solve(event, Limits(60), is_cancelled=lambda: True, start=reached)
    assert score(event, again.timetable).value >= score(event, reached).value
    assert {each.pair: each.slot for each in reached.meetings}.items() <= {
        each.pair: each.slot for each in again.timetable.meetings
    }.items()


def test_a_cancelled_run_returns_what_it_has() -> None:
    asked = count()
    result = solve(EVENT, Limits(60), is_cancelled=lambda: next(asked) > 3)
    assert violations(EVENT, result.timetable) == ()
    assert result.certificate.meetings > 0


def test_a_run_cancelled_at_once_begins_no_search() -> None:
    stages: list[str] = []
    event = random_event(5, people=40, slots=10, tables=5)
    solve(event, Limits(60), report=lambda p: stages.append(p.stage), is_cancelled=lambda: True)
    assert stages == ["sittings", "selection", "placement", "checked"]


def test_a_hint_is_followed_where_nothing_better_is_found() -> None:
    hint = Timetable(meetings=(meeting("a", "b", slot="2", table="2"),))
    event = factories.event("ab", wishes=[wish("a", "b")])
    assert solve(event, Limits(5), hint).timetable.meetings[0].slot == "2"


def test_with_nothing_to_gain_every_meeting_keeps_its_slot_and_table() -> None:
    event = random_event(1, people=14, slots=6, tables=4)
    first = solve(event, Limits(5)).timetable
    again = solve(event, Limits(5, seed=3), hint=first).timetable
    assert set(again.meetings) == set(first.meetings)


def test_a_hint_of_another_event_does_no_harm() -> None:
    hint = Timetable(meetings=(meeting("x", "y", slot="9"), meeting("a", "c", slot="9")))
    event = factories.event("abc", wishes=[wish("a", "b")])
    assert solve(event, Limits(5), hint).certificate.status == Status.OPTIMAL


def test_a_minimum_out_of_reach_is_named_and_the_rest_still_planned() -> None:
    people = (person("a", min_meetings=2), "b", "c", "d")
    event = factories.event(people, wishes=[wish("a", "b"), wish("c", "d")])
    result = solve(event, Limits(5))
    assert result.certificate.status == Status.INFEASIBLE
    assert [each.participant for each in result.certificate.shortfalls] == ["a"]
    assert len(result.timetable.meetings) == 2
    assert {each.rule for each in violations(event, result.timetable)} == {"min_meetings"}


@pytest.mark.parametrize(
    "event",
    [
        factories.event([]),
        factories.event(["a"]),
        factories.event("ab", tables=(), wishes=[wish("a", "b")]),
        factories.event("ab"),
        factories.event(
            [person(name, unavailable={"1", "2", "3"}) for name in "ab"], wishes=[wish("a", "b")]
        ),
    ],
    ids=["nobody", "one participant", "no tables", "no wishes", "everybody away"],
)
def test_an_empty_answer_is_an_answer(event: Event) -> None:
    result = solve(event, Limits(5))
    assert result.timetable == Timetable()
    assert (result.certificate.status, result.certificate.gap) == (Status.OPTIMAL, 0)


def test_an_event_that_contradicts_itself_is_refused_with_the_reason() -> None:
    session = Session(id="s", workshop="w", slots=("1",), capacity=2, facilitators=("a",))
    event = factories.event(
        [person("a", unavailable={"1"}), "b"],
        workshops=[Workshop(id="w", title="W")],
        sessions=[session],
    )
    with pytest.raises(BrokenRuleError, match="a is not available"):
        solve(event, Limits(5))


def test_a_broken_rule_never_leaves_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Timetable(meetings=(meeting("a", "b"),))
    monkeypatch.setattr(engine, "seat", lambda *_: wrong)
    with pytest.raises(BrokenRuleError, match="wished"):
        solve(factories.event("ab"), Limits(5))


def like_minded(name: str, **fields: Any) -> Participant:
    return person(name, suggestions=True, offers=("linen",), seeks=("linen",), **fields)


def test_suggested_meetings_fill_empty_slots_and_are_worth_nothing() -> None:
    event = factories.event([like_minded("a"), like_minded("b"), "c"], wishes=[wish("a", "c")])
    result = solve(event, Limits(5))
    assert {each.pair for each in result.timetable.meetings} == {frozenset("ac"), frozenset("ab")}
    assert (result.certificate.value, result.certificate.wishes_met) == (10, 1)


def test_a_suggestion_never_takes_the_place_of_a_wish() -> None:
    people = (like_minded("a"), like_minded("b"), "c", "d")
    wishes = [wish("c", "a", 8), wish("d", "b", 8)]
    event = factories.event(people, slots=factories.slots(1), wishes=wishes)
    pairs = {each.pair for each in solve(event, Limits(5)).timetable.meetings}
    assert pairs == {frozenset("ac"), frozenset("bd")}
