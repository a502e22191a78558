"""Who sits at a table, slot by slot."""

from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Slot
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Occupation:
    """A slot at a table, with the people who sit there; nobody where the table is free."""

    slot: Slot
    people: tuple[Participant, ...]


def occupations(event: Event, timetable: Timetable) -> dict[str, list[Occupation]]:
    """Return for each table, in the organisers' order, all its slots in order of time."""
    seated: dict[tuple[str, str], list[Participant]] = {}
    for meeting in timetable.meetings:
        people = (event.participant_by_id[each] for each in meeting.participants)
        seated.setdefault((meeting.table, meeting.slot), []).extend(people)
    for guest, meeting in timetable.visits:
        seated[meeting.table, meeting.slot].append(event.participant_by_id[guest.participant])
    return {table: list(_day(event, seated, table)) for table in event.table_by_id}


def _day(
    event: Event, seated: dict[tuple[str, str], list[Participant]], table: str
) -> Iterator[Occupation]:
    for slot in event.slots:
        yield Occupation(slot, tuple(seated.get((table, slot.id), ())))
