"""One wish before one timetable: the two people, and the slots they have in common."""

from functools import cached_property

from matchmaker.people import Participant, Wish
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.score import crosses_border
from matchmaker.timetable import Meeting


class Case:
    """The wisher `one`, the wished `other`, and when both are there."""

    def __init__(self, occupancy: Occupancy, wish: Wish) -> None:
        self.occupancy = occupancy
        self.event = occupancy.event
        self.wish = wish
        self.one: Participant = self.event.participant_by_id[wish.wisher]
        self.other: Participant = self.event.participant_by_id[wish.wished]
        self.both = (self.one, self.other)
        self.pair = frozenset((wish.wisher, wish.wished))

    @cached_property
    def common_slots(self) -> list[str]:
        """The slots in which both are there."""
        away = self.one.unavailable | self.other.unavailable
        return [slot for slot in self.event.slot_by_id if slot not in away]

    @cached_property
    def open_slots(self) -> list[str]:
        """The common slots in which neither sits in a workshop."""
        sits = self.occupancy.sits
        return [s for s in self.common_slots if not any(sits(each.id, s) for each in self.both)]

    @cached_property
    def idle_slots(self) -> list[str]:
        """The open slots in which neither has a meeting."""
        is_idle = self.occupancy.is_idle
        return [s for s in self.open_slots if all(is_idle(each.id, s) for each in self.both)]

    @cached_property
    def needs_interpreter(self) -> bool:
        """Whether the two may only meet with an interpreter."""
        return self.occupancy.needs_interpreter(*self.both)

    @cached_property
    def is_across(self) -> bool:
        """Whether a meeting of the two would cross the border."""
        return crosses_border(self.event, self.pair)

    def in_the_way(self, slot: str) -> list[Meeting]:
        """Return the meetings that one of the two has in `slot`."""
        found = (self.occupancy.meeting_of.get((each.id, slot)) for each in self.both)
        return [each for each in found if each is not None]

    def is_locked(self, meeting: Meeting) -> bool:
        """Tell whether the organisers have locked that the two of `meeting` meet."""
        return meeting.pair in self.event.lock_by_pair

    def time(self, slot: str) -> str:
        """Return when `slot` starts, with its day where the event has several."""
        return self.event.start(slot)

    def is_at_maximum(self, who: Participant) -> bool:
        """Tell whether `who`, one of the two, may have no further meeting."""
        held = self.occupancy.meetings_held[who.id]
        return who.max_meetings is not None and held >= who.max_meetings
