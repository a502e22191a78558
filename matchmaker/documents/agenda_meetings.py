"""The row of a meeting in a personal agenda: whom one meets, what they want, at which table."""

from bisect import bisect_right

from matchmaker.documents.agenda_grid import (
    ABOUT,
    ABOUT_WIDTH,
    LOWERED,
    MOST_LINES,
    NAME_LINES,
    PLACE,
    PLACE_WIDTH,
    SPINE,
    WHO,
    WHO_WIDTH,
    Density,
    Reader,
    facts,
)
from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.facts import common_languages, interpreter_names, joined
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import BODY, FIGURE, LEAD, QUIET, Colour
from matchmaker.people import Participant
from matchmaker.timetable import Meeting

MARK = 16.0
DOT = 2.6
TONGUE_LINES = 3


def meeting_row(meeting: Meeting, reader: Reader, density: Density, lines: int) -> Row:
    """Return the row of `meeting`, without its time.

    Offers and seeks have `lines` each, or more where the rest is higher.
    """
    partner = reader.event.participant_by_id[meeting.partner_of(reader.participant.id)]
    who, place = _who(partner, reader, density), _place(meeting, reader)
    beside = max(who.height, sum(each.height for each in place) - LOWERED)
    about = _about_beside(beside, (partner, meeting, reader, density), lines)
    height = max(beside, about.height) + LOWERED + 2 * density.air

    def draw(sheet: Sheet, y: float) -> None:
        top = y + density.air
        _draw_mark(sheet, partner.region, top)
        who.draw(sheet, WHO, top)
        about.draw(sheet, ABOUT, top + LOWERED)
        for each in place:
            top = sheet.put(each, PLACE, top, PLACE_WIDTH, "right")

    return Row(height, draw)


def _draw_mark(sheet: Sheet, region: str, y: float) -> None:
    draw_mark(sheet, region, SPINE - MARK / 2, y, MARK)
    if not region:
        sheet.disc(SPINE, y + MARK / 2, DOT, Colour.INK)


def _place(meeting: Meeting, reader: Reader) -> tuple[Block, Block]:
    label = block(reader.words("Table"), QUIET, PLACE_WIDTH, 1)
    return label, fitted(meeting.table, FIGURE, PLACE_WIDTH, 44, (22, 16, 12, 9, 8, 7, 6))


def _who(partner: Participant, reader: Reader, density: Density) -> Stack:
    organisation = reader.event.organisation_of(partner).name
    region = reader.words.region(partner.region)
    name = block(partner.name, LEAD, WHO_WIDTH)
    if density.is_joined:
        return stack((name, block(joined((organisation, region)), density.small, WHO_WIDTH)))
    from_where = block(region, QUIET, WHO_WIDTH, 1)
    return stack((name, block(organisation, BODY, WHO_WIDTH), from_where))


def _about_beside(
    height: float, what: tuple[Participant, Meeting, Reader, Density], lines: int
) -> Stack:
    """Return what is known of the partner, in `lines` each or as many as fit beside `height`."""
    found = _about(*what, lines)
    if found.is_whole or found.height >= height:
        return found
    more = range(lines + 1, MOST_LINES + 1)
    fitting = bisect_right(more, height, key=lambda number: _about(*what, number).height)
    return _about(*what, lines + fitting)


def _about(
    partner: Participant, meeting: Meeting, reader: Reader, density: Density, lines: int
) -> Stack:
    words = reader.words
    languages = common_languages(reader.participant, partner)
    spoken = words.plural("Language", "Languages", len(languages))
    helper = interpreter_names(reader.event, [meeting.interpreter])
    rows = (
        (spoken, words.tongues(languages), TONGUE_LINES),
        (words("Interpreter"), helper, NAME_LINES),
        (words("Offers"), joined(partner.offers), lines),
        (words("Seeks"), joined(partner.seeks), lines),
    )
    return facts(rows, ABOUT_WIDTH, density)
