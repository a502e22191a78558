"""Names of people as they are written."""

from collections.abc import Iterator
from itertools import groupby

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, shown, warning


def whole_names(draft: Draft) -> Iterator[Finding]:
    """Every whole name of a sheet shows which part of it is the last name; said once."""
    unclear = (each for each in draft["participants"] if _is_unclear(each))
    for _, rows in groupby(unclear, key=lambda each: each.place().file):
        yield _unclear(list(rows))


def _is_unclear(row: Row) -> bool:
    """Tell whether the last name of `row` is a whole name, for want of anything better."""
    is_whole = row.record.in_columns and "first_name" not in row.record.cells and row["name"]
    return bool(is_whole) and row["last_name"] == row["name"] and " " in row["name"]


def _unclear(rows: list[Row]) -> Finding:
    what = message(
        "Names of which it is not clear what is the last name: {number}, such as {name}.",
        number=len(rows),
        name=shown(rows[0]["name"]),
    )
    remedy = message(
        "Write last names in capitals or first names in a column of their own; "
        "else lists put these names in the order of their first word."
    )
    return warning(rows[0].place("name"), "whole-name", what, remedy)
