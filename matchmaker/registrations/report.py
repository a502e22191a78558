"""The doctor's report: all findings, in the order in which a person goes through their files."""

from collections.abc import Iterable
from pathlib import PurePath

from matchmaker.errors import Problem
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.findings import Finding
from matchmaker.registrations.headers import table_of_sheet


def problems(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Return the problems by file, row and column, each once; files in the order of the tables."""
    found = list(findings)
    mentioned = {file: i for i, file in enumerate(each.place.file for each in found)}

    def order(finding: Finding) -> tuple[int, int, int, int]:
        place = finding.place
        return _file_order(place.file), mentioned[place.file], place.row or 0, place.position

    return tuple(dict.fromkeys(each.problem for each in sorted(found, key=order)))


def _file_order(file: str) -> int:
    table = table_of_sheet(PurePath(file).stem)
    return list(TABLES).index(table) if table else len(TABLES)
