"""The end of a personal agenda: room for notes, where one's tables are, a code for the phone."""

from matchmaker.documents.agenda_grid import RIGHT, Reader
from matchmaker.documents.blocks import block
from matchmaker.documents.codes import code, opaque_id
from matchmaker.documents.floor import Floor
from matchmaker.documents.floor_drawing import Box, draw_floor
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import APART, HAIR, LABEL, MM, NEAR, QUIET, TIGHT, Colour
from matchmaker.timetable import Agenda

NAME = QUIET.set_close(11)
CODE = 27 * MM
PLAN = RIGHT - CODE - APART
PLAN_HEIGHT = CODE
LINE_GAP = 18.0
LEAST_NOTES, FEWEST_NOTES = 4 * LINE_GAP, 3.4 * LINE_GAP
LOGO_HEIGHT = 9 * MM


class Closing:
    """What stands below the last row of an agenda; it takes all the room it is given."""

    def __init__(self, reader: Reader, agenda: Agenda) -> None:
        self._reader = reader
        own = {each.table: None for each in (*agenda.meetings, *agenda.visits)}
        self._tables = [each for each in reader.event.table_by_id if each in own]
        self._floors = [each for each in reader.edition.floors if _holds(each, self._tables)]
        self._partners = reader.edition.branding.partners

    @property
    def tight(self) -> float:
        """The least height, in points, which leaves no room for notes."""
        logos = LOGO_HEIGHT + NEAR if self._partners else 0.0
        return NEAR + LABEL.leading + TIGHT + PLAN_HEIGHT + logos

    @property
    def roomy(self) -> float:
        """The least height with room for notes."""
        return self.tight + NEAR + LEAST_NOTES

    def draw(self, sheet: Sheet, top: float, bottom: float) -> None:
        """Draw it from `top` to `bottom`."""
        if self._partners:
            bottom -= LOGO_HEIGHT
            self._draw_partners(sheet, bottom)
            bottom -= NEAR
        plan = bottom - PLAN_HEIGHT - LABEL.leading - TIGHT
        if plan - top >= FEWEST_NOTES:
            self._draw_notes(sheet, top + NEAR, plan - APART)
        self._draw_code(sheet, RIGHT - CODE if self._floors else 0, plan)
        if self._floors:
            self._draw_plan(sheet, plan)

    def _draw_notes(self, sheet: Sheet, top: float, bottom: float) -> None:
        sheet.put(block(self._reader.words("Notes"), LABEL, RIGHT, 1), 0, top)
        y = top + 2 * LINE_GAP
        while y <= bottom:
            sheet.rule((0, y), (RIGHT, y), HAIR, Colour.RULE)
            y += LINE_GAP

    def _draw_plan(self, sheet: Sheet, top: float) -> None:
        words = self._reader.words
        tables = ", ".join(self._tables)
        text = words.plural(
            "Your table: {tables}", "Your tables: {tables}", len(self._tables), tables=tables
        )
        y = sheet.put(block(text, LABEL, PLAN, 1), 0, top) + TIGHT
        with sheet.part(Role.FIGURE, text):
            width = (PLAN + APART) / len(self._floors) - APART
            for number, each in enumerate(self._floors):
                self._draw_floor(sheet, each, Box(number * (width + APART), y, width, PLAN_HEIGHT))

    def _draw_floor(self, sheet: Sheet, floor: Floor, box: Box) -> None:
        """Draw a room, its name above it."""
        name = block(self._room(floor), NAME, box.width, 2)
        if name.lines:
            sheet.put(name, box.x, box.y)
        room = Box(box.x, box.y + name.height, box.width, box.height - name.height)
        draw_floor(sheet, floor, room, self._tables)

    def _room(self, floor: Floor) -> str:
        if floor.room is None:
            return ""
        name = self._reader.event.room_by_id[floor.room].name
        return self._reader.words.text(name) or floor.room

    def _draw_code(self, sheet: Sheet, x: float, top: float) -> None:
        reader = self._reader
        participant = reader.participant.id
        link = reader.edition.links.get(participant)
        what = reader.words("Agenda online") if link else reader.words("Your code")
        text = block(what, LABEL, CODE, 1)
        y = sheet.put(text, x, top) + TIGHT
        with sheet.part(Role.FIGURE, what):
            code(link or opaque_id(reader.event, participant)).draw(sheet, x, y, CODE)

    def _draw_partners(self, sheet: Sheet, y: float) -> None:
        width = RIGHT / len(self._partners)
        for number, each in enumerate(self._partners):
            with sheet.part(Role.FIGURE, each.name):
                place = (width - NEAR, LOGO_HEIGHT)
                sheet.picture(each.picture, number * width + NEAR / 2, y, place)


def _holds(floor: Floor, tables: list[str]) -> bool:
    return not floor.tables.isdisjoint(tables)
