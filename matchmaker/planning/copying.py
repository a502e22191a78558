"""The programme of one event as the beginning of the next."""

from matchmaker.event import Event
from matchmaker.programme import Session
from matchmaker.variations import changed


def without_people(event: Event) -> Event:
    """Return `event` without participants and all that is said of them; interpreters stay.

    Interpreters are asked anew when they can come.
    """
    return changed(
        event,
        organisations=(),
        participants=(),
        wishes=(),
        already_met=(),
        locked_meetings=(),
        locked_attendances=(),
        sessions=tuple(_led_by_nobody(each) for each in event.sessions),
        interpreters=tuple(changed(each, unavailable=()) for each in event.interpreters),
    )


def _led_by_nobody(session: Session) -> Session:
    return changed(session, facilitators=())
