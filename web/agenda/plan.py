"""The rooms as drawings on a page, one's own tables picked out."""

from collections.abc import Collection
from dataclasses import dataclass

from matchmaker.documents.floor import Floor
from matchmaker.documents.wording import Words
from matchmaker.event import Event

PLACE = 100.0, 62.0
"""How far apart tables are drawn, across and down."""
FILLED = 0.76
LEAST_SCALE = 0.26
"""Pixels for each unit of a drawing, at least: a room that is too wide for a screen is scrolled."""
USUAL_LENGTH = 3
"""Letters of a table's number that are set in full size."""


@dataclass(frozen=True)
class Desk:
    """A table as a rectangle by its top left corner."""

    table: str
    x: float
    y: float
    is_own: bool

    @property
    def middle(self) -> tuple[float, float]:
        """Where its number stands."""
        return self.x + PLACE[0] * FILLED / 2, self.y + PLACE[1] * FILLED / 2


@dataclass(frozen=True)
class Plan:
    """A room, drawn `width` wide and `height` high; its numbers are `letter` high."""

    name: str
    width: float
    height: float
    letter: float
    desks: tuple[Desk, ...]

    @property
    def least(self) -> int:
        """How many pixels wide it is drawn at least, so that numbers can be read."""
        return round(self.width * LEAST_SCALE)

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high a table is."""
        return PLACE[0] * FILLED, PLACE[1] * FILLED


def plans(
    event: Event, floors: Collection[Floor], own: Collection[str], words: Words
) -> list[Plan]:
    """Return the rooms that hold one of the tables `own`."""
    return [_plan(event, each, own, words) for each in floors if _holds(each, own)]


def _holds(floor: Floor, own: Collection[str]) -> bool:
    return any(each.table in own for each in floor.spots)


def _plan(event: Event, floor: Floor, own: Collection[str], words: Words) -> Plan:
    name = words.text(event.room_by_id[floor.room].name) or floor.room if floor.room else ""
    desks = (
        Desk(
            each.table,
            round((each.x - FILLED / 2) * PLACE[0], 1),
            round((each.y - FILLED / 2) * PLACE[1], 1),
            each.table in own,
        )
        for each in floor.spots
    )
    width, height = floor.across * PLACE[0], floor.down * PLACE[1]
    return Plan(name, round(width, 1), round(height, 1), _letter(floor), tuple(desks))


def _letter(floor: Floor) -> float:
    """Return how high numbers are: higher where many tables share the width of a screen."""
    longest = max(len(each.table) for each in floor.spots)
    usual = min(38.0, 14 + 2 * floor.across)
    return round(usual * min(1.0, USUAL_LENGTH / longest), 1)
