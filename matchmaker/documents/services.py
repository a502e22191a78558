"""What interpreters do, slot by slot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matchmaker.documents.timeline import Away, Encounter, Entry, Sitting, run_together
from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.programme import Session, Slot
from matchmaker.timetable import Meeting, Timetable


@dataclass(frozen=True)
class Service:
    """What an interpreter does in a slot: a meeting, a session, or nothing."""

    slot: Slot
    meeting: Meeting | None = None
    session: Session | None = None

    @property
    def is_free(self) -> bool:
        """Whether there is nothing to do."""
        return self.meeting is None and self.session is None


def services(event: Event, timetable: Timetable) -> dict[str, list[Service]]:
    """Return the services of every interpreter by id, for each slot at least one, in order."""
    found: dict[tuple[str, str], list[Service]] = defaultdict(list)
    for name, each in _all(event, timetable):
        found[name, each.slot.id].append(each)
    return {
        each.id: [one for slot in event.slots for one in found[each.id, slot.id] or [Service(slot)]]
        for each in event.interpreters
    }


def day_of(interpreter: Interpreter, served: Iterable[Service]) -> list[Entry]:
    """Return the day of an interpreter in order of time, pauses included."""
    return run_together(_entry(interpreter, each) for each in served)


def _entry(interpreter: Interpreter, service: Service) -> Entry:
    start, end = service.slot.start, service.slot.end
    if service.meeting is not None:
        return Encounter(start, end, service.meeting)
    if service.session is not None:
        return Sitting(start, end, service.session)
    return Away(start, end) if service.slot.id in interpreter.unavailable else Entry(start, end)


def _all(event: Event, timetable: Timetable) -> Iterator[tuple[str, Service]]:
    for session in event.sessions:
        for each in session.interpreters:
            yield from ((each, Service(event.slot_by_id[s], None, session)) for s in session.slots)
    for meeting in timetable.meetings:
        if meeting.interpreter is not None:
            yield meeting.interpreter, Service(event.slot_by_id[meeting.slot], meeting)
