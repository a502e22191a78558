"""Who sits in which session."""

from collections import Counter
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.rules.violation import Violation, attending, repeated
from matchmaker.timetable import Timetable
from matchmaker.values import share_a_language


def session_capacity(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No session has more attendees, facilitators apart, than its capacity."""
    counts = Counter(each.session for each in timetable.attendances)
    for session in event.sessions:
        if counts[session.id] > session.capacity:
            text = message(
                "session {session} has more attendees ({count}) than places ({limit})",
                session=session.id,
                count=counts[session.id],
                limit=session.capacity,
            )
            yield Violation("session_capacity", (session.id,), text)


def session_minimum(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Every session has as many attendees as its minimum, or none."""
    counts = Counter(each.session for each in timetable.attendances)
    for session in event.sessions:
        if 0 < counts[session.id] < session.minimum:
            text = message(
                "session {session} has fewer attendees ({count}) than its minimum ({limit})",
                session=session.id,
                count=counts[session.id],
                limit=session.minimum,
            )
            yield Violation("session_minimum", (session.id,), text)


def session_wanted(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Everybody attends sessions of workshops they asked for only."""
    for who, session in attending(event, timetable):
        if session.workshop not in who.workshops:
            text = message(
                "{name} attends session {session} without having asked for that workshop",
                name=who.name,
                session=session.id,
            )
            yield Violation("session_wanted", (who.id, session.id), text)


def session_language(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Everybody can follow the sessions they attend, if need be through its interpreters."""
    for who, session in attending(event, timetable):
        if not _follows(event, who, session):
            text = message(
                "{name} speaks none of the languages of session {session}",
                name=who.name,
                session=session.id,
            )
            yield Violation("session_language", (who.id, session.id), text)


def one_session_per_workshop(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody attends two sessions of one workshop."""
    for person, workshop in repeated((w.id, s.workshop) for w, s in attending(event, timetable)):
        name = event.participant_by_id[person].name
        text = message("{name} attends workshop {workshop} twice", name=name, workshop=workshop)
        yield Violation("one_session_per_workshop", (person, workshop), text)


def sessions_per_participant(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody attends more sessions than the event's rules permit."""
    limit = event.rules.sessions_per_participant
    counts = Counter(each.participant for each in timetable.attendances)
    for person, count in counts.items():
        if count > limit:
            text = message(
                "{name} attends more sessions ({count}) than permitted ({limit})",
                name=event.participant_by_id[person].name,
                count=count,
                limit=limit,
            )
            yield Violation("sessions_per_participant", (person,), text)


def _follows(event: Event, who: Participant, session: Session) -> bool:
    if share_a_language(who.languages, session.languages):
        return True
    helpers = (event.interpreter_by_id[each] for each in session.interpreters)
    return any(each.joins(who.languages, session.languages) for each in helpers)
