"""Who and what is taken when: a timetable looked up by person, table and interpreter."""

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import cached_property

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.score import pair_values
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
    def meetings_in(self) -> dict[str, list[Meeting]]:
        """The meetings of each slot."""
        found: dict[str, list[Meeting]] = {slot: [] for slot in self.event.slot_by_id}
        for meeting in self.timetable.meetings:
            found[meeting.slot].append(meeting)
        return found

    @cached_property
    def values(self) -> dict[frozenset[str], float]:
        """What a meeting of each wished pair is worth; one that nobody wished for, nothing."""
        return defaultdict(float, pair_values(self.event))

    @cached_property
    def vetoes(self) -> frozenset[frozenset[str]]:
        """The pairs of whom one asked never to meet the other."""
        return frozenset(
            frozenset((each.wisher, each.wished)) for each in self.event.wishes if each.is_veto
        )

    @cached_property
    def sitting_for_good(self) -> set[tuple[str, str]]:
        """Every (person, slot) in which they lead a session, or have a locked place in one."""
        sessions = self.event.session_by_id
        locked = ((p, sessions[s]) for p, s in self.event.locked_seats)
        leading = ((p, session) for session in self.event.sessions for p in session.facilitators)
        return {(p, slot) for pairs in (locked, leading) for p, s in pairs for slot in s.slots}

    @cached_property
    def shared_tables(self) -> tuple[str, ...]:
        """The tables that nobody has for themselves."""
        own = {each.table for each in self.event.participants}
        return tuple(table for table in self.event.table_by_id if table not in own)

    def station_of(self, who: Participant, but: Collection[Meeting] = ()) -> str | None:
        """Return the table that `who` keeps to because they stay at one; None if they need not.

        Meetings in `but` are looked upon as not there.
        """
        held = (each for each in self._meetings_of[who.id] if who.stays and each not in but)
        return next((each.table for each in held), None)

    def tables_for(
        self, one: Participant, other: Participant, but: Collection[Meeting] = ()
    ) -> tuple[str, ...]:
        """Return the tables at which the two may meet, in the organisers' order."""
        own = {each.table for each in (one, other)} - {None}
        stations = {self.station_of(each, but) for each in (one, other)} - {None}
        tables = self.event.table_by_id if own else self.shared_tables
        return tuple(each for each in tables if own | stations <= {each})

    def free_tables(self, one: Participant, other: Participant, slot: str) -> list[str]:
        """Return the tables at which the two could meet in `slot`, in the organisers' order."""
        taken = {each.table for each in self.meetings_in[slot]}
        return [table for table in self.tables_for(one, other) if table not in taken]

    def helpers(self, one: Participant, other: Participant, slot: str) -> list[Interpreter]:
        """Return the interpreters who join the two and serve no session in `slot`."""
        return [
            each
            for each in self.event.interpreters
            if each.joins(one.languages, other.languages)
            and slot not in each.unavailable
            and (each.id, slot) not in self._serving_sessions
        ]

    def free_interpreters(
        self, one: Participant, other: Participant, slot: str
    ) -> list[Interpreter]:
        """Return the interpreters who join the two and serve nobody else in `slot`."""
        busy = {each.interpreter for each in self.meetings_in[slot]}
        return [each for each in self.helpers(one, other, slot) if each.id not in busy]

    def needs_interpreter(self, one: Participant, other: Participant) -> bool:
        """Tell whether the two may only meet with an interpreter."""
        permitted = self.event.rules.without_common_language
        return not permitted and not share_a_language(one.languages, other.languages)

    @cached_property
    def _meetings_of(self) -> dict[str, list[Meeting]]:
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.timetable.meetings:
            for each in meeting.participants:
                found[each].append(meeting)
        return found

    @cached_property
    def _serving_sessions(self) -> set[tuple[str, str]]:
        return {
            (each, slot) for s in self.event.sessions for each in s.interpreters for slot in s.slots
        }
