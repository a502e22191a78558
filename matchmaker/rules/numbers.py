"""How many meetings each has, and how many cross the border."""

from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.rules.violation import Violation, meeting_counts
from matchmaker.timetable import Meeting, Timetable


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


def cross_border_quota(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Of all meetings, at least the share that the event asks for is across regions."""
    least, total = round(event.rules.cross_border_share * 1000), len(timetable.meetings)
    if not least:
        return
    crossing = sum(_crosses_border(event, each) for each in timetable.meetings)
    if crossing * 1000 < least * total:
        text = message(
            "too few meetings are across the border: {count} of {total}, for a share of {share}",
            count=crossing,
            total=total,
            share=least / 1000,
        )
        yield Violation("cross_border_quota", (), text)


def _crosses_border(event: Event, meeting: Meeting) -> bool:
    one, other = (event.participant_by_id[each].region for each in meeting.participants)
    return bool(one and other) and one != other
