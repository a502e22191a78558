"""The drawing of each room, made from what stands in the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from web.setup.fields import Answers, Fields

WIDEST, LEAST_WIDTH, LEAST_HEIGHT = 200.0, 12.0, 6.0
AROUND = 2.0
WAITING = 1.6
"""How far apart tables without a place wait for one, below the drawing."""


@dataclass(frozen=True)
class Spot:
    """A table in the drawing: the number of its row in the form, and where it is drawn."""

    row: int
    table: str
    x: float
    y: float
    is_placed: bool


@dataclass(frozen=True)
class Plan:
    """A room with its tables; `room` is empty for tables in no room."""

    room: str
    width: float
    height: float
    spots: tuple[Spot, ...]


def plans(answers: Answers) -> list[Plan]:
    """Return a drawing for each room that holds a table."""
    rooms: dict[str, list[int]] = {}
    for row in Fields(answers).rows("table"):
        if not answers.get(f"table_remove_{row}"):
            rooms.setdefault(answers.get(f"in_{row}", ""), []).append(row)
    return [_plan(room, rows, answers) for room, rows in rooms.items()]


def _plan(room: str, rows: Sequence[int], answers: Answers) -> Plan:
    places = {row: _place(row, answers) for row in rows}
    known = [each for each in places.values() if each]
    width = max([LEAST_WIDTH, *(x + AROUND for x, _ in known)])
    height = max([LEAST_HEIGHT, *(y + AROUND for _, y in known)])
    waiting = [row for row, place in places.items() if not place]
    per_row = max(1, int((width - AROUND) / WAITING))
    spots = [
        Spot(row, answers[f"table_{row}"], *place, is_placed=True)
        for row, place in places.items()
        if place
    ]
    for number, row in enumerate(waiting):
        x, y = 1 + number % per_row * WAITING, height + number // per_row * WAITING
        spots.append(Spot(row, answers[f"table_{row}"], x, y, is_placed=False))
    if waiting:
        height += ((len(waiting) - 1) // per_row + 1) * WAITING
    return Plan(room, width, height, tuple(spots))


def _place(row: int, answers: Answers) -> tuple[float, float] | None:
    fields = Fields(answers)
    x, y = (fields.decimal(f"{axis}_{row}", WIDEST) for axis in "xy")
    return None if x is None or y is None else (x, y)
