"""What stands in the store as text: timetables with their events, which are read once.

What was read of a text is what an equal text says.
"""

from dataclasses import dataclass
from functools import lru_cache

from matchmaker.certificate import Certificate
from matchmaker.event import Event
from matchmaker.formats import event_from_json
from matchmaker.moves.plan import Plan
from matchmaker.timetable import Timetable

MOST_REMEMBERED = 8


@dataclass(frozen=True)
class Content:
    """A timetable with the event as it then stood, and its certificate."""

    event: Event
    timetable: Timetable
    certificate: Certificate

    @property
    def plan(self) -> Plan:
        """The timetable to be worked on by hand."""
        return Plan(self.event, self.timetable)


@lru_cache(MOST_REMEMBERED)
def event_in(content: str) -> Event:
    """Return the event that is written in `content`."""
    return event_from_json(content)
