"""Whom somebody without engagement could join at a meeting: every rule but what others do.

Where a rule is about two people, it is asked of the guest with each of the two hosts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.event import Event
from matchmaker.score import wish_weight
from matchmaker.timetable import Meeting, Timetable
from solver.arrays import Truths
from solver.crowd import Crowd, crowd
from solver.eligibility import already_met, opposite_sides, same_organisation, veto
from solver.pairs import Pairs, keys_of

OF_PAIRS = (veto, opposite_sides, same_organisation, already_met)
Waiting = dict[str, set[str]]
"""By slot id who is there and has nothing."""


@dataclass(frozen=True)
class Visit:
    """Somebody who could join a meeting; `weight` is that of the wishes between them and the two.

    Wishes that are met elsewhere weigh nothing.
    """

    guest: str
    meeting: Meeting
    weight: int


def visits(event: Event, timetable: Timetable, waiting: Waiting) -> list[Visit]:
    """Return every visit that is permitted by itself, in the order of the meetings."""
    wishes = _Wishes(event, timetable)
    options = [
        Visit(guest, meeting, wishes.weight(guest, meeting))
        for meeting in timetable.meetings
        for guest in sorted(wishes.around(meeting) & waiting[meeting.slot])
        if fixed_table(event, guest, meeting) and guest_language(event, guest, meeting)
    ]
    allowed = _allowed(crowd(event), options)
    return [each for each, may in zip(options, allowed, strict=True) if may and guest_wished(each)]


def trios_permitted(event: Event) -> bool:
    """The event permits that a third person joins two who meet."""
    return event.rules.trios


def fixed_table(event: Event, guest: str, meeting: Meeting) -> bool:
    """A guest with a table of their own joins meetings at that table only."""
    return event.participant_by_id[guest].table in (None, meeting.table)


def guest_language(event: Event, guest: str, meeting: Meeting) -> bool:
    """All three speak one language; who names none speaks all."""
    three = (guest, *meeting.participants)
    spoken = [set(event.participant_by_id[each].languages) for each in three]
    named = [each for each in spoken if each]
    return event.rules.without_common_language or not named or bool(set.intersection(*named))


def guest_wished(visit: Visit) -> bool:
    """Somebody of the three gets what they wished for and have nowhere else."""
    return visit.weight > 0


class _Wishes:
    """What is wished between people who do not meet."""

    def __init__(self, event: Event, timetable: Timetable) -> None:
        met = {each.pair for each in timetable.meetings}
        self._weights: dict[frozenset[str], int] = defaultdict(int)
        self._linked: dict[str, set[str]] = defaultdict(set)
        for wish in event.wishes:
            pair = frozenset((wish.wisher, wish.wished))
            if not wish.is_veto and pair not in met:
                self._weights[pair] += wish_weight(event, wish)
                self._linked[wish.wisher].add(wish.wished)
                self._linked[wish.wished].add(wish.wisher)

    def around(self, meeting: Meeting) -> set[str]:
        """Return who wishes for one of the two or is wished for by one."""
        one, other = meeting.participants
        return self._linked[one] | self._linked[other]

    def weight(self, guest: str, meeting: Meeting) -> int:
        """Return what is wished between `guest` and the two."""
        pairs = (frozenset((guest, each)) for each in meeting.participants)
        return sum(self._weights.get(pair, 0) for pair in pairs)


def _allowed(people: Crowd, options: Sequence[Visit]) -> Truths:
    """Tell of each option whether the guest may sit with either of the two."""
    both = [_pairs(people, options, host) for host in (0, 1)]
    rules = (rule(people, pairs) for rule in OF_PAIRS for pairs in both)
    found: Truths = np.logical_and.reduce(list(rules))
    return found


def _pairs(people: Crowd, options: Sequence[Visit], host: int) -> Pairs:
    rows = list(_rows(people, options, host))
    a, b = np.array(rows, np.int64).reshape(-1, 2).T
    nothing = np.zeros(len(rows), np.int64)
    return Pairs(
        people=len(people.index),
        key=keys_of(a, b, len(people.index)),
        a=a.astype(np.int32),
        b=b.astype(np.int32),
        weight=nothing,
        own=np.zeros((len(rows), 2), np.int32),
    )


def _rows(people: Crowd, options: Sequence[Visit], host: int) -> Iterator[tuple[int, int]]:
    for each in options:
        yield people.index[each.guest], people.index[each.meeting.participants[host]]
