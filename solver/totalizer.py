"""How many of some literals hold, in unary: the totalizer.

O. Bailleux and Y. Boufkhad, "Efficient CNF encoding of Boolean cardinality constraints", CP 2003.
The literals are the leaves of a binary tree; each node counts its leaves in unary, merging the
counts of its two children by clauses. Clauses propagate where a sum over many literals does not.
"""

from collections.abc import Sequence

from ortools.sat.python import cp_model


def at_most(cp: cp_model.CpModel, literals: Sequence[cp_model.LiteralT], limit: int) -> None:
    """No more than `limit` of `literals` hold."""
    if limit >= len(literals):
        return
    spare = len(literals) - limit
    if spare <= limit:
        cp.add_bool_or([totals(cp, [~each for each in literals], spare)[spare - 1]])
    else:
        cp.add_bool_or([~totals(cp, literals, limit + 1)[limit]])


def totals(
    cp: cp_model.CpModel, literals: Sequence[cp_model.LiteralT], most: int
) -> list[cp_model.LiteralT]:
    """Return literals of which the i-th, from 0, holds exactly when more than i hold.

    There are `most` of them, or as many as `literals` if those are fewer.
    """
    if len(literals) <= 1:
        return list(literals[:most])
    half = len(literals) // 2
    one = totals(cp, literals[:half], most)
    other = totals(cp, literals[half:], most)
    both = [cp.new_bool_var("") for _ in range(min(most, len(literals)))]
    _merge(cp, one, other, both)
    _at_least_one_less(cp, both)
    return both


def _merge(
    cp: cp_model.CpModel,
    one: Sequence[cp_model.LiteralT],
    other: Sequence[cp_model.LiteralT],
    both: Sequence[cp_model.LiteralT],
) -> None:
    """At least i of one and j of the other are at least i + j; and likewise for at most."""
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            reached = min(i + j, len(both))
            if reached:
                cp.add_bool_or(
                    [~each for each in (*one[i - 1 : i], *other[j - 1 : j])] + [both[reached - 1]]
                )
            if i + j < len(both):
                cp.add_bool_or([*one[i : i + 1], *other[j : j + 1], ~both[i + j]])


def _at_least_one_less(cp: cp_model.CpModel, both: Sequence[cp_model.LiteralT]) -> None:
    """Who has more than i has more than i - 1."""
    for lower, higher in zip(both, both[1:], strict=False):
        cp.add_implication(higher, lower)
