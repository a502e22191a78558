"""How spreadsheets show numbers, days and times: as exactly as they mean something."""

from collections.abc import Iterable

from matchmaker.documents.ledgers import Cell, Kind, Ledger, Share

WHOLE, DECIMAL, SHARE = "#,##0", "#,##0.00", "0.0%"
FORMATS = {
    Kind.NUMBER: "0",
    Kind.DAY: "dd/mm/yyyy",
    Kind.TIME: "hh:mm",
}


def column_format(ledger: Ledger, number: int) -> str:
    """Return how numbers of a column are shown: amounts as whole ones if all of them are."""
    kind = ledger.columns[number][1]
    if kind is Kind.AMOUNT:
        return amount_format(row[number] for row in ledger.rows)
    return FORMATS.get(kind, "")


def cell_format(cell: Cell, kind: Kind, usual: str) -> str:
    """Return how a cell is shown: as its column is, but for shares and figures."""
    if isinstance(cell, Share):
        return SHARE
    return figure_format(cell) if kind is Kind.FIGURE else usual


def figure_format(cell: Cell) -> str:
    """Return how a figure is shown; whole numbers that count or name something have no commas."""
    return amount_format([cell]) if isinstance(cell, float) else FORMATS[Kind.NUMBER]


def amount_format(cells: Iterable[Cell]) -> str:
    """Return how amounts of one column are shown: with decimals only where one has any."""
    numbers = (each for each in cells if isinstance(each, float))
    return WHOLE if all(round(each, 2).is_integer() for each in numbers) else DECIMAL
