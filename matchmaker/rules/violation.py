"""What a breach of a rule is, and the views of a timetable in which rules look for breaches."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.timetable import Guest, Meeting, Timetable

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True)
class Violation:
    """One breach of one rule; `subjects` are the ids it is about."""

    rule: str
    subjects: tuple[str, ...]
    message: Message

    def __str__(self) -> str:
        """Return the breach on one line, in English."""
        return f"{self.rule}: {self.message}"


Rule = Callable[[Event, Timetable], Iterator[Violation]]


def breaking(
    rule: str,
    event: Event,
    meetings: Iterable[Meeting],
    template: str,
    breaks: Callable[[Meeting], bool],
) -> Iterator[Violation]:
    """Yield a violation of `rule` for each of `meetings` of which `breaks` is true."""
    for meeting in meetings:
        if breaks(meeting):
            text = message(template, names=names(event, meeting.participants))
            yield Violation(rule, meeting.participants, text)


def names(event: Event, people: Iterable[str]) -> str:
    """Return the names of `people`, joined."""
    return " & ".join(event.participant_by_id[each].name for each in people)


def planned(event: Event, timetable: Timetable) -> Iterator[tuple[str, str]]:
    """Yield (participant id, slot id) for every meeting, visit and place in a session."""
    for meeting in timetable.meetings:
        yield from ((person, meeting.slot) for person in meeting.participants)
    yield from ((guest.participant, guest.slot) for guest in timetable.guests)
    for who, session in attending(event, timetable):
        yield from ((who.id, slot) for slot in session.slots)


def engagements(event: Event, timetable: Timetable) -> Iterator[tuple[str, str]]:
    """Yield (participant id, slot id) for everything that is planned, and for every role."""
    yield from planned(event, timetable)
    for session in event.sessions:
        yield from ((person, slot) for person in session.facilitators for slot in session.slots)


def seated(event: Event, timetable: Timetable) -> Iterator[tuple[Meeting | Guest, Participant]]:
    """Yield each meeting with each of its two participants, and each visit with the guest."""
    for meeting in timetable.meetings:
        yield from ((meeting, event.participant_by_id[each]) for each in meeting.participants)
    yield from ((guest, event.participant_by_id[guest.participant]) for guest in timetable.guests)


def together(timetable: Timetable) -> Iterator[Meeting]:
    """Yield every two who sit at a table together: each meeting, and each guest with each host."""
    yield from timetable.meetings
    for guest, meeting in timetable.visits:
        for host in meeting.participants:
            yield Meeting(
                participant_a=guest.participant,
                participant_b=host,
                slot=guest.slot,
                table=guest.table,
            )


def attending(event: Event, timetable: Timetable) -> Iterator[tuple[Participant, Session]]:
    """Yield each attendee with their session."""
    for each in timetable.attendances:
        yield event.participant_by_id[each.participant], event.session_by_id[each.session]


def interpreting(event: Event, timetable: Timetable) -> Iterator[tuple[str, str]]:
    """Yield (interpreter id, slot id) for every service of an interpreter."""
    for meeting in timetable.meetings:
        if meeting.interpreter is not None:
            yield meeting.interpreter, meeting.slot
    for session in event.sessions:
        yield from ((each, slot) for each in session.interpreters for slot in session.slots)


def meeting_counts(timetable: Timetable) -> Counter[str]:
    """Count the meetings of each participant id."""
    return Counter(person for meeting in timetable.meetings for person in meeting.participants)


def repeated(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items that occur more than once, each once."""
    return (item for item, count in Counter(items).items() if count > 1)
