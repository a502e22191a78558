"""Keys of event.toml: what is not understood, and the column mapping among them."""

from collections.abc import Iterator, Mapping
from typing import Any

from matchmaker.messages import message
from matchmaker.registrations.contract import SETTINGS, TABLES, field_of
from matchmaker.registrations.findings import Finding, Place, error, shown
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.suggestions import nearest
from matchmaker.registrations.toml_lines import Lines
from matchmaker.registrations.wish_columns import is_wish_column

COLUMNS = "columns"


def unknown_keys(content: Mapping[str, Any], lines: Lines) -> Iterator[Finding]:
    """Every key of event.toml is one of the contract."""
    top = {field.name for field in TABLES["event"]}
    for key, value in content.items():
        if key in TABLES and key not in ("event", *top):
            yield from _unknown_in_table(key, value, lines)
        elif key != COLUMNS and field_of("event", key) is None:
            yield _unknown_key(
                key, sorted({*top, *TABLES, COLUMNS} - {"event"}), lines.place("", None, key)
            )
    if isinstance(content.get("tables"), list):
        yield from _unknown_in_table("tables", content["tables"], lines)


def _unknown_in_table(table: str, value: Any, lines: Lines) -> Iterator[Finding]:
    items = value if isinstance(value, list) else [value]
    for index, each in enumerate(items):
        if not isinstance(each, dict):
            yield _no_table(table, lines.place("", None, table))
            return
        where = None if table in SETTINGS else index
        for key in each:
            if field_of(table, key) is None:
                known = [field.name for field in TABLES[table]]
                yield _unknown_key(key, known, lines.place(table, where, key))


def _unknown_key(key: str, known: list[str], place: Place) -> Finding:
    what = message("There is no setting {key} here.", key=shown(key))
    guess = nearest(key, known)
    if guess is not None:
        remedy = message("Did you mean {suggestion}?", suggestion=guess)
    elif any(field.name == key for field in TABLES["event"]) or key in TABLES:
        remedy = message("Move it above the first line in square brackets.")
    else:
        remedy = message("Use one of: {known}.", known=", ".join(known))
    return error(place, "unknown-key", what, remedy)


def _no_table(table: str, place: Place) -> Finding:
    what = message("{table} is not written as tables.", table=table)
    remedy = message("Write each one under its own line [[{table}]].", table=table)
    return error(place, "bad-toml", what, remedy)


def column_mapping(content: Mapping[str, Any]) -> ColumnMapping:
    """Return what stands under [columns.…], as far as it names fields that exist."""
    said = content.get(COLUMNS)
    if not isinstance(said, dict):
        return NO_MAPPING
    tables = {table: each for table, each in said.items() if isinstance(each, dict)}
    return ColumnMapping(
        columns={
            table: {h: f for h, f in each.items() if isinstance(f, str) and _is_field(table, f)}
            for table, each in tables.items()
        }
    )


def mapping_faults(content: Mapping[str, Any], lines: Lines) -> Iterator[Finding]:
    """The column mapping names tables and fields that exist."""
    said = content.get(COLUMNS)
    if not isinstance(said, dict):
        return
    for table, columns in said.items():
        if table not in TABLES or not isinstance(columns, dict):
            yield _unknown_key(table, list(TABLES), lines.place(f"{COLUMNS}.{table}", None, ""))
            continue
        for header, name in columns.items():
            if not isinstance(name, str) or not _is_field(table, name):
                place = lines.place(f"{COLUMNS}.{table}", None, header)
                yield _unknown_field(str(name), table, place)


def _is_field(table: str, name: str) -> bool:
    if table not in TABLES:
        return False
    return name == "" or field_of(table, name) is not None or is_wish_column(table, name)


def _unknown_field(name: str, table: str, place: Place) -> Finding:
    what = message("There is no field {field} in {table}.", field=shown(name), table=table)
    known = [field.name for field in TABLES[table]]
    guess = nearest(name, known)
    if guess is not None:
        remedy = message("Did you mean {suggestion}?", suggestion=guess)
    else:
        remedy = message("Use one of: {known}.", known=", ".join(known))
    return error(place, "unknown-field", what, remedy)
