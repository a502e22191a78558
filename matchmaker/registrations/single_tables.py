"""A workbook that holds one table only, on one sheet or on several."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.findings import Finding, Place, shown, warning
from matchmaker.registrations.headers import table_of_sheet
from matchmaker.registrations.hidden_sheets import hidden_and_left_out, hidden_but_read
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.sheet_columns import is_complete
from matchmaker.registrations.sheets import Sheet, header_of
from matchmaker.registrations.workbooks import Tab, opened, read_tab

FEWEST_COLUMNS = 2


def read_single(source: Source, table: str, mapping: ColumnMapping) -> Material:
    """Return the records of `table` in a workbook that holds this table only.

    They stand on the sheet named so, else on the visible sheet whose header names most fields,
    and on all visible sheets that have the columns of the table, too.
    """
    tabs = opened(source)
    if isinstance(tabs, Finding):
        return Material((), (tabs,), frozenset((table,)))
    first = _first(tabs, table, mapping)
    read = [each for each in tabs if each is first or _belongs(each, table, mapping)] or [first]
    material = Material((), tuple(_left_out(tabs, read, source, table)))
    for tab in read:
        name = source.name if len(read) == 1 else f"{source.name}: {tab.name}"
        if tab.is_hidden:
            material += Material((), (hidden_but_read(tab.name, name),))
        material += read_tab(
            tab, name, table, mapping if tab is first else _own(tab, table, mapping)
        )
    return material


def _first(tabs: list[Tab], table: str, mapping: ColumnMapping) -> Tab:
    named = [each for each in tabs if table_of_sheet(each.name) == table]
    visible = [each for each in tabs if not each.is_hidden]
    seen = [each for each in named if not each.is_hidden]
    return max(
        seen[:1] or named[:1] or visible,
        key=lambda each: header_of(Sheet("", table, each.rows), mapping).understood,
        default=Tab(table, is_hidden=False, rows=[]),
    )


def _belongs(tab: Tab, table: str, mapping: ColumnMapping) -> bool:
    """Tell whether a visible sheet that is named for no other table has the columns of `table`."""
    if tab.is_hidden or table_of_sheet(tab.name) not in (None, table):
        return False
    sheet = Sheet(tab.name, table, tab.rows)
    header = header_of(sheet, mapping)
    return header.understood >= FEWEST_COLUMNS and is_complete(sheet, header)


def _own(tab: Tab, table: str, mapping: ColumnMapping) -> ColumnMapping:
    """Return what is said of the columns that this sheet has."""
    return mapping.among(table, header_of(Sheet(tab.name, table, tab.rows), mapping).names)


def _left_out(tabs: list[Tab], read: list[Tab], source: Source, table: str) -> Iterator[Finding]:
    for tab in tabs:
        if tab in read or not tab.is_filled:
            continue
        if tab.is_hidden:
            yield hidden_and_left_out(tab.name, source.name)
            continue
        what = message(
            "The sheet {sheet} is left out; this file is read for {table} only.",
            sheet=shown(tab.name),
            table=table,
        )
        remedy = message(
            "Name its columns as on the sheet {other}, or save it as a file of its own.",
            other=shown(read[0].name),
        )
        yield warning(Place(source.name), "unknown-sheet", what, remedy)
