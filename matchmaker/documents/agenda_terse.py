"""The row of a meeting on an agenda of more meetings than usual: one line, where names permit."""

from matchmaker.documents.agenda_grid import RIGHT, SPINE, WHO, Density
from matchmaker.documents.agenda_meetings import DOT, Encountered
from matchmaker.documents.blocks import block
from matchmaker.documents.facts import joined
from matchmaker.documents.inline import run_in
from matchmaker.documents.marks import Mark, draw_mark
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import MM, QUIET, TIGHT, Colour

SIGN = 11.5
PLACE_WIDTH = 17 * MM
WHO_WIDTH = RIGHT - WHO - PLACE_WIDTH - 2 * MM


def terse_row(met: Encountered, density: Density, lines: int) -> Row:
    """Return the row of a meeting, without its time: table, partner and how the two talk.

    Without `lines` it names no organisation and no languages, only what is needed to meet.
    """
    leading = density.name.leading
    label = block(met.reader.words("Table"), QUIET.set_close(leading), PLACE_WIDTH)
    place = run_in(label, met.entry.meeting.table, density.figure, PLACE_WIDTH, TIGHT)
    name = block(met.partner.name, density.name, WHO_WIDTH)
    known = joined((met.firm, met.talk)) if lines else met.needs
    about = run_in(name, known, density.small.set_close(leading), WHO_WIDTH)

    def draw(sheet: Sheet, y: float) -> None:
        top = y + density.air
        _draw_mark(sheet, met.mark, top + leading / 2)
        about.draw(sheet, WHO, top)
        place.draw(sheet, RIGHT - PLACE_WIDTH, top)

    return Row(max(about.height, place.height) + 2 * density.air, draw)


def _draw_mark(sheet: Sheet, mark: Mark, middle: float) -> None:
    with sheet.aside():
        draw_mark(sheet, mark, SPINE - SIGN / 2, middle - SIGN / 2, SIGN)
        if not mark.letter:
            sheet.disc(SPINE, middle, DOT, Colour.INK)
