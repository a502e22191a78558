"""Two ways to count how many literals hold: a sum and a totalizer.

O. Bailleux and Y. Boufkhad, "Efficient CNF encoding of Boolean cardinality constraints", CP 2003:
the literals are the leaves of a binary tree; each node counts its leaves in unary, merging the
counts of its two children by clauses. A sum is short, and a plan is found soon; the clauses learn
more where places are scarce.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ortools.sat.python import cp_model

Literal = cp_model.LiteralT


def at_most_by_sum(cp: cp_model.CpModel, literals: Sequence[Literal], limit: int) -> None:
    """No more than `limit` of `literals` hold."""
    if len(literals) > limit:
        cp.add(sum(literals) <= limit)


def at_most_by_totalizer(cp: cp_model.CpModel, literals: Sequence[Literal], limit: int) -> None:
    """No more than `limit` of `literals` hold: counted are those that do, or those that do not."""
    spare = len(literals) - limit
    if spare <= 0:
        return
    if spare <= limit:
        cp.add_bool_or([totals(cp, [~each for each in literals], spare)[spare - 1]])
    else:
        cp.add_bool_or([~totals(cp, literals, limit + 1)[limit]])


def totals(cp: cp_model.CpModel, literals: Sequence[Literal], most: int) -> list[Literal]:
    """Return literals of which the i-th, from 0, holds exactly when more than i hold.

    There are `most` of them, or as many as `literals` if those are fewer.
    """
    if len(literals) <= 1:
        return list(literals[:most])
    half = len(literals) // 2
    one = totals(cp, literals[:half], most)
    other = totals(cp, literals[half:], most)
    both: list[Literal] = [cp.new_bool_var("") for _ in range(min(most, len(literals)))]
    _merge(cp, one, other, both)
    for lower, higher in pairwise(both):
        cp.add_implication(higher, lower)
    return both


def _merge(
    cp: cp_model.CpModel, one: list[Literal], other: list[Literal], both: list[Literal]
) -> None:
    """At least i of one and j of the other are at least i + j; and likewise for at most."""
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            reached = [~each for each in (*_top(one, i), *_top(other, j))]
            if reached:
                cp.add_bool_or([*reached, both[min(i + j, len(both)) - 1]])
            if i + j < len(both):
                cp.add_bool_or([*one[i : i + 1], *other[j : j + 1], ~both[i + j]])


def _top(count: list[Literal], number: int) -> list[Literal]:
    """Return the literal that says that at least `number` hold; none is needed for 0."""
    return count[number - 1 : number] if number else []


def as_they_are(_: cp_model.CpModel, literals: Sequence[Literal]) -> list[Literal]:
    """Return `literals`."""
    return list(literals)


def in_unary(cp: cp_model.CpModel, literals: Sequence[Literal]) -> list[Literal]:
    """Return literals of which the i-th, from 0, holds exactly when more than i hold."""
    return totals(cp, literals, len(literals))


class Counting(NamedTuple):
    """A way to count: `at_most` limits how many literals hold, `units` holds as often as they."""

    at_most: Callable[[cp_model.CpModel, Sequence[Literal], int], None]
    units: Callable[[cp_model.CpModel, Sequence[Literal]], list[Literal]]


BY_SUM = Counting(at_most_by_sum, as_they_are)
BY_TOTALIZER = Counting(at_most_by_totalizer, in_unary)
