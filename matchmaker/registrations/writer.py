"""Writing an event as the files that are read: read(write(event)) == event.

This holds for events in normal form, as reading makes them: texts are not empty and hold no
control characters but tabs and line breaks, languages are codes of two letters (three where there
is none), and a region is no other word for FR, WAL or VLG.
"""

import csv
from datetime import datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from matchmaker.cells import ERRORS, PROTECTION, unprotected
from matchmaker.event import Event
from matchmaker.registrations.columns import Cells, content_of, rows_of_table
from matchmaker.registrations.contract import SETTINGS, TABLES
from matchmaker.registrations.toml_text import Settings, toml_text

ALWAYS = ("event", "slots", "tables", "participants", "wishes", "rules", "objective")
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FIRST_YEAR_OF_SPREADSHEETS = 1901
WIDTH = 18


def write_folder(event: Event, folder: Path) -> None:
    """Write event.toml, participants.csv and wishes.csv into `folder`, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    content = content_of(event)
    (folder / "event.toml").write_text(_settings(event, content), encoding="utf-8", newline="")
    delimiter = ";" if event.languages[0] in ("fr", "nl") else ","
    for table in ("participants", "wishes"):
        text = _csv(rows_of_table(table, content), delimiter)
        (folder / f"{table}.csv").write_text(text, encoding="utf-8-sig", newline="")


def workbook(event: Event) -> bytes:
    """Return the event as one XLSX workbook, with a sheet for each table that it has."""
    content = content_of(event)
    file = BytesIO()
    with Workbook(file, {"in_memory": True, **AS_TEXT}) as book:
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for table in TABLES:
            if table in ALWAYS or content.get(table):
                sheet = book.add_worksheet(table)
                sheet.set_column(0, len(TABLES[table]), WIDTH)
                sheet.freeze_panes(1, 0)
                _fill(sheet, rows_of_table(table, content), bold, moment)
    return file.getvalue()


def _settings(event: Event, content: dict[str, Any]) -> str:
    tables = [each.model_dump(exclude_defaults=True) for each in event.tables]
    numbered = [{"id": str(number)} for number in range(1, len(tables) + 1)]
    ordered = {
        "name": content["name"],
        "venue": content.get("venue"),
        "contact": content.get("contact") or None,
        "timezone": content["timezone"],
        "languages": content["languages"],
        "tables": len(tables) if tables == numbered else tables,
    }
    rest = {t: content[t] for t in TABLES if t in content and t not in ordered}
    for table in ("participants", "wishes"):
        rest.pop(table, None)
    rest |= {name: Settings(rest[name]) for name in SETTINGS if name in rest}
    return toml_text(_written({k: v for k, v in ordered.items() if v is not None} | rest))


def _written(value: Any) -> Any:
    """Tuples are lists in TOML, and a text for all languages is a plain string.

    A text that would lose an apostrophe in reading gets one more.
    """
    if isinstance(value, str):
        return PROTECTION + value if value in ERRORS or unprotected(value) != value else value
    if isinstance(value, dict):
        if list(value) == [""]:
            return _written(value[""])
        return type(value)((key, _written(each)) for key, each in value.items())
    return [_written(each) for each in value] if isinstance(value, list | tuple) else value


def _csv(rows: Cells, delimiter: str) -> str:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def _fill(sheet: Any, rows: Cells, bold: Any, moment: Any) -> None:
    sheet.write_row(0, 0, rows[0], bold)
    for number, row in enumerate(rows[1:], 1):
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                _write_moment(sheet, number, column, value, moment)
            elif isinstance(value, int | float) and float(f"{value:.15g}") == value:
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, str(value))


def _write_moment(sheet: Any, row: int, column: int, value: datetime, form: Any) -> None:
    """Spreadsheets know no moments before 1900, no microseconds, and take midnight for a day."""
    is_day = value.time() == time.min
    if value.year < FIRST_YEAR_OF_SPREADSHEETS or value.microsecond or is_day:
        sheet.write_string(row, column, value.isoformat())
    else:
        sheet.write_datetime(row, column, value, form)
