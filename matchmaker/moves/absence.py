"""Somebody who is away on the day: what is left of a plan, and how few changes mend it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from matchmaker.amendments import Amendment, amendment
from matchmaker.moves.plan import Plan
from matchmaker.moves.refilling import lost, refilled
from matchmaker.moves.repairs import without
from matchmaker.people import Participant
from matchmaker.timetable import Timetable

USUAL_OTHERS = 4


@dataclass(frozen=True)
class Absence:
    """Who is away in the slots `gone` of `plan`; what is in the slots `past` stays as it is.

    Beside those who lose something by it, at most `others` people are to hear of it.
    """

    plan: Plan
    who: Participant
    past: tuple[str, ...]
    gone: tuple[str, ...]
    others: int = USUAL_OTHERS

    @cached_property
    def left(self) -> Plan:
        """What is left of the plan."""
        return without(self.plan, self.who.id, self.gone, self.past)

    @cached_property
    def losers(self) -> Counter[str]:
        """How many meetings each of the others loses."""
        found = lost(self.plan.timetable, self.left.timetable)
        return Counter({each: count for each, count in found.items() if each != self.who.id})

    @cached_property
    def mended(self) -> Plan:
        """What is left, with new meetings in free places."""
        return refilled(self.left, self.losers, self.past, self.others)

    @cached_property
    def added(self) -> int:
        """How many new meetings there are."""
        return len(self.mended.timetable.meetings) - len(self.left.timetable.meetings)

    @cached_property
    def amendment(self) -> Amendment:
        """What differs from the plan."""
        return amendment(self.plan.timetable, self.mended.timetable)

    @cached_property
    def bereft(self) -> frozenset[str]:
        """Those who lose something, a meeting or a guest, whatever is done."""
        return amendment(self.plan.timetable, self.left.timetable).participants - {self.who.id}

    def others_told(self, after: Timetable) -> frozenset[str]:
        """Return those beside the bereft whose agenda is another in `after`."""
        found = amendment(self.plan.timetable, after).participants
        return found - self.bereft - {self.who.id}

    @property
    def concerned(self) -> list[Participant]:
        """Those whose agenda differs, in the order of the event; whoever is away knows already."""
        people = self.amendment.participants - {self.who.id}
        return [each for each in self.plan.event.participants if each.id in people]
