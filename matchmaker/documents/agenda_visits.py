"""The row of a visit in a personal agenda: whose meeting one joins, at which table."""

from matchmaker.documents.agenda_grid import (
    MOST_NAMES,
    PLACE_WIDTH,
    RIGHT,
    SPINE,
    WHO,
    WHO_WIDTH,
    Density,
    Reader,
)
from matchmaker.documents.agenda_meetings import DOT, HIGHER, MARK, numbered
from matchmaker.documents.blocks import block
from matchmaker.documents.facts import joined, table_room_of
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import LABEL, Colour
from matchmaker.timetable import Meeting


def visit_row(meeting: Meeting, reader: Reader, density: Density) -> Row:
    """Return the row of `meeting`, which the reader joins, without its time."""
    place = numbered(meeting, reader, density)
    about = _hosts(meeting, reader, density)
    height = max(about.height, sum(each.height for each in place)) + 2 * density.air

    def draw(sheet: Sheet, y: float) -> None:
        top = y + density.air
        with sheet.aside():
            sheet.disc(SPINE, top + MARK / 2 - HIGHER, DOT, Colour.PAPER, Colour.INK)
        about.draw(sheet, WHO, top)
        for each in place:
            top = sheet.put(each, RIGHT - PLACE_WIDTH, top, PLACE_WIDTH, "right")

    return Row(height, draw)


def _hosts(meeting: Meeting, reader: Reader, density: Density) -> Stack:
    event, words, small = reader.event, reader.words, density.small
    hosts = [event.participant_by_id[each] for each in meeting.participants]
    room = table_room_of(event, meeting, words) if len(reader.edition.floors) > 1 else ""
    firms = dict.fromkeys(event.organisation_of(each).name for each in hosts)
    names = words.together(each.name for each in hosts)
    return stack(
        (
            block(words("You join two others"), LABEL.set_close(small.leading), WHO_WIDTH, 1),
            block(names, density.name, WHO_WIDTH, MOST_NAMES),
            block(joined((room, *firms)), small, WHO_WIDTH, MOST_NAMES),
        )
    )
