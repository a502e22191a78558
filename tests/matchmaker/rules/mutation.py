"""Small changes to a timetable, for operators that break a rule."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import TypeVar

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Attendance, Guest, Meeting, Timetable
from tests import factories

Item = TypeVar("Item")
Operator = Callable[["Bench"], Timetable]


class NoMutantError(Exception):
    """The event has nothing with which the rule could be broken so."""


class Bench:
    """A timetable to be spoilt, and the dice that say where."""

    def __init__(self, event: Event, timetable: Timetable, seed: int) -> None:
        self.event = event
        self.timetable = timetable
        self.random = Random(seed)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        return self.timetable.meetings

    def any_of(self, items: Iterable[Item]) -> Item:
        """Return one of `items` by chance; there may be none."""
        choices: Sequence[Item] = list(items)
        if not choices:
            raise NoMutantError
        return self.random.choice(choices)

    def any_two(self, items: Iterable[Item]) -> tuple[Item, Item]:
        choices = list(items)
        if len(choices) < 2:
            raise NoMutantError
        one, other = self.random.sample(choices, 2)
        return one, other

    def couples(self) -> list[tuple[Participant, Participant]]:
        """Return all pairs of two people, each once, in an order by chance."""
        people = self.random.sample(self.event.participants, len(self.event.participants))
        return [(one, other) for i, one in enumerate(people) for other in people[:i]]

    def changed(self, meeting: Meeting, **fields: str | None) -> Timetable:
        """Return the timetable with `meeting` altered in `fields`."""
        altered = meeting.model_copy(update=fields)
        kept = (altered if each is meeting else each for each in self.meetings)
        return self.timetable.model_copy(update={"meetings": tuple(kept)})

    def without(self, dropped: Iterable[Meeting]) -> Timetable:
        gone = list(dropped)
        kept = tuple(each for each in self.meetings if each not in gone)
        return self.timetable.model_copy(update={"meetings": kept})

    def met(self, *couples: tuple[Participant, Participant]) -> Timetable:
        """Return the timetable in which `couples` meet too, somewhere at some time."""
        more = [self._meeting(one, other) for one, other in couples]
        return self.timetable.model_copy(update={"meetings": (*self.meetings, *more)})

    def joined(self, guest: Guest) -> Timetable:
        """Return the timetable with one more guest."""
        return self.timetable.model_copy(update={"guests": (*self.timetable.guests, guest)})

    def seated(self, *sittings: tuple[str, str]) -> Timetable:
        """Return the timetable with attendances of (participant id, session id)."""
        more = (Attendance(participant=one, session=other) for one, other in sittings)
        seats = (*self.timetable.attendances, *more)
        return self.timetable.model_copy(update={"attendances": seats})

    def unseated(self, *sittings: tuple[str, str]) -> Timetable:
        """Return the timetable without the attendances of (participant id, session id)."""
        seats = self.timetable.attendances
        kept = tuple(each for each in seats if (each.participant, each.session) not in sittings)
        return self.timetable.model_copy(update={"attendances": kept})

    def meetings_of(self, participant: str) -> list[Meeting]:
        return [each for each in self.meetings if participant in each.participants]

    def attendees_of(self, session: str) -> list[str]:
        seats = self.timetable.attendances
        return [each.participant for each in seats if each.session == session]

    def sessions_of(self, participant: str) -> set[str]:
        """Return the ids of the sessions that `participant` attends."""
        seats = self.timetable.attendances
        return {each.session for each in seats if each.participant == participant}

    def _meeting(self, one: Participant, other: Participant) -> Meeting:
        slot, table = self.any_of(self.event.slots), self.any_of(self.event.tables)
        return factories.meeting(one.id, other.id, slot.id, table.id)
