"""How long people wait between engagements, before and after a move."""

from collections import Counter

from matchmaker.moves.exchange import Exchange
from matchmaker.moves.occupancy import Seat
from matchmaker.moves.plan import Plan
from matchmaker.rules.violation import engagements


class Waiting:
    """The days of everybody in bits, one a slot: where they are engaged and where they are there.

    Visits are no engagements: whoever is somebody's guest waits.
    """

    def __init__(self, plan: Plan) -> None:
        event = plan.event
        self._bit = {slot: 1 << number for number, slot in enumerate(event.slot_by_id)}
        alone = plan.timetable.model_copy(update={"guests": ()})
        self._engaged: Counter[Seat] = Counter(engagements(event, alone))
        self._busy: dict[str, int] = dict.fromkeys(event.participant_by_id, 0)
        for person, slot in self._engaged:
            self._busy[person] |= self._bit[slot]
        every = (1 << len(event.slots)) - 1
        self._there = {
            each.id: every - sum(self._bit[slot] for slot in each.unavailable)
            for each in event.participants
        }

    def before_and_after(self, person: str, exchange: Exchange) -> tuple[int, int]:
        """Return how many idle slots `person` has without and with `exchange`."""
        before = busy = self._busy[person]
        for each in exchange.out:
            if person in each.participants and self._engaged[person, each.slot] == 1:
                busy &= ~self._bit[each.slot]
        for each in exchange.into:
            if person in each.participants:
                busy |= self._bit[each.slot]
        return self._idle(person, before), self._idle(person, busy)

    def _idle(self, person: str, busy: int) -> int:
        """Count the slots from the first to the last busy one in which `person` is only there."""
        first = busy & -busy
        inside = (1 << busy.bit_length()) - first if busy else 0
        return (inside & self._there[person] & ~busy).bit_count()
