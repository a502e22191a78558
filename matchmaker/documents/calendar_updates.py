"""Calendars that follow earlier ones: what has changed counts on, what is gone is cancelled.

Calendar programs take an appointment for newer when its SEQUENCE is higher, or the same and its
DTSTAMP later, and strike it out when its STATUS is CANCELLED. An appointment that moves keeps its
UID, so it is the same one elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar
from icalendar import Event as Appointment

from matchmaker.documents.calendar_texts import CalendarText, with_whole_texts
from matchmaker.documents.wording import Words

CANCELLED = "CANCELLED"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where no moment is known: the same each time, and in nobody's future."""
MARKS = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")


@dataclass(frozen=True)
class Stamp:
    """What marks whatever is new or changed in a calendar.

    It is numbered `sequence` at least, say that of the published version, and was made at `moment`,
    where one is known that stays the same however often the calendar is made.
    """

    sequence: int = 0
    moment: datetime | None = None


UNSTAMPED = Stamp()


def sent_before(calendar: bytes | None) -> dict[str, Appointment]:
    """Return the appointments of an earlier calendar by UID; none where it cannot be read."""
    if calendar is None:
        return {}
    try:
        found: Any = Calendar.from_ical(calendar)
    except ValueError:
        return {}
    whole = (each for each in found.walk("VEVENT") if _is_whole(each))
    return {str(each["UID"]): with_whole_texts(each) for each in whole}


def followed(
    appointments: Iterable[Appointment],
    before: dict[str, Appointment],
    words: Words,
    stamp: Stamp = UNSTAMPED,
) -> Iterator[Appointment]:
    """Yield the appointments, numbered on from those sent before, then those that are cancelled."""
    seen = set()
    for each in appointments:
        seen.add(str(each["UID"]))
        yield _numbered(each, before.get(str(each["UID"])), stamp)
    for key, each in before.items():
        if key not in seen:
            yield _cancelled(each, words, stamp)


def _numbered(new: Appointment, old: Appointment | None, stamp: Stamp) -> Appointment:
    """Return `new` marked as it was where nothing has changed, else as newer."""
    if old is None:
        return _marked(new, stamp.sequence, stamp.moment)
    for name in MARKS:
        if name in old:
            new[name] = old[name]
    return new if new.to_ical() == old.to_ical() else _newer(new, old.sequence, stamp)


def _cancelled(old: Appointment, words: Words, stamp: Stamp) -> Appointment:
    if old["STATUS"] == CANCELLED:
        return old
    summary = str(old["SUMMARY"])
    for name in ("STATUS", "SUMMARY", "TRANSP"):
        old.pop(name, None)
    old.add("summary", CalendarText(words("Cancelled: {what}", what=summary)))
    old.add("status", CANCELLED)
    old.add("transp", "TRANSPARENT")
    return _newer(old, old.sequence, stamp)


def _newer(appointment: Appointment, than: int, stamp: Stamp) -> Appointment:
    return _marked(appointment, max(stamp.sequence, than + 1), stamp.moment)


def _marked(appointment: Appointment, sequence: int, moment: datetime | None) -> Appointment:
    """Return the appointment with its SEQUENCE, and a DTSTAMP that grows with it."""
    for name in MARKS:
        appointment.pop(name, None)
    appointment.add("sequence", sequence)
    appointment.add("dtstamp", _whole_second(moment or UNDATED + timedelta(seconds=sequence)))
    if moment:
        appointment.add("last-modified", _whole_second(moment))
    return appointment


def _whole_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _is_whole(appointment: Appointment) -> bool:
    """Tell whether an appointment that was read can be counted on from."""
    if not {"UID", "SUMMARY", "STATUS"} <= set(appointment):
        return False
    try:
        return appointment.DTSTAMP is not None and appointment.sequence >= 0
    except ValueError:
        return False
