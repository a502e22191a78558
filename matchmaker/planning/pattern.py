"""A day told in a few numbers: where it starts, how long slots are, and the pauses between."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from matchmaker.programme import Slot
from matchmaker.values import Value

MOST_SLOTS = 100
LONGEST = 24 * 60
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2999, 12, 31)

Stretch = tuple[datetime, datetime]
Minutes = Annotated[int, Field(ge=0, le=LONGEST)]


class Pattern(Value):
    """`count` slots of `minutes`, with `pause` minutes between them.

    After the first `break_after` of them the pause is `break_minutes` long; 0 is no such break.
    """

    day: Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
    start: time
    minutes: Annotated[int, Field(ge=1, le=LONGEST)]
    pause: Minutes = 0
    count: Annotated[int, Field(ge=1, le=MOST_SLOTS)]
    break_after: Annotated[int, Field(ge=0, le=MOST_SLOTS)] = 0
    break_minutes: Minutes = 0


def stretches(pattern: Pattern) -> list[Stretch]:
    """Return start and end of every slot of `pattern`, in order."""
    start = datetime.combine(pattern.day, pattern.start)
    found = []
    for number in range(1, pattern.count + 1):
        end = start + timedelta(minutes=pattern.minutes)
        found.append((start, end))
        is_break = number == pattern.break_after and pattern.break_minutes
        start = end + timedelta(minutes=pattern.break_minutes if is_break else pattern.pause)
    return found


def pattern_of(slots: Sequence[Slot]) -> Pattern:
    """Return the pattern that is nearest to `slots`, of which there is at least one.

    It is exact for slots that a pattern made, of one day and with a break longer than the pause.
    """
    pauses = [_minutes(earlier.end, later.start) for earlier, later in pairwise(slots)]
    pause = min(pauses, default=0)
    longest = max(pauses, default=0)
    has_break = longest > pause
    return Pattern(
        day=slots[0].start.date(),
        start=slots[0].start.time(),
        minutes=max(1, min(LONGEST, _minutes(slots[0].start, slots[0].end))),
        pause=min(LONGEST, pause),
        count=min(MOST_SLOTS, len(slots)),
        break_after=min(MOST_SLOTS, pauses.index(longest) + 1) if has_break else 0,
        break_minutes=min(LONGEST, longest) if has_break else 0,
    )


def moved(slots: Iterable[Slot], day: date) -> tuple[Slot, ...]:
    """Return `slots` at the same times, the first of them on `day`."""
    found = tuple(slots)
    days = timedelta(days=(day - found[0].start.date()).days)
    shifted = ({"id": s.id, "start": s.start + days, "end": s.end + days} for s in found)
    return tuple(Slot.model_validate(each) for each in shifted)


def _minutes(earlier: datetime, later: datetime) -> int:
    return int((later - earlier).total_seconds() // 60)
