"""The rows of a personal agenda: how high each is, and how it is drawn."""

from matchmaker.documents.agenda_grid import (
    ABOUT,
    LOWERED,
    MOST_NAMES,
    RIGHT,
    SPINE,
    TIME,
    TIME_WIDTH,
    WHO,
    WHO_WIDTH,
    Density,
    Reader,
    facts,
)
from matchmaker.documents.agenda_meetings import DOT, meeting_row
from matchmaker.documents.blocks import block
from matchmaker.documents.facts import interpreter_names, room_of
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import HEADING, LABEL, LEAD, MM, NEAR, QUIET, Colour
from matchmaker.documents.timeline import Away, Encounter, Entry, Pause, Sitting
from matchmaker.documents.wording import Words

ASIDE_SHARE = 0.6
"""How much of the air of other rows is about one in which nothing happens."""


def row(entry: Entry, reader: Reader, density: Density, lines: int) -> Row:
    """Return the row of `entry` in the agenda of `reader`; offers and seeks have `lines` each."""
    if isinstance(entry, Encounter):
        return _encounter(entry, reader, density, lines)
    if isinstance(entry, Sitting):
        return _sitting(entry, reader, density)
    return _aside(entry, reader, density)


def _encounter(entry: Encounter, reader: Reader, density: Density, lines: int) -> Row:
    meeting = meeting_row(entry.meeting, reader, density, lines)

    def draw(sheet: Sheet, y: float) -> None:
        _time(sheet, entry, reader, y + density.air)
        meeting.draw(sheet, y)

    return Row(meeting.height, draw)


def _sitting(entry: Sitting, reader: Reader, density: Density) -> Row:
    theme = _theme(entry, reader)
    about = _sitting_facts(entry, reader, density)
    height = max(theme.height, about.height + LOWERED) + 2 * density.air + NEAR

    def draw(sheet: Sheet, y: float) -> None:
        left, air = WHO - 3 * MM, density.air + NEAR / 2
        sheet.box(left, y + NEAR / 2, (RIGHT - left, height - NEAR), Colour.TINT)
        sheet.box(left, y + NEAR / 2, (2.5, height - NEAR), Colour.ACCENT)
        _time(sheet, entry, reader, y + air)
        theme.draw(sheet, WHO, y + air)
        about.draw(sheet, ABOUT, y + air + LOWERED)

    return Row(height, draw)


def _theme(entry: Sitting, reader: Reader) -> Stack:
    words = reader.words
    workshop = reader.event.workshop_by_id[entry.session.workshop]
    leads = reader.participant.id in entry.session.facilitators
    return stack(
        (
            block(words("Workshop"), LABEL, WHO_WIDTH, 1),
            block(words.text(workshop.title), LEAD, WHO_WIDTH, 4),
            block(words("You lead this workshop.") if leads else "", QUIET, WHO_WIDTH),
        )
    )


def _sitting_facts(entry: Sitting, reader: Reader, density: Density) -> Stack:
    event, words, session = reader.event, reader.words, entry.session
    leaders = words.together(event.participant_by_id[each].name for each in session.facilitators)
    spoken = words.plural("Language", "Languages", len(session.languages))
    rows = (
        (words("Room"), room_of(event, session, words), 2),
        (words("Led by"), leaders, MOST_NAMES),
        (spoken, words.tongues(session.languages), 2),
        (words("Interpreter"), interpreter_names(event, session.interpreters), MOST_NAMES),
    )
    return facts(rows, RIGHT - ABOUT - 2 * MM, density)


def _aside(entry: Entry, reader: Reader, density: Density) -> Row:
    air = density.air * ASIDE_SHARE
    text = block(_what(entry, reader.words), QUIET, RIGHT - WHO, 1)

    def draw(sheet: Sheet, y: float) -> None:
        begin = block(reader.words.time(entry.start), QUIET, TIME_WIDTH, 1)
        sheet.put(begin, TIME, y + air, TIME_WIDTH, "right")
        if not isinstance(entry, Away | Pause):
            sheet.disc(SPINE, y + air + begin.height / 2, DOT, Colour.PAPER, Colour.SOFT)
        sheet.put(text, WHO, y + air)

    return Row(text.height + 2 * air, draw)


def _what(entry: Entry, words: Words) -> str:
    until = words.time(entry.end)
    if isinstance(entry, Away):
        return words("Not available until {time}", time=until)
    if isinstance(entry, Pause):
        return words("Break until {time}", time=until)
    return words("Free until {time}", time=until)


def _time(sheet: Sheet, entry: Entry, reader: Reader, y: float) -> None:
    start = block(reader.words.time(entry.start), HEADING, TIME_WIDTH, 1)
    end = block(reader.words("to {time}", time=reader.words.time(entry.end)), QUIET, TIME_WIDTH, 1)
    below = sheet.put(start, TIME, y - 2, TIME_WIDTH, "right")
    sheet.put(end, TIME, below - 1, TIME_WIDTH, "right")
