"""Dates as each language writes them."""

from datetime import date

import pytest
from babel.dates import format_date, format_interval

from matchmaker.locales.dates import as_written


@pytest.mark.parametrize("month", range(1, 13))
def test_the_first_of_each_month_is_an_ordinal_in_french(month: int) -> None:
    for form in ("full", "d MMM"):
        said = as_written(format_date(date(2027, month, 1), form, "fr_BE"), "fr")
        assert " 1er " in f" {said}"


@pytest.mark.parametrize("day", [2, 10, 11, 21, 31])
def test_no_other_day_is(day: int) -> None:
    said = as_written(format_date(date(2027, 1, day), "full", "fr_BE"), "fr")
    assert f" {day} janvier" in said


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_BE"), ("en", "en_GB")])
def test_other_languages_stay_as_they_are(language: str, locale: str) -> None:
    text = format_date(date(2027, 1, 1), "full", locale)
    assert as_written(text, language) == text


def test_an_interval_across_months_begins_with_an_ordinal() -> None:
    text = format_interval(date(2027, 3, 1), date(2027, 4, 2), "yMMMMd", locale="fr_BE")
    assert as_written(text, "fr").startswith("1er mars")
