"""Where tables stand: each room as the organiser places its tables, else in rows."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matchmaker.documents.floor_places import Point, clearance, corners
from matchmaker.event import Event
from matchmaker.programme import Table

WIDER = 1.6
"""How many times as many tables stand in a row as there are rows, much like a hall."""
FINEST = 60
"""How many times as long as a table a room is drawn at most."""
BELOW = 0.5
"""How far below the others tables without a place stand."""


@dataclass(frozen=True)
class Spot:
    """A table, and where its middle is: in places across and down from the far left corner."""

    table: str
    x: float
    y: float


@dataclass(frozen=True, eq=False)
class Floor:
    """A room and its tables; `across` and `down` say for how many there is room.

    Each is itself only, so that what is worked out about it can be kept. Where the organiser says
    where tables stand, `is_placed`, and the drawing keeps proportions.
    """

    room: str | None
    across: float
    down: float
    spots: tuple[Spot, ...]
    is_placed: bool = False

    def place(self, width: float, height: float, most: tuple[float, float]) -> tuple[float, float]:
        """Return how wide and high each place is drawn in a box, but no larger than `most`."""
        across, down = min(width / self.across, most[0]), min(height / self.down, most[1])
        if not self.is_placed:
            return across, down
        down = min(down, across / WIDER)
        return down * WIDER, down

    @cached_property
    def tables(self) -> frozenset[str]:
        """The ids of the tables."""
        return frozenset(each.table for each in self.spots)

    @cached_property
    def rows(self) -> list[list[Spot]]:
        """The tables row by row, from the far end."""
        rows: dict[float, list[Spot]] = {}
        for each in self.spots:
            rows.setdefault(each.y, []).append(each)
        return [rows[y] for y in sorted(rows)]


def floors(event: Event) -> tuple[Floor, ...]:
    """Return each room that holds tables, in the order in which tables name them."""
    rooms = dict.fromkeys(each.room for each in event.tables)
    return tuple(
        _floor(room, [each for each in event.tables if each.room == room]) for room in rooms
    )


def _floor(room: str | None, tables: Sequence[Table]) -> Floor:
    ids = [each.id for each in tables]
    places = {each.id: _point(each) for each in tables if each.x is not None}
    return _as_placed(room, ids, places) or _in_rows(room, ids)


def _point(table: Table) -> Point:
    return table.x or 0.0, table.y or 0.0


def _as_placed(room: str | None, ids: Sequence[str], places: Mapping[str, Point]) -> Floor | None:
    """Return the floor with tables in `places`, the others in rows below; None if it is too fine.

    Distances are counted in the largest places that do not overlap.
    """
    high = clearance(places.values(), WIDER)
    if not places or not high:
        return None
    (left, top), (right, bottom) = corners(places.values())
    across, down = (right - left) / high / WIDER + 1, (bottom - top) / high + 1
    if max(across, down) > FINEST:
        return None
    spots = {
        each: Spot(each, (x - left) / high / WIDER + 0.5, (y - top) / high + 0.5)
        for each, (x, y) in places.items()
    }
    below = _below([each for each in ids if each not in places], int(across), down + BELOW)
    spots |= {each.table: each for each in below}
    lowest = max(each.y for each in spots.values()) + 0.5
    return Floor(room, across, lowest, tuple(spots[each] for each in ids), is_placed=True)


def _below(ids: Sequence[str], columns: int, top: float) -> Iterator[Spot]:
    for number, each in enumerate(ids):
        yield Spot(each, number % columns + 0.5, top + number // columns + 0.5)


def _in_rows(room: str | None, ids: Sequence[str]) -> Floor:
    across = math.ceil(math.sqrt(len(ids) * WIDER))
    down = math.ceil(len(ids) / across)
    across = math.ceil(len(ids) / down)
    spots = (
        Spot(table, number % across + 0.5, number // across + 0.5)
        for number, table in enumerate(ids)
    )
    return Floor(room, across, down, tuple(spots))
