"""The rows of the run sheet: what begins, what ends, who goes where, who sits out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from matchmaker.documents.blocks import block
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.id_ranges import in_ranges
from matchmaker.documents.inline import piled
from matchmaker.documents.lists import Columns, line
from matchmaker.documents.moments import Beginning, Ending, Moment, Move
from matchmaker.documents.pagination import Row
from matchmaker.documents.services import Service
from matchmaker.documents.sittings import Company
from matchmaker.documents.stacks import Stack, labelled, stack
from matchmaker.documents.style import (
    BODY,
    FIGURE,
    HEADING,
    LABEL,
    LEAD,
    NEAR,
    SMALL,
    Colour,
    Style,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.timetable import Guest

TIME, LABEL_WIDTH = 74.0, 116.0
AIR, LOW_AIR = 6.0, 2.0
MOST_NAMES = 24
"""How many of those who sit out are named; the standby list names all."""
ENDING = HEADING.but(colour=Colour.SOFT)
MINUTE = timedelta(minutes=1)
Fact = tuple[str, str, Style]


@dataclass(frozen=True)
class RunDay:
    """What all rows have in common; companies are by session id."""

    event: Event
    paper: Paper
    columns: Columns
    companies: dict[str, Company]

    @property
    def width(self) -> float:
        """How wide what stands beside the times may be."""
        return self.columns[1].width


def run_row(day: RunDay, moment: Moment) -> Row:
    """Return the row of `moment`."""
    if isinstance(moment, Beginning):
        return line(day.columns, (_time(day, moment.time, FIGURE), _beginning(day, moment)), AIR)
    cells = _time(day, moment.time, ENDING), _ending(day, moment)
    return line(day.columns, cells, LOW_AIR, is_last=True)


def _time(day: RunDay, time: datetime, style: Style) -> Stack:
    return stack([block(day.paper.words[0].time(time), style, TIME)])


def _beginning(day: RunDay, moment: Beginning) -> Stack:
    paper, count = day.paper, len(moment.meetings)
    tables = {each.table for each in moment.meetings}
    return _labelled(
        day,
        [
            (paper("Meetings"), str(count), LEAD),
            (paper("Tables in use"), in_ranges(list(day.event.table_by_id), tables), BODY),
            *_beginning_workshops(day, moment.starting),
            (paper("Workshops that go on"), _rooms(day, moment.running), BODY),
            (paper("Interpreters"), _moves(day, moment.moves), BODY),
            (paper("Third persons"), _joining(day, moment.joining), SMALL),
            (paper("Sit out"), _names(day, moment.waiting), SMALL),
        ],
    )


def _ending(day: RunDay, moment: Ending) -> Stack:
    then = stack([block(_then(day.paper, moment), LEAD.set_close(HEADING.leading), day.width)])
    rooms = _rooms(day, moment.ending)
    ended = _labelled(day, [(day.paper("Workshops that end"), rooms, BODY)])
    return piled(then, ended)


def _labelled(day: RunDay, facts: Sequence[Fact]) -> Stack:
    width = day.width - LABEL_WIDTH
    pairs = (
        (block(label, LABEL, LABEL_WIDTH - NEAR), block(text, style, width))
        for label, text, style in facts
    )
    return labelled(pairs, LABEL_WIDTH)


def _beginning_workshops(day: RunDay, sessions: Sequence[Session]) -> Iterator[Fact]:
    """Yield a line for each session, the label before the first; one language is enough here."""
    label = day.paper("Workshops that begin")
    for session in sessions:
        company = day.companies[session.id]
        yield label, joined((company.room, company.titles[0], company.places)), BODY
        label = ""


def _rooms(day: RunDay, sessions: Sequence[Session]) -> str:
    found = (day.companies[each.id] for each in sessions)
    return joined(each.room or each.titles[0] for each in found)


def _moves(day: RunDay, moves: Sequence[Move]) -> str:
    return joined(f"{each.interpreter.name} {_way(day, each)}" for each in moves)


def _way(day: RunDay, move: Move) -> str:
    """Return the way an interpreter goes: “3 → 7”, or “7” for whoever stays or comes."""
    here = _place(day, move.service)
    before = _place(day, move.before) if move.before is not None else here
    return here if before == here else f"{before} → {here}"


def _place(day: RunDay, service: Service) -> str:
    if service.meeting is not None:
        return service.meeting.table
    return day.companies[service.session.id].room if service.session is not None else ""


def _joining(day: RunDay, guests: Sequence[Guest]) -> str:
    """Return who joins a meeting, each with the table."""
    people = day.event.participant_by_id
    return joined(f"{people[each.participant].name} {each.table}" for each in guests)


def _names(day: RunDay, people: Sequence[Participant]) -> str:
    ordered = by_last_name(people)
    names = ", ".join(each.name for each in ordered[:MOST_NAMES])
    more = len(ordered) - MOST_NAMES
    rest = day.paper("{count} more on the standby list", count=more) if more > 0 else ""
    return joined((f"{len(ordered)}: {names}", rest)) if ordered else ""


def _then(paper: Paper, moment: Ending) -> str:
    if moment.until is None:
        return paper("End of the day")
    if moment.is_pause:
        return paper("Break until {time}", time=paper.words[0].time(moment.until))
    minutes = (moment.until - moment.time) // MINUTE
    return paper("End, {minutes} min to change tables", minutes=minutes)
