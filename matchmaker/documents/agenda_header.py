"""The head of a personal agenda: whose it is, of which event, where and when."""

from matchmaker.documents.agenda_grid import RIGHT, Reader
from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.facts import cluster_of, joined
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.pagination import Row
from matchmaker.documents.paper_head import event_line
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import (
    APART,
    HEADING,
    LABEL,
    LINE,
    MM,
    NEAR,
    PORTRAIT,
    QUIET,
    STRONG,
    TIGHT,
    TITLE,
    Colour,
    Weight,
)
from matchmaker.documents.wording import Paper
from matchmaker.timetable import Agenda

LEFT = PORTRAIT.side
SIGN = 15 * MM
CONTINUED_WIDTH = 40 * MM
NAME_WIDTH = PORTRAIT.measure - SIGN - 2 * APART


def header(reader: Reader, agenda: Agenda) -> Row:
    """Return the head of the first page."""
    slots = reader.event.slots
    event = event_line(reader.event, Paper([reader.words.asked]), slots[0], slots[-1])
    person = _person(reader, agenda)
    height = event.height + APART + person.height + APART

    def draw(sheet: Sheet, y: float) -> None:
        event.draw(sheet, y)
        top = y + event.height + APART
        draw_mark(sheet, reader.participant.region, RIGHT - SIGN - TIGHT, top + NEAR, SIGN)
        person.draw(sheet, top)

    return Row(height, draw)


def continuation(reader: Reader) -> Row:
    """Return the head of a further page."""
    name = block(reader.participant.name, STRONG, PORTRAIT.measure - CONTINUED_WIDTH, 2)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.put(name, LEFT, y)
        text = reader.words("continued")
        sheet.write(text, RIGHT - CONTINUED_WIDTH, y, QUIET, CONTINUED_WIDTH, "right")
        sheet.rule(
            (LEFT, y + name.height + NEAR), (RIGHT, y + name.height + NEAR), LINE, Colour.INK
        )

    return Row(name.height + APART, draw)


def _person(reader: Reader, agenda: Agenda) -> Row:
    participant = reader.participant
    name = fitted(participant.name, TITLE, NAME_WIDTH, 76, (28, 24, 20, 16, 12))
    organisation = reader.event.organisation_of(participant).name
    firm = block(organisation, HEADING.at(13).but(Weight.REGULAR), NAME_WIDTH)
    summary = block(_summary(reader, agenda), LABEL, PORTRAIT.measure / 2, 1)
    rest = PORTRAIT.measure - summary.width - APART
    facts = stack((name, firm, block(_background(reader), QUIET, rest, 2)), TIGHT)
    last = facts.pieces[-1]
    low = max(last.y, SIGN + NEAR)

    def draw(sheet: Sheet, y: float) -> None:
        facts.draw(sheet, LEFT, y)
        sheet.put(summary, LEFT, y + low, PORTRAIT.measure, "right")

    return Row(max(facts.height, low + summary.height), draw)


def _background(reader: Reader) -> str:
    participant, words = reader.participant, reader.words
    region = words.region(participant.region)
    return joined((region, cluster_of(participant), words.tongues(participant.languages)))


def _summary(reader: Reader, agenda: Agenda) -> str:
    words = reader.words
    meetings, sittings = len(agenda.meetings), len(agenda.sessions)
    met = words.plural("{number} meeting", "{number} meetings", meetings)
    sat = words.plural("{number} workshop", "{number} workshops", sittings)
    return joined((met, sat if sittings else ""))
