"""Writing a ledger as a sheet of a workbook, ready to be filtered and to be printed."""

from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from matchmaker.cells import is_risky
from matchmaker.documents.ledgers import Cell, Kind, Ledger
from matchmaker.documents.number_formats import cell_format, column_format
from matchmaker.documents.style import Colour
from matchmaker.documents.writing import plain

LONGEST_CELL = 32_767
LONGEST_HEADER = 80
"""Letters of a name above a printed page; the format allows 255 in all, each & twice."""
PADDING, NARROWEST = 3, 7
WIDEST = {Kind.LONG: 48, Kind.TEXT: 44}
OTHER_WIDEST = 24
FIXED = {Kind.DAY: 12, Kind.TIME: 8}
"""Widths of columns in letters."""
A4 = 9
EVERYWHERE = "A1:XFD1048576"


class Press:
    """A workbook in the making; `name` is that of the event."""

    def __init__(self, book: Workbook, name: str) -> None:
        self._book = book
        self._name = name
        self._heading = book.add_format(
            {
                "bold": True,
                "font_color": Colour.PAPER,
                "bg_color": Colour.ACCENT,
                "valign": "vcenter",
                "text_wrap": True,
            }
        )
        self._text = book.add_format({"valign": "top", "quote_prefix": True})
        self._looks: dict[tuple[str, bool], Format] = {}

    def write(self, ledger: Ledger) -> None:
        """Add the ledger as a sheet."""
        sheet = self._book.add_worksheet(ledger.title)
        _set_up(sheet, ledger, self._name)
        for number, (name, _) in enumerate(ledger.columns):
            sheet.set_column(number, number, width(ledger, number))
            sheet.write_string(0, number, name, self._heading)
        formats = [column_format(ledger, number) for number in range(len(ledger.columns))]
        kinds = [kind for _, kind in ledger.columns]
        for line, row in enumerate(ledger.rows, start=1):
            for number, cell in enumerate(row):
                shown = cell_format(cell, kinds[number], formats[number])
                look = self._look(shown, is_wrapped=kinds[number] is Kind.LONG)
                self._put(sheet, (line, number), cell, look)

    def _look(self, number_format: str, *, is_wrapped: bool) -> Format:
        look = number_format, is_wrapped
        if look not in self._looks:
            named = {"num_format": number_format} if number_format else {}
            self._looks[look] = self._book.add_format(
                {"valign": "top", "text_wrap": is_wrapped, **named}
            )
        return self._looks[look]

    def _put(self, sheet: Worksheet, place: tuple[int, int], cell: Cell, look: Format) -> None:
        """Write one cell as what it is; text stays text, whatever it begins with."""
        if isinstance(cell, date):
            sheet.write_datetime(*place, cell, look)
        elif isinstance(cell, int | float):
            sheet.write_number(*place, cell, look)
        elif cell:
            kept = plain(cell)[:LONGEST_CELL]
            sheet.write_string(*place, kept, self._text if is_risky(kept) else look)


def width(ledger: Ledger, number: int) -> int:
    """Return how many letters wide a column is: as its longest cell, but no wider than its kind."""
    heading, kind = ledger.columns[number]
    if kind in FIXED:
        return max(FIXED[kind], len(heading) + PADDING)
    longest = max((len(_shown(row[number])) for row in ledger.rows), default=0)
    most = WIDEST.get(kind, OTHER_WIDEST)
    return max(NARROWEST, min(max(longest, len(heading)) + PADDING, most))


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _set_up(sheet: Worksheet, ledger: Ledger, name: str) -> None:
    last = max(1, len(ledger.rows)), len(ledger.columns) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, *last)
    sheet.set_row(0, 20)
    sheet.ignore_errors({"number_stored_as_text": EVERYWHERE})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, *last)
    sheet.set_header(f"&L{_in_margin(name)}&R{_in_margin(ledger.title)}")
    sheet.set_footer("&R&P / &N")


def _in_margin(text: str) -> str:
    """Return `text` for the margin of a printed page, where `&` begins a command."""
    return plain(text)[:LONGEST_HEADER].replace("&", "&&")
