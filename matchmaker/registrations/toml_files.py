"""event.toml: its tables as records, with the line of each key."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from matchmaker.messages import message
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.decoding import decoded
from matchmaker.registrations.findings import Finding, Place, error, shown
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.nested import records_in
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.sizes import too_large
from matchmaker.registrations.toml_keys import column_mapping, mapping_faults, unknown_keys
from matchmaker.registrations.toml_lines import Lines

LINE = re.compile(r"line (\d+)")


def read_toml(source: Source) -> tuple[Material, ColumnMapping]:
    """Return the records of event.toml and the column mapping that it holds."""
    text, findings = decoded(source)
    nothing = frozenset(TABLES) - {"participants", "wishes"}
    if text is None:
        return Material((), findings, nothing), NO_MAPPING
    try:
        content = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        return Material((), (*findings, _bad_toml(source, text, problem)), nothing), NO_MAPPING
    lines = Lines(source.name, text)
    if large := _too_many(source, content):
        return Material((), (*findings, large), nothing), NO_MAPPING
    records = tuple(records_in(content, lines.place))
    findings += (*unknown_keys(content, lines), *mapping_faults(content, lines))
    return Material(records, findings), column_mapping(content)


def _too_many(source: Source, content: Mapping[str, Any]) -> Finding | None:
    found = (
        too_large(source.name, table, [()] * len(records))
        for table, records in content.items()
        if isinstance(records, list)
    )
    return next((each for each in found if each), None)


def _bad_toml(source: Source, text: str, problem: Exception) -> Finding:
    detail = str(problem).partition(" (at ")[0]
    line = LINE.search(str(problem))
    row = int(line[1]) if line else len(text.splitlines()) or None
    what = message("This is not valid TOML: {detail}.", detail=shown(detail))
    remedy = message("Texts stand in quotes, lists in square brackets; correct this line.")
    return error(Place(source.name, row), "bad-toml", what, remedy)
