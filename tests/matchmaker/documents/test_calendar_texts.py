r"""Texts of calendars that are read back, such as ``C:\Nord``, are what was written."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from matchmaker.documents.calendar_texts import CalendarText, with_whole_texts

LINES = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=120)


def read(event: Event) -> Event:
    calendar = Calendar()
    calendar.add_component(event)
    [found] = Calendar.from_ical(calendar.to_ical()).walk("VEVENT")
    assert isinstance(found, Event)
    return found


def saying(text: str) -> Event:
    event = Event()
    event.add("summary", CalendarText(text))
    return event


@given(LINES)
@example(r"C:\Nord\new; a, b \\N \, \;")
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert read(saying(text))["SUMMARY"] == text


@given(LINES)
@example(r"C:\Nord\new; a, b \\N \, \;")
def test_whoever_reads_by_the_letter_of_the_standard_reads_what_was_written(text: str) -> None:
    written = CalendarText(text).to_ical().decode()
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", written)
    read_back = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), written)
    assert read_back == text


def test_lines_stay_lines() -> None:
    assert read(saying("one\ntwo"))["SUMMARY"] == "one\ntwo"
    assert rb"SUMMARY:one\ntwo" in saying("one\ntwo").to_ical()


@pytest.mark.parametrize("text", [r"C:\Nord", "plain", "one\ntwo"])
def test_what_was_read_is_written_as_it_was(text: str) -> None:
    event = saying(text)
    assert with_whole_texts(read(event)).to_ical() == event.to_ical()
