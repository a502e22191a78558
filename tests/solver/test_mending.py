"""Mending by the engine when others come than were awaited: better, and few hear of it."""

from functools import cache

import pytest

from matchmaker.amendments import amendment
from matchmaker.event import Event
from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.moves.turnout import Turnout
from matchmaker.people import Interpreter, Participant
from matchmaker.terms import Rules
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from solver.mending import mend
from solver.reached import reached
from solver.result import Limits, Progress
from solver.solve import solve
from tests import factories
from tests.factories import meeting, person, wish

LIMITS = Limits(seconds=60)
"""More than these small events take, however busy the machine is."""
CHAIN = [
    wish("Ann", "Bob"),
    wish("Bob", "Cid"),
    wish("Dee", "Cid", 3),
    wish("Dee", "Eve", 2),
    wish("Eve", "Bob", 8),
]
# Bob wishes for Cid, whom Dee has in the only slot in which Cid is there.
PEOPLE: list[Participant | str] = [
    "Ann",
    "Bob",
    person("Cid", unavailable=frozenset({"2", "3"})),
    "Dee",
    "Eve",
]
HELD = Timetable(
    meetings=(
        meeting("Ann", "Bob", "1", "1"),
        meeting("Dee", "Cid", "1", "2"),
        meeting("Dee", "Eve", "2", "1"),
        meeting("Bob", "Eve", "3", "1"),
    )
)


def without_ann(others: int, past: tuple[str, ...] = ()) -> Turnout:
    event = factories.event(PEOPLE, wishes=CHAIN)
    gone = tuple(each for each in event.slot_by_id if each not in past)
    return Turnout(Plan(event, HELD), {"Ann": gone}, past, others)


def met(turnout: Turnout) -> set[str]:
    mended = mend(turnout, LIMITS).timetable
    return {"".join(sorted(name[0] for name in each.pair)) for each in mended.meetings}


def test_where_enough_may_hear_of_it_a_meeting_gives_way_to_a_better_one() -> None:
    assert met(without_ann(others=2)) == {"BC", "DE", "BE"}


@pytest.mark.parametrize("others", [0, 1])
def test_where_too_many_would_hear_of_it_nothing_gives_way(others: int) -> None:
    # For Bob to have Cid, both Cid and Dee must hear of it.
    assert met(without_ann(others)) == {"CD", "DE", "BE"}


def test_what_is_past_stays_and_takes_no_new_meeting() -> None:
    turnout = without_ann(others=9, past=("1",))
    early = {each for each in mend(turnout, LIMITS).timetable.meetings if each.slot == "1"}
    assert early == set(HELD.meetings[:2])


@cache
def afternoon(trios: bool) -> tuple[Event, Timetable]:
    """Return an event of twelve in two languages, with interpreters, and its timetable."""
    people = [person(f"p{n}", languages=("fr", "nl")[n % 2 : n % 2 + 1]) for n in range(12)]
    wishes = [wish(f"p{n}", f"p{(n + k * k) % 12}", k) for n in range(12) for k in (1, 2, 3)]
    helpers = [Interpreter(id=each, name=each, languages=("fr", "nl")) for each in "xyz"]
    event = factories.event(
        people,
        wishes=wishes,
        interpreters=helpers,
        tables=factories.tables(5),
        rules=Rules(trios=trios),
    )
    return event, solve(event, Limits(seconds=3)).timetable


@pytest.mark.parametrize("trios", [False, True])
@pytest.mark.parametrize("others", [0, 1, 3])
@pytest.mark.parametrize("who", [0, 5])
def test_few_hear_of_it_and_it_reaches_no_less_than_free_places_do(
    trios: bool, others: int, who: int
) -> None:
    event, held = afternoon(trios)
    turnout = Turnout(Plan(event, held), {event.participants[who].id: ("2", "3")}, ("1",), others)
    mended = mend(turnout, Limits(seconds=1)).timetable
    present = turnout.left.event
    assert len(turnout.others_told(mended)) <= others
    assert not new_breaches(turnout.left, Plan(present, mended))
    assert reached(present, mended).rank >= reached(present, turnout.mended.timetable).rank
    changed = amendment(held, mended)
    assert not any(each.slot == "1" for one in changed.meetings for each in one.meetings)


def test_its_progress_is_told_without_a_bound() -> None:
    seen: list[Progress] = []
    mend(without_ann(others=2), LIMITS, seen.append)
    assert seen
    assert all(each.bound is None for each in seen)
    assert [each.seconds for each in seen] == sorted(each.seconds for each in seen)


@pytest.mark.parametrize("others", [0, 2, 4])
def test_several_away_and_somebody_new_concern_no_more_others_than_may(others: int) -> None:
    event, held = afternoon(trios=False)
    new = person("new", languages=("fr",), organisation="p0")
    wishes = [wish("new", f"p{n}", n) for n in range(1, 5)]
    grown = changed(event, participants=(*event.participants, new), wishes=(*event.wishes, *wishes))
    away = {"p1": ("1", "2", "3"), "p6": ("1",)}
    turnout = Turnout(Plan(grown, held), away, (), others, frozenset({"new"}))
    mended = mend(turnout, Limits(seconds=1)).timetable
    present = turnout.left.event
    assert len(turnout.others_told(mended)) <= others
    assert not new_breaches(turnout.left, Plan(present, mended))
    assert reached(present, mended).rank >= reached(present, turnout.mended.timetable).rank
    assert not any("p1" in each.pair for each in mended.meetings)
