"""Writing a ledger as a sheet of a workbook, ready to be filtered and to be printed."""

from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from matchmaker.cells import is_risky
from matchmaker.documents.column_widths import heading_height
from matchmaker.documents.ledgers import Cell, Kind, Ledger
from matchmaker.documents.number_formats import cell_format, column_format
from matchmaker.documents.page_fit import SIDE, Fit, fit
from matchmaker.documents.style import Colour
from matchmaker.documents.writing import plain

LONGEST_CELL = 32_767
LONGEST_HEADER = 80
"""Letters of a name above a printed page; the format allows 255 in all, each & twice."""
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
        self._looks: dict[tuple[str, bool, bool], Format] = {}

    def write(self, ledger: Ledger) -> None:
        """Add the ledger as a sheet."""
        sheet = self._book.add_worksheet(ledger.title)
        fitted = fit(ledger)
        _set_up(sheet, ledger, fitted)
        _set_up_printing(sheet, ledger, fitted, self._name)
        for number, (name, _) in enumerate(ledger.columns):
            sheet.set_column(number, number, fitted.widths[number])
            sheet.write_string(0, number, name, self._heading)
        formats = [column_format(ledger, number) for number in range(len(ledger.columns))]
        for line, row in enumerate(ledger.rows, start=1):
            for number, cell in enumerate(row):
                kind = ledger.columns[number][1]
                self._put(sheet, (line, number), cell, kind, formats[number])

    def _put(
        self, sheet: Worksheet, place: tuple[int, int], cell: Cell, kind: Kind, usual: str
    ) -> None:
        """Write one cell as what it is; text stays text, whatever it begins with."""
        if isinstance(cell, date):
            sheet.write_datetime(*place, cell, self._look(usual))
        elif isinstance(cell, int | float):
            sheet.write_number(*place, cell, self._look(cell_format(cell, kind, usual)))
        elif cell:
            kept = plain(cell)[:LONGEST_CELL]
            look = self._look("", is_wrapped=kind is not Kind.KEY, is_quoted=is_risky(kept))
            sheet.write_string(*place, kept, look)

    def _look(
        self, number_format: str, *, is_wrapped: bool = False, is_quoted: bool = False
    ) -> Format:
        key = number_format, is_wrapped, is_quoted
        if key not in self._looks:
            look = {"valign": "top", "text_wrap": is_wrapped, "quote_prefix": is_quoted}
            named = {"num_format": number_format} if number_format else {}
            self._looks[key] = self._book.add_format(look | named)
        return self._looks[key]


def _set_up(sheet: Worksheet, ledger: Ledger, fitted: Fit) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, _last_row(ledger), len(ledger.columns) - 1)
    sheet.set_row(0, heading_height(ledger, fitted.widths))
    sheet.ignore_errors({"number_stored_as_text": EVERYWHERE})


def _set_up_printing(sheet: Worksheet, ledger: Ledger, fitted: Fit, name: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=SIDE, right=SIDE, top=0.8, bottom=0.7)
    _set_width(sheet, ledger, fitted)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, _last_row(ledger), fitted.printed - 1)
    sheet.set_header(f"&L{_in_margin(name)}&R{_in_margin(ledger.title)}")
    sheet.set_footer("&R&P / &N")


def _set_width(sheet: Worksheet, ledger: Ledger, fitted: Fit) -> None:
    """Print as wide as the paper, or on several pages across that each say what a row is about."""
    if fitted.is_one_across:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(round(100 * fitted.scale))
        sheet.print_across()
        sheet.repeat_columns(0, ledger.lead - 1)


def _last_row(ledger: Ledger) -> int:
    return max(1, len(ledger.rows))


def _in_margin(text: str) -> str:
    """Return `text` for the margin of a printed page, where `&` begins a command."""
    return plain(text)[:LONGEST_HEADER].replace("&", "&&")
