"""Days and times of day as people write them."""

import re
from datetime import date, datetime, time

DAY = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
TIME = r"(?P<hour>\d{1,2})\s?[:hu]\s?(?P<minute>\d{2})?(:(?P<second>\d{2}))?"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (rf"{DAY}[\s,àT]*{TIME}", DAY, TIME)
)

Moment = datetime | date | time


def moment_of(value: object) -> Moment | None:
    """Return the moment that a cell's value or text means, or None; 1/2/2027 is in February."""
    if isinstance(value, datetime | date | time):
        return value
    text = str(value).strip()
    return _iso(text) or _usual(text)


def _iso(text: str) -> Moment | None:
    kinds: tuple[type[Moment], ...] = (date, datetime) if "-" in text else (time,)
    for kind in kinds:
        try:
            return kind.fromisoformat(text)
        except ValueError:
            continue
    return None


def _usual(text: str) -> Moment | None:
    found = next((match for each in PATTERNS if (match := each.fullmatch(text))), None)
    if found is None:
        return None
    try:
        return _of(found.groupdict())
    except ValueError:
        return None


def _of(parts: dict[str, str | None]) -> Moment:
    number = {key: int(value or 0) for key, value in parts.items()}
    clock = time(number.get("hour", 0), number.get("minute", 0), number.get("second", 0))
    if "day" not in number:
        return clock
    day = date(number["year"], number["month"], number["day"])
    return datetime.combine(day, clock) if "hour" in number else day
