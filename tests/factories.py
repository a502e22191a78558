"""Small events, made to measure: name only what a test is about."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.people import Organisation, Participant, Wish
from matchmaker.programme import Slot, Table
from matchmaker.timetable import Attendance, Guest, Meeting, Timetable

NOON = datetime(2027, 3, 18, 13, 30)


def slots(count: int, minutes: int = 12, pause: int = 3) -> tuple[Slot, ...]:
    """Return slots "1"…"count" of `minutes` with `pause` between them, from 13:30."""
    starts = [NOON + timedelta(minutes=i * (minutes + pause)) for i in range(count)]
    length = timedelta(minutes=minutes)
    return tuple(Slot(id=str(i), start=s, end=s + length) for i, s in enumerate(starts, start=1))


def tables(count: int) -> tuple[Table, ...]:
    """Return tables "1"…"count"."""
    return tuple(Table(id=str(number)) for number in range(1, count + 1))


def person(name: str, **fields: Any) -> Participant:
    """Return a participant with id and last name `name`, alone in an organisation of that name."""
    return Participant(**{"id": name, "last_name": name, "organisation": name} | fields)


def wish(wisher: str, wished: str, rank: int | str = 1) -> Wish:
    """Return a wish of `wisher` to meet `wished`."""
    return Wish.model_validate({"from": wisher, "to": wished, "rank": rank})


def meeting(one: str, other: str, slot: str = "1", table: str = "1", **fields: Any) -> Meeting:
    """Return a meeting of two."""
    return Meeting(participant_a=one, participant_b=other, slot=slot, table=table, **fields)


def attendance(participant: str, session: str) -> Attendance:
    """Return an attendance."""
    return Attendance(participant=participant, session=session)


def guest(participant: str, slot: str = "1", table: str = "1") -> Guest:
    """Return a guest."""
    return Guest(participant=participant, slot=slot, table=table)


def lock(one: str, other: str, slot: str | None = None, table: str | None = None) -> MeetingLock:
    """Return a lock of a meeting of two."""
    return MeetingLock(participant_a=one, participant_b=other, slot=slot, table=table)


def trio() -> tuple[Event, Timetable]:
    """Return an event in which Ann meets Bob in slot 1 at table 1, and Cid joins them."""
    permitting = event(["Ann", "Bob", "Cid"], wishes=[wish("Cid", "Ann")], rules={"trios": True})
    return permitting, Timetable(meetings=(meeting("Ann", "Bob"),), guests=(guest("Cid"),))


def event(people: Iterable[Participant | str], **fields: Any) -> Event:
    """Return an event of `people` (names stand for `person(name)`), 3 slots and 2 tables.

    Organisations are made for whatever the people name, unless given.
    """
    participants = tuple(person(each) if isinstance(each, str) else each for each in people)
    names = dict.fromkeys(each.organisation for each in participants)
    given: dict[str, Any] = {
        "name": "Test day",
        "slots": slots(3),
        "tables": tables(2),
        "organisations": tuple(Organisation(id=name, name=name) for name in names),
        "participants": participants,
    }
    return Event(**given | fields)
