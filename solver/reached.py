"""How far a timetable gets, level by level: for comparing two of them without the engine's scales.

Levels are in the order of the objective: minimums of meetings, preferences for workshops, the least
share of everybody's own wishes, value.
"""

from collections import Counter
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.score import Score, score, wish_weight
from matchmaker.timetable import Timetable

Rank = tuple[tuple[int, ...], float, float, float]


@dataclass(frozen=True)
class Reached:
    """What a timetable reaches.

    `lacks` are the meetings that each person has below their minimum, the most first; `shortage` is
    the own weight of wishes that lacks to everybody's least share.
    """

    lacks: tuple[int, ...]
    shortage: float
    score: Score

    @property
    def rank(self) -> Rank:
        """The larger, the better."""
        lacks = tuple(-each for each in self.lacks)
        return lacks, self.score.workshop_value, -self.shortage, self.score.value

    def is_no_worse_than(self, other: "Reached") -> bool:
        """Tell whether nothing is lost at any level."""
        mine, theirs = self.rank, other.rank
        return mine[0] >= theirs[0] and all(
            a >= b for a, b in zip(mine[1:], theirs[1:], strict=True)
        )


def reached(event: Event, timetable: Timetable) -> Reached:
    """Return what `timetable` reaches."""
    held = Counter(each for meeting in timetable.meetings for each in meeting.participants)
    lacks = (max(0, each.min_meetings - held[each.id]) for each in event.participants)
    shortage = _shortage(event, timetable)
    return Reached(tuple(sorted(lacks, reverse=True)), shortage, score(event, timetable))


def _shortage(event: Event, timetable: Timetable) -> float:
    if not event.objective.floor:
        return 0.0
    met = {each.pair for each in timetable.meetings}
    wanted, got = Counter[str](), Counter[str]()
    for wish in event.wishes:
        weight = wish_weight(event, wish)
        wanted[wish.wisher] += weight
        got[wish.wisher] += weight * (frozenset((wish.wisher, wish.wished)) in met)
    return sum(max(0.0, event.objective.floor * wanted[each] - got[each]) for each in wanted)
