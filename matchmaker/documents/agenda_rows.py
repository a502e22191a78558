"""The rows of a personal agenda: how high each is, and how it is drawn."""

from dataclasses import dataclass

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.facts import common_languages, interpreter_names, joined, room_of
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, labelled, stack
from matchmaker.documents.style import (
    BODY,
    FIGURE,
    HEADING,
    LABEL,
    LEAD,
    MM,
    NEAR,
    PORTRAIT,
    QUIET,
    SMALL,
    Colour,
)
from matchmaker.documents.timeline import Away, Encounter, Entry, Pause, Sitting
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Meeting

TIME, TIME_WIDTH = PORTRAIT.side, 17 * MM
SPINE = TIME + 22 * MM
WHO, WHO_WIDTH = SPINE + 7 * MM, 62 * MM
PLACE_WIDTH = 17 * MM
RIGHT = PORTRAIT.side + PORTRAIT.measure
PLACE = RIGHT - PLACE_WIDTH
ABOUT = WHO + WHO_WIDTH + 4 * MM
ABOUT_WIDTH = PLACE - ABOUT - 2 * MM
LABEL_WIDTH = 20 * MM
MARK = 16.0
RING = 2.6


@dataclass(frozen=True)
class Density:
    """How closely rows are set.

    `lines` is how many offers and seeks have each where nothing else makes the row as high; `air`
    the space above and below; `is_joined` puts organisation and region on one line.
    """

    lines: int
    air: float
    is_joined: bool = False


DENSITIES = (
    Density(3, 9),
    Density(2, 8),
    Density(2, 5),
    Density(1, 5),
    Density(1, 4, is_joined=True),
    Density(1, 2.5, is_joined=True),
)
AT_EASE = Density(2, 6)
MOST_LINES = 3
NAME_LINES, MOST_NAMES = 6, 16
"""Lines that one name may need, and several."""
"""From roomy to close; the first that gets everything on one page is taken."""


@dataclass(frozen=True)
class Reader:
    """Whose agenda it is, and how it is to be written."""

    event: Event
    participant: Participant
    words: Words


def row(entry: Entry, reader: Reader, density: Density) -> Row:
    """Return the row of `entry` in the agenda of `reader`."""
    if isinstance(entry, Encounter):
        return _encounter(entry, reader, density)
    if isinstance(entry, Sitting):
        return _sitting(entry, reader, density)
    return _aside(entry, reader, density)


def _encounter(entry: Encounter, reader: Reader, density: Density) -> Row:
    meeting = entry.meeting
    partner = reader.event.participant_by_id[meeting.partner_of(reader.participant.id)]
    who = _who(partner, reader, density)
    about = _about_beside(who, partner, meeting, reader, density)
    label = block(reader.words("Table"), QUIET, PLACE_WIDTH, 1)
    number = fitted(meeting.table, FIGURE, PLACE_WIDTH, 44, (22, 16, 12, 9, 8, 7, 6))
    height = max(who.height, about.height, label.height + number.height) + 2 * density.air

    def draw(sheet: Sheet, y: float) -> None:
        _time(sheet, entry, reader, y + density.air)
        draw_mark(sheet, partner.region, SPINE - MARK / 2, y + density.air, MARK)
        if not partner.region:
            sheet.disc(SPINE, y + density.air + MARK / 2, RING, Colour.INK)
        who.draw(sheet, WHO, y + density.air)
        about.draw(sheet, ABOUT, y + density.air + 1.5)
        below = sheet.put(label, PLACE, y + density.air, PLACE_WIDTH, "right")
        sheet.put(number, PLACE, below, PLACE_WIDTH, "right")

    return Row(height, draw)


def _who(partner: Participant, reader: Reader, density: Density) -> Stack:
    organisation = reader.event.organisation_of(partner).name
    region = reader.words.region(partner.region)
    name = block(partner.name, LEAD, WHO_WIDTH)
    if density.is_joined:
        return stack((name, block(joined((organisation, region)), SMALL, WHO_WIDTH)))
    from_where = block(region, QUIET, WHO_WIDTH, 1)
    return stack((name, block(organisation, BODY, WHO_WIDTH), from_where))


def _about_beside(
    who: Stack, partner: Participant, meeting: Meeting, reader: Reader, density: Density
) -> Stack:
    """Return what is known of the partner, in as many lines as `who` or the density leave room."""
    least = _about(partner, meeting, reader, density.lines)
    for lines in range(MOST_LINES, density.lines, -1):
        longer = _about(partner, meeting, reader, lines)
        if longer.height <= who.height:
            return longer
    return least


def _about(partner: Participant, meeting: Meeting, reader: Reader, lines: int) -> Stack:
    words = reader.words
    languages = common_languages(reader.participant, partner)
    spoken = words.plural("Language", "Languages", len(languages))
    return _labelled(
        (
            (spoken, words.tongues(languages), 1),
            (
                words("Interpreter"),
                interpreter_names(reader.event, [meeting.interpreter]),
                NAME_LINES,
            ),
            (words("Offers"), joined(partner.offers), lines),
            (words("Seeks"), joined(partner.seeks), lines),
        ),
        ABOUT_WIDTH,
    )


def _labelled(rows: tuple[tuple[str, str, int], ...], width: float) -> Stack:
    pairs: list[tuple[Block, Block]] = [
        (block(label, QUIET, LABEL_WIDTH, 1), block(text, SMALL, width - LABEL_WIDTH, limit))
        for label, text, limit in rows
    ]
    return labelled(pairs, LABEL_WIDTH)


def _sitting(entry: Sitting, reader: Reader, density: Density) -> Row:
    theme = _theme(entry, reader)
    about = _sitting_facts(entry, reader)
    height = max(theme.height, about.height) + 2 * density.air + NEAR

    def draw(sheet: Sheet, y: float) -> None:
        left, air = WHO - 3 * MM, density.air + NEAR / 2
        sheet.box(left, y + NEAR / 2, (RIGHT - left, height - NEAR), Colour.TINT)
        sheet.box(left, y + NEAR / 2, (2.5, height - NEAR), Colour.ACCENT)
        _time(sheet, entry, reader, y + air)
        theme.draw(sheet, WHO, y + air)
        about.draw(sheet, ABOUT, y + air + 1.5)

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


def _sitting_facts(entry: Sitting, reader: Reader) -> Stack:
    event, words, session = reader.event, reader.words, entry.session
    leaders = words.together(event.participant_by_id[each].name for each in session.facilitators)
    spoken = words.plural("Language", "Languages", len(session.languages))
    return _labelled(
        (
            (words("Room"), room_of(event, session, words), 2),
            (words("Led by"), leaders, MOST_NAMES),
            (spoken, words.tongues(session.languages), 1),
            (words("Interpreter"), interpreter_names(event, session.interpreters), MOST_NAMES),
        ),
        RIGHT - ABOUT - 2 * MM,
    )


def _aside(entry: Entry, reader: Reader, density: Density) -> Row:
    air = density.air * 0.6
    text = block(_what(entry, reader.words), QUIET, RIGHT - WHO, 1)

    def draw(sheet: Sheet, y: float) -> None:
        begin = block(reader.words.time(entry.start), QUIET, TIME_WIDTH, 1)
        sheet.put(begin, TIME, y + air, TIME_WIDTH, "right")
        if not isinstance(entry, Away | Pause):
            sheet.disc(SPINE, y + air + begin.height / 2, RING, Colour.PAPER, Colour.SOFT)
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
