"""Idle slots, idle periods, and who sits out."""

import pytest

from matchmaker.event import Event
from matchmaker.score import idle_periods, idle_slots, sitting_out
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import attendance, meeting
from tests.matchmaker.sample_day import BORDER, day, view


def test_who_sits_out_is_told_for_every_slot() -> None:
    timetable = Timetable(
        meetings=(meeting("a", "b", slot="1"), meeting("a", "b", slot="2")),
        attendances=(attendance("a", "w1"),),
    )
    assert sitting_out(day(), timetable) == {
        "1": ("c", "d"),
        "2": ("d",),
        "3": ("a", "b", "c", "d"),
        "4": ("b", "c"),
    }


@pytest.mark.parametrize(
    ("slots", "idle"), [("", 0), ("2", 0), ("12", 0), ("13", 1), ("14", 2), ("134", 1)]
)
def test_slots_between_the_first_and_the_last_engagement_are_idle(slots: str, idle: int) -> None:
    meetings = (meeting("a", "b", slot=each) for each in slots)
    assert idle_slots(day(), view("a", *meetings)) == idle


@pytest.mark.parametrize(
    ("slots", "periods"),
    [("", 0), ("2", 0), ("12", 0), ("13", 1), ("14", 1), ("135", 2), ("146", 2), ("16", 1)],
)
def test_a_period_is_a_run_of_idle_slots(slots: str, periods: int) -> None:
    event = day(slots=factories.slots(6), sessions=())
    meetings = [meeting("a", "b", slot=each) for each in slots]
    assert idle_periods(event, view("a", *meetings, event=event)) == periods


def test_absences_and_sessions_end_an_idle_period() -> None:
    """c is away in slot 2, d facilitates in slot 4."""
    event = day(slots=factories.slots(6))
    ends = (meeting("c", "d", slot="1"), meeting("c", "d", slot="5"))
    waiting = {name: view(name, *ends, event=event) for name in "cd"}
    assert [idle_slots(event, waiting[name]) for name in "cd"] == [2, 2]
    assert [idle_periods(event, waiting[name]) for name in "cd"] == [1, 1]
    parted = view(
        "c", meeting("c", "d", slot="1"), meeting("c", "d", slot="6"), event=absent(event)
    )
    assert (idle_slots(event, parted), idle_periods(event, parted)) == (3, 2)


def absent(event: Event) -> Event:
    """Return the event in which c is away in slot 4 instead of 2."""
    away = [p.model_copy(update={"unavailable": {"4"}}) if p.id == "c" else p for p in BORDER]
    return day(participants=away, slots=event.slots)


def test_a_slot_in_which_one_is_away_is_not_idle() -> None:
    meetings = (meeting("c", "b", slot="1"), meeting("c", "a", slot="4"))
    assert idle_slots(day(), view("c", *meetings)) == 1


def test_a_session_ends_idleness_for_those_who_facilitate_it() -> None:
    assert idle_slots(day(), view("d", meeting("d", "a", slot="2"))) == 1
