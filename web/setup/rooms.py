"""The rooms, and where the tables stand in them."""

from functools import partial
from typing import ClassVar

from matchmaker.messages import Message, message
from matchmaker.planning.changes import with_places
from matchmaker.planning.usage import uses_of_room, uses_of_table
from matchmaker.programme import Table
from web.current import Current
from web.languages import local_text
from web.setup.fields import Answers, Errors, Fields, shown_decimal
from web.setup.floor_plan import plans
from web.setup.page import Page, Reading, reading
from web.setup.place_rows import (
    answers_of_places,
    arranged,
    rooms_of,
    tables_of,
    with_more_rooms,
    with_more_tables,
)
from web.setup.removals import gone, objections
from web.setup.row_fields import place_of_row, row_number
from web.store.events import StoredEvent

OF_TABLE = ("table", "table_remove", "in", "x", "y")
OF_ROOM = ("room_name", "room_remove")


class Rooms(Page):
    """Rooms by name, tables by number, each with its place in the drawing."""

    key: ClassVar[str] = "rooms"
    title = message("Rooms and tables")
    lead = message("Each table holds one meeting in a slot. The drawing is printed for the door.")
    template = "setup_rooms.html"

    def part(self, stored: StoredEvent) -> object:
        """Return rooms and tables."""
        event = stored.event
        return [each.model_dump(mode="json") for each in (*event.rooms, *event.tables)]

    def answers(self, now: Current) -> Answers:
        """Return rooms and tables as rows."""
        return answers_of_places(now.stored.event)

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return the event with the rooms and tables of the rows."""
        fields, event = Fields(answers), now.stored.event
        rooms = rooms_of(fields, event)
        tables = tables_of(fields, {each.id for each in rooms})
        fields.errors.update(_in_use(answers, now))
        if fields.errors:
            return reading(now, event, fields.errors)
        return reading(now, with_places(event, rooms, tables))

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return a line for each room and each table."""
        event = stored.event
        names = {each.id: local_text(each.name) or each.id for each in event.rooms}
        tables = ((each.id, names.get(each.room or "", ""), _place(each)) for each in event.tables)
        return [*names.values(), *(" · ".join(filter(None, each)) for each in tables)]

    def row(self, field: str, answers: Answers) -> Message | None:
        """Return the number of the table or room."""
        table = row_number(field, OF_TABLE)
        if table is not None:
            return message("Table {number}", number=answers.get(f"table_{table}", ""))
        place = place_of_row(field, OF_ROOM, Fields(answers).rows("room"))
        return message("Room {number}", number=place) if place else None

    def refilled(self, wanted: str, answers: Answers, now: Current) -> Answers | None:
        """Return the rows with more rooms or tables, or with tables in rows."""
        refill = {"room": with_more_rooms, "tables": with_more_tables, "arrange": arranged}
        if wanted in refill:
            return refill[wanted](answers)
        return super().refilled(wanted, answers, now)

    def context(self, answers: Answers, now: Current) -> dict[str, object]:  # noqa: ARG002
        """Return the rows and the drawings."""
        fields = Fields(answers)
        return {
            "room_rows": fields.rows("room"),
            "table_rows": fields.rows("table"),
            "plans": plans(answers),
        }


def _place(table: Table) -> str:
    return "" if table.x is None else f"{shown_decimal(table.x)} × {shown_decimal(table.y)} m"


def _in_use(answers: Answers, now: Current) -> Errors:
    """Return an error for each room and table that is removed but used."""
    event, whole = now.stored.event, now.merged.event
    rooms = gone(answers, "room", "room_remove", event.room_by_id)
    tables = gone(answers, "table", "table_remove", event.table_by_id)
    return {
        **objections(rooms, partial(uses_of_room, whole), event),
        **objections(tables, partial(uses_of_table, whole), event),
    }
