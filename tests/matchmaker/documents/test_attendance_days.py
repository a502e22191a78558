from datetime import date, timedelta

import pytest

from matchmaker.documents.attendance_days import comes_on, days_of, short_days
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Slot
from matchmaker.timetable import Timetable, agendas
from matchmaker.variations import changed
from tests import factories

FIRST = date(2027, 3, 18)


def slots_on(*days: int) -> tuple[Slot, ...]:
    """Return a slot on each day, so many days after the first."""
    (slot,) = factories.slots(1)
    steps = ((str(number), timedelta(days=day)) for number, day in enumerate(days, start=1))
    return tuple(
        changed(slot, id=name, start=slot.start + step, end=slot.end + step) for name, step in steps
    )


def days_after(*days: int) -> Event:
    away = factories.person("Ann", unavailable={"1"})
    return factories.event([away, "Bob"], slots=slots_on(*days))


def names(event: Event, *languages: str) -> list[str]:
    return [mute(each) for each in short_days(event, Paper(languages)).values()]


def test_each_day_is_there_once_and_in_order() -> None:
    event = factories.event([], slots=(*slots_on(0), *slots_on(0, 2)[1:]))
    assert days_of(event) == (FIRST, FIRST + timedelta(days=2))
    assert days_of(factories.event([])) == (FIRST,)


def test_a_day_is_its_weekday_in_each_language() -> None:
    assert names(days_after(0, 1), "fr", "nl") == ["jeu. / do", "ven. / vr"]
    assert names(days_after(0, 1), "en") == ["Thu", "Fri"]


def test_days_with_the_same_weekday_are_told_apart_by_their_dates() -> None:
    assert names(days_after(0, 7), "fr", "nl") == ["18/03", "25/03"]


@pytest.mark.parametrize(("day", "expected"), [(0, {"Bob"}), (1, {"Ann", "Bob"})])
def test_whoever_is_away_all_day_does_not_come_that_day(day: int, expected: set[str]) -> None:
    event = days_after(0, 1)
    views = agendas(event, Timetable())
    when = FIRST + timedelta(days=day)
    found = {p.id for p in event.participants if comes_on(event, when, p, views[p.id])}
    assert found == expected


def test_whoever_has_an_engagement_all_the_same_comes_that_day() -> None:
    event = days_after(0, 1)
    view = agendas(event, Timetable(meetings=(factories.meeting("Ann", "Bob"),)))["Ann"]
    assert comes_on(event, FIRST, event.participant_by_id["Ann"], view)
