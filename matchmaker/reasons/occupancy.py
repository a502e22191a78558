"""Who and what is taken when: a timetable looked up by person, table and interpreter."""

from collections import Counter
from functools import cached_property

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.timetable import Meeting, Timetable, seats
from matchmaker.values import share_a_language


class Occupancy:
    """Lookups in one timetable of one event; slots are named by their ids."""

    def __init__(self, event: Event, timetable: Timetable) -> None:
        self.event = event
        self.timetable = timetable
        self.meeting_of: dict[tuple[str, str], Meeting] = {
            (person, meeting.slot): meeting
            for meeting in timetable.meetings
            for person in meeting.participants
        }
        self.meetings_held = Counter(person for person, _ in self.meeting_of)
        self._sitting = {(p, slot) for p, s in seats(event, timetable) for slot in s.slots}

    def sits(self, person: str, slot: str) -> bool:
        """Tell whether `person` is in a session in `slot`."""
        return (person, slot) in self._sitting

    def is_idle(self, person: str, slot: str) -> bool:
        """Tell whether `person` has neither meeting nor session in `slot`."""
        return not self.sits(person, slot) and (person, slot) not in self.meeting_of

    @cached_property
    def shared_tables(self) -> tuple[str, ...]:
        """The tables that nobody has for themselves."""
        own = {each.table for each in self.event.participants}
        return tuple(table for table in self.event.table_by_id if table not in own)

    def free_tables(self, one: Participant, other: Participant, slot: str) -> list[str]:
        """Return the tables at which the two could meet in `slot`, in the organisers' order."""
        own = one.table or other.table
        tables = (own,) if own else self.shared_tables
        taken = {each.table for each in self.timetable.meetings if each.slot == slot}
        return [table for table in tables if table not in taken]

    def free_interpreters(
        self, one: Participant, other: Participant, slot: str
    ) -> list[Interpreter]:
        """Return the interpreters who join the two and serve nobody else in `slot`."""
        return [
            each
            for each in self.event.interpreters
            if each.joins(one.languages, other.languages)
            and slot not in each.unavailable
            and (each.id, slot) not in self._serving
        ]

    def needs_interpreter(self, one: Participant, other: Participant) -> bool:
        """Tell whether the two may only meet with an interpreter."""
        permitted = self.event.rules.without_common_language
        return not permitted and not share_a_language(one.languages, other.languages)

    @cached_property
    def _serving(self) -> set[tuple[str, str]]:
        meetings = {(m.interpreter, m.slot) for m in self.timetable.meetings if m.interpreter}
        sessions = {
            (each, slot) for s in self.event.sessions for each in s.interpreters for slot in s.slots
        }
        return meetings | sessions
