"""The rooms as drawings on a page, one's own tables picked out."""

from collections.abc import Collection
from dataclasses import dataclass

from matchmaker.documents.floor import Floor
from matchmaker.documents.wording import Words
from matchmaker.event import Event

PLACE = 100.0, 62.0
"""How far apart tables are drawn, across and down."""
FILLED = 0.76
MOST_ACROSS = 12
"""With more tables in a row than these, only one's own have numbers that can be read."""


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
    """A room, drawn `width` wide and `height` high; `is_fine` tells that tables are very small."""

    name: str
    width: float
    height: float
    is_fine: bool
    desks: tuple[Desk, ...]

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
    return Plan(name, round(width, 1), round(height, 1), floor.across > MOST_ACROSS, tuple(desks))
