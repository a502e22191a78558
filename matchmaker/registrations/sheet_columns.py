"""What is wrong with the columns of a sheet."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.messages import Message, message
from matchmaker.registrations.cells import text_of
from matchmaker.registrations.contract import STAND_INS, TABLES, Shape
from matchmaker.registrations.findings import Finding, error, has_errors, shown, warning
from matchmaker.registrations.headers import known_headers
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.sheets import Header, Sheet, name_of, place
from matchmaker.registrations.suggestions import nearest
from matchmaker.registrations.wish_columns import is_wish_column


def column_faults(sheet: Sheet, header: Header, mapping: ColumnMapping) -> Iterator[Finding]:
    """Every column is understood, none holds the same as another, and no required one misses."""
    used: dict[str, list[int]] = defaultdict(list)
    for column, (name, key) in enumerate(zip(header.names, header.keys, strict=True)):
        if key:
            used[key].append(column)
        elif key is None and (name or _has_content(sheet, header, column)):
            yield _unknown_column(sheet, header, column)
    for columns in used.values():
        for column in columns[1:]:
            yield _repeated_column(sheet, header, columns[0], column)
    yield from _missing_columns(sheet, header)
    yield from _unused_mapping(sheet, header, mapping)


def _has_content(sheet: Sheet, header: Header, column: int) -> bool:
    rows = sheet.rows[header.row + 1 :]
    return any(column < len(row) and text_of(row[column]) for row in rows)


def _unknown_column(sheet: Sheet, header: Header, column: int) -> Finding:
    name = name_of(header, column)
    where = place(sheet, header.row, header, column)
    what = message("The column {column} is not understood and is left out.", column=shown(name))
    guess = nearest(name, known_headers(sheet.table))
    if guess is None:
        remedy = message(
            "Name its field under [columns.{table}], or leave it so.", table=sheet.table
        )
    else:
        remedy = message("If it is meant as {suggestion}, name it so.", suggestion=guess)
    return warning(where, "unknown-column", what, remedy)


def _repeated_column(sheet: Sheet, header: Header, first: int, again: int) -> Finding:
    what = message(
        "The columns {one} and {other} both hold {field}.",
        one=shown(name_of(header, first)),
        other=shown(name_of(header, again)),
        field=header.keys[again],
    )
    remedy = message("Delete or rename one of them.")
    return error(place(sheet, header.row, header, again), "repeated-column", what, remedy)


def is_complete(sheet: Sheet, header: Header) -> bool:
    """Tell whether no column is missing that the table needs."""
    return not has_errors(_missing_columns(sheet, header))


def _missing_columns(sheet: Sheet, header: Header) -> Iterator[Finding]:
    have = set(header.keys)
    choices = any(each and is_wish_column("wishes", each) for each in have)
    if sheet.table == "wishes" and not choices and "rank" not in have:
        yield _unranked(sheet, header)
    for field in TABLES[sheet.table]:
        stand_in = STAND_INS.get((sheet.table, field.name), field.name)
        texts = field.shape is Shape.TEXTS and any(
            each and each.startswith(f"{field.name}_") for each in have
        )
        required = field.required and field.name != "rank" and not (choices and field.name == "to")
        if required and not have.intersection((field.name, stand_in)) and not texts:
            what = message("There is no column {field}.", field=field.name)
            remedy = _addition(sheet.table, has_stand_in=stand_in != field.name)
            yield error(place(sheet, header.row), "missing-column", what, remedy)


def _addition(table: str, has_stand_in: bool) -> Message:
    """Return how a column that is missing comes; people are known by their addresses, too."""
    if has_stand_in:
        return message(
            "Add it or e-mail addresses, or name the column of either under [columns.{table}].",
            table=table,
        )
    return message("Add it, or name the column that holds it under [columns.{table}].", table=table)


def _unranked(sheet: Sheet, header: Header) -> Finding:
    what = message("There is no column {field}; all wishes count alike.", field="rank")
    remedy = message("Add it if some are wished for more than others.")
    return warning(place(sheet, header.row), "no-ranks", what, remedy)


def _unused_mapping(sheet: Sheet, header: Header, mapping: ColumnMapping) -> Iterator[Finding]:
    for name in mapping.columns.get(sheet.table, {}):
        only = ColumnMapping(columns={sheet.table: {name: "x"}})
        if not any(only.field(sheet.table, each) for each in header.names):
            what = message(
                "[columns.{table}] names a column {column}, which is not there.",
                table=sheet.table,
                column=shown(name),
            )
            remedy = message("Write the header exactly as it stands in the file.")
            yield warning(place(sheet, header.row), "unused-mapping", what, remedy)


def overflowing(sheet: Sheet, header: Header) -> Iterator[Finding]:
    """No row has content beyond the last column of the header."""
    width = len(header.names)
    for number, row in enumerate(sheet.rows[header.row + 1 :], start=header.row + 1):
        if any(text_of(each) for each in row[width:]):
            what = message("This row has more cells than the header.")
            remedy = message("Put cells that hold the separator in double quotes.")
            yield error(place(sheet, number), "extra-cells", what, remedy)
