"""XLSX workbooks: their sheets as records of the tables that their names mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from matchmaker.messages import message
from matchmaker.registrations.archives import unreadable, unsafe
from matchmaker.registrations.cells import text_of
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.findings import Finding, Place, error, shown, warning
from matchmaker.registrations.headers import SHEETS, table_of_sheet
from matchmaker.registrations.hidden_sheets import hidden_and_left_out, hidden_but_read
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.sheet_records import read_sheet
from matchmaker.registrations.sheets import Sheet
from matchmaker.registrations.sizes import too_large
from matchmaker.registrations.suggestions import nearest

NEEDED = ("event", "slots", "participants")


@dataclass(frozen=True)
class Tab:
    """A sheet of a workbook as it was found."""

    name: str
    is_hidden: bool
    rows: Sequence[Sequence[object]]

    @property
    def is_filled(self) -> bool:
        """Whether anything stands on it."""
        return any(text_of(each) for row in self.rows for each in row)


def read_workbook(source: Source, mapping: ColumnMapping) -> Material:
    """Return the records of all sheets whose names are understood."""
    tabs = opened(source)
    if isinstance(tabs, Finding):
        return Material((), (tabs,), frozenset(TABLES))
    material = Material()
    for tab in tabs:
        table = table_of_sheet(tab.name)
        if table is None:
            material += Material((), tuple(_unknown(tab)))
        else:
            hidden = (hidden_but_read(tab.name, tab.name),) if tab.is_hidden else ()
            material += Material((), hidden) + read_tab(tab, tab.name, table, mapping)
    return material + _absent({table_of_sheet(tab.name) for tab in tabs})


def opened(source: Source) -> list[Tab] | Finding:
    """Return the sheets of an XLSX file, or why it cannot be opened."""
    if fault := unsafe(source):
        return fault
    try:
        return list(_tabs(source.content))
    except BaseException as problem:
        # A damaged file can make the Rust reader panic, which is no Exception.
        if isinstance(problem, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        return unreadable(source)


def read_tab(tab: Tab, name: str, table: str, mapping: ColumnMapping) -> Material:
    """Return the records of one sheet, to be called `name`."""
    if large := too_large(name, table, tab.rows):
        return Material((), (large,), frozenset((table,)))
    return read_sheet(Sheet(name, table, tab.rows), mapping)


def _tabs(content: bytes) -> Iterator[Tab]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    for each in workbook.sheets_metadata:
        content_of_sheet = workbook.get_sheet_by_name(each.name)
        rows = list(content_of_sheet.to_python(skip_empty_area=False))
        yield Tab(each.name, each.visible != SheetVisibleEnum.Visible, rows)


def _unknown(tab: Tab) -> Iterator[Finding]:
    if not tab.is_filled:
        return
    if tab.is_hidden:
        yield hidden_and_left_out(tab.name, tab.name)
        return
    what = message("The sheet {sheet} is not understood and is left out.", sheet=shown(tab.name))
    words = [word for known in SHEETS.values() for word in known.split("|")]
    guess = nearest(tab.name, words)
    if guess is None:
        remedy = message("Rename it if it belongs to the event.")
    else:
        remedy = message("If it is meant as {suggestion}, name it so.", suggestion=guess)
    yield warning(Place(tab.name), "unknown-sheet", what, remedy)


def _absent(have: set[str | None]) -> Material:
    missing = [table for table in NEEDED if table not in have]
    findings = [_missing(table) for table in missing]
    if "wishes" not in have:
        what = message("There is no sheet {sheet}; nobody wishes to meet anybody.", sheet="wishes")
        remedy = message("Add it, if there are wishes; its name may be French, Dutch or English.")
        findings.append(warning(Place("wishes"), "missing-wishes", what, remedy))
    return Material((), tuple(findings), frozenset(missing))


def _missing(table: str) -> Finding:
    what = message("There is no sheet {sheet}.", sheet=table)
    remedy = message("Add it; its name may be French, Dutch or English.")
    return error(Place(table), "missing-sheet", what, remedy)
