"""What the grid shows: rows of cells, one a slot, for tables or for people."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from matchmaker.messages import Message, message
from matchmaker.moves.plan import Plan
from matchmaker.people import Participant
from matchmaker.timetable import Agenda, Guest, Meeting, agendas
from web.grid.pairs import numbered, written
from web.languages import local_text, say

AT = message("table {table}")
FREE, LOCKED, AWAY, SESSION, VISIT = "", "k", "x", "w", "v"
"""The kinds of cells, as the style sheet calls them."""


@dataclass(frozen=True)
class Cell:
    """One slot of a row; with `pair` it holds a meeting of these two."""

    text: str = ""
    kind: str = FREE
    pair: str = ""


@dataclass(frozen=True)
class Row:
    """A table or a person; `key` is its number in the event's list."""

    key: int
    title: str
    note: str
    cells: tuple[Cell, ...]


class Board:
    """The cells of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.event, self.timetable = plan.event, plan.timetable
        self._numbers = numbered(plan.event)
        self._name = {each.id: each.name for each in plan.event.participants}
        self._locked = plan.event.lock_by_pair
        self._guests = {each.place: each for each in plan.timetable.guests}
        self._at = {
            each: say(Message(AT.template, {"table": each})) for each in plan.event.table_by_id
        }
        self._titles = {each.id: local_text(each.title) for each in plan.event.workshops}

    @property
    def has_helpers(self) -> bool:
        """Whether meetings have somebody beside the two."""
        return bool(self.event.interpreters or self._guests)

    def tables(self, only: Collection[str] | None = None) -> Iterator[Row]:
        """Yield all tables, or `only` these."""
        held: dict[str, dict[str, Meeting]] = {each: {} for each in self.event.table_by_id}
        for meeting in self.timetable.meetings:
            held[meeting.table][meeting.slot] = meeting
        for number, (table, by_slot) in enumerate(held.items()):
            if only is None or table in only:
                yield Row(number, table, self._room(table), tuple(self._of_table(by_slot)))

    def people(self, only: Collection[str] | None = None) -> Iterator[Row]:
        """Yield everybody, or `only` these."""
        for number, agenda in enumerate(agendas(self.event, self.timetable).values()):
            who = agenda.participant
            if only is None or who.id in only:
                firm = self.event.organisation_of(who).name
                yield Row(number, who.name, firm, tuple(self._of_person(who, agenda)))

    def _of_table(self, by_slot: dict[str, Meeting]) -> Iterator[Cell]:
        for slot in self.event.slot_by_id:
            meeting = by_slot.get(slot)
            if meeting is None:
                yield Cell()
                continue
            one, other = meeting.participants
            lines = (self._name[one], self._name[other], self._beside(meeting))
            yield self._cell(meeting, lines)

    def _of_person(self, who: Participant, agenda: Agenda) -> Iterator[Cell]:
        for slot in self.event.slot_by_id:
            if slot in agenda.meeting_at:
                meeting = agenda.meeting_at[slot]
                other = self._name[meeting.partner_of(who.id)]
                yield self._cell(meeting, (other, self._at[meeting.table], self._beside(meeting)))
            elif slot in agenda.session_at:
                yield Cell(self._titles[agenda.session_at[slot].workshop], SESSION)
            elif slot in agenda.visit_at:
                two = agenda.visit_at[slot].participants
                yield Cell("\n".join(self._name[each] for each in two), VISIT)
            else:
                yield Cell(kind=AWAY if slot in who.unavailable else FREE)

    def _cell(self, meeting: Meeting, lines: tuple[str, ...]) -> Cell:
        kind = LOCKED if meeting.pair in self._locked else FREE
        pair = written(self._numbers, meeting.participants)
        return Cell("\n".join(filter(None, lines)), kind, pair)

    def _beside(self, meeting: Meeting) -> str:
        """Return who interprets and who joins."""
        guest: Guest | None = self._guests.get((meeting.slot, meeting.table))
        helper = meeting.interpreter and self.event.interpreter_by_id[meeting.interpreter].name
        marked = (helper and f"⇄ {helper}", guest and f"+ {self._name[guest.participant]}")
        return " ".join(each for each in marked if each)

    def _room(self, table: str) -> str:
        room = self.event.table_by_id[table].room
        return "" if room is None else local_text(self.event.room_by_id[room].name) or room


def tables_of(people: Collection[str], meetings: Iterable[Meeting]) -> frozenset[str]:
    """Return the tables at which any of `people` has a meeting."""
    theirs = (each for each in meetings if not each.pair.isdisjoint(people))
    return frozenset(each.table for each in theirs)
