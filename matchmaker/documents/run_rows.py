"""The rows of the run sheet: what begins, what ends, who goes where, who sits out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from matchmaker.documents.blocks import block
from matchmaker.documents.facts import joined
from matchmaker.documents.id_ranges import in_ranges
from matchmaker.documents.inline import piled
from matchmaker.documents.labels import after_label
from matchmaker.documents.lists import Columns, line
from matchmaker.documents.moments import Beginning, Ending, Moment, Move
from matchmaker.documents.pagination import Row
from matchmaker.documents.phrases import phrases
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
    STRONG,
    Colour,
    Style,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.timetable import Guest

TIME = 74.0
MINUTE = timedelta(minutes=1)
Fact = tuple[str, Sequence[str], Style]
"""A label, phrases and their style."""


@dataclass(frozen=True)
class Setting:
    """How closely the rows are set.

    `air` stands above and below what begins, `low_air` what ends, which is as large as `ending`;
    `labels` is how much room labels have, and `names` how many of those who sit out are named: the
    standby list names all. A setting that `joins` has meetings and tables on one line.
    """

    air: float
    low_air: float
    ending: Style
    labels: float
    names: int
    joins: bool = False


SETTINGS = (
    Setting(6, 2, HEADING, 116, 24),
    Setting(3, 1, LEAD, 84, 24, joins=True),
    Setting(2, 1, LEAD, 84, 8, joins=True),
)
"""From the roomiest to the closest."""


@dataclass(frozen=True)
class RunDay:
    """What all rows have in common; companies are by session id."""

    event: Event
    paper: Paper
    columns: Columns
    companies: dict[str, Company]
    setting: Setting = SETTINGS[0]

    @property
    def width(self) -> float:
        """How wide what stands beside the times may be."""
        return self.columns[1].width


def run_row(day: RunDay, moment: Moment) -> Row:
    """Return the row of `moment`."""
    if isinstance(moment, Beginning):
        begins = _time(day, moment.time, FIGURE), _beginning(day, moment)
        return line(day.columns, begins, day.setting.air)
    ends = _time(day, moment.time, day.setting.ending.but(colour=Colour.SOFT)), _ending(day, moment)
    return line(day.columns, ends, day.setting.low_air, is_last=True)


def _time(day: RunDay, time: datetime, style: Style) -> Stack:
    return stack([block(day.paper.words[0].time(time), style, TIME)])


def _beginning(day: RunDay, moment: Beginning) -> Stack:
    paper = day.paper
    return _labelled(
        day,
        [
            *_meetings(day, moment),
            *_beginning_workshops(day, moment.starting),
            (paper("Workshops that go on"), _rooms(day, moment.running), BODY),
            (paper("Interpreters"), _moves(day, moment.moves), BODY),
            (paper("Third persons"), _joining(day, moment.joining), SMALL),
            (paper("Sit out"), [_names(day, moment.waiting)], SMALL),
        ],
    )


def _meetings(day: RunDay, moment: Beginning) -> list[Fact]:
    """Return how many meet, and at which tables, on one line where the setting joins them."""
    meetings, label = day.paper("Meetings"), day.paper("Tables in use")
    taken = {each.table for each in moment.meetings}
    count, tables = str(len(moment.meetings)), in_ranges(list(day.event.table_by_id), taken)
    if not day.setting.joins:
        return [(meetings, [count], LEAD), (label, [tables], BODY)]
    used = after_label(day.paper, label, tables) if tables else ""
    return [(meetings, [count, used], STRONG)]


def _ending(day: RunDay, moment: Ending) -> Stack:
    style = LEAD.set_close(day.setting.ending.leading)
    then = stack([block(_then(day.paper, moment), style, day.width)])
    rooms = _rooms(day, moment.ending)
    ended = _labelled(day, [(day.paper("Workshops that end"), rooms, BODY)])
    return piled(then, ended)


def _labelled(day: RunDay, facts: Sequence[Fact]) -> Stack:
    indent = day.setting.labels
    pairs = (
        (block(label, LABEL, indent - NEAR), phrases(texts, style, day.width - indent))
        for label, texts, style in facts
    )
    return labelled(pairs, indent)


def _beginning_workshops(day: RunDay, sessions: Sequence[Session]) -> Iterator[Fact]:
    """Yield a line for each session, the label before the first; one language is enough here."""
    label = day.paper("Workshops that begin")
    for session in sessions:
        company = day.companies[session.id]
        yield label, [joined((company.room, company.titles[0], _places(company)))], BODY
        label = ""


def _rooms(day: RunDay, sessions: Sequence[Session]) -> list[str]:
    found = (day.companies[each.id] for each in sessions)
    return [each.room or each.titles[0] for each in found if each.is_held]


def _places(company: Company) -> str:
    return company.places if company.is_held else company.paper("does not take place")


def _moves(day: RunDay, moves: Sequence[Move]) -> list[str]:
    return [f"{each.interpreter.name} {_way(day, each)}" for each in moves]


def _way(day: RunDay, move: Move) -> str:
    """Return the way an interpreter goes: “3 → 7”, or “7” for whoever stays or comes."""
    here = _place(day, move.service)
    before = _place(day, move.before) if move.before is not None else here
    return here if before == here else f"{before} → {here}"


def _place(day: RunDay, service: Service) -> str:
    if service.meeting is not None:
        return service.meeting.table
    return day.companies[service.session.id].room if service.session is not None else ""


def _joining(day: RunDay, guests: Sequence[Guest]) -> list[str]:
    """Return who joins a meeting, each with the table."""
    people = day.event.participant_by_id
    return [f"{people[each.participant].name} {each.table}" for each in guests]


def _names(day: RunDay, people: Sequence[Participant]) -> str:
    count, most = len(people), day.setting.names
    # One name takes no more room than the words that there is one more.
    more = count - most if count > most + 1 else 0
    names = ", ".join(each.name for each in people[: count - more])
    rest = day.paper("{count} more on the standby list", count=more) if more else ""
    return joined((after_label(day.paper, str(count), names), rest)) if people else ""


def _then(paper: Paper, moment: Ending) -> str:
    if moment.until is None:
        return paper("End of the day")
    if moment.is_pause:
        return paper("Break until {time}", time=paper.words[0].time(moment.until))
    minutes = (moment.until - moment.time) // MINUTE
    return paper("End, {minutes} min to change tables", minutes=minutes)
