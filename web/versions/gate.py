"""The gate before publishing: what the independent checker says of a timetable."""

from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.moves.begun import with_past
from matchmaker.rules.checker import violations
from matchmaker.rules.vanished import still_there, vanished
from matchmaker.rules.violation import Violation
from web.store.contents import Content
from web.wall_clock import begun

MINIMUMS = "min_meetings"


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a timetable.

    `broken` forbids publishing. `short` tells who stays below their minimum, which organisers may
    accept. `outdated` tells what the event as it has become meanwhile would not permit, which they
    may accept as well; what has begun is past.
    """

    broken: tuple[Violation, ...]
    short: tuple[Violation, ...]
    outdated: tuple[Violation, ...]

    def permits(self, accepted: bool) -> bool:
        """Tell whether it may be published, where what is short or outdated was `accepted`."""
        return not self.broken and (accepted or not (self.short or self.outdated))


def verdict(content: Content, present: Event) -> Verdict:
    """Return what the checker says of a timetable, and of it in the `present` event."""
    found = violations(content.event, content.timetable)
    later = () if present == content.event else _later(content, present)
    said = {each.message for each in found}
    return Verdict(
        broken=tuple(each for each in found if each.rule != MINIMUMS),
        short=tuple(each for each in found if each.rule == MINIMUMS),
        outdated=tuple(each for each in later if each.message not in said),
    )


def _later(content: Content, present: Event) -> tuple[Violation, ...]:
    """Return what the `present` event would not permit, by the names of the event of then."""
    day = with_past(present, content.plan, begun(present))
    gone = vanished(content.event, content.timetable, present)
    return (*gone, *violations(day, still_there(content.timetable, present)))
