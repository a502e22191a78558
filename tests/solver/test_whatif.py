from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.messages import Message
from matchmaker.people import Interpreter
from matchmaker.prospects import Prospect
from matchmaker.resources import SLOTS, TABLES, Kind, Resource, least
from solver.result import Limits
from solver.whatif import explore, now
from tests import factories, strategies
from tests.factories import person, wish

FRENCH_DUTCH = Resource(Kind.INTERPRETERS, ("fr", "nl"))
SHORT = Limits(seconds=1)


def prospects(event: Event, resources: list[Resource], wanted: list[list[int]]) -> list[Prospect]:
    found = explore(event, resources, [tuple(each) for each in wanted], SHORT)
    return [prospect for _, prospect in found if isinstance(prospect, Prospect)]


def two_couples() -> Event:
    """Return an event of one slot in which two pairs want to meet."""
    wishes = [wish("a", "b"), wish("c", "d", 2)]
    return factories.event("abcd", slots=factories.slots(1), tables=(), wishes=wishes)


def test_now_is_what_the_event_has() -> None:
    helper = Interpreter(id="i", name="I", languages=("nl", "fr"))
    event = factories.event("ab", interpreters=[helper])
    assert now(event, [SLOTS, TABLES, FRENCH_DUTCH]) == (3, 2, 1)


def test_each_table_brings_the_wish_that_waits_for_it() -> None:
    found = prospects(two_couples(), [TABLES], [[0], [1], [2], [3]])
    assert [each.wishes_met for each in found] == [0, 1, 2, 2]
    assert [(each.value, each.bound) for each in found] == [(v, v) for v in (0, 10, 18, 18)]


def test_an_interpreter_brings_the_meeting_that_nobody_could_follow() -> None:
    people = [person("a", languages=("fr",)), person("b", languages=("nl",))]
    event = factories.event(people, wishes=[wish("a", "b")])
    found = prospects(event, [FRENCH_DUTCH], [[0], [1]])
    assert [each.wishes_met for each in found] == [0, 1]


def test_meetings_that_are_missing_to_minimums_are_counted() -> None:
    people = [person(each, min_meetings=1) for each in "abcd"]
    wishes = [wish("a", "b"), wish("c", "d")]
    event = factories.event(people, slots=factories.slots(1), wishes=wishes)
    assert [each.missing for each in prospects(event, [TABLES], [[0], [1], [2]])] == [
        4,
        2,
        0,
    ]


def test_a_case_whose_locks_contradict_each_other_has_no_prospect_but_a_reason() -> None:
    locks = [
        MeetingLock(participant_a="a", participant_b="b", slot="1"),
        MeetingLock(participant_a="a", participant_b="c", slot="2"),
    ]
    event = factories.event("abc", locked_meetings=locks, slots=factories.slots(2))
    [(amounts, why)] = explore(event, [SLOTS], [(1,)], SHORT)
    assert amounts == (1,)
    assert "a" in str(why)
    assert isinstance(why, Message)


def test_nothing_more_is_told_once_cancelled() -> None:
    asked = iter([False] * 10_000)
    found = explore(two_couples(), [TABLES], [(0,), (1,)], SHORT, lambda: next(asked, True))
    assert next(found)[0] == (0,)
    assert list(explore(two_couples(), [TABLES], [(0,)], SHORT, lambda: True)) == []


def rank(prospect: Prospect) -> tuple[float, ...]:
    return -prospect.missing, prospect.workshop_value, prospect.value


@pytest.mark.parametrize("resource", [TABLES, FRENCH_DUTCH])
@settings(strategies.UNHURRIED, max_examples=8)
@given(strategies.events(most_people=8))
def test_more_is_never_worse(resource: Resource, event: Event) -> None:
    start = least(event, resource)
    wanted = [(start + more,) for more in range(4)]
    found = list(explore(event, [resource], wanted, replace(SHORT, seconds=0.2)))
    known = [prospect for _, prospect in found if isinstance(prospect, Prospect)]
    assert len(known) == len(wanted)
    assert all(rank(one) <= rank(other) for one, other in pairwise(known))
    assert all(each.value <= each.bound for each in known)


def test_more_slots_are_never_worse_where_no_session_is_lost() -> None:
    wishes = [wish(one, other) for one in "abc" for other in "abc" if one != other]
    event = factories.event("abc", wishes=wishes)
    found = prospects(event, [SLOTS], [[1], [2], [3], [4]])
    assert [each.wishes_met for each in found] == [2, 4, 6, 6]
