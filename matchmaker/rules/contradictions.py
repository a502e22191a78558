"""Events that no timetable can satisfy, whoever meets whom."""

from matchmaker.event import Event
from matchmaker.rules.checker import violations
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Timetable

REACHED_BY_MEETINGS = "min_meetings"


def contradictions(event: Event) -> list[Violation]:
    """Return every rule that the sessions of `event` break by themselves."""
    broken = violations(event, Timetable())
    return [each for each in broken if each.rule != REACHED_BY_MEETINGS]
