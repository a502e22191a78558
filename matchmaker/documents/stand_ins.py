"""Who could take the place of somebody who does not come."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.programme import Slot
from matchmaker.rules.pairs import (
    already_met,
    common_language,
    opposite_sides,
    same_organisation,
    veto,
)
from matchmaker.score import pair_values
from matchmaker.timetable import Meeting, Timetable

RULES = (veto, opposite_sides, same_organisation, already_met, common_language)
Pair = frozenset[str]


class StandIns:
    """For everybody the people they could still meet, the most valuable first."""

    def __init__(self, event: Event, timetable: Timetable) -> None:
        values = pair_values(event)
        met = {each.pair for each in timetable.meetings}
        wanted = [each for each in values if each not in met]
        forbidden = _forbidden(event, wanted)
        self._partners: dict[str, list[str]] = defaultdict(list)
        for pair in sorted(wanted, key=lambda each: (-values[each], sorted(each))):
            if pair not in forbidden:
                one, other = sorted(pair)
                self._partners[one].append(other)
                self._partners[other].append(one)
        self._seats = {
            (each.slot, who): each for each in timetable.meetings for who in each.participants
        }

    def openings(self, person: str, slot: Slot) -> Iterator[tuple[str, Meeting]]:
        """Yield whom `person` could meet in `slot`, and the meeting whose other half is missing."""
        for partner in self._partners[person]:
            if meeting := self._seats.get((slot.id, partner)):
                yield partner, meeting


def _forbidden(event: Event, pairs: list[Pair]) -> set[Pair]:
    """Return the pairs that may not meet without an interpreter."""
    slot = event.slots[0].id
    supposed = [sorted(each) for each in pairs]
    meetings = (
        Meeting(participant_a=one, participant_b=other, slot=slot, table="-")
        for one, other in supposed
    )
    timetable = Timetable(meetings=tuple(meetings))
    breaches = (breach for rule in RULES for breach in rule(event, timetable))
    return {frozenset(breach.subjects[:2]) for breach in breaches}
