"""The row of a meeting in a personal agenda: whom one meets, what they want, at which table."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from matchmaker.documents.agenda_grid import (
    DENSITIES,
    MOST_LINES,
    NAME_LINES,
    PLACE_WIDTH,
    RIGHT,
    SPINE,
    TERSE,
    WHO,
    WHO_WIDTH,
    Density,
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
from matchmaker.documents.marks import Mark, draw_mark, mark_of
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
    for most in {each.figure.size for each in (*DENSITIES, TERSE)}
}
"""The sizes at which the number of a table may be set, by the largest of them."""
TABLE_LABEL = QUIET.set_close(11)
NUMBER_HEIGHT = 44
LOW_FIGURE = 4.0
"""How far above the bottom of its line a figure ends."""


@dataclass(frozen=True, eq=False)
class Encountered:
    """A meeting of the reader, put into words once for however closely it is set.

    `settings` holds the stacks that were set, by what decides them: rows with more or less air have
    the same.
    """

    entry: Encounter
    reader: Reader
    settings: dict[tuple[object, ...], Stack] = field(default_factory=dict)

    @cached_property
    def partner(self) -> Participant:
        """Whom the reader meets."""
        met = self.entry.meeting.partner_of(self.reader.participant.id)
        return self.reader.event.participant_by_id[met]

    @cached_property
    def mark(self) -> Mark:
        """The mark of where the partner comes from."""
        return mark_of(self.reader.event, self.partner)

    @cached_property
    def firm(self) -> str:
        """Where the partner comes from."""
        event, words = self.reader.event, self.reader.words
        return joined((event.organisation_of(self.partner).name, words.region(self.partner.region)))

    @cached_property
    def talk(self) -> str:
        """In which room and how the two talk, if both asked, and who joins them."""
        words, reader = self.reader.words, self.reader
        is_mutual = self.entry.meeting.pair in reader.edition.mutual
        return joined(
            (
                self._room,
                words.tongues(common_languages(reader.participant, self.partner)),
                self._helper,
                words("you both asked to meet") if is_mutual else "",
                self._third,
            )
        )

    @cached_property
    def needs(self) -> str:
        """What the two must know before they sit down: the room, who interprets, who joins them."""
        return joined((self._room, self._helper, self._third))

    @cached_property
    def wants(self) -> tuple[tuple[str, str], ...]:
        """What the partner offers and seeks, each with its label."""
        words, partner = self.reader.words, self.partner
        return (
            (words("Offers"), joined(partner.offers)),
            (words("Seeks"), joined(partner.seeks)),
        )

    @cached_property
    def _room(self) -> str:
        """The room, if there are several."""
        reader = self.reader
        is_one_of_several = len(reader.edition.floors) > 1
        meeting = self.entry.meeting
        return table_room_of(reader.event, meeting, reader.words) if is_one_of_several else ""

    @cached_property
    def _helper(self) -> str:
        name = interpreter_names(self.reader.event, [self.entry.meeting.interpreter])
        return self.reader.words("with interpreter {name}", name=name) if name else ""

    @cached_property
    def _third(self) -> str:
        guest, people = self.entry.guest, self.reader.event.participant_by_id
        return self.reader.words("{name} joins you", name=people[guest].name) if guest else ""


def meeting_row(met: Encountered, density: Density, lines: int) -> Row:
    """Return the row of a meeting, without its time.

    Offers and seeks have `lines` each, or more where the rest is higher.
    """
    place = numbered(met.entry.meeting, met.reader, density)
    low = sum(each.height for each in place)
    about = _as_high(low, met, density, lines)
    height = max(about.height, low) + 2 * density.air

    def draw(sheet: Sheet, y: float) -> None:
        top = y + density.air
        _draw_mark(sheet, met.mark, top)
        about.draw(sheet, WHO, top)
        for each in place:
            top = sheet.put(each, RIGHT - PLACE_WIDTH, top, PLACE_WIDTH, "right")

    return Row(height, draw)


def _draw_mark(sheet: Sheet, mark: Mark, y: float) -> None:
    with sheet.aside():
        draw_mark(sheet, mark, SPINE - MARK / 2, y - HIGHER, MARK)
        if not mark.letter:
            sheet.disc(SPINE, y + MARK / 2 - HIGHER, DOT, Colour.INK)


def numbered(meeting: Meeting, reader: Reader, density: Density) -> tuple[Block, Block]:
    """Return the number of the table, under its label."""
    style = density.figure
    label = block(reader.words("Table"), TABLE_LABEL, PLACE_WIDTH, 1)
    sizes = NUMBER_SIZES[style.size]
    return label, fitted(meeting.table, style, PLACE_WIDTH, NUMBER_HEIGHT, sizes)


def _as_high(height: float, met: Encountered, density: Density, lines: int) -> Stack:
    """Return what is said of the partner, in more lines where it would be lower than `height`."""
    about = _about(met, height, density, lines)
    if about.height >= height or lines >= MOST_LINES:
        return about
    more = range(lines + 1, MOST_LINES + 1)
    fitting = bisect_right(more, height, key=lambda n: _about(met, height, density, n).height)
    return _about(met, height, density, lines + fitting)


def _about(met: Encountered, beside: float, density: Density, lines: int) -> Stack:
    """Return what is said of the partner, set once for each look."""
    look = beside, density.name, density.small, density.is_joined, lines
    found = met.settings.get(look)
    if found is None:
        found = met.settings[look] = _set(met, beside, density, lines)
    return found


def _set(met: Encountered, beside: float, density: Density, lines: int) -> Stack:
    """Set what is said of the partner; what stands below `beside` has the whole width."""
    about = stack(_head(met, density))
    for label, text in met.wants if lines else ():
        width = RIGHT - WHO if about.height >= beside - LOW_FIGURE else WHO_WIDTH
        about = about.above(facts([(label, text, lines)], width, density.small))
    return about


def _head(met: Encountered, density: Density) -> list[Block]:
    small, firm, talk = density.small, met.firm, met.talk
    name = block(met.partner.name, density.name, WHO_WIDTH)
    if density.is_joined:
        return [name, block(joined((firm, talk)), small, WHO_WIDTH)]
    return [name, block(firm, small, WHO_WIDTH), block(talk, small, WHO_WIDTH, NAME_LINES)]
