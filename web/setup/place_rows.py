"""Rooms and tables as rows of a form."""

from collections.abc import Collection

from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.planning.rows import ACROSS, DOWN, in_rows, numbered
from matchmaker.programme import Room, Table
from web.setup.fields import Answers, Fields, answers_of_texts, shown_decimal

MOST_TABLES = 400
MOST_ADDED = 100
FARTHEST = 10_000.0
LONGEST_NUMBER = 12


def answers_of_places(event: Event) -> Answers:
    """Return the rows that say rooms and tables."""
    answers: Answers = MultiDict()
    for number, room in enumerate(event.rooms, start=1):
        answers[f"room_{number}"] = room.id
        answers.update(answers_of_texts(f"room_name_{number}", room.name))
    for number, table in enumerate(event.tables, start=1):
        _put(answers, number, table.id, table.room or "")
        answers[f"x_{number}"] = shown_decimal(table.x)
        answers[f"y_{number}"] = shown_decimal(table.y)
    return answers


def _put(answers: Answers, number: int, table: str, room: str) -> None:
    answers[f"table_{number}"] = table
    answers[f"in_{number}"] = room


def rooms_of(fields: Fields, event: Event) -> list[Room]:
    """Return the rooms of the rows that stay."""
    rooms = []
    for number in fields.rows("room"):
        if fields.answers.get(f"room_remove_{number}"):
            continue
        key = fields.answers[f"room_{number}"]
        before = event.room_by_id.get(key)
        missing = message("Write the name of the room.")
        name = fields.texts(f"room_name_{number}", before.name if before else {}, missing)
        rooms.append(Room(id=key or f"room-{number}", name=name))
    return rooms


def tables_of(fields: Fields, rooms: Collection[str]) -> list[Table]:
    """Return the tables of the rows that stay; one without a whole place has none."""
    tables: dict[str, Table] = {}
    for number in fields.rows("table"):
        if fields.answers.get(f"table_remove_{number}"):
            continue
        found = _table(fields, number, rooms)
        if found.id in tables and f"table_{number}" not in fields.errors:
            fields.errors[f"table_{number}"] = message("There is another table of this number.")
        tables[found.id] = found
    if len(tables) > MOST_TABLES:
        most = message("An event has at most {most} tables here.", most=MOST_TABLES)
        fields.errors["tables"] = most
    return list(tables.values())


def _table(fields: Fields, number: int, rooms: Collection[str]) -> Table:
    missing = message("Write the number of the table.")
    key = fields.text(f"table_{number}", LONGEST_NUMBER, missing)
    room = fields.answers.get(f"in_{number}", "")
    if room and room not in rooms:
        fields.errors[f"in_{number}"] = message("This room is removed. Choose another one.")
    x, y = (fields.decimal(f"{axis}_{number}", FARTHEST) for axis in "xy")
    for axis, one, other in (("x", x, y), ("y", y, x)):
        name = f"{axis}_{number}"
        if one is None and other is not None and name not in fields.errors:
            fields.errors[name] = message("Write both distances, or none.")
    if fields.errors:
        return Table(id=key or "?")
    return Table(id=key, room=room or None, x=x, y=y)


def with_more_rooms(answers: Answers) -> Answers:
    """Return the rows with one more room, still without a name."""
    more = answers.copy()
    number = max(Fields(answers).rows("room"), default=0) + 1
    known = {answers[f"room_{each}"] for each in Fields(answers).rows("room")}
    free = (f"room-{each}" for each in range(number, number + len(known) + 1))
    more[f"room_{number}"] = next(each for each in free if each not in known)
    more.update({f"room_name_{number}_{each}": "" for each in ("fr", "nl", "en")})
    return more


def with_more_tables(answers: Answers) -> Answers:
    """Return the rows with more tables, numbered on, in the room that was chosen."""
    fields, more = Fields(answers), answers.copy()
    rows = fields.rows("table")
    taken = [answers[f"table_{each}"] for each in rows]
    wanted = min(fields.number("add_tables", 1, MOST_ADDED), MOST_TABLES - len(rows))
    first = max((int(each) for each in taken if each.isascii() and each.isdigit()), default=0) + 1
    number = max(rows, default=0)
    for table in numbered(max(0, wanted), taken, first):
        number += 1
        _put(more, number, table, answers.get("add_room", ""))
        more.update({f"x_{number}": "", f"y_{number}": ""})
    return more


def arranged(answers: Answers) -> Answers:
    """Return the rows with the tables of the chosen room in rows."""
    fields, more = Fields(answers), answers.copy()
    room = answers.get("arrange_room", "")
    here = [each for each in fields.rows("table") if answers.get(f"in_{each}", "") == room]
    staying = [each for each in here if not answers.get(f"table_remove_{each}")]
    per_row = fields.number("per_row", 1, MOST_TABLES, usual=5)
    across = fields.decimal("across", 100) or ACROSS
    down = fields.decimal("down", 100) or DOWN
    places = in_rows([str(each) for each in staying], per_row, across, down)
    for number, (x, y) in places.items():
        more[f"x_{number}"], more[f"y_{number}"] = shown_decimal(x), shown_decimal(y)
    return more
