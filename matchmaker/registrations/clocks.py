"""When slots are: days and times of day put together, in the event's time zone."""

from datetime import date, datetime, time
from typing import Any

from matchmaker.formats import wall_clock
from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error, shown
from matchmaker.registrations.suggestions import nearest
from matchmaker.values import time_zones

DEFAULT_ZONE = "Europe/Brussels"


def with_times(draft: Draft) -> Step:
    """Return the draft whose slots start and end at wall-clock times of its time zone."""
    zone = draft.setting("event", "timezone") or DEFAULT_ZONE
    findings: list[Finding] = []
    if zone not in time_zones():
        findings.append(_unknown_zone(draft, zone))
        zone = DEFAULT_ZONE
    rows = [_timed(each, zone, findings) for each in draft["slots"]]
    return draft.having("slots", rows), tuple(findings)


def _timed(row: Row, zone: str, findings: list[Finding]) -> Row:
    day = row["date"]
    start = _moment(row["start"], day, zone)
    end = _moment(row["end"], day or start, zone)
    for name, found in (("start", start), ("end", end)):
        if row[name] is not None and found is None and (name == "start" or start):
            what = message("{value} has no day or no time.", value=row[name].isoformat())
            remedy = message("Write it as 2027-03-18 13:30.")
            findings.append(error(row.place(name), "bad-time", what, remedy))
    return row.having(date=None, start=start, end=end)


def _moment(value: Any, day: Any, zone: str) -> datetime | None:
    if isinstance(value, datetime):
        return wall_clock(value, zone)
    if isinstance(value, time) and isinstance(day, date):
        return datetime.combine(day, value.replace(tzinfo=None))
    return None


def _unknown_zone(draft: Draft, zone: str) -> Finding:
    what = message("{value} is not a time zone.", value=shown(zone))
    guess = nearest(zone, sorted(time_zones())) or DEFAULT_ZONE
    remedy = message("Did you mean {suggestion}?", suggestion=guess)
    return error(draft["event"][0].place("timezone"), "bad-timezone", what, remedy)
