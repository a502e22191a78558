"""Records from tables within tables, as TOML and JSON hold them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from matchmaker.registrations.cells import Cell
from matchmaker.registrations.contract import TABLES, Shape, field_of
from matchmaker.registrations.findings import Place
from matchmaker.registrations.records import Record

Where = Callable[[str, int | None, str], Place]
"""From a table ("" for the top), the number of its record and a key to their place."""


def records_in(content: Mapping[str, Any], where: Where) -> Iterator[Record]:
    """Return a record for the top of `content` and one for each record of the tables in it."""
    yield _record("event", content, where, "", None)
    for table, value in content.items():
        if table in TABLES and table != "event":
            items = value if isinstance(value, list) else [value]
            for index, each in enumerate(items):
                if isinstance(each, dict):
                    yield _record(table, each, where, table, None if each is value else index)


def _record(
    table: str, content: Mapping[str, Any], where: Where, header: str, index: int | None
) -> Record:
    cells = {
        name: Cell(value, where(header, index, key))
        for key, held in content.items()
        for name, value in _spread(table, key, held)
    }
    return Record(table, where(header, index, ""), cells)


def _spread(table: str, key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Texts in several languages become a cell each; a list of tables is no number of tables."""
    field = field_of(table, key)
    if field is None or (table == "event" and key == "tables" and isinstance(value, list)):
        return
    if field.shape is Shape.TEXTS and isinstance(value, dict):
        yield from ((f"{key}_{language}" if language else key, v) for language, v in value.items())
    else:
        yield key, value
