"""From records to a draft: every cell is parsed, and what cannot be is reported."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from matchmaker.messages import message
from matchmaker.registrations.a_little import with_understood
from matchmaker.registrations.contract import STAND_INS, TABLES, Field, Shape
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error
from matchmaker.registrations.parsers import Refusal
from matchmaker.registrations.records import Material, Record
from matchmaker.registrations.whole_names import apart

REMEDIES = {
    ("participants", "id"): message("Fill it in; an e-mail address does as well."),
    ("participants", "email"): message("Fill it in; a number in a column of its own (id) will do."),
}


def parsed(material: Material) -> Step:
    """Return the draft of all records."""
    findings: list[Finding] = []
    in_order = sorted(material.records, key=lambda each: list(TABLES).index(each.table))
    rows = {
        table: tuple(_row(each, findings) for each in records)
        for table, records in groupby(in_order, key=lambda each: each.table)
    }
    return Draft(rows, material.unread), tuple(findings)


def _row(record: Record, findings: list[Finding]) -> Row:
    if record.table == "participants":
        record = with_understood(record)
    values: dict[str, Any] = {}
    for field in TABLES[record.table]:
        content = _content(record, field)
        if content is None:
            findings.extend(_missing(record, field))
            continue
        try:
            values[field.name] = field.parse(content)
        except Refusal as refusal:
            place = record.place_of(_first_key(record, field))
            findings.append(error(place, refusal.code, refusal.what, refusal.remedy))
    row = Row(record, values)
    return _completed(row, findings) if record.table == "participants" else row


def _content(record: Record, field: Field) -> Any:
    if field.shape is Shape.TEXTS:
        return _by_language(record, field.name) or None
    cell = record.cells.get(field.name)
    return None if cell is None or cell.is_blank else cell.value


def _by_language(record: Record, name: str) -> Mapping[str, Any]:
    return {
        key[len(name) + 1 :]: cell.value
        for key, cell in record.cells.items()
        if (key == name or key.startswith(f"{name}_")) and not cell.is_blank
    }


def _first_key(record: Record, field: Field) -> str:
    keys = (key for key in record.cells if key.startswith(f"{field.name}_"))
    return field.name if field.name in record.cells else next(keys, field.name)


def _missing(record: Record, field: Field) -> list[Finding]:
    """A column that is missing altogether has been reported once, with the header."""
    if not field.required:
        return []
    ways = (_first_key(record, field), STAND_INS.get((record.table, field.name), ""))
    held = [each for each in ways if each in record.cells]
    if any(not record.cells[each].is_blank for each in held) or (record.in_columns and not held):
        return []
    name = field.name if field.name in record.cells or not held else held[0]
    what = message("{field} is missing.", field=name)
    remedy = REMEDIES.get((record.table, name), message("Fill it in."))
    return [error(record.place_of(name), "missing-value", what, remedy)]


def _completed(row: Row, findings: list[Finding]) -> Row:
    """People are known by their address where they have no id, and by one name if need be."""
    if not row["id"] and row["email"]:
        row = row.having(id=row["email"].casefold())
    row = _with_names_apart(row)
    if row["first_name"] or row["last_name"]:
        return row
    if not row["name"] and not _name_was_refused(row):
        what = message("{field} is missing.", field="name")
        findings.append(
            error(row.place("last_name"), "missing-value", what, message("Fill it in."))
        )
    return row.having(last_name=row["name"])


def _with_names_apart(row: Row) -> Row:
    """Return the row with first and last name, where its sheet has one column for both.

    An event that was written says of each name which it is, whatever its capitals.
    """
    if "first_name" in row.record.cells or not row.record.in_columns:
        return row
    names = apart(row["last_name"] or row["name"] or "")
    return row.having(first_name=names[0], last_name=names[1]) if names else row


def _name_was_refused(row: Row) -> bool:
    cells = (row.record.cells.get(each) for each in ("name", "first_name", "last_name"))
    return any(each is not None and not each.is_blank for each in cells)
