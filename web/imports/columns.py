"""The page of the columns: what is offered for each, and what was chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matchmaker.registrations.contract import TABLES, Shape
from matchmaker.registrations.takeover.material import Sent
from matchmaker.registrations.takeover.parts import Column, Part, columns_of, has_columns
from matchmaker.registrations.wish_columns import wish_columns

OFFERED = ("participants", "wishes", "organisations")
LEFT_OUT = ""


@dataclass(frozen=True)
class SheetView:
    """A sheet with its columns, and the names of the fields of the form about it."""

    number: int
    part: Part
    columns: tuple[Column, ...]

    @property
    def table(self) -> str:
        """The table that it holds; "" for none."""
        return self.part.table or LEFT_OUT

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that it may hold."""
        return tuple(dict.fromkeys((*OFFERED, *([self.table] if self.table else []))))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that its columns may hold, those in use among them."""
        known = (f.name for f in TABLES[self.part.sheet.table] if f.shape is not Shape.TEXTS)
        used = (each.field for each in self.columns if each.field)
        return tuple(dict.fromkeys((*known, *wish_columns(self.part.sheet.table), *used)))

    @property
    def rows(self) -> int:
        """How many rows stand below the header."""
        return max(0, len(self.part.sheet.rows) - self.part.header.row - 1)


def sheets(sent: Sent) -> list[SheetView]:
    """Return the sheets whose columns can be given another field."""
    parts = [each for each in sent.parts if has_columns(each)]
    return [SheetView(n, each, tuple(columns_of(each))) for n, each in enumerate(parts)]


def chosen(
    views: Iterable[SheetView], answers: Mapping[str, str]
) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Return what the form says: by table the fields of headers, and by sheet its table.

    Columns of a sheet that is to hold another table from now on are guessed anew.
    """
    columns: dict[str, dict[str, str]] = {}
    tables: dict[str, str] = {}
    for view in views:
        table = answers.get(f"table_{view.number}", view.table)
        tables[view.part.key] = table if table in TABLES else LEFT_OUT
        if table and table == view.part.sheet.table:
            said = columns.setdefault(table, {})
            said.update(_of(view, answers))
    return columns, tables


def _of(view: SheetView, answers: Mapping[str, str]) -> dict[str, str]:
    allowed = {LEFT_OUT, *view.fields}
    typed = {
        each.header: answers.get(f"column_{view.number}_{number}", each.field or LEFT_OUT)
        for number, each in enumerate(view.columns)
    }
    return {header: field for header, field in typed.items() if field in allowed}
