"""Spreadsheets: the workbook for organisers, and the CSV files that other programs read."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from matchmaker.cells import is_risky, protected
from matchmaker.certificate import Certificate
from matchmaker.documents.ledgers import Cell, Kind, Ledger
from matchmaker.documents.meeting_ledgers import (
    agenda_ledger,
    in_order,
    interpreting_ledger,
    meeting_ledger,
)
from matchmaker.documents.people_ledgers import (
    attendance_ledger,
    certificate_ledger,
    participant_ledger,
    session_ledger,
    wish_ledger,
)
from matchmaker.documents.style import Colour
from matchmaker.documents.wording import Words, words
from matchmaker.documents.writing import plain
from matchmaker.event import Event
from matchmaker.score import pair_values
from matchmaker.timetable import Timetable

CREATED = datetime(2000, 1, 1)
"""What workbooks give as their date, so that equal input gives equal bytes."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}
LONGEST_CELL = 32_767
WIDTHS = {Kind.CODE: 12, Kind.TEXT: 28, Kind.LONG: 48, Kind.DAY: 13}
OTHER_WIDTH = 11
NUMBER_FORMATS = {
    Kind.NUMBER: "0",
    Kind.DAY: "dd/mm/yyyy",
    Kind.TIME: "hh:mm",
}
MEETING_FIELDS = ("slot", "table", "participant_a", "participant_b", "interpreter", "value")
ATTENDANCE_FIELDS = ("participant", "session")


def workbook(
    event: Event,
    timetable: Timetable,
    certificate: Certificate | None = None,
    language: str = "en",
) -> bytes:
    """Return an XLSX workbook of everything, with filters and fixed headings; no cell is live."""
    content = BytesIO()
    said = words(language)
    book = Workbook(content, OPTIONS)
    book.set_properties({"title": plain(said.text(event.name)), "created": CREATED})
    for each in _ledgers(event, timetable, certificate, said):
        _write(book, each)
    book.close()
    return content.getvalue()


def meetings_csv(event: Event, timetable: Timetable) -> bytes:
    """Return the meetings by slot and table, ids only, UTF-8 with commas."""
    values = pair_values(event)
    rows = (
        (
            each.slot,
            each.table,
            *each.participants,
            each.interpreter or "",
            _number(values.get(each.pair, 0.0)),
        )
        for each in in_order(event, timetable)
    )
    return _csv(MEETING_FIELDS, rows)


def attendances_csv(event: Event, timetable: Timetable) -> bytes:
    """Return the attendances by session and participant, ids only, UTF-8 with commas."""
    sessions = {each: number for number, each in enumerate(event.session_by_id)}
    people = {each: number for number, each in enumerate(event.participant_by_id)}
    ordered = sorted(
        timetable.attendances, key=lambda each: (sessions[each.session], people[each.participant])
    )
    return _csv(ATTENDANCE_FIELDS, ((each.participant, each.session) for each in ordered))


def _csv(fields: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    content = StringIO()
    writer = csv.writer(content, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([protected(cell) for cell in row] for row in rows)
    return content.getvalue().encode()


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _ledgers(
    event: Event, timetable: Timetable, certificate: Certificate | None, said: Words
) -> Iterator[Ledger]:
    yield meeting_ledger(event, timetable, said)
    yield agenda_ledger(event, timetable, said)
    yield participant_ledger(event, timetable, said)
    yield wish_ledger(event, timetable, said)
    yield session_ledger(event, timetable, said)
    yield attendance_ledger(event, timetable, said)
    yield interpreting_ledger(event, timetable, said)
    if certificate is not None:
        yield certificate_ledger(certificate, said)


def _write(book: Workbook, ledger: Ledger) -> None:
    sheet = book.add_worksheet(ledger.title)
    _set_up(sheet, ledger)
    heading = book.add_format(
        {"bold": True, "font_color": Colour.PAPER, "bg_color": Colour.ACCENT, "valign": "vcenter"}
    )
    formats = [_format(book, kind) for _, kind in ledger.columns]
    text = book.add_format({"valign": "top", "quote_prefix": True})
    for number, (name, kind) in enumerate(ledger.columns):
        sheet.set_column(number, number, WIDTHS.get(kind, OTHER_WIDTH))
        sheet.write_string(0, number, name, heading)
    for line, row in enumerate(ledger.rows, start=1):
        for number, cell in enumerate(row):
            _put(sheet, (line, number), cell, formats[number], text)


def _set_up(sheet: Worksheet, ledger: Ledger) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(ledger.rows)), len(ledger.columns) - 1)
    sheet.set_row(0, 20)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _format(book: Workbook, kind: Kind) -> Format:
    look: dict[str, object] = {"valign": "top", "text_wrap": kind is Kind.LONG}
    if kind in NUMBER_FORMATS:
        look["num_format"] = NUMBER_FORMATS[kind]
    return book.add_format(look)


def _put(sheet: Worksheet, place: tuple[int, int], cell: Cell, usual: Format, text: Format) -> None:
    """Write one cell as what it is; text stays text, whatever it begins with."""
    if isinstance(cell, datetime):
        sheet.write_datetime(*place, cell, usual)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell, usual)
    elif cell:
        kept = plain(cell)[:LONGEST_CELL]
        sheet.write_string(*place, kept, text if is_risky(kept) else usual)
