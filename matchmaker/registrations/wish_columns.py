"""Wishes written in columns: one for each choice, or all of a person in one cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from matchmaker.registrations.cells import Cell
from matchmaker.registrations.folding import bare
from matchmaker.registrations.records import Record

NAMES = {"participants": "wishes", "wishes": "to"}
"""For each table that may hold such columns, what they are called: `to_1`, `to_2`, …."""
NUMBERS = range(1, 31)
"""Of the choices that may have a column of their own."""
USUAL = range(1, 6)
"""Of the choices that are offered for a column."""
WISHERS = ("from", "id", "email")
"""Whoever of these a row names is the one who wishes."""
CHOICE = (
    "choix|souhait|voeu|priorite|preference|rang|(?:rendezvous|rdv|rencontre)(?:souhaitee?)?"
    "|(?:je)?souhaiterencontrer|keuze|wens|voorkeur|prioriteit|(?:gewenst)?(?:gesprek|afspraak)"
    "|wilontmoeten|choice|wish|priority|rank|wishes|to"
)
ORDINALS = {
    "premier": 1, "premiere": 1, "eerste": 1, "first": 1,
    "deuxieme": 2, "second": 2, "seconde": 2, "tweede": 2,
    "troisieme": 3, "derde": 3, "third": 3,
    "quatrieme": 4, "vierde": 4, "fourth": 4,
    "cinquieme": 5, "vijfde": 5, "fifth": 5,
}  # fmt: skip
ENDING = "(?:er|ere|e|eme|ieme|de|ste|st|nd|rd|th)?"
NUMBER_LAST = re.compile(rf"(?:{CHOICE})(?:n|no|nr|numero|nummer)?(\d+)")
NUMBER_FIRST = re.compile(rf"(?:(\d+){ENDING}|({'|'.join(ORDINALS)}))(?:{CHOICE})")


def wish_column(table: str, header: str) -> str | None:
    """Return the column of wishes that `header` names ("2e choix": `to_2`), or None."""
    text = bare(header)
    found = NUMBER_LAST.fullmatch(text) or NUMBER_FIRST.fullmatch(text)
    if found is None or table not in NAMES:
        return None
    said = next(filter(None, found.groups()))
    key = f"{NAMES[table]}_{ORDINALS.get(said) or int(said)}"
    return key if is_wish_column(table, key) else None


def is_wish_column(table: str, key: str) -> bool:
    """Tell whether `key` is a column of wishes in `table`: one choice, or all of a person's."""
    return key in wish_columns(table, NUMBERS)


def is_choice(key: str) -> bool:
    """Tell whether `key` is a column of one choice, as `to_2`."""
    name, _, number = key.rpartition("_")
    return name in NAMES.values() and number.isdecimal()


@cache
def wish_columns(table: str, numbers: range = USUAL) -> tuple[str, ...]:
    """Return the columns of wishes that `table` may have, with the choices of these numbers."""
    name = NAMES.get(table)
    if name is None:
        return ()
    whole = (name,) if table == "participants" else ()
    return (*whole, *(f"{name}_{number}" for number in numbers))


def rank_of(key: str) -> int:
    """Return the rank that a column gives to its wish, or to the first of several."""
    return int(key.rpartition("_")[2]) if "_" in key else 1


def spread(record: Record) -> Iterator[Record]:
    """Yield the row of a sheet without its columns of wishes, and each of these as a wish.

    Nobody can name a participant without id and address, so nothing is wished for them.
    """
    columns = [each for each in record.cells if is_wish_column(record.table, each)]
    rest = {key: cell for key, cell in record.cells.items() if key not in columns}
    wisher = _wisher(rest)
    if not columns or record.table != "wishes" or "to" in rest:
        yield replace(record, cells=_ranked(record, rest))
    if wisher is not None:
        yield from (_wish(record, wisher, key) for key in columns if not record.cells[key].is_blank)


def _ranked(record: Record, cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """Return the cells; wishes that no column ranks are first choices."""
    has_rank = record.table != "wishes" or "rank" in cells
    return cells if has_rank else {**cells, "rank": Cell(1, record.place)}


def _wisher(cells: Mapping[str, Cell]) -> Cell | None:
    named = [cells[key] for key in WISHERS if key in cells]
    filled = [each for each in named if not each.is_blank]
    return next(iter(filled), cells.get("from"))


def _wish(record: Record, wisher: Cell, key: str) -> Record:
    cell = record.cells[key]
    cells = {"from": wisher, "to": cell, "rank": Cell(rank_of(key), cell.place)}
    return Record("wishes", record.place, cells, record.in_columns)
