"""Who is there in a slot and has nothing to do."""

from collections import defaultdict

from matchmaker.documents.facts import by_last_name
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable, seats


def waiting(event: Event, timetable: Timetable) -> dict[str, tuple[Participant, ...]]:
    """Return by slot id who is there and has nothing, not even a visit; by last name."""
    busy, people = _busy(event, timetable), by_last_name(event.participants)
    return {
        slot: tuple(
            each for each in people if each.id not in busy[slot] and slot not in each.unavailable
        )
        for slot in event.slot_by_id
    }


def _busy(event: Event, timetable: Timetable) -> dict[str, set[str]]:
    """Return by slot id who has a meeting, a session or a visit."""
    found: dict[str, set[str]] = defaultdict(set)
    for meeting in timetable.meetings:
        found[meeting.slot].update(meeting.participants)
    for person, session in seats(event, timetable):
        for slot in session.slots:
            found[slot].add(person)
    for guest, meeting in timetable.visits:
        found[meeting.slot].add(guest.participant)
    return found
