"""The days of an event of several: what they are called in short, and who comes on which."""

from datetime import date
from functools import partial

from babel.dates import format_date

from matchmaker.documents.wording import COUNTRIES, Paper, Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda

WEEKDAY, DATE = "EEE", "dd/MM"


def days_of(event: Event) -> tuple[date, ...]:
    """Return the days of the event in order."""
    return tuple(dict.fromkeys(each.start.date() for each in event.slots))


def short_days(event: Event, paper: Paper) -> dict[date, str]:
    """Return the days by their weekday, or by their date where that would not tell them apart."""
    days = days_of(event)
    pattern = WEEKDAY if len({each.weekday() for each in days}) == len(days) else DATE
    return {day: paper.beside(partial(_said, day=day, pattern=pattern)) for day in days}


def comes_on(event: Event, day: date, person: Participant, agenda: Agenda) -> bool:
    """Tell whether somebody is there in any slot of a day, or has an engagement all the same."""
    slots = {each.id for each in event.slots if each.start.date() == day}
    engaged = {*agenda.meeting_at, *agenda.session_at, *agenda.visit_at}
    return bool(slots & engaged) or not slots <= person.unavailable


def _said(words: Words, day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=COUNTRIES[words.language])
