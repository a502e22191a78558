"""Which row of a form a field belongs to."""

from collections.abc import Collection, Sequence

from web.setup.fields import LANGUAGES


def row_number(field: str, names: Collection[str]) -> int | None:
    """Return the number of the row that `field` is in, if it is called by one of `names`."""
    prefix, _, last = field.rpartition("_")
    if last in LANGUAGES:
        prefix, _, last = prefix.rpartition("_")
    is_number = last.isascii() and last.isdigit()
    return int(last) if prefix in names and is_number else None


def place_of_row(field: str, names: Collection[str], rows: Sequence[int]) -> int | None:
    """Return at which place among `rows`, counted from 1, `field` stands."""
    number = row_number(field, names)
    return rows.index(number) + 1 if number in rows else None
