"""CSV as spreadsheets of any country write it: `;`, `,` or tab, with or without `sep=`."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from matchmaker.messages import message
from matchmaker.registrations.decoding import decoded
from matchmaker.registrations.findings import Finding, Place, error, shown
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.sheet_records import read_sheet
from matchmaker.registrations.sheets import HEADER_WITHIN, Sheet, header_of
from matchmaker.registrations.sizes import most_rows, too_large

DELIMITERS = (";", ",", "\t")
STATED = re.compile(r'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
LAST = "last line"


def read_csv(source: Source, table: str, mapping: ColumnMapping) -> Material:
    """Return the records of a CSV file of `table`."""
    sheet, findings = sheet_of_csv(source, table, mapping)
    large = too_large(source.name, table, sheet.rows) if sheet else None
    if sheet is None or large:
        return Material((), (*findings, *([large] if large else ())), frozenset((table,)))
    return Material((), findings) + read_sheet(sheet, mapping)


def sheet_of_csv(
    source: Source, table: str, mapping: ColumnMapping
) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """Return a CSV file of `table` as a sheet, or None with what stands in the way.

    Of a sheet that is too large, no more rows are read than tell that it is.
    """
    text, findings = decoded(source)
    if text is None:
        return None, findings
    try:
        delimiter, body = _delimiter(text, source.name, table, mapping)
        rows = _split(body, delimiter, most_rows() + 1)
        unclosed = tuple(_unclosed(source, body, delimiter))
    except csv.Error as problem:
        return None, (*findings, _malformed(source, problem))
    if unclosed:
        return None, (*findings, *unclosed)
    return Sheet(source.name, table, rows), findings


def _delimiter(text: str, name: str, table: str, mapping: ColumnMapping) -> tuple[str, str]:
    """Return the delimiter that makes most sense of the header, and the text it is for."""
    if stated := STATED.match(text):
        return stated[1], text[stated.end() :]
    attempts = (Sheet(name, table, _split(text, each, HEADER_WITHIN)) for each in DELIMITERS)
    scores = [
        (header_of(each, mapping).understood, max(map(len, each.rows), default=0))
        for each in attempts
    ]
    return DELIMITERS[scores.index(max(scores))], text


def _split(text: str, delimiter: str, most: int) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    return list(islice(reader, most))


def _unclosed(source: Source, text: str, delimiter: str) -> Iterator[Finding]:
    """A last line that is swallowed by a cell stands behind a quote that nobody closed."""
    if '"' not in text:
        return
    number, row = 0, [""]
    reader = csv.reader(StringIO(f"{text}\r\n{LAST}", newline=""), delimiter=delimiter)
    for number, row in enumerate(reader, 1):  # noqa: B007 - the last ones are wanted
        pass
    if row != [LAST]:
        what = message("A double quote is opened and never closed.")
        remedy = message("Close it, or double it where it belongs to the text.")
        yield error(Place(source.name, number), "unclosed-quote", what, remedy)


def _malformed(source: Source, problem: csv.Error) -> Finding:
    what = message("This cannot be read as CSV: {detail}.", detail=shown(problem))
    remedy = message("Save it from the spreadsheet as CSV UTF-8 or as XLSX.")
    return error(Place(source.name), "unreadable-file", what, remedy)
