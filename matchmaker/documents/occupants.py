"""Who sits at a table, slot by slot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Slot
from matchmaker.timetable import Timetable

Place = tuple[str, str]
"""The ids of a table and a slot."""


@dataclass(frozen=True)
class Occupation:
    """A slot at a table, with the people who sit there; nobody where the table is free.

    `interpreter` is the name of who interprets, if anybody does.
    """

    slot: Slot
    people: tuple[Participant, ...]
    interpreter: str = ""


def occupations(event: Event, timetable: Timetable) -> dict[str, list[Occupation]]:
    """Return for each table, in the organisers' order, all its slots in order of time."""
    seated: dict[Place, list[Participant]] = {}
    for meeting in timetable.meetings:
        people = (event.participant_by_id[each] for each in meeting.participants)
        seated.setdefault((meeting.table, meeting.slot), []).extend(people)
    for guest, meeting in timetable.visits:
        seated[meeting.table, meeting.slot].append(event.participant_by_id[guest.participant])
    helpers = {
        (meeting.table, meeting.slot): event.interpreter_by_id[meeting.interpreter].name
        for meeting in timetable.meetings
        if meeting.interpreter
    }
    return {table: list(_day(event, seated, helpers, table)) for table in event.table_by_id}


def _day(
    event: Event,
    seated: Mapping[Place, Sequence[Participant]],
    helpers: Mapping[Place, str],
    table: str,
) -> Iterator[Occupation]:
    for slot in event.slots:
        place = table, slot.id
        yield Occupation(slot, tuple(seated.get(place, ())), helpers.get(place, ""))
