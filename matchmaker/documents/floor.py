"""Where tables stand: each room with its tables in rows, as they are walked along."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from matchmaker.event import Event
from matchmaker.programme import Table

WIDER = 1.6
"""How many times as many tables stand in a row as there are rows, much like a hall."""


@dataclass(frozen=True)
class Spot:
    """A table, and where its middle is: in places across and down from the far left corner."""

    table: str
    x: float
    y: float


@dataclass(frozen=True)
class Floor:
    """A room and its tables; `across` and `down` say for how many there is room."""

    room: str | None
    across: int
    down: int
    spots: tuple[Spot, ...]

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


def _floor(room: str | None, tables: Iterable[Table]) -> Floor:
    ids = [each.id for each in tables]
    across = math.ceil(math.sqrt(len(ids) * WIDER))
    down = math.ceil(len(ids) / across)
    across = math.ceil(len(ids) / down)
    spots = (
        Spot(table, number % across + 0.5, number // across + 0.5)
        for number, table in enumerate(ids)
    )
    return Floor(room, across, down, tuple(spots))
