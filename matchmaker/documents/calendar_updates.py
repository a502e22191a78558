"""Calendars that follow earlier ones: what has changed counts on, what is gone is cancelled.

Calendar programs take an appointment for newer when its SEQUENCE is higher, and strike it out when
its STATUS is CANCELLED. An appointment that moves keeps its UID, so it is the same one elsewhere.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from icalendar import Calendar
from icalendar import Event as Appointment

from matchmaker.documents.wording import Words

CANCELLED = "CANCELLED"


def sent_before(calendar: bytes | None) -> dict[str, Appointment]:
    """Return the appointments of an earlier calendar by UID; none where it cannot be read."""
    if calendar is None:
        return {}
    try:
        found: Any = Calendar.from_ical(calendar)
    except ValueError:
        return {}
    return {str(each["UID"]): each for each in found.walk("VEVENT") if _is_whole(each)}


def followed(
    appointments: Iterable[Appointment], before: dict[str, Appointment], words: Words
) -> Iterator[Appointment]:
    """Yield the appointments, numbered on from those sent before, then those that are cancelled."""
    seen = set()
    for each in appointments:
        seen.add(str(each["UID"]))
        yield _numbered(each, before.get(str(each["UID"])))
    for key, each in before.items():
        if key not in seen:
            yield _cancelled(each, words)


def number(appointment: Appointment, sequence: int, first: datetime) -> None:
    """Give the appointment its SEQUENCE, and a DTSTAMP that grows with it."""
    for name in ("SEQUENCE", "DTSTAMP"):
        appointment.pop(name, None)
    appointment.add("sequence", sequence)
    appointment.add("dtstamp", first + timedelta(seconds=sequence))


def _numbered(new: Appointment, old: Appointment | None) -> Appointment:
    """Return `new` as it was numbered where nothing has changed, else with a higher number."""
    if old is None:
        return new
    least, start = new.sequence, _first(new)
    number(new, old.sequence, start)
    if new.to_ical() != old.to_ical():
        number(new, max(least, old.sequence + 1), start)
    return new


def _cancelled(old: Appointment, words: Words) -> Appointment:
    if old["STATUS"] == CANCELLED:
        return old
    number(old, old.sequence + 1, _first(old))
    summary = str(old["SUMMARY"])
    for name in ("STATUS", "SUMMARY", "TRANSP"):
        old.pop(name, None)
    old.add("summary", words("Cancelled: {what}", what=summary))
    old.add("status", CANCELLED)
    old.add("transp", "TRANSPARENT")
    return old


def _is_whole(appointment: Appointment) -> bool:
    """Tell whether an appointment that was read can be counted on from."""
    if not {"UID", "SUMMARY", "STATUS"} <= set(appointment):
        return False
    try:
        return appointment.DTSTAMP is not None and appointment.sequence >= 0
    except ValueError:
        return False


def _first(appointment: Appointment) -> datetime:
    """Return the moment from which the stamps of the appointment count."""
    stamp: datetime = appointment.decoded("DTSTAMP")
    return stamp - timedelta(seconds=appointment.sequence)
