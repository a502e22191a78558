"""Parts of a day, in the ways of three languages."""

from datetime import time

import pytest

from matchmaker.registrations.spans import span_of

HALF_PAST_ONE, TWO, THREE = time(13, 30), time(14), time(15)


@pytest.mark.parametrize(
    "text",
    [
        "13u30-14u",
        "13:30–14:00",
        "13h30 - 14 h",
        "13.30-14.00",
        "van 13u30 tot 14 uur",
        "de 13h30 à 14h",
        "entre 13h30 et 14h",
        "tussen 13:30 en 14:00",
        "from 1.30 pm to 2 pm",
        "13:30-14",
    ],
)
def test_from_one_time_to_another(text: str) -> None:
    assert span_of(text) == (HALF_PAST_ONE, TWO)


@pytest.mark.parametrize(
    "text", ["vanaf 15u", "à partir de 15h", "Dès 15h", "from 15:00", "na 15u"]
)
def test_from_a_time_on(text: str) -> None:
    assert span_of(text) == (THREE, time.max)


@pytest.mark.parametrize("text", ["tot 14u", "jusqu’à 14h", "avant 14h", "until 2pm"])
def test_until_a_time(text: str) -> None:
    assert span_of(text) == (time.min, TWO)


@pytest.mark.parametrize(
    "text", ["13u30", "13h30", "13:30", "13 h 30", "13:30:00", "à 13h30", "1:30 pm"]
)
def test_at_a_time(text: str) -> None:
    assert span_of(text) == (HALF_PAST_ONE, HALF_PAST_ONE.replace(second=59))


@pytest.mark.parametrize(
    "text", ["", "1", "13-14", "vanaf 3", "25u", "15u-14u", "slot 1", "noon", "2027"]
)
def test_what_is_no_time(text: str) -> None:
    assert span_of(text) is None


@pytest.mark.parametrize("text", ["matin", "le matin", "Voormiddag", "in de voormiddag", "morning"])
def test_before_noon(text: str) -> None:
    assert span_of(text) == (time.min, time(12))


@pytest.mark.parametrize("text", ["après-midi", "l’après-midi", "namiddag", "afternoon"])
def test_after_noon(text: str) -> None:
    assert span_of(text) == (time(12), time.max)
