"""From a path to records: an event folder, one XLSX workbook, or a JSON file."""

import os
from pathlib import Path, PurePath

from matchmaker.messages import message
from matchmaker.registrations.contract import SETTINGS, TABLES
from matchmaker.registrations.csv_files import read_csv
from matchmaker.registrations.findings import Finding, Place, error, warning
from matchmaker.registrations.headers import table_of_sheet
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.single_tables import read_single
from matchmaker.registrations.sizes import oversized
from matchmaker.registrations.toml_files import read_toml

SETTINGS_FILE = "event.toml"
SHEET_FILES = tuple(table for table in TABLES if table not in SETTINGS)
"""Tables that may be files of their own in an event folder."""
NEEDED = ("participants", "wishes")
SUFFIXES = (".csv", ".xlsx", ".xlsm", ".txt", ".tsv")


def loaded_alone(path: Path) -> Source | Finding:
    """Return the file that is the whole event, or why it cannot be read."""
    return loaded(path) if os.path.lexists(path) else _nowhere(path)


def loaded(path: Path) -> Source | Finding:
    """Return the file at `path`, or why it cannot be read."""
    try:
        if large := oversized(path.name, path.stat().st_size):
            return large
        return Source(path.name, path.read_bytes())
    except FileNotFoundError:
        return _missing(path.name)
    except OSError as problem:
        what = message("It cannot be opened: {detail}.", detail=problem.strerror or problem)
        remedy = message("Check that it is there and may be read.")
        return error(Place(path.name), "unreadable-file", what, remedy)


def table_of_file(name: str) -> str | None:
    """Return the table that an event folder reads from a file of this name, or None.

    The settings file counts as the table `event`.
    """
    if name == SETTINGS_FILE:
        return "event"
    path = PurePath(name)
    table = table_of_sheet(path.stem) if path.suffix.lower() in SUFFIXES else None
    return table if table in SHEET_FILES else None


def read_folder(folder: Path, mapping: ColumnMapping) -> Material:
    """Return the records of an event folder."""
    source = loaded(folder / SETTINGS_FILE)
    if isinstance(source, Finding):
        unread = frozenset(TABLES) - frozenset(NEEDED)
        material = Material((), (source,), unread)
    else:
        material, said = read_toml(source)
        mapping = mapping.over(said.columns)
    for table in SHEET_FILES:
        material += _table(folder, table, mapping, material)
    return material


def _table(folder: Path, table: str, mapping: ColumnMapping, before: Material) -> Material:
    files = _files_of(folder, table)
    if not files:
        return _absent(table, before)
    ignored = tuple(_ignored(each, files[0]) for each in files[1:])
    return Material((), ignored) + _read(files[0], table, mapping)


def _read(path: Path, table: str, mapping: ColumnMapping) -> Material:
    source = loaded(path)
    if isinstance(source, Finding):
        return Material((), (source,), frozenset((table,)))
    if source.suffix in (".xlsx", ".xlsm"):
        return read_single(source, table, mapping)
    return read_csv(source, table, mapping)


def _files_of(folder: Path, table: str) -> list[Path]:
    """Return the files that hold `table`: its own name and CSV before other names and XLSX."""
    try:
        found = sorted(each for each in folder.iterdir() if table_of_file(each.name) == table)
    except OSError:
        return []
    return sorted(
        found, key=lambda file: (file.stem.lower() != table, SUFFIXES.index(file.suffix.lower()))
    )


def _absent(table: str, before: Material) -> Material:
    if table not in NEEDED or any(each.table == table for each in before.records):
        return Material()
    if table == "participants":
        return Material((), (_missing(f"{table}.csv"),), frozenset((table,)))
    what = message("There is no file {file}; nobody wishes to meet anybody.", file=f"{table}.csv")
    remedy = message("Put it into the folder of the event, if there are wishes.")
    return Material((), (warning(Place(f"{table}.csv"), "missing-wishes", what, remedy),))


def _ignored(file: Path, read: Path) -> Finding:
    what = message("{file} is not read, for there is {other}.", file=file.name, other=read.name)
    remedy = message("Delete the one that is out of date.")
    return warning(Place(file.name), "ignored-file", what, remedy)


def _nowhere(path: Path) -> Finding:
    what = message("There is no such file or folder.")
    return error(Place(str(path)), "missing-file", what, message("Check the path."))


def _missing(name: str) -> Finding:
    what = message("There is no file {file}.", file=name)
    remedy = message("Put it into the folder of the event, under this name.")
    return error(Place(name), "missing-file", what, remedy)
