"""How many meetings each has."""

from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.rules.violation import Violation, meeting_counts
from matchmaker.timetable import Timetable


def min_meetings(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Everybody has at least as many meetings as their minimum."""
    counts = meeting_counts(timetable)
    for who in event.participants:
        if counts[who.id] < who.min_meetings:
            text = message(
                "{name} has fewer meetings ({count}) than the minimum ({limit})",
                name=who.name,
                count=counts[who.id],
                limit=who.min_meetings,
            )
            yield Violation("min_meetings", (who.id,), text)


def max_meetings(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody has more meetings than their maximum."""
    counts = meeting_counts(timetable)
    for who in event.participants:
        if who.max_meetings is not None and counts[who.id] > who.max_meetings:
            text = message(
                "{name} has more meetings ({count}) than the maximum ({limit})",
                name=who.name,
                count=counts[who.id],
                limit=who.max_meetings,
            )
            yield Violation("max_meetings", (who.id,), text)
