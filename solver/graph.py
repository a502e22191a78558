"""The graph of who may meet whom, and how many of its pairs can meet at once."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from solver.instance import Instance


@dataclass(frozen=True)
class Component:
    """People who are linked through candidates; `other` is empty unless they have two sides."""

    one: frozenset[int]
    other: frozenset[int] = frozenset()


def components(instance: Instance) -> list[Component]:
    """Return the connected components of the graph whose edges are the candidates."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from((each.a, each.b) for each in instance.candidates)
    return [_component(graph.subgraph(nodes)) for nodes in nx.connected_components(graph)]


def most_pairs(instance: Instance, parts: Iterable[Component], slot: int) -> int:
    """Return an upper bound on how many candidates can meet at once in `slot`.

    n free people of a component form at most n // 2 pairs; where it has two sides, no more than
    the smaller side has free people.
    """
    return sum(_most_pairs(instance, part, slot) for part in parts)


def _component(graph: "nx.Graph[int]") -> Component:
    if not nx.is_bipartite(graph):
        return Component(frozenset(graph))
    one, other = nx.bipartite.sets(graph)
    return Component(frozenset(one), frozenset(other))


def _most_pairs(instance: Instance, part: Component, slot: int) -> int:
    one, other = (
        sum(instance.free[p] >> slot & 1 for p in side) for side in (part.one, part.other)
    )
    return min(one, other) if part.other else one // 2
