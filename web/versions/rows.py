"""What differs between two timetables, as lines of a table in order of time."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from matchmaker.amendments import Change, Kind, SeatChange, VisitChange, amendment
from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.programme import Session
from matchmaker.timetable import Meeting
from web.store.contents import Content

Text = Callable[[dict[str, str]], str]
Held = Content | Plan
"""What has a timetable of an event."""

MOST = 300
"""The most lines on a page."""


@dataclass(frozen=True)
class Place:
    """When and where something is: at a `table`, in the workshop of that `title`, in a `room`."""

    start: str
    table: str = ""
    interpreter: str = ""
    title: str = ""
    room: str = ""


@dataclass(frozen=True)
class Row:
    """What became of a meeting, of a place in a workshop, of somebody's visit or of a session.

    A session is named by the title of its workshop.
    """

    kind: Kind
    names: tuple[str, ...]
    before: Place | None
    after: Place | None
    is_visit: bool = False

    @property
    def start(self) -> str:
        """When it is, or was."""
        place = self.after or self.before
        return place.start if place else ""


@dataclass(frozen=True)
class Difference:
    """The lines, at most MOST of `count`, and the number of people whom they concern."""

    rows: tuple[Row, ...]
    count: int
    people: int


def difference(before: Held, after: Held, text: Text) -> Difference:
    """Return what differs; workshops are called what `text` makes of their titles."""
    found = amendment(before.timetable, after.timetable)
    writer = _Writer(before.event, after.event, text)
    meetings = (writer.meeting(each) for each in found.meetings)
    seats = (writer.seat(each) for each in found.seats)
    visits = (writer.visit(each) for each in found.visits)
    relocated = list(_relocated(before, after))
    sessions = (writer.session(one, other) for one, other in relocated)
    rows = sorted((*sessions, *meetings, *seats, *visits), key=lambda each: each.start)
    people = found.participants | _of_sessions(after, {each.id for _, each in relocated})
    return Difference(tuple(rows[:MOST]), len(rows), len(people))


def _relocated(before: Held, after: Held) -> Iterator[tuple[Session, Session]]:
    """Yield, as they were and as they are, the sessions in another room or at another time."""
    for session in after.event.sessions:
        was = before.event.session_by_id.get(session.id)
        if was and (was.room, was.slots) != (session.room, session.slots):
            yield was, session


def _of_sessions(held: Held, sessions: Collection[str]) -> frozenset[str]:
    """Return who sits in these sessions or leads them."""
    led = (e.facilitators for e in held.event.sessions if e.id in sessions)
    sitting = (e.participant for e in held.timetable.attendances if e.session in sessions)
    return frozenset((*sitting, *chain.from_iterable(led)))


class _Writer:
    def __init__(self, before: Event, after: Event, text: Text) -> None:
        self._before, self._after, self._text = before, after, text

    def meeting(self, change: Change) -> Row:
        was = self._place(self._before, change.before) if change.before else None
        is_now = self._place(self._after, change.after) if change.after else None
        return Row(change.kind, self._names(change.meetings[0].participants), was, is_now)

    def seat(self, change: SeatChange) -> Row:
        event = self._after if change.is_added else self._before
        session = event.session_by_id[change.attendance.session]
        title = self._text(event.workshop_by_id[session.workshop].title)
        place = Place(event.start(session.slots[0]), title=title)
        return self._row([change.attendance.participant], place, change.is_added)

    def session(self, was: Session, session: Session) -> Row:
        title = self._text(self._after.workshop_by_id[session.workshop].title)
        places = self._sitting(self._before, was), self._sitting(self._after, session)
        return Row(Kind.MOVED, (title,), *places)

    def visit(self, change: VisitChange) -> Row:
        place = self._place(self._after if change.is_added else self._before, change.meeting)
        return self._row(change.participants, place, change.is_added, is_visit=True)

    def _row(
        self, people: Iterable[str], place: Place, is_added: bool, is_visit: bool = False
    ) -> Row:
        was, is_now = (None, place) if is_added else (place, None)
        kind = Kind.ADDED if is_added else Kind.DROPPED
        return Row(kind, self._names(people), was, is_now, is_visit)

    def _place(self, event: Event, meeting: Meeting) -> Place:
        helper = event.interpreter_by_id.get(meeting.interpreter or "")
        name = helper.name if helper else ""
        return Place(event.start(meeting.slot), meeting.table, name)

    def _sitting(self, event: Event, session: Session) -> Place:
        room = self._text(event.room_by_id[session.room].name) if session.room else ""
        return Place(event.start(session.slots[0]), room=room or session.room or "")

    def _names(self, people: Iterable[str]) -> tuple[str, ...]:
        known = {**self._before.participant_by_id, **self._after.participant_by_id}
        return tuple(known[each].name for each in people)
