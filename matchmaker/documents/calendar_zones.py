"""Time zones in calendars: when clocks change, so that a program need not know the zone's name."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
WEEK = 7
BEFORE = 2
"""From how many years before rules are told; some programs miss the first time a rule holds."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class _Change:
    """Clocks that showed `wall`, so far `before` ahead of UTC, are `after` ahead from then on."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def rule(self) -> dict[str, Any]:
        """The day of the year on which it is, such as the last Sunday in March."""
        place = (self.wall.day - 1) // WEEK + 1
        if self.wall.day + WEEK > monthrange(self.wall.year, self.wall.month)[1]:
            place = -1
        day = f"{place}{WEEKDAYS[self.wall.weekday()]}"
        return {"freq": "YEARLY", "bymonth": self.wall.month, "byday": day}

    @property
    def kind(self) -> tuple[object, ...]:
        """What is the same of changes that come back each year."""
        return (*self.rule.values(), self.wall.time(), self.before, self.after, self.name)


@lru_cache(64)
def zone_of(name: str, first: int, last: int) -> Timezone:
    """Return the zone with what holds in it from year `first` to `last`.

    Changes that come back each year are told by their rule, for there are programs that read no
    more than one change to summer time and one back; others one by one.
    """
    years = range(max(first - BEFORE, MINYEAR + 1), min(last + 1, MAXYEAR - 1) + 1)
    changes = list(_changes(ZoneInfo(name), years))
    found = Timezone()
    found.add("tzid", name)
    for each in _told(ZoneInfo(name), years, changes):
        found.add_component(each)
    return found


def _told(zone: ZoneInfo, years: range, changes: list[_Change]) -> Iterator[Component]:
    first = [each for each in changes if each.wall.year == years[0]]
    if changes and len({each.kind for each in changes}) * len(years) == len(changes):
        yield from (_part(each, each.rule) for each in first)
        return
    start = datetime(years[0], 1, 1, tzinfo=zone)
    offset = start.utcoffset() or timedelta()
    yield _part(_Change(start.replace(tzinfo=None), offset, offset, start.tzname() or ""))
    yield from (_part(each) for each in changes)


def _part(change: _Change, rule: dict[str, Any] | None = None) -> Component:
    later = change.after > change.before
    found = TimezoneDaylight() if later else TimezoneStandard()
    found.add("dtstart", change.wall)
    found.add("tzoffsetfrom", change.before)
    found.add("tzoffsetto", change.after)
    found.add("tzname", change.name)
    if rule:
        found.add("rrule", rule)
    return found


def _changes(zone: ZoneInfo, years: range) -> Iterator[_Change]:
    """Yield in order what changes in `years`, found day by day and then to the minute."""
    day = datetime(years[0], 1, 1, tzinfo=UTC)
    while day.year <= years[-1]:
        before, after = _offset(zone, day), _offset(zone, day + DAY)
        if before != after:
            moment = _moment(zone, day)
            name = moment.astimezone(zone).tzname() or ""
            yield _Change((moment + before).replace(tzinfo=None), before, after, name)
        day += DAY


def _moment(zone: ZoneInfo, day: datetime) -> datetime:
    """Return the first minute within a day from `day` at which another offset holds."""
    before = _offset(zone, day)
    same, other = 0, DAY // MINUTE
    while other - same > 1:
        middle = (same + other) // 2
        if _offset(zone, day + middle * MINUTE) == before:
            same = middle
        else:
            other = middle
    return day + other * MINUTE


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
