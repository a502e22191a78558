"""All records in files that were sent together, whatever they are called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.findings import has_errors
from matchmaker.registrations.json_files import read_json
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.sheet_records import read_sheet
from matchmaker.registrations.takeover.parts import Guide, Part, parts_of, unknown
from matchmaker.registrations.toml_files import read_toml

PEOPLE = ("participants", "wishes", "organisations")
"""The tables that say who comes and what they want; all others are the programme."""


@dataclass(frozen=True)
class Sent:
    """What was sent: all records, and the sheets among the files.

    `is_readable` is False where a file itself must be mended, whatever its columns hold.
    """

    material: Material
    parts: tuple[Part, ...]
    is_readable: bool = True

    @property
    def tables(self) -> frozenset[str]:
        """The tables that something was sent for."""
        found = {each.table for each in self.material.records}
        numbered = any("tables" in e.cells for e in self.material.records if e.table == "event")
        read = {each.table for each in self.parts if each.table}
        return frozenset(found | read | ({"tables"} if numbered else set()))

    @property
    def is_blank(self) -> bool:
        """Whether not one record was understood."""
        return not self.material.records

    @property
    def has_programme(self) -> bool:
        """Whether something was sent about the programme."""
        return bool(self.tables - frozenset(PEOPLE))


def sent(sources: Iterable[Source], guide: Guide) -> Sent:
    """Return what stands in `sources`; what event.toml says of columns counts, too."""
    files = list(sources)
    material, guide = _settings(files, guide)
    parts: list[Part] = []
    for source in files:
        found, findings = parts_of(source, guide)
        parts += found
        material += Material((), findings)
    is_readable = not has_errors(material.findings)
    for each in parts:
        material += _read(each)
    return Sent(material, tuple(parts), is_readable)


def only_people(material: Material) -> Material:
    """Return `material` without what it holds of the programme."""
    records = tuple(each for each in material.records if each.table in PEOPLE)
    return Material(records, material.findings, material.unread & frozenset(PEOPLE))


def _settings(files: Sequence[Source], guide: Guide) -> tuple[Material, Guide]:
    """Read event.toml and event.json, where there are such files."""
    material = Material()
    for source in files:
        if source.suffix == ".toml":
            read, said = read_toml(source)
            material += Material(read.records, read.findings, _broken(read))
            guide = Guide(guide.mapping.over(said.columns), guide.tables)
        elif source.suffix == ".json":
            material += read_json(source)[1]
    return material, guide


def _broken(read: Material) -> frozenset[str]:
    return frozenset() if read.records else frozenset(TABLES) - frozenset(PEOPLE)


def _read(part: Part) -> Material:
    if part.table is None:
        return Material((), (unknown(part),))
    return read_sheet(part.sheet, part.own_mapping) if part.is_read else Material()
