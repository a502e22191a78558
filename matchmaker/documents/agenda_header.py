"""The head of a personal agenda: whose it is, of which event, where and when."""

from matchmaker.documents.agenda_grid import RIGHT, Reader
from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.facts import cluster_of, joined, little_of
from matchmaker.documents.marks import draw_mark, mark_of
from matchmaker.documents.pagination import Row
from matchmaker.documents.pictures import breadth
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    BAR,
    HEADING,
    LABEL,
    LINE,
    MM,
    NEAR,
    QUIET,
    STRONG,
    TIGHT,
    TITLE,
    Colour,
    Weight,
)
from matchmaker.timetable import Agenda

SIGN = 11 * MM
CONTINUED_WIDTH = 30 * MM
NAME_WIDTH = RIGHT - SIGN - APART
NAME_SIZES = (24, 22, 20, 18, 16, 14, 12, 10)
NAME_HEIGHT = 58
LOGO = 34 * MM, 11 * MM
FIRM = HEADING.at(11.5).but(Weight.REGULAR)


def header(reader: Reader, agenda: Agenda) -> Row:
    """Return the head of the first page."""
    event = _event(reader)
    person = _person(reader, agenda)

    def draw(sheet: Sheet, y: float) -> None:
        event.draw(sheet, y)
        person.draw(sheet, y + event.height + NEAR)

    return Row(event.height + NEAR + person.height + NEAR, draw)


def continuation(reader: Reader) -> Row:
    """Return the head of a further page."""
    name = block(reader.participant.name, STRONG, RIGHT - CONTINUED_WIDTH, 2)
    low = name.height + TIGHT

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.aside():
            sheet.put(name, 0, y)
            text = reader.words("continued")
            sheet.write(text, RIGHT - CONTINUED_WIDTH, y, QUIET, CONTINUED_WIDTH, "right")
        sheet.rule((0, y + low), (RIGHT, y + low), LINE, Colour.INK)

    return Row(low + NEAR, draw)


def _event(reader: Reader) -> Row:
    """Return the event's name, venue and days, with the organiser's logo where there is one."""
    event, words, logo = reader.event, reader.words, reader.edition.branding.organiser
    width = RIGHT - (breadth(logo.picture, LOGO) + APART if logo else 0)
    when = words.days(event.slots[0].start, event.slots[-1].end)
    small = QUIET.set_close(11.5)
    text = stack(
        (
            block(words.marked(event.name), LABEL.set_close(12), width, 2),
            block(joined((when, words.marked(event.venue))), small, width, 3),
        )
    )
    height = max(text.height, LOGO[1] if logo else 0) + TIGHT

    def draw(sheet: Sheet, y: float) -> None:
        text.draw(sheet, 0, y)
        if logo:
            with sheet.part(Role.FIGURE, logo.name):
                sheet.picture(logo.picture, RIGHT - LOGO[0], y, LOGO, "right")
        sheet.rule((0, y + height), (RIGHT, y + height), BAR, Colour.ACCENT)

    return Row(height, draw)


def _person(reader: Reader, agenda: Agenda) -> Row:
    participant = reader.participant
    name = fitted(participant.name, TITLE, NAME_WIDTH, NAME_HEIGHT, NAME_SIZES)
    organisation = reader.event.organisation_of(participant).name
    firm = block(organisation, FIRM, NAME_WIDTH)
    summary = block(_summary(reader, agenda), LABEL, RIGHT / 2, 1)
    rest = RIGHT - summary.width - APART
    facts = stack((firm, block(_background(reader), QUIET, rest, 3)), 1)
    mark = mark_of(reader.event, participant)
    height = max(name.height + facts.height, SIGN + summary.height + NEAR)

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.aside():
            draw_mark(sheet, mark, RIGHT - SIGN - 1, y + TIGHT, SIGN)
        with sheet.part(Role.TITLE):
            low = sheet.put(name, 0, y)
        facts.draw(sheet, 0, low)
        sheet.put(summary, 0, y + height - summary.height, RIGHT, "right")

    return Row(height, draw)


def _background(reader: Reader) -> str:
    participant, words = reader.participant, reader.words
    little = words.tongues(little_of(participant))
    spoken = words.tongues(participant.languages)
    known = words("{languages} (a little)", languages=little) if spoken and little else ""
    region = words.region(participant.region)
    return joined((region, cluster_of(participant), spoken, known))


def _summary(reader: Reader, agenda: Agenda) -> str:
    words = reader.words
    meetings, sittings = len(agenda.meetings), len(agenda.sessions)
    met = words.plural("{number} meeting", "{number} meetings", meetings)
    sat = words.plural("{number} workshop", "{number} workshops", sittings)
    return joined((met, sat if sittings else ""))
