"""Spreadsheets: the workbook for organisers, and the CSV files that other programs read."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO, StringIO

from xlsxwriter import Workbook

from matchmaker.cells import protected
from matchmaker.certificate import Certificate
from matchmaker.documents.ledgers import Ledger
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
from matchmaker.documents.programme_ledgers import (
    organisation_ledger,
    programme_ledger,
    standby_ledger,
    table_ledger,
)
from matchmaker.documents.wording import Words, words_of
from matchmaker.documents.worksheets import Press
from matchmaker.documents.writing import plain
from matchmaker.event import Event
from matchmaker.score import pair_values
from matchmaker.timetable import Timetable

CREATED = datetime(2000, 1, 1)
"""What workbooks give as their date, so that equal input gives equal bytes."""
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}
LEDGERS = (
    meeting_ledger,
    agenda_ledger,
    participant_ledger,
    organisation_ledger,
    wish_ledger,
    programme_ledger,
    table_ledger,
    standby_ledger,
    session_ledger,
    attendance_ledger,
    interpreting_ledger,
)
MEETING_FIELDS = (
    "slot",
    "table",
    "participant_a",
    "participant_b",
    "interpreter",
    "value",
    "guest",
)
ATTENDANCE_FIELDS = ("participant", "session")


def workbook(
    event: Event,
    timetable: Timetable,
    certificate: Certificate | None = None,
    language: str | None = None,
) -> bytes:
    """Return an XLSX workbook of everything, with filters and fixed headings; no cell is live.

    It is in the first language of the event, unless one is given.
    """
    content = BytesIO()
    said = words_of(event, language)
    book = Workbook(content, OPTIONS)
    name = plain(said.text(event.name))
    book.set_properties({"title": name, "created": CREATED})
    press = Press(book, name)
    for each in ledgers(event, timetable, certificate, said):
        press.write(each)
    book.close()
    return content.getvalue()


def ledgers(
    event: Event, timetable: Timetable, certificate: Certificate | None, said: Words
) -> Iterator[Ledger]:
    """Yield the sheets of the workbook."""
    yield from (make(event, timetable, said) for make in LEDGERS)
    if certificate is not None:
        yield certificate_ledger(certificate, said)


def meetings_csv(event: Event, timetable: Timetable) -> bytes:
    """Return the meetings by slot and table, ids only, UTF-8 with commas."""
    values = pair_values(event)
    guests = {meeting: guest.participant for guest, meeting in timetable.visits}
    rows = (
        (
            each.slot,
            each.table,
            *each.participants,
            each.interpreter or "",
            _number(values.get(each.pair, 0.0)),
            guests.get(each, ""),
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
