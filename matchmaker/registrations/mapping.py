"""Which of the organisers' columns holds which field."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from matchmaker.registrations.folding import bare
from matchmaker.values import Value


class ColumnMapping(Value):
    """For each table, the organisers' header and the field it holds; "" leaves a column out.

    It goes before the headers that are known anyway; case, accents and punctuation of a header
    do not matter.
    """

    columns: dict[str, dict[str, str]] = Field(default_factory=dict)

    def field(self, table: str, header: str) -> str | None:
        """Return the field that `header` holds in `table`, or None when nothing is said of it."""
        said = self.columns.get(table, {})
        if header in said:
            return said[header]
        return {bare(each): field for each, field in said.items()}.get(bare(header))

    def among(self, table: str, headers: Iterable[str]) -> "ColumnMapping":
        """Return what this mapping says of those headers of `table`."""
        said = {each: field for each in headers if (field := self.field(table, each)) is not None}
        return ColumnMapping(columns={table: said})

    def over(self, columns: Mapping[str, Mapping[str, str]]) -> "ColumnMapping":
        """Return this mapping with `columns` for whatever it says nothing about."""
        tables = dict.fromkeys([*columns, *self.columns])
        return ColumnMapping(
            columns={
                each: {**columns.get(each, {}), **self.columns.get(each, {})} for each in tables
            }
        )


NO_MAPPING = ColumnMapping()
