"""What binds a person to others, and goes when they go."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from matchmaker.event import Event
from matchmaker.people import Wish
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Ties:
    """How many there are of each: wishes and vetoes of theirs and of others, locks, sittings led.

    `meetings` and `seats` are those of the programme that was published last, which stays as it is.
    """

    given: int
    vetoed: int
    received: int
    refused: int
    locked_meetings: int
    locked_seats: int
    led: int
    meetings: int
    seats: int

    @property
    def mark(self) -> str:
        """What changes with any of them."""
        return ".".join(map(str, astuple(self)))


def ties_of(event: Event, published: Timetable | None, key: str) -> Ties:
    """Return what binds the participant of that id in `event` and in the `published` timetable."""
    own = [each for each in event.wishes if each.wisher == key]
    others = [each for each in event.wishes if each.wished == key]
    meetings = published.meetings if published else ()
    seats = published.attendances if published else ()
    return Ties(
        given=len(own) - _vetoes(own),
        vetoed=_vetoes(own),
        received=len(others) - _vetoes(others),
        refused=_vetoes(others),
        locked_meetings=sum(key in each.pair for each in event.locked_meetings),
        locked_seats=sum(each.participant == key for each in event.locked_attendances),
        led=sum(key in each.facilitators for each in event.sessions),
        meetings=sum(key in each.participants for each in meetings),
        seats=sum(each.participant == key for each in seats),
    )


def _vetoes(wishes: Iterable[Wish]) -> int:
    return sum(each.is_veto for each in wishes)
