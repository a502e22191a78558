"""The sheets of files as people send them, and what each probably holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from matchmaker.messages import message
from matchmaker.registrations.cells import as_written
from matchmaker.registrations.contract import SETTINGS, TABLES
from matchmaker.registrations.csv_files import sheet_of_csv
from matchmaker.registrations.findings import Finding, Place, shown, warning
from matchmaker.registrations.headers import table_of_sheet
from matchmaker.registrations.hidden_sheets import hidden_and_left_out, hidden_but_read
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Source
from matchmaker.registrations.sheet_columns import is_complete
from matchmaker.registrations.sheet_records import is_empty, nothing_in
from matchmaker.registrations.sheets import Header, Sheet, header_of
from matchmaker.registrations.sizes import oversized, too_large
from matchmaker.registrations.sources import table_of_file
from matchmaker.registrations.workbooks import Tab, opened

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
LIKELY = ("participants", "wishes", "organisations")
"""The tables that a sheet may be taken to hold because of its columns."""
LARGEST = "wishes"
"""The table that may have most rows."""
FEWEST_COLUMNS = 2
LEFT_OUT = ""


@dataclass(frozen=True)
class Part:
    """One sheet of one file. `table` is what it holds: "" to leave it out, None if nobody knows."""

    key: str
    table: str | None
    sheet: Sheet
    mapping: ColumnMapping

    @cached_property
    def header(self) -> Header:
        """The row that names the columns."""
        return header_of(self.sheet, self.mapping)

    @property
    def own_mapping(self) -> ColumnMapping:
        """What is said of the columns that are there."""
        return self.mapping.among(self.sheet.table, self.header.names)

    @property
    def is_read(self) -> bool:
        """Whether it holds a table."""
        return bool(self.table)


@dataclass(frozen=True)
class Guide:
    """What the organiser said of the files: the columns, and what each sheet holds."""

    mapping: ColumnMapping
    tables: Mapping[str, str]


Parts = tuple[list[Part], tuple[Finding, ...]]


def parts_of(source: Source, guide: Guide) -> Parts:
    """Return the sheets of a file, and what is wrong with it; none for a file without sheets."""
    if large := oversized(source.name, len(source.content)):
        return [], (large,)
    if source.suffix in WORKBOOKS:
        return _of_workbook(source, guide)
    return _of_text(source, guide) if source.suffix in TEXTS else ([], ())


def unknown(part: Part) -> Finding:
    """Return the Finding that nobody knows what a sheet holds."""
    what = message("{file} is left out: what it holds is not understood.", file=shown(part.key))
    remedy = message("Say what it holds on the page of the columns.")
    return warning(Place(part.sheet.file), "unknown-sheet", what, remedy)


def _of_text(source: Source, guide: Guide) -> Parts:
    said = guide.tables.get(source.name, table_of_file(source.name))
    read = {
        each: sheet_of_csv(source, each, guide.mapping) for each in ([said] if said else LIKELY)
    }
    findings = next(iter(read.values()))[1]
    sheets = [each for each, _ in read.values() if each is not None]
    if not sheets:
        return [], findings
    if said is None and is_empty(sheets[0]):
        return [], (*findings, nothing_in(source.name))
    part = _part(source.name, said, sheets, guide)
    large = _too_large(part)
    return ([], (*findings, large)) if large else ([part], findings)


def _of_workbook(source: Source, guide: Guide) -> Parts:
    tabs = opened(source)
    if isinstance(tabs, Finding):
        return [], (tabs,)
    filled = [each for each in tabs if each.is_filled]
    if not filled:
        return [], (nothing_in(source.name),)
    if len(filled) == 1:
        filled = [replace(filled[0], is_hidden=False)]
    parts: list[Part] = []
    findings: list[Finding] = []
    for tab in filled:
        alone = table_of_file(source.name) if len(filled) == 1 else None
        name = source.name if len(filled) == 1 else f"{source.name}: {tab.name}"
        said = guide.tables.get(name, table_of_sheet(tab.name) or alone)
        if tab.is_hidden and said != LEFT_OUT:
            findings.append((hidden_but_read if said else hidden_and_left_out)(tab.name, name))
        if said is None and tab.is_hidden:
            continue
        part = _part(name, said, _sheets(name, said, tab), guide)
        if large := _too_large(part):
            findings.append(large)
        else:
            parts.append(part)
    return parts, tuple(findings)


def _too_large(part: Part) -> Finding | None:
    """Return that a sheet is too large for what it holds, or for anything where that is open."""
    return too_large(part.key, part.table or LARGEST, part.sheet.rows)


def _sheets(name: str, said: str | None, tab: Tab) -> list[Sheet]:
    return [Sheet(name, each, tab.rows) for each in ([said] if said else LIKELY)]


def _part(key: str, said: str | None, sheets: list[Sheet], guide: Guide) -> Part:
    """Return the sheet, read as what it is said to hold, else as what its columns fit best."""
    if said is not None:
        return Part(key, said, replace(sheets[0], table=said or LIKELY[0]), guide.mapping)
    guesses = [Part(key, each.table, each, guide.mapping) for each in sheets]
    best = max(
        guesses, key=lambda each: (each.header.understood, is_complete(each.sheet, each.header))
    )
    return best if best.header.understood >= FEWEST_COLUMNS else replace(guesses[0], table=None)


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its header, some of what stands in it, and the field it holds.

    The field is "" where the column is left out, None where it is not understood.
    """

    header: str
    samples: tuple[str, ...]
    field: str | None


def columns_of(part: Part, most: int = 3) -> Iterator[Column]:
    """Yield the columns that have a header, with up to `most` different values of each."""
    rows = part.sheet.rows[part.header.row + 1 :]
    for number, name in enumerate(part.header.names):
        if name:
            cells = (as_written(row[number]) for row in rows if number < len(row))
            yield Column(name, _first(cells, most), part.header.keys[number])


def has_columns(part: Part) -> bool:
    """Tell whether fields can be chosen for the columns: settings stand in rows."""
    return part.sheet.table not in SETTINGS and part.sheet.table in TABLES


def _first(texts: Iterable[str], most: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in texts:
        if each and len(found) < most:
            found[shown(each)] = None
    return tuple(found)
