"""Who hears of it when a timetable is mended: few people, by whom most could be gained."""

from collections.abc import Collection, Iterable, Iterator

import networkx as nx

from matchmaker.amendments import amendment
from matchmaker.moves.turnout import Turnout
from matchmaker.score import pair_values
from matchmaker.timetable import Meeting, Timetable

Group = frozenset[str]
"""People who have to hear of it together."""


def crews(turnout: Turnout, free: Timetable | None) -> Iterator[frozenset[str]]:
    """Yield who may hear of it, each time those sure to and as many others as may.

    `free` is what the engine makes of the plan where everybody may, None where that is unknown.
    """
    sure = turnout.bereft | turnout.others_told(turnout.mended.timetable)
    room = turnout.others + len(turnout.bereft) - len(sure)
    for groups in (_of_changes(turnout, free), _of_exchanges(turnout)):
        yield sure | _fitting([each - sure for each in groups], room)


def _fitting(groups: Collection[Group], room: int) -> frozenset[str]:
    """Return the first groups that fit as a whole, then whoever comes first of the others."""
    found = dict[str, None]()
    for group in groups:
        if len(group | found.keys()) <= room:
            found |= dict.fromkeys(sorted(group))
    found |= dict.fromkeys(one for group in groups for one in sorted(group))
    return frozenset(list(found)[:room])


def _of_changes(turnout: Turnout, free: Timetable | None) -> list[Group]:
    """Return the groups whom `free` concerns at once, the smallest first."""
    if free is None:
        return []
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(
        sorted(each.participants)
        for each in amendment(turnout.left.timetable, free).meetings
        if turnout.bereft.isdisjoint(each.participants)
    )
    graph.add_nodes_from(sorted(turnout.others_told(free)))
    return sorted(map(frozenset, nx.connected_components(graph)), key=len)


def _of_exchanges(turnout: Turnout) -> list[Group]:
    """Return who would hear of a new meeting of the bereft in place of others, the best first."""
    options = ((gain, sorted(group)) for gain, group in _Exchanges(turnout).options())
    best = sorted(options, key=lambda option: (-option[0], option[1]))
    return [frozenset(group) for gain, group in best if gain > 0]


class _Exchanges:
    """Meetings that are not there, each with what it is worth and with what it displaces."""

    def __init__(self, turnout: Turnout) -> None:
        self._turnout, self._event = turnout, turnout.left.event
        self._values = pair_values(self._event)
        self._at: dict[tuple[str, str], Meeting] = {}
        for each in turnout.mended.timetable.meetings:
            self._at |= {(one, each.slot): each for one in each.participants}

    def options(self) -> Iterator[tuple[float, Group]]:
        """Yield what each would gain, and who else would hear of it."""
        held = {each.pair for each in self._at.values()}
        for pair in self._values.keys() - held:
            if pair & self._turnout.bereft:
                yield from self._of(pair)

    def _of(self, pair: frozenset[str]) -> Iterator[tuple[float, Group]]:
        for slot in self._slots(pair):
            displaced = {self._at[one, slot] for one in pair if (one, slot) in self._at}
            cost = sum(self._values.get(each.pair, 0.0) for each in displaced)
            yield self._values[pair] - cost, pair.union(*(each.pair for each in displaced))

    def _slots(self, pair: Iterable[str]) -> list[str]:
        """Return the slots, not past, in which all of them are there."""
        people = [self._event.participant_by_id[each] for each in pair]
        away = frozenset(self._turnout.past).union(*(each.unavailable for each in people))
        return [each for each in self._event.slot_by_id if each not in away]
