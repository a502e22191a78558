"""The text of one cell, as spreadsheets give it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from matchmaker.cells import unprotected
from matchmaker.registrations.findings import Place

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
FORMULA = re.compile(r"^\s*(=|[+\-@]\w+(\(|\|.*!))")


@dataclass(frozen=True)
class Cell:
    """What stands in one place of the input: a text, number, moment, list, or nothing."""

    value: object
    place: Place

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return self.value in (None, [], {}) or text_of(self.value) == ""


def text_of(value: object) -> str:
    """Return the value of a cell as text: 3.0 is "3", a protecting apostrophe is taken off."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return unprotected(CONTROL.sub(" ", str(value)).strip())


def as_written(value: object) -> str:
    """Return the value of a cell as people write it: days and times of spreadsheets, too."""
    if isinstance(value, datetime):
        at_midnight = value.time() == time.min
        return f"{value:%d/%m/%Y}" if at_midnight else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else text_of(value)
