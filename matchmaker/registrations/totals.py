"""Rows below a list that count it, and are no records of it."""

import re
from collections.abc import Mapping, Sequence

from matchmaker.messages import message
from matchmaker.registrations.cells import Cell, text_of
from matchmaker.registrations.findings import Finding, Place, shown, warning
from matchmaker.registrations.folding import fold

WORDS = re.compile(
    r"(?:(?:sous|sub|grand|algemeen|nombre|aantal)[\s-]?)?tota(?:l|al)(?:\s(?:general|generaal))?\s*:?"
)
NUMBER = re.compile(r"[\d\s.,%€]+")
WHO = (("id", "email"), ("first_name", "last_name", "name"), ("organisation",))
"""What a participant has: one of each of these."""


def is_total(table: str, row: Sequence[object], cells: Mapping[str, Cell]) -> bool:
    """Tell whether a row of participants counts the others: its only texts say "total".

    Whoever is complete is a participant, whatever they are called.
    """
    texts = [fold(text) for each in row if (text := text_of(each)) and not _is_number(each)]
    is_complete = all(any(_is_filled(cells.get(each)) for each in ways) for ways in WHO)
    return (
        table == "participants"
        and bool(texts)
        and all(map(WORDS.fullmatch, texts))
        and not is_complete
    )


def left_out(place: Place, row: Sequence[object]) -> Finding:
    """Return the Finding that a row of totals is left out."""
    words = next(text for each in row if (text := text_of(each)) and not _is_number(each))
    what = message("The row {words} counts the others and is left out.", words=shown(words))
    remedy = message("Nothing needs to be done; delete the row to be rid of this remark.")
    return warning(place, "total-row", what, remedy)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) or NUMBER.fullmatch(text_of(value)) is not None


def _is_filled(cell: Cell | None) -> bool:
    return cell is not None and not cell.is_blank
