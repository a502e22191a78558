"""The form that says a day in a few numbers."""

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict

from matchmaker.messages import message
from matchmaker.planning.pattern import LONGEST, MOST_SLOTS, Pattern, Stretch, pattern_of, stretches
from matchmaker.programme import Slot
from web.setup.fields import Answers, Fields

ASKED = ("date", "start", "minutes", "pause", "count", "break_after", "break_minutes")


def answers_of_pattern(slots: Sequence[Slot]) -> Answers:
    """Return the numbers that are nearest to `slots`."""
    pattern = pattern_of(slots)
    return MultiDict(
        {
            "date": pattern.day.isoformat(),
            "start": f"{pattern.start:%H:%M}",
            "minutes": str(pattern.minutes),
            "pause": str(pattern.pause),
            "count": str(pattern.count),
            "break_after": str(pattern.break_after or ""),
            "break_minutes": str(pattern.break_minutes or ""),
        }
    )


def times_of(fields: Fields, slots: Sequence[Slot]) -> list[Stretch]:
    """Return the times that the numbers say, with those of `slots` if they are to stay.

    With errors there are none.
    """
    values = {
        "day": fields.day("date"),
        "start": fields.clock("start"),
        "minutes": fields.number("minutes", 1, LONGEST),
        "pause": fields.number("pause", 0, LONGEST, usual=0),
        "count": fields.number("count", 1, MOST_SLOTS),
        "break_after": fields.number("break_after", 0, MOST_SLOTS, usual=0),
        "break_minutes": fields.number("break_minutes", 0, LONGEST, usual=0),
    }
    if fields.errors:
        return []
    proposed = stretches(Pattern.model_validate(values))
    staying = [(each.start, each.end) for each in slots] if fields.answers.get("add") else []
    if _overlap(staying, proposed):
        fields.errors["start"] = message("These times overlap with times that stay.")
        return []
    return sorted([*staying, *proposed])


def _overlap(staying: Sequence[Stretch], proposed: Sequence[Stretch]) -> bool:
    return any(start < until and since < end for start, end in staying for since, until in proposed)
