"""Reasons are true: what they state is the case, and what they propose can be tried out."""

from collections.abc import Iterator

from hypothesis import given, settings

from matchmaker.reasons.explain import BEYOND_REPAIR, explain
from matchmaker.reasons.reason import Obstacle, Reason
from tests import strategies
from tests.matchmaker.reasons.facts import STATES, Facts
from tests.matchmaker.reasons.situations import Situation, exchanged, is_sound, situations

MANY = settings(strategies.UNHURRIED, max_examples=120)
EXCHANGES = {Obstacle.DISPLACES, Obstacle.OVERLOOKED}


def told(situation: Situation) -> Iterator[tuple[Reason, Facts]]:
    event, timetable = situation
    for who in event.participants:
        for reason in explain(event, timetable, who.id):
            yield reason, Facts(event, timetable, reason.wish)


@MANY
@given(situations())
def test_what_a_reason_states_is_the_case(situation: Situation) -> None:
    for reason, facts in told(situation):
        if reason.obstacle not in EXCHANGES:
            assert STATES[reason.obstacle](facts), reason


@MANY
@given(situations())
def test_a_wish_is_simply_added_only_where_it_was_overlooked(situation: Situation) -> None:
    for reason, facts in told(situation):
        ways = [gone for _, gone in facts.exchanges() if not gone]
        assert bool(ways) == (reason.obstacle is Obstacle.OVERLOOKED and not reason.displaced)


@MANY
@given(situations())
def test_what_is_displaced_costs_what_is_said_and_no_exchange_costs_less(
    situation: Situation,
) -> None:
    for reason, facts in told(situation):
        if reason.obstacle in EXCHANGES:
            losses = {frozenset(gone): loss for loss, gone in facts.exchanges()}
            assert losses[frozenset(reason.displaced)] == reason.loss
            assert (reason.loss < 0) <= (reason.obstacle is Obstacle.OVERLOOKED)
            if not facts.event.rules.cross_border_share:
                assert reason.loss == min(losses.values())


@MANY
@given(situations())
def test_a_fix_makes_room_while_all_others_stay(situation: Situation) -> None:
    timetable = situation[1]
    for reason, facts in told(situation):
        assert reason.fix is None or reason.obstacle not in BEYOND_REPAIR | {Obstacle.OVERLOOKED}
        if reason.fix:
            assert reason.fix.meeting.pair == facts.both
            assert reason.fix.moved == 0
            assert reason.fix.timetable == exchanged(timetable, reason.fix.meeting)
            assert is_sound(reason.fix.event, reason.fix.timetable)
