r"""Texts in calendars: every character comes back as it was, be it a backslash before an N."""

from icalendar import Event as Appointment
from icalendar import vText

ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class CalendarText(vText):
    r"""A text of one or several lines, parted by ``\n``."""

    def to_ical(self) -> bytes:
        r"""Return the text as it stands in the file; vText takes ``\N`` for the end of a line."""
        return self.translate(ESCAPED).encode()


def with_whole_texts(appointment: Appointment) -> Appointment:
    """Return an appointment that was read, its texts such that they are written as they were."""
    for name, value in appointment.items():
        if type(value) is vText:
            appointment[name] = CalendarText(value, params=value.params)
    return appointment
