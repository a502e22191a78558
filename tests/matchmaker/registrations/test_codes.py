"""Every code of the doctor, triggered; and the places it names."""

import re
from pathlib import Path
from typing import Any

import pytest

from matchmaker.errors import Severity
from matchmaker.registrations.codes import ERRORS, WARNINGS
from tests.matchmaker.registrations.cases import CASES
from tests.matchmaker.registrations.files import Row, found, read

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "registrations.md"
CODES_OF_WORKBOOKS = ("json", "missing-sheet", "unknown-sheet")


@pytest.mark.parametrize(("files", "expected"), CASES)
def test_each_fault_is_reported_where_it_stands(
    files: dict[str, Any], expected: list[Row], tmp_path: Path
) -> None:
    registrations = read(tmp_path, **files)
    assert found(registrations) == expected
    severities = {each.severity for each in registrations.problems}
    assert (registrations.event is None) == (Severity.ERROR in severities)
    for problem in registrations.problems:
        assert problem.code in (ERRORS if problem.severity is Severity.ERROR else WARNINGS)


def test_every_code_has_a_case() -> None:
    shown = {code for _, rows in CASES for *_, code in rows} | set(CODES_OF_WORKBOOKS)
    assert shown == {*ERRORS, *WARNINGS}


def test_the_reference_page_lists_every_code_with_its_severity() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "registrations.md").read_text(
        "utf-8"
    )
    listed = re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning) \|", page, re.MULTILINE)
    assert listed == sorted(listed)
    assert set(listed) == {(code, "error") for code in ERRORS} | {
        (code, "warning") for code in WARNINGS
    }


def test_the_faultless_event_has_no_problems(tmp_path: Path) -> None:
    assert found(read(tmp_path)) == []
