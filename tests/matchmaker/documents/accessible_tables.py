"""What ISO 14289-1 asks of the tables of a PDF: even rows, and a heading for each cell."""

from collections.abc import Iterator
from typing import Any


def table_faults(table: Any) -> Iterator[str]:
    """Yield what is amiss with the rows and headings of a table."""
    rows = [[each.get_object() for each in row.get_object()["/K"]] for row in table["/K"]]
    widths = {sum(map(_span, row)) for row in rows}
    if len(widths) > 1:
        yield f"rows of a table go over {sorted(widths)} columns"
    headed: set[int] = set()
    for row in rows:
        has_heading = any(_heads(each, "/Row") for each in row)
        for columns, cell in _placed(row):
            if "/RowSpan" in _attributes(cell):
                yield "a cell goes over several rows"
            if cell["/S"] == "/TH" and _attributes(cell).get("/Scope") not in {"/Row", "/Column"}:
                yield "a heading of a table without scope"
            if _heads(cell, "/Column"):
                headed |= columns
            elif cell["/S"] == "/TD" and not has_heading and not columns <= headed:
                yield "a cell of a table without heading"


def _placed(row: list[Any]) -> Iterator[tuple[set[int], Any]]:
    """Yield the columns over which each cell goes, and the cell."""
    start = 0
    for cell in row:
        yield set(range(start, start + _span(cell))), cell
        start += _span(cell)


def _heads(cell: Any, scope: str) -> bool:
    return bool(cell["/S"] == "/TH" and _attributes(cell).get("/Scope") == scope)


def _span(cell: Any) -> int:
    return int(_attributes(cell).get("/ColSpan", 1))


def _attributes(cell: Any) -> Any:
    return cell.get("/A", {})
