"""The graph of who may meet whom."""

import networkx as nx

from solver.instance import Instance


def meeting_graph(instance: Instance) -> "nx.Graph[int]":
    """Return the graph whose nodes are people and whose edges are candidates, with their value."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(instance.free)))
    graph.add_weighted_edges_from(((c.a, c.b, c.value) for c in instance.candidates), "value")
    return graph


def most_pairs_in_slot(instance: Instance, graph: "nx.Graph[int]", slot: int) -> int:
    """Return an upper bound on how many of the graph's pairs can meet at once in `slot`.

    A component of n free people holds at most n // 2 pairs; a two-sided one no more than its
    smaller side.
    """
    free = [each for each in graph if instance.free[each] >> slot & 1]
    present = graph.subgraph(free)
    components = (present.subgraph(nodes) for nodes in nx.connected_components(present))
    return sum(_most_pairs(component) for component in components)


def _most_pairs(component: "nx.Graph[int]") -> int:
    if len(component) == 1 or not nx.is_bipartite(component):
        return len(component) // 2
    one, other = nx.bipartite.sets(component)
    return min(len(one), len(other))
