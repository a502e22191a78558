"""An event in JSON, and its records, so that the doctor can look at them too."""

from typing import Any

from matchmaker.errors import InputError, Problem
from matchmaker.event import Event
from matchmaker.formats import event_from_json
from matchmaker.registrations.decoding import decoded
from matchmaker.registrations.findings import Finding, Place
from matchmaker.registrations.nested import records_in
from matchmaker.registrations.records import Material, Source


def read_json(source: Source) -> tuple[Event | None, Material]:
    """Return the event in a JSON file with its records, or None with what is wrong."""
    text, findings = decoded(source)
    if text is None:
        return None, Material((), findings)
    try:
        event = event_from_json(text, source.name)
    except InputError as fault:
        return None, Material((), (*findings, *map(_finding, fault.problems)))
    content = event.model_dump(mode="json", exclude_defaults=True)
    return event, Material(tuple(records_in(content, _Paths(source.name))), findings)


class _Paths:
    """Places in a JSON file: it has no rows, so the path of the field is the column."""

    def __init__(self, file: str) -> None:
        self._file = file

    def __call__(self, table: str, index: int | None, key: str) -> Place:
        parts = (table, "" if index is None else str(index), key)
        return Place(self._file, None, ".".join(part for part in parts if part))


def _finding(problem: Problem) -> Finding:
    place: Any = Place(problem.file, problem.row, problem.column)
    return Finding(problem.severity, problem.code, problem.what, problem.remedy, place)
