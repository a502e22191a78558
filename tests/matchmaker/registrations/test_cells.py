from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.registrations.cells import protected, text_of, unprotected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3.0, "3"),
        (3.5, "3.5"),
        (3, "3"),
        (True, "true"),
        ("  Léa \t", "Léa"),
        (date(2027, 3, 18), "2027-03-18"),
        (datetime(2027, 3, 18, 13, 30), "2027-03-18T13:30:00"),
        (time(13, 30), "13:30:00"),
        ("'=1+1", "=1+1"),
        ("'t Hart", "'t Hart"),
        ("a\x0bb", "a b"),
    ],
)
def test_a_cell_reads_as_a_person_would_read_it(value: object, text: str) -> None:
    assert text_of(value) == text


@given(st.text())
def test_protection_can_be_taken_off(text: str) -> None:
    assert unprotected(protected(text)) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_nothing_that_a_spreadsheet_runs_is_written(start: str) -> None:
    assert protected(f"{start}1") == f"'{start}1"


def test_ordinary_text_is_left_alone() -> None:
    assert [protected(each) for each in ("Léa", "'t Hart", "", "a=b")] == [
        "Léa", "'t Hart", "", "a=b"
    ]  # fmt: skip
