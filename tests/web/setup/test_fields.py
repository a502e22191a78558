"""Reading what was typed into forms of the set-up."""

from datetime import date, time

import pytest
from werkzeug.datastructures import MultiDict

from web.setup.fields import Fields, shown_decimal


def typed(**answers: str) -> Fields:
    return Fields(MultiDict(answers))


@pytest.mark.parametrize(
    ("text", "number"), [("4.5", 4.5), ("4,5", 4.5), (",5", 0.5), ("7", 7.0), ("", None)]
)
def test_decimals_have_a_comma_or_a_point(text: str, number: float | None) -> None:
    fields = typed(x=text)
    assert fields.decimal("x", 10) == number
    assert fields.errors == {}


@pytest.mark.parametrize("text", ["-1", "11", "1e1", "nan", "inf", "1.2.3", "٣", "half"])
def test_what_is_no_decimal_is_an_error(text: str) -> None:
    fields = typed(x=text)
    assert fields.decimal("x", 10) is None
    assert [*fields.errors] == ["x"]


@pytest.mark.parametrize("text", ["9:30", "09:30", "09:30:00"])
def test_times_are_read_with_and_without_a_zero(text: str) -> None:
    assert typed(at=text).clock("at") == time(9, 30)


@pytest.mark.parametrize("text", ["", "25:00", "9h30", "noon"])
def test_what_is_no_time_is_an_error(text: str) -> None:
    fields = typed(at=text)
    fields.clock("at")
    assert [*fields.errors] == ["at"]


def test_a_day_must_be_one_of_the_calendar() -> None:
    assert typed(day="2027-03-18").day("day") == date(2027, 3, 18)
    for text in ("2027-02-30", "0001-01-01", "", "18/03/2027"):
        fields = typed(day=text)
        fields.day("day")
        assert [*fields.errors] == ["day"], text


def test_rows_are_counted_by_their_number_alone() -> None:
    fields = typed(x_10="", x_2="", x_two="", x_="", xs_3="")
    assert fields.rows("x") == [2, 10]


def test_a_text_for_every_language_stays_one_as_long_as_all_say_the_same() -> None:
    same = typed(name_fr="Hall 1", name_nl="Hall 1", name_en="Hall 1")
    assert same.texts("name", {"": "Hall 1"}) == {"": "Hall 1"}
    other = typed(name_fr="Salle 1", name_nl="Hall 1", name_en="Hall 1")
    assert other.texts("name", {"": "Hall 1"}) == {"fr": "Salle 1", "nl": "Hall 1", "en": "Hall 1"}


def test_languages_that_have_no_field_are_kept() -> None:
    assert typed(name_fr="Salle").texts("name", {"fr": "Hall", "de": "Saal"}) == {
        "fr": "Salle",
        "de": "Saal",
    }


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("number", "text"), [(None, ""), (0.0, "0"), (2.5, "2.5"), (3.0, "3")])
def test_numbers_are_shown_as_one_types_them(number: float | None, text: str) -> None:
    assert shown_decimal(number) == text
