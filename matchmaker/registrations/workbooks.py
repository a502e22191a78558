"""XLSX workbooks: their sheets as records of the tables that their names mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from matchmaker.messages import message
from matchmaker.registrations.archives import unreadable, unsafe
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.findings import Finding, Place, error, shown, warning
from matchmaker.registrations.headers import SHEETS, table_of_sheet
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.sheet_records import read_sheet
from matchmaker.registrations.sheets import Sheet, header_of
from matchmaker.registrations.sizes import too_large
from matchmaker.registrations.suggestions import nearest

NEEDED = ("event", "slots", "participants")


@dataclass(frozen=True)
class Tab:
    """A sheet of a workbook as it was found."""

    name: str
    is_hidden: bool
    rows: Sequence[Sequence[object]]


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
            material += Material((), tuple(_hidden(tab, tab.name))) + read_tab(
                tab, tab.name, table, mapping
            )
    return material + _absent({table_of_sheet(tab.name) for tab in tabs})


def read_single(source: Source, table: str, mapping: ColumnMapping) -> Material:
    """Return the records of the sheet of `table` in a workbook that holds this table only.

    It is the sheet named so, else the visible sheet whose header names most fields.
    """
    tabs = opened(source)
    if isinstance(tabs, Finding):
        return Material((), (tabs,), frozenset((table,)))
    named = [each for each in tabs if table_of_sheet(each.name) == table]
    visible = [each for each in tabs if not each.is_hidden]
    best = max(
        named[:1] or visible,
        key=lambda each: header_of(Sheet(source.name, table, each.rows), mapping).understood,
        default=Tab(table, is_hidden=False, rows=[]),
    )
    return Material((), tuple(_hidden(best, source.name))) + read_tab(
        best, source.name, table, mapping
    )


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


def _hidden(tab: Tab, name: str) -> Iterator[Finding]:
    if tab.is_hidden:
        what = message(
            "The sheet {sheet} is hidden; it was read because of its name.", sheet=shown(tab.name)
        )
        remedy = message("Delete or rename it if it is out of date.")
        yield warning(Place(name), "hidden-sheet", what, remedy)


def _unknown(tab: Tab) -> Iterator[Finding]:
    if tab.is_hidden or not tab.rows:
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
