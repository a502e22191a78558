"""Refusing what is too large, with the limit that it passes."""

from collections.abc import Sequence

from matchmaker.messages import Message, message
from matchmaker.registrations.findings import Finding, Place, error
from matchmaker.registrations.limits import LIMITS, MEGABYTE


def oversized(name: str, size: int) -> Finding | None:
    """Return what is wrong with a file of `size` bytes, if anything."""
    if size <= LIMITS.file_size:
        return None
    return too_much(
        name, message("The file has more than {most} MB.", most=LIMITS.file_size // MEGABYTE)
    )


def too_large(name: str, table: str, rows: Sequence[Sequence[object]]) -> Finding | None:
    """Return what is wrong with the sheet of `table` of these rows, if anything."""
    most = rows_of(table)
    if len(rows) > most:
        return too_much(name, message("There are more than {most} rows.", most=most))
    if max(map(len, rows), default=0) > LIMITS.columns:
        return too_much(name, message("There are more than {most} columns.", most=LIMITS.columns))
    return None


def rows_of(table: str) -> int:
    """Return how many rows a sheet of `table` may have."""
    return LIMITS.wishes if table == "wishes" else LIMITS.rows


def most_rows() -> int:
    """Return how many rows a sheet may have whatever it holds."""
    return max(LIMITS.rows, LIMITS.wishes)


def too_much(name: str, what: Message) -> Finding:
    """Return the Finding that `name` is too large."""
    remedy = message("Keep only the rows and columns of the event, in a new file.")
    return error(Place(name), "too-large", what, remedy)
