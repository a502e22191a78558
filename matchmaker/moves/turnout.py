"""Who comes on the day after all: what is left of a plan, and how few changes mend it."""

from collections import Counter
from collections.abc import Collection, Mapping
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
class Turnout:
    """Who is away of `plan`, by id in which slots; what is in the slots `past` stays as it is.

    The people `new`, of the event of the plan, have come since its timetable was made. Beside them
    and those who lose something by it, at most `others` people are to hear of it.
    """

    plan: Plan
    away: Mapping[str, Collection[str]]
    past: tuple[str, ...]
    others: int = USUAL_OTHERS
    new: frozenset[str] = frozenset()

    @cached_property
    def left(self) -> Plan:
        """What is left of the plan."""
        return without(self.plan, self.away, self.past)

    @cached_property
    def losers(self) -> Counter[str]:
        """How many meetings each of the others loses."""
        found = lost(self.plan.timetable, self.left.timetable)
        return Counter({each: count for each, count in found.items() if each not in self.away})

    @cached_property
    def mended(self) -> Plan:
        """What is left, with new meetings in free places."""
        return refilled(self.left, self.losers + self._open, self.past, self.others)

    @property
    def _open(self) -> Counter[str]:
        """How many meetings each of the new people can have."""
        people = (self.plan.event.participant_by_id[each] for each in self.new)
        slots = self.plan.event.slot_by_id.keys() - set(self.past)
        free = {each.id: (each, len(slots - each.unavailable)) for each in people}
        return Counter(
            {
                key: count if who.max_meetings is None else min(count, who.max_meetings)
                for key, (who, count) in free.items()
            }
        )

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
        """Those who hear of it whatever is done: who lose a meeting or a guest, and who are new."""
        losing = amendment(self.plan.timetable, self.left.timetable).participants
        return (losing | self.new) - self.away.keys()

    def others_told(self, after: Timetable) -> frozenset[str]:
        """Return those beside the bereft whose agenda is another in `after`.

        Whoever is away knows what they miss, but not of what they get beside it.
        """
        return amendment(self.left.timetable, after).participants - self.bereft

    def told(self, after: Timetable) -> list[Participant]:
        """Return all who are to be told of `after`, in the order of the event."""
        found = amendment(self.plan.timetable, after).participants - self.away.keys()
        return self._named(found | self.others_told(after))

    @property
    def concerned(self) -> list[Participant]:
        """Those who are to be told where it is mended by free places."""
        return self.told(self.mended.timetable)

    @property
    def absent(self) -> list[Participant]:
        """Those who are away, in the order of the event."""
        return self._named(self.away)

    @property
    def arrived(self) -> list[Participant]:
        """Those who are new, in the order of the event."""
        return self._named(self.new)

    @property
    def unseated(self) -> list[Participant]:
        """Those who are new and have no meeting where it is mended by free places."""
        held = {person for each in self.mended.timetable.meetings for person in each.participants}
        return self._named(self.new - held)

    def _named(self, people: Collection[str]) -> list[Participant]:
        return [each for each in self.plan.event.participants if each.id in people]
