"""From the rows of a sheet to records."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.cells import Cell, text_of
from matchmaker.registrations.contract import SETTINGS, TABLES
from matchmaker.registrations.findings import Finding, Place, error
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Material, Record
from matchmaker.registrations.settings import settings_of, unknown_settings
from matchmaker.registrations.sheet_columns import column_faults, overflowing
from matchmaker.registrations.sheets import Header, Sheet, header_of, place
from matchmaker.registrations.totals import is_total, left_out
from matchmaker.registrations.wish_columns import spread


def read_sheet(sheet: Sheet, mapping: ColumnMapping) -> Material:
    """Return the records below the header of `sheet`, and what is wrong with its columns."""
    header = header_of(sheet, mapping)
    if sheet.table in SETTINGS:
        settings = settings_of(sheet, mapping)
        if len(settings.cells) > header.understood:
            return Material((settings,), tuple(unknown_settings(sheet, mapping)))
    if not header.understood:
        return _headless(sheet)
    findings = [*column_faults(sheet, header, mapping), *overflowing(sheet, header)]
    records = tuple(_records(sheet, header, findings))
    return Material(records, tuple(findings))


def _records(sheet: Sheet, header: Header, findings: list[Finding]) -> Iterator[Record]:
    columns = {key: column for column, key in enumerate(header.keys) if key}
    for number, row in enumerate(sheet.rows[header.row + 1 :], start=header.row + 1):
        cells = {
            key: Cell(
                row[column] if column < len(row) else None, place(sheet, number, header, column)
            )
            for key, column in columns.items()
        }
        if is_total(sheet.table, row, cells):
            findings.append(left_out(place(sheet, number), row))
        elif any(not each.is_blank for each in cells.values()):
            yield from spread(Record(sheet.table, place(sheet, number), cells, in_columns=True))


def is_empty(sheet: Sheet) -> bool:
    """Tell whether no cell of `sheet` holds anything."""
    return not any(text_of(each) for row in sheet.rows for each in row)


def nothing_in(file: str) -> Finding:
    """Return the Finding that a file or sheet is empty."""
    what = message("There is nothing in it.")
    remedy = message("Save it again with a header and one row for each record.")
    return error(Place(file), "empty-file", what, remedy)


def _headless(sheet: Sheet) -> Material:
    where = Place(sheet.file)
    if is_empty(sheet):
        return Material((), (nothing_in(sheet.file),), frozenset((sheet.table,)))
    what = message("No row names the columns.")
    remedy = message(
        "Write a header such as {header} in the first row.",
        header=", ".join(field.name for field in TABLES[sheet.table][:4]),
    )
    return Material((), (error(where, "no-header", what, remedy),), frozenset((sheet.table,)))
