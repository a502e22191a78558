"""The roll of the day: everybody with what is known of their coming."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from matchmaker.documents.alphabet import sorting_key
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Room
from matchmaker.timetable import Agenda
from web.searching import has_words

EVERYBODY_ON_TIME: Mapping[str, datetime] = {}


class Coming(StrEnum):
    """What is known of somebody's coming; what comes first is shown first."""

    AWAITED = "awaited"
    ABSENT = "absent"
    HERE = "here"


@dataclass(frozen=True)
class First:
    """What somebody has to be there for first: when, and at which table or in which room."""

    start: datetime
    table: str | None
    room: Room | None = None


@dataclass(frozen=True)
class Line:
    """One person of the roll; `arrives` tells from when on they come if they come later."""

    participant: Participant
    organisation: str
    coming: Coming
    since: datetime | None
    first: First | None
    arrives: datetime | None = None

    @property
    def stands(self) -> str:
        """What changes with what is known of their coming."""
        if self.coming is Coming.AWAITED and self.arrives:
            return later(self.arrives)
        return str(self.coming)


def later(start: datetime) -> str:
    """Return what stands of somebody who comes from then on."""
    return f"late {start:%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class Roll:
    """Everybody in the order in which the desk looks for them: by last name."""

    lines: tuple[Line, ...]

    def count(self, coming: str) -> int:
        """Return of how many that is known."""
        return sum(each.coming == coming for each in self.lines)

    def of(self, participant_id: str) -> Line | None:
        """Return the line of that participant, or None."""
        return next((each for each in self.lines if each.participant.id == participant_id), None)

    def found(self, text: str, coming: str) -> list[Line]:
        """Return whom `text` may mean, by any part of name or organisation."""
        shown = (each for each in self.lines if coming in ("", each.coming))
        return [
            each
            for each in shown
            if has_words(f"{each.participant.name} {each.organisation}", text)
        ]


def roll(
    event: Event,
    arrived: Mapping[str, datetime],
    absent: Iterable[str],
    firsts: Mapping[str, First],
    late: Mapping[str, datetime] = EVERYBODY_ON_TIME,
) -> Roll:
    """Return the roll of `event`; `firsts` says for what each person has to be there first.

    `late` says from when on those come who come later.
    """
    away = frozenset(absent)
    lines = (
        Line(
            each,
            event.organisation_of(each).name,
            _coming(each.id, arrived, away),
            arrived.get(each.id),
            firsts.get(each.id),
            late.get(each.id),
        )
        for each in event.participants
    )
    return Roll(tuple(sorted(lines, key=_place)))


def _coming(person: str, arrived: Mapping[str, datetime], away: frozenset[str]) -> Coming:
    if person in arrived:
        return Coming.HERE
    return Coming.ABSENT if person in away else Coming.AWAITED


def firsts(event: Event, agendas: Mapping[str, Agenda]) -> dict[str, First]:
    """Return for what each person has to be there first, by the agendas of a programme."""
    found = {person: _first(event, agenda) for person, agenda in agendas.items()}
    return {person: first for person, first in found.items() if first}


def _first(event: Event, agenda: Agenda) -> First | None:
    for slot in event.slots:
        if slot.id in agenda.meeting_at:
            return First(slot.start, agenda.meeting_at[slot.id].table)
        if slot.id in agenda.visit_at:
            return First(slot.start, agenda.visit_at[slot.id].table)
        if slot.id in agenda.session_at:
            session = agenda.session_at[slot.id]
            return First(slot.start, None, event.room_by_id.get(session.room or ""))
    return None


def _place(line: Line) -> tuple[str, ...]:
    person = line.participant
    return sorting_key(person.last_name or person.name, person.first_name)
