"""The day as a picture: each slot where it lies between the first hour and the last."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from matchmaker.programme import Session, Slot

FEWEST_MINUTES = 60
MOST_LABELS = 6


@dataclass(frozen=True)
class Block:
    """A slot: where it begins and how wide it is, in hundredths of the whole."""

    number: int
    start: datetime
    end: datetime
    left: float
    width: float
    has_sitting: bool


@dataclass(frozen=True)
class Strip:
    """One day: its slots, and the hours to write below them with their places."""

    day: date
    blocks: tuple[Block, ...]
    hours: tuple[tuple[float, str], ...]


def strips(slots: Iterable[Slot], sessions: Collection[Session]) -> list[Strip]:
    """Return a strip for each day of `slots`, which are in order."""
    busy = {slot for each in sessions for slot in each.slots}
    numbered = list(enumerate(slots, start=1))
    days = groupby(numbered, key=lambda each: each[1].start.date())
    return [_strip(day, list(found), busy) for day, found in days]


def _strip(day: date, slots: Sequence[tuple[int, Slot]], busy: Collection[str]) -> Strip:
    first = slots[0][1].start.replace(minute=0, second=0, microsecond=0)
    minutes = max(FEWEST_MINUTES, _minutes(first, max(each.end for _, each in slots)))

    def place(moment: datetime) -> float:
        return round(100 * _minutes(first, moment) / minutes, 3)

    blocks = tuple(
        Block(
            number,
            each.start,
            each.end,
            place(each.start),
            round(place(each.end) - place(each.start), 3),
            each.id in busy,
        )
        for number, each in slots
    )
    return Strip(
        day, blocks, tuple((place(each), f"{each:%H:%M}") for each in _hours(first, minutes))
    )


def _hours(first: datetime, minutes: float) -> list[datetime]:
    step = max(1, -(-int(minutes) // 60 // MOST_LABELS) + 1) if minutes > MOST_LABELS * 60 else 1
    count = int(minutes) // 60
    return [first + timedelta(hours=hour) for hour in range(0, count + 1, step)]


def _minutes(earlier: datetime, later: datetime) -> float:
    return (later - earlier).total_seconds() / 60
