from matchmaker.documents.waiting import waiting
from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests import factories

SITTING = Session(id="s", workshop="w", slots=("2", "3"), capacity=9, facilitators=("Dan",))
ANYBODY = ("Ann", "Bob", "Cor", "Dan")


def day(**fields: object) -> Event:
    people = (*ANYBODY, factories.person("Eva", unavailable=["1", "2"]))
    workshops = (Workshop(id="w", title={"": "Theme"}),)
    return factories.event(people, workshops=workshops, sessions=(SITTING,), **fields)


def names(event: Event, timetable: Timetable) -> list[list[str]]:
    found = waiting(event, timetable)
    return [[each.id for each in found[slot.id]] for slot in event.slots]


def test_whoever_meets_sits_or_leads_does_not_wait_nor_does_who_is_away() -> None:
    timetable = Timetable(
        meetings=(factories.meeting("Ann", "Bob"),),
        attendances=(factories.attendance("Cor", "s"),),
    )
    assert names(day(), timetable) == [["Cor", "Dan"], ["Ann", "Bob"], ["Ann", "Bob", "Eva"]]


def test_whoever_joins_a_meeting_does_not_wait() -> None:
    event, timetable = factories.trio()
    assert [each.id for each in waiting(event, timetable)["1"]] == []
    alone = timetable.model_copy(update={"guests": ()})
    assert [each.id for each in waiting(event, alone)["1"]] == ["Cid"]


def test_a_guest_of_no_meeting_waits() -> None:
    timetable = Timetable(guests=(factories.guest("Ann"),))
    assert names(day(), timetable)[0] == list(ANYBODY)
