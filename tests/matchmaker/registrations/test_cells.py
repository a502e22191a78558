from datetime import date, datetime, time

import pytest

from matchmaker.registrations.cells import as_written, text_of


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


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 10, 14, 9, 30), "14/10/2026 09:30"),
        (datetime(2026, 10, 14), "14/10/2026"),
        (date(2026, 10, 14), "14/10/2026"),
        (time(9, 30), "09:30"),
        (3.0, "3"),
        (None, ""),
    ],
)
def test_days_and_times_are_shown_as_people_write_them(value: object, text: str) -> None:
    assert as_written(value) == text
