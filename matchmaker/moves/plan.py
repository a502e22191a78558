"""What organisers work on by hand: a timetable, and the event with the locks it is to keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.rules.checker import violations
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Timetable
from matchmaker.variations import changed


@dataclass(frozen=True)
class Plan:
    """A timetable of `event`, whose locks are those that the organisers have set so far."""

    event: Event
    timetable: Timetable

    @cached_property
    def breaches(self) -> tuple[Violation, ...]:
        """The breaches that the checker finds in it."""
        return violations(self.event, self.timetable)


def with_locks(plan: Plan, locks: Iterable[MeetingLock]) -> Plan:
    """Return `plan` with these locks of meetings and no others."""
    return Plan(changed(plan.event, locked_meetings=tuple(locks)), plan.timetable)


def new_breaches(before: Plan, after: Plan) -> tuple[Violation, ...]:
    """Return the breaches that `after` has and `before` has not, as the checker finds them."""
    known = set(before.breaches)
    return tuple(each for each in after.breaches if each not in known)
