"""The table plan: for each slot who sits where, for the hosts in the room."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, paper_in, volume
from matchmaker.documents.facts import joined
from matchmaker.documents.pagination import Row, shared_out
from matchmaker.documents.paper_head import LEFT, RIGHT, event_line
from matchmaker.documents.plan_cards import (
    COLUMN_GAP,
    Card,
    Layout,
    card,
    sides,
)
from matchmaker.documents.room_drawings import room_drawings
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.stacks import Stack, labelled
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    HEADING,
    LABEL,
    LINE,
    MM,
    NEAR,
    PORTRAIT,
    QUIET,
    TIGHT,
    TITLE,
    Colour,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Slot
from matchmaker.timetable import Meeting, Timetable

LAYOUTS = (
    *(Layout(1, air) for air in (6, 4, 2.5)),
    *(Layout(2, air) for air in (6, 4, 2.5, 1.5)),
    *(Layout(2, air, is_close=True) for air in (4, 2.5, 1.5, 1)),
)
"""From roomy to close; the first that gets every usual slot on one page is taken for all."""
USUAL = Layout(2, 2.5)
MOST_TABLES = 24
"""A slot with more meetings may take several pages."""
NOTE_INDENT = 44 * MM
SESSION_LINES, TABLE_LINES = 3, 12


@dataclass(frozen=True)
class _Moment:
    """A slot with its meetings in order of tables, and by table id who joins one."""

    event: Event
    paper: Paper
    slot: Slot
    meetings: tuple[Meeting, ...]
    guests: Mapping[str, str]


def table_plan(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the plan: the rooms as drawings, then each slot on a page, or more."""
    paper = paper_in(event, language)
    return volume(event, paper, paper("Table plan"), _chapters(event, timetable, paper))


def _chapters(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    below = foot(event, paper)
    yield from room_drawings(event, paper, below)
    moments = list(_moments(event, timetable, paper))
    layout = _layout(moments)
    for each in moments:
        pages = _pages(each, _airier(each, layout))
        yield chapter(each.slot.id, _times(each), pages, below, len(each.meetings))


def _moments(event: Event, timetable: Timetable, paper: Paper) -> Iterator[_Moment]:
    order = {table: number for number, table in enumerate(event.table_by_id)}
    for slot in event.slots:
        meetings = (each for each in timetable.meetings if each.slot == slot.id)
        seated = tuple(sorted(meetings, key=lambda each: order[each.table]))
        guests = {m.table: g.participant for g, m in timetable.visits if m.slot == slot.id}
        yield _Moment(event, paper, slot, seated, guests)


def _layout(moments: Sequence[_Moment]) -> Layout:
    """Return the roomiest layout in which no usual slot needs a second page."""
    usual = [each for each in moments if len(each.meetings) <= MOST_TABLES]
    fullest_first = sorted(usual, key=lambda each: -len(each.meetings))
    fits = (
        layout for layout in LAYOUTS if all(_fits_one_page(each, layout) for each in fullest_first)
    )
    return next(fits, USUAL) if usual else USUAL


def _airier(moment: _Moment, layout: Layout) -> Layout:
    """Return `layout` with as much air as keeps `moment` on one page, if it is on one."""
    alike = (each for each in LAYOUTS if each.is_like(layout))
    return next((each for each in alike if _fits_one_page(moment, each)), layout)


def _fits_one_page(moment: _Moment, layout: Layout) -> bool:
    return len(_parts(moment, layout)) == 1


def _pages(moment: _Moment, layout: Layout) -> Iterator[Page]:
    parts = _parts(moment, layout)
    for number, columns in enumerate(parts, start=1):
        head = _head(moment, layout, f"{number} / {len(parts)}" if len(parts) > 1 else "")
        notes = _notes(moment) if number == len(parts) else Stack()
        draw = partial(_draw, head=head, columns=columns, notes=notes)
        yield Page(draw, PORTRAIT, outline=_times(moment) if number == 1 else "")


def _parts(moment: _Moment, layout: Layout) -> list[list[list[Card]]]:
    """Return for each page its columns of cards; below them there is room for the notes."""
    cards = [
        card(moment.event, moment.paper, each, layout, moment.guests.get(each.table))
        for each in moment.meetings
    ]
    notes, head = _notes(moment), _head(moment, layout, "")
    room = PORTRAIT.floor - PORTRAIT.top - head.height - notes.height - NEAR
    columns = list(shared_out(cards, room, room))
    pages = (columns[start : start + layout.columns] for start in _starts(columns, layout))
    return [_balanced([each for column in page for each in column], layout) for page in pages]


def _starts(columns: Sequence[object], layout: Layout) -> range:
    return range(0, len(columns), layout.columns)


def _balanced(cards: list[Card], layout: Layout) -> list[list[Card]]:
    """Return the cards in columns of heights as near to each other as can be."""
    if layout.columns == 1:
        return [cards]
    heights = list(accumulate((each.height for each in cards), initial=0.0))
    highest = [max(each, heights[-1] - each) for each in heights]
    half = highest.index(min(highest))
    return [cards[:half], cards[half:]]


def _times(moment: _Moment) -> str:
    return moment.paper.words[0].times(moment.slot.start, moment.slot.end)


def _head(moment: _Moment, layout: Layout, part: str) -> Row:
    paper, half = moment.paper, PORTRAIT.measure / 2
    line = event_line(moment.event, paper, moment.slot, moment.slot, has_venue=False)
    title = block(joined((paper("Table plan"), part)), HEADING, half)
    times = block(_times(moment), TITLE, half, 1)
    heads = _headings(moment.event, paper) if layout.columns == 1 else []
    body = max(title.height, times.height)
    low = max((each.height for _, each in heads), default=0.0)
    gap = APART if heads else NEAR

    def draw(sheet: Sheet, y: float) -> None:
        line.draw(sheet, y)
        y += line.height + gap
        with sheet.part(Role.TITLE):
            sheet.put(times, LEFT, y)
        sheet.put(title, LEFT + half, y + (times.height - title.height) / 2, half, "right")
        y += body + gap
        for x, heading in heads:
            sheet.put(heading, LEFT + x, y + low - heading.height)
        sheet.rule((LEFT, y + low + TIGHT), (RIGHT, y + low + TIGHT), LINE, Colour.INK)

    return Row(line.height + body + low + 2 * gap + TIGHT, draw)


def _headings(event: Event, paper: Paper) -> list[tuple[float, Block]]:
    """Return what stands over the columns, and where; nothing of interpreters without any."""
    starts = 0.0, *sides(event)
    ends = *starts[1:], PORTRAIT.measure
    texts = paper("Table"), paper("Participant"), paper("With"), paper("Interpreter")
    return [
        (start, block(text, LABEL, end - start))
        for start, end, text in zip(starts, ends, texts, strict=False)
    ]


def _notes(moment: _Moment) -> Stack:
    """Return what else is to be known of the slot: sessions going on, tables that are free."""
    paper, taken = moment.paper, {each.table for each in moment.meetings}
    free = ", ".join(each.id for each in moment.event.tables if each.id not in taken)
    width = PORTRAIT.measure - NOTE_INDENT
    label = partial(block, style=LABEL, measure=NOTE_INDENT - NEAR)
    rows = [(label(""), block(each, QUIET, width, SESSION_LINES)) for each in _sessions(moment)]
    rows[:1] = [(label(paper("Workshops")), text) for _, text in rows[:1]]
    return labelled(
        [*rows, (label(paper("Free tables")), block(free, QUIET, width, TABLE_LINES))], NOTE_INDENT
    )


def _sessions(moment: _Moment) -> Iterator[str]:
    event, paper = moment.event, moment.paper
    for session in event.sessions:
        if moment.slot.id in session.slots:
            title = paper.text(event.workshop_by_id[session.workshop].title)
            room = paper.text(event.room_by_id[session.room].name) if session.room else ""
            yield joined((room, title))


def _draw(sheet: Sheet, head: Row, columns: list[list[Card]], notes: Stack) -> None:
    head.draw(sheet, PORTRAIT.top)
    bottom = PORTRAIT.top + head.height
    if any(columns):
        with sheet.part(Role.TABLE):
            bottom = _draw_columns(sheet, columns, bottom)
    notes.draw(sheet, LEFT, bottom + NEAR)


def _draw_columns(sheet: Sheet, columns: list[list[Card]], top: float) -> float:
    """Draw the cards below `top`; return the bottom of the longest column."""
    bottom = top
    width = (PORTRAIT.measure - COLUMN_GAP * (len(columns) - 1)) / len(columns)
    for number, column in enumerate(columns):
        x, y = LEFT + number * (width + COLUMN_GAP), top
        for each in column:
            each.draw(sheet, x, y)
            y += each.height
            sheet.rule((x, y), (x + width, y))
        bottom = max(bottom, y)
    return bottom
