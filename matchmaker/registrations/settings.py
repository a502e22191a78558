"""Sheets of settings, written as a column of names beside a column of values."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.cells import Cell, text_of
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.findings import Finding, Place, shown, warning
from matchmaker.registrations.folding import fold
from matchmaker.registrations.headers import key_of
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Record
from matchmaker.registrations.sheets import Sheet

SETTINGS_WITHIN = 40


def settings_of(sheet: Sheet, mapping: ColumnMapping) -> Record:
    """Return the record of a sheet with names in its first column and values in its second."""
    cells = {
        key: Cell(row[1], Place(sheet.file, number, shown(text_of(row[0]))))
        for number, row in enumerate(sheet.rows[:SETTINGS_WITHIN], start=1)
        if len(row) > 1 and (key := key_of(sheet.table, text_of(row[0]), mapping))
    }
    return Record(sheet.table, Place(sheet.file), cells)


def unknown_settings(sheet: Sheet, mapping: ColumnMapping) -> Iterator[Finding]:
    """Every name with a value beside it is understood."""
    for number, row in enumerate(sheet.rows[:SETTINGS_WITHIN], start=1):
        name = text_of(row[0])
        is_heading = _is_heading(name)
        is_filled = len(row) > 1 and name and text_of(row[1])
        if is_filled and not is_heading and key_of(sheet.table, name, mapping) is None:
            what = message("{name} is not understood and is left out.", name=shown(name))
            remedy = message(
                "Use one of: {known}.",
                known=", ".join(field.name for field in TABLES[sheet.table]),
            )
            yield warning(Place(sheet.file, number, shown(name)), "unknown-column", what, remedy)


def _is_heading(name: str) -> bool:
    return fold(name) in ("field", "champ", "veld", "setting", "parametre", "instelling")
