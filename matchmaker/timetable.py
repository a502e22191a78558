"""The answer: who meets whom, when and where, and who sits in which session."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.people import Participant
from matchmaker.programme import Session, Slot
from matchmaker.twosome import Twosome
from matchmaker.values import Id, Value


class Meeting(Twosome):
    """Two participants at a table in a slot, with an interpreter or none."""

    slot: Id
    table: Id
    interpreter: Id | None = None

    def partner_of(self, participant: str) -> str:
        """Return the id of the one whom `participant`, one of the two, meets."""
        return self.participant_b if participant == self.participant_a else self.participant_a

    @property
    def lock(self) -> MeetingLock:
        """The lock that keeps it where it is."""
        one, other = self.participants
        return MeetingLock(participant_a=one, participant_b=other, slot=self.slot, table=self.table)


class Attendance(Value):
    """A participant in a session. Facilitators are in theirs without one."""

    participant: Id
    session: Id


class Guest(Value):
    """A third person who has nothing in a slot and joins the meeting of two others at a table."""

    participant: Id
    slot: Id
    table: Id

    @property
    def place(self) -> tuple[str, str]:
        """The ids of slot and table."""
        return self.slot, self.table


class Timetable(Value):
    """All meetings, attendances and guests. It may break rules: `matchmaker.rules` tells."""

    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    guests: tuple[Guest, ...] = ()

    @property
    def visits(self) -> tuple[tuple[Guest, Meeting], ...]:
        """Each guest of two others who meet there and then, with their meeting."""
        if not self.guests:
            return ()
        held = {(each.slot, each.table): each for each in self.meetings}
        found = ((guest, held.get(guest.place)) for guest in self.guests)
        return tuple((g, m) for g, m in found if m and g.participant not in m.participants)


class Agenda(Value):
    """One participant's view of the timetable, in order of time.

    `visits` are the meetings of others that the participant joins as their guest; `guests` holds by
    slot id who joins a meeting of the participant.
    """

    participant: Participant
    meetings: tuple[Meeting, ...]
    sessions: tuple[Session, ...]
    visits: tuple[Meeting, ...] = ()
    guests: Mapping[str, str] = Field(default_factory=dict)

    @cached_property
    def meeting_at(self) -> dict[str, Meeting]:
        """Meetings by slot id."""
        return {each.slot: each for each in self.meetings}

    @cached_property
    def visit_at(self) -> dict[str, Meeting]:
        """Visits by slot id."""
        return {each.slot: each for each in self.visits}

    @cached_property
    def session_at(self) -> dict[str, Session]:
        """Sessions by slot id."""
        return {slot: each for each in self.sessions for slot in each.slots}

    def is_engaged(self, slot: Slot) -> bool:
        """Tell whether there is a meeting or session in `slot`; a visit is none."""
        return slot.id in self.meeting_at or slot.id in self.session_at


def agendas(event: Event, timetable: Timetable) -> dict[str, Agenda]:
    """Return the agenda of every participant, by id, in the order of the event."""
    order = {slot: index for index, slot in enumerate(event.slot_by_id)}
    meetings: dict[str, list[Meeting]] = {each.id: [] for each in event.participants}
    sessions: dict[str, list[Session]] = {each.id: [] for each in event.participants}
    for meeting in timetable.meetings:
        for each in meeting.participants:
            meetings[each].append(meeting)
    for participant, session in seats(event, timetable):
        sessions[participant].append(session)
    visits, guests = _visits(timetable)
    return {
        each.id: Agenda(
            participant=each,
            meetings=tuple(sorted(meetings[each.id], key=lambda m: order[m.slot])),
            sessions=tuple(
                sorted(sessions[each.id], key=lambda s: min(order[slot] for slot in s.slots))
            ),
            visits=tuple(sorted(visits[each.id], key=lambda m: order[m.slot])),
            guests=guests[each.id],
        )
        for each in event.participants
    }


def _visits(timetable: Timetable) -> tuple[dict[str, list[Meeting]], dict[str, dict[str, str]]]:
    """Return the visits of everybody, and the guests at everybody's meetings by slot id."""
    visits: dict[str, list[Meeting]] = defaultdict(list)
    guests: dict[str, dict[str, str]] = defaultdict(dict)
    for guest, meeting in timetable.visits:
        visits[guest.participant].append(meeting)
        for each in meeting.participants:
            guests[each][guest.slot] = guest.participant
    return visits, guests


def seats(event: Event, timetable: Timetable) -> list[tuple[str, Session]]:
    """Return every (participant id, session) of attendees and facilitators, each once."""
    by_attendance = ((a.participant, event.session_by_id[a.session]) for a in timetable.attendances)
    by_role = ((person, each) for each in event.sessions for person in each.facilitators)
    return list(
        {(p, s.id): (p, s) for pairs in (by_role, by_attendance) for p, s in pairs}.values()
    )
