"""The row of a meeting in a personal agenda: whom one meets, what they want, at which table."""

from bisect import bisect_right
from dataclasses import dataclass

from matchmaker.documents.agenda_grid import (
    DENSITIES,
    MOST_LINES,
    NAME_LINES,
    PLACE_WIDTH,
    RIGHT,
    SPINE,
    WHO,
    WHO_WIDTH,
    Density,
    Fact,
    Reader,
    facts,
)
from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.facts import (
    common_languages,
    interpreter_names,
    joined,
    table_room_of,
)
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import QUIET, Colour
from matchmaker.documents.timeline import Encounter
from matchmaker.people import Participant
from matchmaker.timetable import Meeting

MARK = 15.0
DOT = 2.6
HIGHER = 0.75
"""How much above its row a mark begins, to be in the middle of the name."""
NUMBER_SIZES = {
    most: tuple(each for each in (22, 18, 16, 12, 9, 8, 7, 6) if each <= most)
    for most in {each.figure.size for each in DENSITIES}
}
"""The sizes at which the number of a table may be set, by the largest of them."""
TABLE_LABEL = QUIET.set_close(11)
NUMBER_HEIGHT = 44
LOW_FIGURE = 4.0
"""How far above the bottom of its line a figure ends."""


def meeting_row(entry: Encounter, reader: Reader, density: Density, lines: int) -> Row:
    """Return the row of a meeting, without its time.

    Offers and seeks have `lines` each, or more where the rest is higher.
    """
    partner = reader.event.participant_by_id[entry.meeting.partner_of(reader.participant.id)]
    place = numbered(entry.meeting, reader, density)
    low = sum(each.height for each in place)
    about = _as_high(low, _Encountered(partner, entry, reader, density), lines)
    height = max(about.height, low) + 2 * density.air

    def draw(sheet: Sheet, y: float) -> None:
        top = y + density.air
        _draw_mark(sheet, partner.region, top)
        about.draw(sheet, WHO, top)
        for each in place:
            top = sheet.put(each, RIGHT - PLACE_WIDTH, top, PLACE_WIDTH, "right")

    return Row(height, draw)


def _draw_mark(sheet: Sheet, region: str, y: float) -> None:
    with sheet.aside():
        draw_mark(sheet, region, SPINE - MARK / 2, y - HIGHER, MARK)
        if not region:
            sheet.disc(SPINE, y + MARK / 2 - HIGHER, DOT, Colour.INK)


def numbered(meeting: Meeting, reader: Reader, density: Density) -> tuple[Block, Block]:
    """Return the number of the table, under its label."""
    style = density.figure
    label = block(reader.words("Table"), TABLE_LABEL, PLACE_WIDTH, 1)
    sizes = NUMBER_SIZES[style.size]
    return label, fitted(meeting.table, style, PLACE_WIDTH, NUMBER_HEIGHT, sizes)


@dataclass(frozen=True)
class _Encountered:
    """Somebody whom the reader meets, and how closely that is set."""

    partner: Participant
    entry: Encounter
    reader: Reader
    density: Density


def _as_high(height: float, met: _Encountered, lines: int) -> Stack:
    """Return what is said of the partner, in more lines where it would be lower than `height`."""
    about = _about(met, height, lines)
    if about.height >= height or lines >= MOST_LINES:
        return about
    more = range(lines + 1, MOST_LINES + 1)
    fitting = bisect_right(more, height, key=lambda number: _about(met, height, number).height)
    return _about(met, height, lines + fitting)


def _about(met: _Encountered, beside: float, lines: int) -> Stack:
    """Return what is said of the partner; what stands below `beside` has the whole width."""
    head = stack(_head(met))
    if not lines:
        return head
    words, partner = met.reader.words, met.partner
    wants: tuple[Fact, ...] = (
        (words("Offers"), joined(partner.offers), lines),
        (words("Seeks"), joined(partner.seeks), lines),
    )
    width = RIGHT - WHO if head.height >= beside - LOW_FIGURE else WHO_WIDTH
    return head.above(facts(wants, width, met.density.small))


def _head(met: _Encountered) -> list[Block]:
    words, small = met.reader.words, met.density.small
    firm = joined(
        (met.reader.event.organisation_of(met.partner).name, words.region(met.partner.region))
    )
    talk = _talk(met.partner, met.entry, met.reader)
    name = block(met.partner.name, met.density.name, WHO_WIDTH)
    if met.density.is_joined:
        return [name, block(joined((firm, talk)), small, WHO_WIDTH)]
    return [name, block(firm, small, WHO_WIDTH), block(talk, small, WHO_WIDTH, NAME_LINES)]


def _talk(partner: Participant, entry: Encounter, reader: Reader) -> str:
    """Return in which of several rooms and how the two talk, if both asked, and who joins them."""
    words, meeting = reader.words, entry.meeting
    third = reader.event.participant_by_id[entry.guest].name if entry.guest else ""
    languages = words.tongues(common_languages(reader.participant, partner))
    helper = interpreter_names(reader.event, [meeting.interpreter])
    return joined(
        (
            table_room_of(reader.event, meeting, words) if len(reader.edition.floors) > 1 else "",
            languages,
            words("with interpreter {name}", name=helper) if helper else "",
            words("you both asked to meet") if meeting.pair in reader.edition.mutual else "",
            words("{name} joins you", name=third) if third else "",
        )
    )
