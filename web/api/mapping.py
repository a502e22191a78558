"""What a caller says of the files: which column holds which field, which sheet which table."""

from collections.abc import Iterable, Iterator

from flask import request

from matchmaker.messages import Message, message
from matchmaker.registrations.contract import TABLES, field_of
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.takeover.parts import LEFT_OUT, Guide
from matchmaker.registrations.wish_columns import is_wish_column
from web.api.bodies import value_of
from web.api.problems import Refusal
from web.api.values import FileMapping, FileProblem
from web.languages import say

PART = "mapping"


def guide() -> Guide:
    """Return what this request says of its files; refuses tables and fields that no event has."""
    said = value_of(FileMapping, _part())
    wrong = list(_wrong(said))
    if wrong:
        raise Refusal(422, wrong)
    return Guide(ColumnMapping(columns=said.columns), said.sheets)


def _part() -> bytes:
    file = request.files.get(PART)
    return file.read() if file else (request.form.get(PART) or "{}").encode()


def _wrong(said: FileMapping) -> Iterator[FileProblem]:
    for sheet, table in said.sheets.items():
        if table not in (LEFT_OUT, *TABLES):
            yield _unknown(f"sheets.{sheet}", _no_table(table), TABLES)
    for table, columns in said.columns.items():
        if table not in TABLES:
            yield _unknown(f"columns.{table}", _no_table(table), TABLES)
            continue
        for header, field in columns.items():
            if field != LEFT_OUT and not _is_column(table, field):
                what = message("A record of {table} has no {field}.", table=table, field=field)
                names = [each.name for each in TABLES[table]]
                yield _unknown(f"columns.{table}.{header}", what, names)


def _is_column(table: str, name: str) -> bool:
    return field_of(table, name) is not None or is_wish_column(table, name)


def _no_table(name: str) -> Message:
    return message("An event has no {table}.", table=name)


def _unknown(place: str, what: Message, known: Iterable[str]) -> FileProblem:
    remedy = message("Use one of: {names}.", names=", ".join(known))
    return FileProblem(
        severity="error",
        code="unknown-name",
        what=say(what),
        remedy=say(remedy),
        file=PART,
        column=place,
    )
