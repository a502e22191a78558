"""The front of a badge: the name, readable from two metres, and what to know before talking."""

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.documents.badge_forms import Grid
from matchmaker.documents.badge_names import name_block
from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.branding import Logo
from matchmaker.documents.cluster_marks import ClusterMark
from matchmaker.documents.facts import cluster_of, joined, tongues_of
from matchmaker.documents.marks import draw_mark, mark_of
from matchmaker.documents.pictures import breadth
from matchmaker.documents.romanisation import romanised
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    BODY,
    LABEL,
    MM,
    NEAR,
    QUIET,
    STRONG,
    TIGHT,
    Colour,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant

EVENT_STYLE = LABEL.set_close(10.5)
EVENT_SHARE = 0.5
"""How much of the height the name of the event may take, where it is very long."""
EVENT_SIZES = (9, 8, 7, 6, 5, 4, 3, 2)
"""Down to the fine print that a name of a thousand letters in two languages needs."""
FIRM_SHARE = 0.42
"""How much of the height for name and firm the firm may take."""
SOUND_SHARE = 0.2
"""How much of it the name in Latin letters may take, where it is written in others."""
FOOT_SIZES = (14, 12, 10, 9, 8, 7, 6, 5)
FIRM_SIZES = (18, 16, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5)
BAR = 16 * MM, 1.2 * MM
LEAST_MARK = 13.5


@dataclass(frozen=True)
class Scale:
    """The sizes of what stands on a badge."""

    name: int
    firm: int
    foot: int
    sign: float
    logo: tuple[float, float]


SMALL_SCALE = Scale(40, 12, 10, 9.5 * MM, (20 * MM, 8.5 * MM))
LARGE_SCALE = Scale(48, 18, 14, 15 * MM, (26 * MM, 13 * MM))


@dataclass(frozen=True)
class Front:
    """The front of the badge of somebody, with the mark of their cluster."""

    event: Event
    paper: Paper
    person: Participant
    mark: ClusterMark | None
    grid: Grid

    @property
    def scale(self) -> Scale:
        """How large things are on it."""
        return LARGE_SCALE if self.grid.is_folded else SMALL_SCALE

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it; name and firm stand in the middle of whatever height the rest leaves."""
        top = self._draw_head(sheet, x, y)
        foot = y + self.grid.tall - STRONG.at(self.scale.foot).leading
        room = foot - NEAR - TIGHT - top
        firm, sound = self._firm(room * FIRM_SHARE), self._sound(room * SOUND_SHARE)
        room_for_name = room - sound.height - firm.height - TIGHT
        name = name_block(self.person, self.grid.measure, room_for_name, self.scale.name)
        middle = top + (room_for_name - name.height) / 2
        with sheet.part(Role.TITLE):
            below = sheet.put(name, x, middle)
        sheet.put(firm, x, sheet.put(sound, x, below) + TIGHT)
        self._draw_foot(sheet, x, foot)

    def _firm(self, height: float) -> Block:
        name = self.event.organisation_of(self.person).name
        sizes = [each for each in FIRM_SIZES if each <= self.scale.firm]
        return fitted(name, BODY, self.grid.measure, height, sizes)

    def _sound(self, height: float) -> Block:
        """Return the name in Latin letters, where it is not written in them."""
        sizes = [each for each in FIRM_SIZES if each <= self.scale.firm + 2]
        return fitted(romanised(self.person.name), STRONG, self.grid.measure, height, sizes)

    def _draw_head(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw logo, event and the mark of the region; return where the name may begin."""
        sign, logo = self.scale.sign, sheet.branding.organiser
        with sheet.aside():
            left = x + self.grid.measure - sign - TIGHT
            draw_mark(sheet, mark_of(self.event, self.person), left, y + TIGHT / 2, sign)
        left = _draw_logo(sheet, logo, (x, y), self.scale.logo) if logo else x
        width = x + self.grid.measure - sign - APART - left
        below = self._event_names(width).draw(sheet, left, y - 1)
        low = max(below, y + (self.scale.logo[1] if logo else 0)) + TIGHT
        sheet.box(x, low, BAR, Colour.SECOND)
        return max(low + BAR[1], y + sign + TIGHT) + TIGHT

    def _event_names(self, width: float) -> Stack:
        """Return the event's name in each language, as large as lets both be whole."""
        names, height = self.paper.texts(self.event.name), self.grid.tall * EVENT_SHARE
        sizes = (_names_at(names, size, width) for size in EVENT_SIZES)
        smallest = EVENT_STYLE.at(EVENT_SIZES[-1])
        limit = int(height / max(1, len(names)) / smallest.leading)
        short = stack(block(each, smallest, width, limit) for each in names)
        return next((each for each in sizes if each.height <= height), short)

    def _draw_foot(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the languages on the left, cluster and region on the right."""
        person, measure, style = self.person, self.grid.measure, STRONG.at(self.scale.foot)
        sizes = [each for each in FOOT_SIZES if each <= self.scale.foot]
        tongues = tongues_of(person)
        spoken = fitted(tongues, STRONG, measure * 0.5, style.leading, sizes)
        sheet.rule((x, y - TIGHT), (x + measure, y - TIGHT), 0.5, Colour.INK)
        sheet.put(spoken, x, y)
        mark, height = self.mark, max(style.size, LEAST_MARK)
        room = measure - spoken.width - APART - (mark.width(height) + NEAR if mark else 0)
        origin = joined((self.paper.region(person.region), cluster_of(person)))
        text = fitted(origin, QUIET, room, style.leading, sizes)
        sheet.put(text, x + measure - room, y, room, "right")
        if mark:
            with sheet.aside():
                left = x + measure - text.width - NEAR - mark.width(height)
                mark.draw(sheet, left, y + (style.leading - height) / 2, height)


def _draw_logo(
    sheet: Sheet, logo: Logo, corner: tuple[float, float], size: tuple[float, float]
) -> float:
    """Draw the logo; return where what stands beside it begins."""
    with sheet.part(Role.FIGURE, logo.name):
        sheet.picture(logo.picture, *corner, size, "left")
    return corner[0] + breadth(logo.picture, size) + NEAR


def _names_at(names: Sequence[str], size: float, width: float) -> Stack:
    style = EVENT_STYLE.at(size)
    return stack((block(each, style, width) for each in names), size / 6)
