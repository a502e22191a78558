"""How many table moves any tables leave, given who meets whom in which slot.

Claim: of the people who are in meeting m of slot s and next in meeting n of slot t, all move but a
matching. Proof: a table holds one meeting in each slot, so the meetings of slot t that are at the
tables of meetings of slot s are one to each. In the graph of the meetings of s and those of t, with
an edge for everybody who goes from one to the other, those who stay therefore form a matching. A
meeting has two people, so every part of that graph is a path or a cycle of even length, and of its
V meetings a matching leaves out one or none: it has V // 2 edges. Each step from one meeting to the
next belongs to one pair of slots, so what the pairs of slots leave adds up.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

from solver.arrays import NONE

REASON = "A table holds one meeting in each slot: of two people who come from one meeting to different ones, or to one meeting from different ones, one moves."  # noqa: E501


class Stop(NamedTuple):
    """A meeting in somebody's agenda: its slot, its number, its table where that is known."""

    slot: int
    meeting: int
    table: int = NONE


Step = tuple[Stop, Stop]
"""Somebody's way from one meeting to the next."""


def fewest_moves(agendas: Iterable[Sequence[Stop]], reserved: Collection[int] = ()) -> int:
    """Return how many table moves there are at least, whatever tables the other meetings get.

    Each agenda is in the order of slots. Meetings whose table is not known never get a `reserved`
    one.
    """
    steps = [step for agenda in agendas for step in pairwise(agenda)]
    settled = [step for step in steps if _stays(step)]
    places = {place for step in settled for place in _places(step)}
    open_steps = [s for s in steps if _may_stay(s, reserved) and places.isdisjoint(_places(s))]
    return len(steps) - len(settled) - _most_stays(open_steps)


def _stays(step: Step) -> bool:
    one, other = step
    return one.table == other.table != NONE


def _may_stay(step: Step, reserved: Collection[int]) -> bool:
    """Tell whether one table is unknown, and the other none that is reserved."""
    one, other = step[0].table, step[1].table
    return NONE in {one, other} and one not in reserved and other not in reserved


def _places(step: Step) -> Iterator[tuple[int, int]]:
    """Yield both meetings as nodes of the graph of the two slots."""
    one, other = step
    yield one.meeting, other.slot
    yield other.meeting, one.slot


def _most_stays(steps: Sequence[Step]) -> int:
    """Return how many of `steps` keep their table at most: a largest matching of every part.

    Two people who go together from a meeting to the next are a part by themselves, and both stay.
    """
    graph: nx.Graph[tuple[int, int]] = nx.Graph(tuple(_places(step)) for step in steps)
    together: int = len(steps) - graph.number_of_edges()
    return together + sum(len(part) // 2 for part in nx.connected_components(graph))
