"""The synthesis sheet of a session, to fill in by hand: two pages of A4, or one sheet of A3."""

from collections.abc import Iterator
from functools import partial

from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, chapter, event_name, paper_in, volume
from matchmaker.documents.facts import joined
from matchmaker.documents.list_cells import HAND
from matchmaker.documents.pagination import Row
from matchmaker.documents.paper_head import LEFT
from matchmaker.documents.ruled import (
    empty_table,
    heading,
    lines,
    numbered_boxes,
    ruled_field,
)
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.sittings import Company, held, session_head
from matchmaker.documents.style import APART, FAR, LABEL, MM, NEAR, PORTRAIT, QUIET
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Timetable

GUTTER = 8 * MM
OBSERVED = 0.36
"""The share of the first page that observations take."""
COMMITMENTS, COMMITMENT_HEIGHT = 11, 14.5 * MM
OWNER, DATE = 46 * MM, 32 * MM
KEYWORDS, KEYWORDS_ACROSS, KEYWORD_HEIGHT = 7, 4, 15 * MM


def synthesis_sheets(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return a sheet for each session, in the event's languages unless one is given."""
    paper = paper_in(event, language)
    title = paper("Synthesis sheets")
    found = (_chapter(each) for each in held(event, timetable, paper))
    return volume(event, paper, title, found, paper("There are no workshops."))


def _chapter(company: Company) -> Chapter:
    pages = list(_pages(company))
    name = event_name(company.event, company.paper)
    return chapter(company.session.id, company.name, pages, name, len(company.title))


def _pages(company: Company) -> Iterator[Page]:
    paper = company.paper
    head = session_head(company, paper("Synthesis sheet"))
    yield Page(partial(_first, paper=paper, head=head), PORTRAIT, outline=company.name)
    yield Page(partial(_second, paper=paper, company=company), PORTRAIT)


def _first(sheet: Sheet, paper: Paper, head: Row) -> None:
    head.draw(sheet, PORTRAIT.top)
    top = PORTRAIT.top + head.height
    room = PORTRAIT.floor - NEAR - top
    y = heading(sheet, paper("Observations"), LEFT, top, PORTRAIT.measure)
    lines(sheet, LEFT, y, (PORTRAIT.measure, OBSERVED * room - (y - top)))
    _proposals(sheet, paper, top + OBSERVED * room + APART)


def _proposals(sheet: Sheet, paper: Paper, y: float) -> None:
    """Draw four fields, two by two, down to the floor of the page."""
    y = heading(sheet, paper("Concrete proposals"), LEFT, y, PORTRAIT.measure) + NEAR
    titles = (
        paper("Watch and learning"),
        paper("Knowledge"),
        paper("Dissemination"),
        paper("Operations"),
    )
    width = (PORTRAIT.measure - GUTTER) / 2
    height = (PORTRAIT.floor - NEAR - y - APART) / 2
    for number, title in enumerate(titles):
        row, column = divmod(number, 2)
        corner = LEFT + column * (width + GUTTER), y + row * (height + APART)
        ruled_field(sheet, *corner, (width, height), title)


def _second(sheet: Sheet, paper: Paper, company: Company) -> None:
    # Leaves get apart: when and where it was may not be cut, and the title may.
    name = joined((company.day, company.times, company.room, company.title))
    y = sheet.put(block(name, LABEL, PORTRAIT.measure, 2), LEFT, PORTRAIT.top) + APART
    y = heading(sheet, paper("Roadmap and commitments"), LEFT, y, PORTRAIT.measure) + NEAR
    what = PORTRAIT.measure - OWNER - DATE
    columns = (paper("What"), what), (paper("Who"), OWNER), (paper("By when"), DATE)
    y = empty_table(sheet, (LEFT, y), columns, COMMITMENTS, COMMITMENT_HEIGHT) + FAR
    y = heading(sheet, paper("Seven keywords"), LEFT, y, PORTRAIT.measure) + NEAR
    size = PORTRAIT.measure + NEAR, KEYWORD_HEIGHT
    y = numbered_boxes(sheet, (LEFT, y), size, KEYWORDS, KEYWORDS_ACROSS) + FAR
    _signed(sheet, paper, y)


def _signed(sheet: Sheet, paper: Paper, y: float) -> None:
    """Draw lines for who wrote the sheet."""
    width = (PORTRAIT.measure - GUTTER) / 2
    for number, label in enumerate((paper("Written by"), paper("Date"))):
        x = LEFT + number * (width + GUTTER)
        sheet.put(block(label, QUIET, width), x, y)
        lines(sheet, x, y, (width, HAND))
