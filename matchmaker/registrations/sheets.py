"""Sheets, and which of their first rows is the header."""

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.registrations.cells import text_of
from matchmaker.registrations.findings import Place, shown
from matchmaker.registrations.headers import key_of
from matchmaker.registrations.mapping import ColumnMapping

HEADER_WITHIN = 10


@dataclass(frozen=True)
class Sheet:
    """The rows of a CSV file or of a sheet, for the table they hold; `file` is its name."""

    file: str
    table: str
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True)
class Header:
    """The row (from 0) that names the columns, and for each column its key, if understood."""

    row: int
    names: tuple[str, ...]
    keys: tuple[str | None, ...]

    @property
    def understood(self) -> int:
        """How many fields the row names."""
        return len({each for each in self.keys if each})


def header_of(sheet: Sheet, mapping: ColumnMapping) -> Header:
    """Return the one of the first rows that names most fields; the first of equals."""
    headers = [
        _header(sheet, number, row, mapping)
        for number, row in enumerate(sheet.rows[:HEADER_WITHIN])
    ]
    return max(headers, key=lambda each: each.understood, default=Header(0, (), ()))


def place(sheet: Sheet, row: int, header: Header | None = None, column: int = 0) -> Place:
    """Return the place of a cell, from its row and column counted from 0."""
    if header is None:
        return Place(sheet.file, row + 1)
    return Place(sheet.file, row + 1, shown(name_of(header, column)), column)


def letter(column: int) -> str:
    """Return what a spreadsheet calls its column number `column`, from 0: A, …, Z, AA, …."""
    before, last = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _header(sheet: Sheet, number: int, row: Sequence[object], mapping: ColumnMapping) -> Header:
    names = tuple(text_of(each) for each in row)
    keys = tuple(key_of(sheet.table, each, mapping) if each else None for each in names)
    return Header(number, names, keys)


def name_of(header: Header, column: int) -> str:
    """Return the header of a column as it is written, or its letter where there is none."""
    return (header.names[column] if column < len(header.names) else "") or letter(column)
