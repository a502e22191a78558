"""The sessions that do not take place, since too few want to come."""

from matchmaker.event import Event
from matchmaker.programme import Session
from matchmaker.timetable import Timetable


def cancelled(event: Event, timetable: Timetable) -> tuple[Session, ...]:
    """Return the sessions with a minimum that nobody attends; others are held for whoever comes."""
    attended = {each.session for each in timetable.attendances}
    return tuple(e for e in event.sessions if e.minimum and e.id not in attended)
