"""What calendars say of time zones is what the zones are."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.calendar_zones import zone_of

YEAR = 2027
ZONES = (
    "Europe/Brussels",
    "Europe/Paris",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "UTC",
)


@pytest.mark.parametrize("name", ZONES)
@given(minutes=st.integers(0, 365 * 24 * 60 - 1))
def test_whoever_reads_the_rules_alone_sees_the_hour_of_the_zone(name: str, minutes: int) -> None:
    moment = datetime(YEAR, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    told = zone_of(name, YEAR, YEAR).to_tz(lookup_tzid=False)
    wall = moment.astimezone(ZoneInfo(name))
    if wall.fold or (wall - timedelta(hours=2)).utcoffset() != wall.utcoffset():
        return  # the hours around a change, of which readers differ
    assert told.utcoffset(wall.replace(tzinfo=None)) == wall.utcoffset()


def test_summer_and_winter_time_are_told_by_their_rules_from_the_clock_before_the_change() -> None:
    summer, winter = zone_of("Europe/Brussels", YEAR, YEAR).subcomponents
    assert summer.to_ical().decode().splitlines() == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
    ]
    assert "DTSTART:20251026T030000" in winter.to_ical().decode()


def test_a_zone_without_changes_has_one_offset() -> None:
    (only,) = zone_of("Asia/Kolkata", YEAR, YEAR).subcomponents
    assert only.name == "STANDARD"
    assert only["TZOFFSETTO"].to_ical() == "+0530"


def test_changes_without_a_rule_are_told_one_by_one() -> None:
    parts = zone_of("Africa/Casablanca", YEAR, YEAR).subcomponents
    assert all("RRULE" not in each for each in parts)
    assert len(parts) > 4


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_there_is_have_a_zone(year: int) -> None:
    assert zone_of("Europe/Brussels", year, year).subcomponents
