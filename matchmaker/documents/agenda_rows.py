"""The rows of a personal agenda: how high each is, and how it is drawn."""

from collections.abc import Sequence
from functools import cache, partial

from matchmaker.documents.agenda_fitting import Part
from matchmaker.documents.agenda_grid import (
    MOST_NAMES,
    RIGHT,
    SPINE,
    TIME_WIDTH,
    WHO,
    Density,
    Fact,
    Reader,
    facts,
)
from matchmaker.documents.agenda_meetings import DOT, Encountered, meeting_row
from matchmaker.documents.agenda_terse import terse_row
from matchmaker.documents.agenda_visits import visit_row
from matchmaker.documents.blocks import Block, block
from matchmaker.documents.facts import interpreter_names, joined, room_of
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import LABEL, MM, NEAR, QUIET, TIGHT, Colour, Style, Weight
from matchmaker.documents.timeline import Away, Encounter, Entry, Pause, Sitting, Visit
from matchmaker.documents.wording import Words

ASIDE_SHARE = 0.5
"""How much of the air of other rows is about one in which nothing happens."""
START = Style(14, 15, Weight.SEMIBOLD)
UNTIL = QUIET.set_close(11)
LIFT = 1.0
"""How much nearer times stand to what is above them than their lines are high."""
BAR_WIDTH = 2.5
GROUND = WHO - 2.5 * MM
"""Where the ground of a workshop begins."""


def part(entry: Entry, reader: Reader) -> Part:
    """Return the row of `entry` in the agenda of `reader`, still to be set."""
    if isinstance(entry, Encounter):
        return _timed(entry, reader, partial(_meeting, Encountered(entry, reader)))
    if isinstance(entry, Visit):
        return _timed(entry, reader, lambda density, _: visit_row(entry.meeting, reader, density))
    if isinstance(entry, Sitting):
        return _timed(entry, reader, lambda density, _: _sitting(entry, reader, density))
    return cache(lambda density, _: _aside(entry, reader, density))


def _meeting(met: Encountered, density: Density, lines: int) -> Row:
    row = terse_row if density.is_terse else meeting_row
    return row(met, density, lines)


def _timed(entry: Entry, reader: Reader, content: Part) -> Part:
    """Return the row of `content` with its time before it."""
    words = reader.words
    until = words("to {time}", time=words.time(entry.end))
    start = block(words.time(entry.start), START, TIME_WIDTH, 1)
    end = block(until, UNTIL, TIME_WIDTH, 1)

    def timed(density: Density, lines: int) -> Row:
        if density.is_terse:
            alone = block(words.time(entry.start), density.name, TIME_WIDTH, 1)
            return _beside((alone,), 0, density, content(density, lines))
        return _beside((start, end), LIFT, density, content(density, lines))

    return cache(timed)


def _beside(times: Sequence[Block], lift: float, density: Density, content: Row) -> Row:
    """Return the row with `times` before it, each `lift` nearer to what is above it."""
    tall = sum(each.height - lift for each in times)
    height = max(content.height, tall + 2 * density.air - lift)

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.part(Role.ITEM):
            with sheet.part(Role.LABEL):
                below = y + density.air
                for each in times:
                    below = sheet.put(each, 0, below - lift, TIME_WIDTH, "right")
            with sheet.part(Role.BODY):
                content.draw(sheet, y)

    return Row(height, draw)


def _sitting(entry: Sitting, reader: Reader, density: Density) -> Row:
    about = _theme(entry, reader, density)
    height = about.height + 2 * density.air + NEAR / 2

    def draw(sheet: Sheet, y: float) -> None:
        tall = height - NEAR / 2
        sheet.box(GROUND, y + NEAR / 4, (RIGHT - GROUND, tall), Colour.TINT)
        sheet.box(GROUND, y + NEAR / 4, (BAR_WIDTH, tall), Colour.ACCENT)
        about.draw(sheet, WHO, y + density.air)

    return Row(height, draw)


def _theme(entry: Sitting, reader: Reader, density: Density) -> Stack:
    event, words, session = reader.event, reader.words, entry.session
    workshop = event.workshop_by_id[session.workshop]
    leads = reader.participant.id in session.facilitators
    leaders = words.together(event.participant_by_id[each].name for each in session.facilitators)
    spoken = words.plural("Language", "Languages", len(session.languages))
    role = words("You lead this workshop.") if leads else words("Workshop")
    width = RIGHT - WHO - TIGHT
    rows: tuple[Fact, ...] = (
        (words("Place"), room_of(event, session, words), 2),
        (words("Led by"), leaders, MOST_NAMES),
        (spoken, words.tongues(session.languages), 2),
        (words("Interpreter"), interpreter_names(event, session.interpreters), MOST_NAMES),
    )
    title = stack(
        (
            block(role, LABEL.set_close(density.small.leading), width, 1),
            block(words.marked(workshop.title), density.name, width, 4),
        )
    )
    if density.is_joined:
        rows = (*rows[:1], ("", joined(text for _, text, _ in rows[1:]), MOST_NAMES))
    return title.above(facts(rows, width, density.small))


def _aside(entry: Entry, reader: Reader, density: Density) -> Row:
    air = density.air * ASIDE_SHARE
    begin = block(reader.words.time(entry.start), UNTIL, TIME_WIDTH, 1)
    text = block(_what(entry, reader.words), UNTIL, RIGHT - WHO, 1)

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.part(Role.ITEM):
            with sheet.part(Role.LABEL):
                sheet.put(begin, 0, y + air, TIME_WIDTH, "right")
            if not isinstance(entry, Away | Pause):
                sheet.disc(SPINE, y + air + begin.height / 2, DOT, Colour.PAPER, Colour.SOFT)
            with sheet.part(Role.BODY):
                sheet.put(text, WHO, y + air)

    return Row(text.height + 2 * air, draw)


def _what(entry: Entry, words: Words) -> str:
    until = words.time(entry.end)
    if isinstance(entry, Away):
        return words("Not available until {time}", time=until)
    if isinstance(entry, Pause):
        return words("Break until {time}", time=until)
    return words("Free until {time}", time=until)
