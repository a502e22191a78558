"""The variables of the model of gaps: literals only, so that clauses can speak of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python import cp_model

from solver.exact_gaps.cardinality import Counting, Literal
from solver.exact_gaps.problem import GapProblem


@dataclass
class GapModel:
    """The variables of the model, with slots counted from 0.

    `meets[m, t]`: meeting m is in slot t; `used[r, t]`: resource r is busy then; `done[p, t, k]`:
    person p has had at least k engagements before slot t; `ends[p]`: in which slots an idle period
    of p ends; `periods[p]` hold as often as they; `waits[p]`: in which p is idle. `counting` is how
    the model counts where there is a choice.
    """

    problem: GapProblem
    counting: Counting
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    meets: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    used: dict[tuple[int, int], Literal] = field(default_factory=dict)
    done: dict[tuple[int, int, int], Literal] = field(default_factory=dict)
    ends: list[list[Literal]] = field(default_factory=list)
    periods: list[list[Literal]] = field(default_factory=list)
    waits: list[list[Literal]] = field(default_factory=list)

    @cached_property
    def yes(self) -> Literal:
        """What holds always."""
        return self.cp.new_constant(1)

    @cached_property
    def no(self) -> Literal:
        """What never holds."""
        return self.cp.new_constant(0)

    def at(self, meetings: Iterable[int], slot: int) -> list[Literal]:
        """Return the literals of `meetings` in `slot`."""
        return [self.meets[m, slot] for m in meetings if (m, slot) in self.meets]

    def of(self, meeting: int, slots: Iterable[int]) -> list[Literal]:
        """Return the literals of `meeting` in `slots`."""
        return [self.meets[meeting, t] for t in slots if (meeting, t) in self.meets]


def any_of(model: GapModel, exclusive: list[Literal]) -> Literal:
    """Return a literal that holds exactly when one of `exclusive` does."""
    if len(exclusive) <= 1:
        return exclusive[0] if exclusive else model.no
    literal = model.cp.new_bool_var("")
    model.cp.add_exactly_one([*exclusive, ~literal])
    return literal


def all_of(model: GapModel, literals: list[Literal]) -> Literal:
    """Return a literal that holds exactly when all `literals` do."""
    both = model.cp.new_bool_var("")
    model.cp.add_bool_and(literals).only_enforce_if(both)
    model.cp.add_bool_or([~each for each in literals] + [both])
    return both


def bits(mask: int) -> list[int]:
    """Return the slots of `mask`."""
    return [index for index in range(mask.bit_length()) if mask >> index & 1]
