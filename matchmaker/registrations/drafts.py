"""The event in the making: rows of parsed values that still remember where they stood."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from matchmaker.registrations.findings import Finding, Place
from matchmaker.registrations.records import Record


@dataclass(frozen=True)
class Row:
    """A record with the values of those fields that are filled in and understood."""

    record: Record
    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """Return the value of a field, or None."""
        return self.values.get(name)

    def place(self, name: str = "") -> Place:
        """Return where the field `name` stands, or the row itself."""
        return self.record.place_of(name)

    def having(self, **values: Any) -> "Row":
        """Return the row with these values in place of its own; None takes a value away."""
        changed = {**self.values, **values}
        return replace(self, values={k: v for k, v in changed.items() if v is not None})


@dataclass(frozen=True)
class Draft:
    """The rows of each table. `unread` holds the tables of which nothing can be said."""

    rows: Mapping[str, tuple[Row, ...]]
    unread: frozenset[str] = field(default_factory=frozenset)

    def __getitem__(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table, in file order."""
        return self.rows.get(table, ())

    def ids(self, table: str) -> list[str]:
        """Return the ids of a table, in file order."""
        return [each["id"] for each in self[table] if each["id"]]

    def setting(self, table: str, name: str) -> Any:
        """Return a value of a table of one record, or None."""
        return next((each[name] for each in self[table] if each[name] is not None), None)

    def having(self, table: str, rows: Iterable[Row]) -> "Draft":
        """Return the draft with `rows` as the rows of `table`."""
        return replace(self, rows={**self.rows, table: tuple(rows)})


Step = tuple[Draft, tuple[Finding, ...]]
"""A draft further on, and what was found on the way."""
