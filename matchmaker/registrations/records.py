"""What every kind of source is turned into: records of tables, with the place of each cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from matchmaker.registrations.cells import Cell
from matchmaker.registrations.findings import Finding, Place


@dataclass(frozen=True)
class Record:
    """One record of a table: its cells by field (`title_fr` for a text in one language).

    `in_columns` tells that it comes from a sheet whose header has been looked at already.
    """

    table: str
    place: Place
    cells: Mapping[str, Cell]
    in_columns: bool = False

    def place_of(self, name: str) -> Place:
        """Return where `name` stands, or would stand, in this record."""
        return self.cells[name].place if name in self.cells else self.place


@dataclass(frozen=True)
class Material:
    """Everything that was read: records, what was found on the way, and what could not be read.

    `unread` holds the tables whose source is missing or broken, so that nobody is told about
    references into them.
    """

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: frozenset[str] = field(default_factory=frozenset)

    def __add__(self, other: "Material") -> "Material":
        """Return both together."""
        return Material(
            self.records + other.records,
            self.findings + other.findings,
            self.unread | other.unread,
        )


@dataclass(frozen=True)
class Source:
    """The bytes of one file, with the name to call it by."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The suffix of the name, in lower case, with its dot."""
        return Path(self.name).suffix.lower()
