"""Figures that show where a timetable is generous and where it is not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant, Wish
from matchmaker.score import gini, idle_slots, own_share, sitting_out
from matchmaker.timetable import Timetable, agendas

STEPS = 5
"""Into how many steps shares from 0 to 1 are sorted."""
LAST_RANK = 8
"""Wishes of this rank and beyond are counted together."""


@dataclass(frozen=True)
class Part:
    """How much there is `of` something: wishes met, slots served, tables taken."""

    name: str
    amount: int
    of: int

    @property
    def share(self) -> float:
        """The amount as a share, 0 where there is nothing to have."""
        return self.amount / self.of if self.of else 0.0


@dataclass(frozen=True)
class Group:
    """People who have something in common: how many, with how many meetings each, on average.

    `met` of their `wished` wishes are met.
    """

    name: str
    people: int
    meetings: float
    met: int
    wished: int


@dataclass(frozen=True)
class Standing:
    """What somebody gets: the share of the weight of their own wishes, and how many of them."""

    participant: Participant
    share: float
    met: int
    wished: int
    meetings: int


class Duty(StrEnum):
    """What an interpreter does in a slot."""

    MEETING = "meeting"
    SESSION = "session"
    FREE = "free"
    AWAY = "away"


@dataclass(frozen=True)
class Service:
    """What an interpreter does in each slot, by its id."""

    name: str
    duties: Mapping[str, Duty]


class Statistics:
    """Figures of one timetable of one event.

    Whoever is there in no slot does not come: figures of people are those of all others.
    """

    def __init__(self, event: Event, timetable: Timetable) -> None:
        self.event, self.timetable = event, timetable
        self._pairs = {each.pair for each in timetable.meetings}
        self._held = Counter(p for each in timetable.meetings for p in each.participants)
        self._wishes = [each for each in event.wishes if not each.is_veto]
        self._wished = Counter(each.wisher for each in self._wishes)
        self._met = Counter(each.wisher for each in self._wishes if self._is_met(each))

    @cached_property
    def people(self) -> tuple[Participant, ...]:
        """Those who come."""
        slots = self.event.slot_by_id.keys()
        return tuple(each for each in self.event.participants if slots - each.unavailable)

    @property
    def absent(self) -> int:
        """How many do not come."""
        return len(self.event.participants) - len(self.people)

    @property
    def least_share(self) -> float:
        """The least share of the weight of their own wishes that anybody gets, 1 without wishes."""
        return min(self._own.values(), default=1.0)

    @property
    def gini(self) -> float:
        """How unequally meetings are shared, 0 where all have equally many."""
        return gini([self._held[each.id] for each in self.people])

    @property
    def without_meeting(self) -> int:
        """How many have no meeting at all."""
        return sum(not self._held[each.id] for each in self.people)

    @cached_property
    def ranks(self) -> list[Part]:
        """The wishes of each rank, and how many of them are met."""
        there, met = Counter[int](), Counter[int]()
        for wish in self._wishes:
            rank = min(int(wish.rank), LAST_RANK)
            there[rank] += 1
            met[rank] += self._is_met(wish)
        return [Part(str(rank), met[rank], there[rank]) for rank in sorted(there)]

    @cached_property
    def shares(self) -> list[Part]:
        """How many people get which share of the weight of their own wishes, by steps."""
        counts = Counter(min(int(each * STEPS), STEPS - 1) for each in self._own.values())
        return [Part(str(step), counts[step], len(self._own)) for step in range(STEPS)]

    @cached_property
    def meetings(self) -> list[Part]:
        """How many people have how many meetings, from the fewest to the most."""
        return _spread(self._held[each.id] for each in self.people)

    @cached_property
    def waits(self) -> list[Part]:
        """How many people have how many idle slots, from the fewest to the most."""
        views = agendas(self.event, self.timetable)
        return _spread(idle_slots(self.event, views[each.id]) for each in self.people)

    @cached_property
    def sitting_out(self) -> list[Part]:
        """How many of those who are there have no engagement in each slot, by its id."""
        away = Counter(slot for each in self.event.participants for slot in each.unavailable)
        people = len(self.event.participants)
        found = sitting_out(self.event, self.timetable)
        return [Part(slot, len(out), people - away[slot]) for slot, out in found.items()]

    @cached_property
    def standings(self) -> list[Standing]:
        """What everybody with wishes gets, the worst-off first."""
        people = self.event.participant_by_id
        found = (
            Standing(people[who], share, self._met[who], self._wished[who], self._held[who])
            for who, share in self._own.items()
        )
        return sorted(found, key=lambda each: (each.share, -each.wished, each.participant.name))

    @cached_property
    def regions(self) -> list[str]:
        """The regions that people come from; empty for those of whom none is known."""
        return sorted({each.region for each in self.event.participants}, key=lambda r: (not r, r))

    @cached_property
    def matrix(self) -> dict[tuple[str, str], int]:
        """How many meetings there are between any two regions, and within each."""
        people = self.event.participant_by_id
        found = Counter[tuple[str, str]]()
        for meeting in self.timetable.meetings:
            one, other = (people[each].region for each in meeting.participants)
            for pair in {(one, other), (other, one)}:
                found[pair] += 1
        return {(one, other): found[one, other] for one in self.regions for other in self.regions}

    @cached_property
    def services(self) -> list[Service]:
        """What each interpreter does in each slot."""
        served = {(m.interpreter, m.slot): Duty.MEETING for m in self.timetable.meetings}
        for session in self.event.sessions:
            pairs = ((each, slot) for each in session.interpreters for slot in session.slots)
            served |= dict.fromkeys(pairs, Duty.SESSION)

        def duty(who: Interpreter, slot: str) -> Duty:
            idle = Duty.AWAY if slot in who.unavailable else Duty.FREE
            return served.get((who.id, slot), idle)

        slots = self.event.slot_by_id
        return [
            Service(who.name, {slot: duty(who, slot) for slot in slots})
            for who in self.event.interpreters
        ]

    @cached_property
    def interpreters(self) -> list[Part]:
        """In how many slots each interpreter serves, of those in which they are there."""
        return [_load(each.name, each.duties.values()) for each in self.services]

    @cached_property
    def serving(self) -> list[Part]:
        """How many interpreters serve in each slot, by its id, of those who are there."""
        return [
            _load(slot, (each.duties[slot] for each in self.services))
            for slot in self.event.slot_by_id
        ]

    @cached_property
    def tables(self) -> list[Part]:
        """How many tables are taken in each slot, by its id."""
        taken = Counter(each.slot for each in self.timetable.meetings)
        return [Part(each.id, taken[each.id], len(self.event.tables)) for each in self.event.slots]

    @property
    def by_region(self) -> list[Group]:
        """The groups of those who come from one region."""
        return self.groups(lambda each: each.region)

    @property
    def by_cluster(self) -> list[Group]:
        """The groups of those of one cluster."""
        return self.groups(lambda each: each.cluster)

    def groups(self, of: Callable[[Participant], str]) -> list[Group]:
        """Return the groups of those alike in what `of` tells, the largest first."""
        members: dict[str, list[str]] = {}
        for each in self.people:
            members.setdefault(of(each), []).append(each.id)
        return sorted(self._groups(members), key=lambda each: (-each.people, each.name))

    def _groups(self, members: dict[str, list[str]]) -> Iterator[Group]:
        for name, ids in members.items():
            meetings = sum(self._held[each] for each in ids) / len(ids)
            met, wished = (sum(c[each] for each in ids) for c in (self._met, self._wished))
            yield Group(name, len(ids), meetings, met, wished)

    @cached_property
    def _own(self) -> dict[str, float]:
        found = own_share(self.event, self.timetable)
        return {each.id: found[each.id] for each in self.people if each.id in found}

    def _is_met(self, wish: Wish) -> bool:
        return frozenset((wish.wisher, wish.wished)) in self._pairs


def _spread(counts: Iterable[int]) -> list[Part]:
    """Return how many there are of each count from the least to the most."""
    found = Counter(counts)
    numbers = range(min(found, default=0), max(found, default=-1) + 1)
    return [Part(str(number), found[number], found.total()) for number in numbers]


def _load(name: str, duties: Iterable[Duty]) -> Part:
    found = Counter(duties)
    serving = found[Duty.MEETING] + found[Duty.SESSION]
    return Part(name, serving, serving + found[Duty.FREE])
