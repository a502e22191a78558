"""Whom a timetable counts on in vain is found, with the slots from when and until when."""

from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.stranded import Stranded, stranded
from matchmaker.timetable import Timetable
from matchmaker.variations import changed, with_people
from tests.factories import attendance, event, meeting, person, slots

TIMETABLE = Timetable(
    meetings=(meeting("Ann", "Bob"), meeting("Ann", "Cid", slot="3", table="2")),
    attendances=(attendance("Bob", "loom"),),
)


def day(*people: str) -> Event:
    """Return a day of four slots with a workshop in the last two."""
    sitting = Session(id="loom", workshop="weaving", slots=("3", "4"), capacity=9)
    workshop = Workshop(id="weaving", title={"en": "Weaving"})
    return event(people, slots=slots(4), workshops=(workshop,), sessions=(sitting,))


PLANNED = day("Ann", "Bob", "Cid")


def away(name: str, *gone: str) -> Event:
    """Return the day with `name` away in the slots `gone`."""
    return with_people(PLANNED, [changed(person(name), unavailable=frozenset(gone))])


def found(present: Event) -> dict[str, Stranded]:
    return {each.participant.id: each for each in stranded(PLANNED, TIMETABLE, present)}


def test_who_comes_as_planned_is_not_stranded() -> None:
    assert found(PLANNED) == {}


def test_who_has_left_is_gone_for_the_day() -> None:
    [ann] = found(day("Bob", "Cid")).values()
    assert (ann.participant.id, ann.since, ann.until) == ("Ann", "1", None)


def test_who_comes_later_is_there_again_from_then_on() -> None:
    [ann] = found(away("Ann", "1", "2")).values()
    assert (ann.since, ann.until) == ("1", "3")


def test_who_goes_early_is_away_from_the_first_thing_that_they_miss() -> None:
    [ann] = found(away("Ann", "2", "3", "4")).values()
    assert (ann.since, ann.until) == ("3", None)


def test_absence_in_a_slot_with_nothing_planned_changes_nothing() -> None:
    assert found(away("Cid", "1", "2", "4")) == {}


def test_places_in_workshops_count_too() -> None:
    assert found(away("Bob", "4"))["Bob"].since == "4"


def test_what_is_past_is_not_missed_any_more() -> None:
    present = away("Ann", "1", "2", "3", "4")
    over = {each.participant.id: each for each in stranded(PLANNED, TIMETABLE, present, ["1"])}
    assert (over["Ann"].since, over["Ann"].until) == ("3", None)
    assert stranded(PLANNED, TIMETABLE, present, ["1", "2", "3"]) == ()


def test_who_was_planned_as_away_later_is_not_there_again_then() -> None:
    early = with_people(PLANNED, [changed(person("Ann"), unavailable=frozenset({"3", "4"}))])
    one = Timetable(meetings=TIMETABLE.meetings[:1])
    [ann] = stranded(early, one, away("Ann", "1", "2", "3", "4"))
    assert (ann.since, ann.until) == ("1", None)
