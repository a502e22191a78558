"""From a half-integral selection to a whole one: halves along a trail are taken in turn.

The edges that are half selected fall into trails; taking every other edge of a trail leaves
everybody on it with as many meetings as before, ends apart (after M. L. Balinski's description of
half-integral matchings, 1965). A trail goes on as long as it can (C. Hierholzer, 1873), so that few
are closed and odd, which cost half an edge.
"""

import numpy as np

from solver.arrays import Ints


def rounded(a: Ints, b: Ints, most: int) -> list[int]:
    """Return which of the half edges between `a` and `b` to take, so that nobody gets more.

    Whoever has an odd number of halves gets at most half a meeting more. No more than `most` are
    taken, unless taking the fewer of each trail is more already.
    """
    walk = _Walk(a, b)
    odd = np.flatnonzero(np.bincount(np.concatenate([a, b])) % 2).tolist()
    trails = [trail for start in odd if (trail := walk.trail(start))]
    circles = [circle for start in a.tolist() if (circle := walk.circuit(start))]
    taken = [edge for circle in circles for edge in circle[len(circle) % 2 :: 2]]
    more = most - len(taken) - sum(len(trail) // 2 for trail in trails)
    for trail in trails:
        is_odd = len(trail) % 2 == 1
        taken += trail[::2] if not is_odd or more > 0 else trail[1::2]
        more -= is_odd
    return taken


class _Walk:
    """The edges that no trail has used so far."""

    def __init__(self, a: Ints, b: Ints) -> None:
        ends = np.concatenate([a, b])
        order = np.argsort(ends, kind="stable")
        first = np.searchsorted(ends[order], np.arange(int(ends.max(initial=-1)) + 2))
        self._edges: list[int] = (order % max(len(a), 1)).tolist()
        self._next: list[int] = first[:-1].tolist()
        self._end: list[int] = first[1:].tolist()
        self._sum: list[int] = (a.astype(np.int64) + b).tolist()
        self._is_used = [False] * len(a)

    def trail(self, node: int) -> list[int]:
        """Use edges from `node` on until there is no way on; return them."""
        found = []
        while (edge := self._unused(node)) >= 0:
            found.append(edge)
            node = self._sum[edge] - node
        return found

    def circuit(self, node: int) -> list[int]:
        """Use all edges that hang together with `node`; return them as one closed trail."""
        stack, found = [(node, -1)], []
        while stack:
            here, by = stack[-1]
            edge = self._unused(here)
            if edge >= 0:
                stack.append((self._sum[edge] - here, edge))
            else:
                stack.pop()
                found.append(by)
        return found[:-1][::-1]

    def _unused(self, node: int) -> int:
        """Use an edge of `node` and return it, -1 if there is none."""
        while self._next[node] < self._end[node]:
            edge = self._edges[self._next[node]]
            self._next[node] += 1
            if not self._is_used[edge]:
                self._is_used[edge] = True
                return edge
        return -1
