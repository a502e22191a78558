"""In which order candidates are placed."""

import numpy as np

from solver.arrays import Ints
from solver.instance import Instance


def hardest_first(problem: Instance, candidates: Ints) -> Ints:
    """Sort by how few slots are open, then by falling value."""
    rows = problem.columns
    slots = rows.is_open[candidates].sum(axis=1)
    keys = (candidates, -rows.value[candidates], slots)
    return np.ascontiguousarray(candidates[np.lexsort(keys)])


def most_valuable_first(problem: Instance, candidates: Ints) -> Ints:
    """Sort by falling value."""
    order = np.lexsort((candidates, -problem.columns.value[candidates]))
    return np.ascontiguousarray(candidates[order])
