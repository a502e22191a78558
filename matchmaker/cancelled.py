"""The sessions that do not take place, since too few want to come."""

from collections import Counter

from matchmaker.event import Event
from matchmaker.programme import Session
from matchmaker.timetable import Timetable


def cancelled(event: Event, timetable: Timetable) -> tuple[Session, ...]:
    """Return the sessions with a minimum that nobody attends; others are held for whoever comes."""
    attendees = Counter(each.session for each in timetable.attendances)
    return tuple(each for each in event.sessions if not each.is_held(attendees[each.id]))
