"""Events to begin with: programmes without people, to be changed as one likes."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from matchmaker.event import Event
from matchmaker.planning.pattern import Pattern, stretches
from matchmaker.planning.renewal import renewed
from matchmaker.planning.rows import in_rows, numbered, placed
from matchmaker.programme import Room, Session, Table, Workshop
from matchmaker.terms import Objective, Rules
from matchmaker.values import Count, Positive, Texts, Value


class Template(Value):
    """A programme: its slots as patterns of one day, its tables in rows in `table_room`."""

    key: str
    name: Texts
    about: Texts
    patterns: tuple[Mapping[str, Any], ...]
    tables: Count
    per_row: Positive
    table_room: str | None = None
    rooms: tuple[Room, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    sessions: tuple[Session, ...] = ()
    rules: Rules = Rules()
    objective: Objective = Objective()

    def event(self, day: date, **fields: Any) -> Event:
        """Return the event of this template on `day`, with its name and other `fields`."""
        times = [each for pattern in self.patterns for each in stretches(_on(day, pattern))]
        programme = {
            "slots": renewed((), times),
            "rooms": self.rooms,
            "tables": self._tables(),
            "workshops": self.workshops,
            "sessions": self.sessions,
            "rules": self.rules,
            "objective": self.objective,
        }
        return Event.model_validate(programme | fields)

    def _tables(self) -> tuple[Table, ...]:
        ids = numbered(self.tables)
        tables = (Table(id=each, room=self.table_room) for each in ids)
        return placed(tables, in_rows(ids, self.per_row))


def _on(day: date, pattern: Mapping[str, Any]) -> Pattern:
    return Pattern.model_validate({"day": day, **pattern})


@cache
def templates() -> Mapping[str, Template]:
    """Return all templates by key, in the order in which they are offered."""
    text = files("matchmaker.planning").joinpath("templates.toml").read_text("utf-8")
    found = (Template.model_validate(each) for each in tomllib.loads(text)["templates"])
    return {each.key: each for each in found}
