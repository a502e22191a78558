"""The whole problem of slots as one CP-SAT model: proofs for small events, an oracle for tests.

A boolean says for each candidate and slot whether they meet then. Each constraint bears the name of
the rule in `matchmaker.rules` that it keeps; rules about pairs are kept by `eligibility`, those
about which table by `seating`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from solver.columns import SHARED
from solver.instance import Instance
from solver.placement import NOWHERE, Placement
from solver.stakes import stakes, standing
from solver.stopping import stopping

WORKERS = 4
STEPS = 5.0
"""How long a reproducible search goes on, in units of CP-SAT's deterministic time."""


@dataclass(frozen=True)
class Proof:
    """The best placement found, as the slot of each candidate or NOWHERE, and whether it is best.

    Best means: fewest meetings missing to the minimums, then most value.
    """

    slot_of: tuple[int, ...]
    is_optimal: bool


@dataclass
class Model:
    """The variables of the model.

    `meets[c, t]`: candidate c meets in slot t; `serves[c, i, t]`: interpreter i serves them then;
    `lacks[k]`: who lacks k meetings or more to their minimum; `shortages`: the own weight that
    somebody lacks to their floor.
    """

    instance: Instance
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    meets: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    serves: dict[tuple[int, int, int], cp_model.IntVar] = field(default_factory=dict)
    lacks: dict[int, list[cp_model.IntVar]] = field(default_factory=lambda: defaultdict(list))
    shortages: list[cp_model.IntVar] = field(default_factory=list)

    def of_candidate(self, candidate: int) -> list[cp_model.IntVar]:
        """Return the booleans of `candidate` over all slots."""
        slots = range(self.instance.slot_count)
        return [self.meets[candidate, t] for t in slots if (candidate, t) in self.meets]

    def at(self, candidates: Iterable[int], slot: int) -> list[cp_model.IntVar]:
        """Return the booleans of `candidates` in `slot`."""
        return [self.meets[c, slot] for c in candidates if (c, slot) in self.meets]


def prove(
    start: Placement,
    seconds: float | None,
    seed: int,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Proof:
    """Return the best placement found within `seconds`: `start` itself unless another is better.

    Ends soon after `is_cancelled` has answered True. Without `seconds`, one worker works for a
    fixed number of steps, so that the same start and seed give the same end.
    """
    model = build(start.instance)
    for (candidate, slot), variable in model.meets.items():
        model.cp.add_hint(variable, bool(start.slot_of[candidate] == slot))
    solver = cp_model.CpSolver()
    if seconds is None:
        solver.parameters.max_deterministic_time = STEPS
        solver.parameters.num_workers = 1
    else:
        solver.parameters.max_time_in_seconds = max(seconds, 0.1)
        solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = seed
    with stopping(solver.stop_search, is_cancelled):
        status = solver.solve(model.cp)
    is_optimal = status == cp_model.OPTIMAL
    before = tuple(start.slot_of.tolist())
    if not (is_optimal or status == cp_model.FEASIBLE):
        return Proof(before, status == cp_model.INFEASIBLE)
    found = np.array(_slots(model, solver), np.int32)
    after = start.stakes.worth(standing(start.instance, start.stakes, found))
    return Proof(tuple(found.tolist()) if after > start.worth else before, is_optimal)


def build(instance: Instance) -> Model:
    """Return the model with every rule, whose objective is the worth that `Stakes` describes."""
    model, scale = Model(instance), stakes(instance)
    for constraint in (*RULES, share_of_wishes):
        constraint(model)
    value = instance.columns.value.tolist()
    values = (value[c] * meets for (c, _), meets in model.meets.items())
    steps = np.diff(scale.lacks).tolist()
    lacks = (steps[level - 1] * each for level, row in model.lacks.items() for each in row)
    short = scale.floor * sum(model.shortages)
    model.cp.maximize(sum(values) - scale.missing * sum(lacks) - short)
    return model


def available(model: Model) -> None:
    """A pair meets only when both are free."""
    for index, candidate in enumerate(model.instance.candidates):
        for slot in range(model.instance.slot_count):
            if candidate.slots >> slot & 1:
                model.meets[index, slot] = model.cp.new_bool_var(f"meets_{index}_{slot}")


def interpreter_available(model: Model) -> None:
    """An interpreter serves only when free, and only pairs whose languages they join."""
    for index, slot in model.meets:
        helpers = model.instance.candidates[index].helpers
        for helper, mask in enumerate(model.instance.interpreting):
            if helpers >> helper & 1 and mask >> slot & 1:
                name = f"serves_{index}_{helper}_{slot}"
                model.serves[index, helper, slot] = model.cp.new_bool_var(name)


def meet_once(model: Model) -> None:
    """A pair meets at most once."""
    for candidate in range(len(model.instance.candidates)):
        model.cp.add_at_most_one(model.of_candidate(candidate))


def one_engagement_per_slot(model: Model) -> None:
    """Nobody has two meetings in one slot."""
    for candidates in model.instance.candidates_of:
        for slot in range(model.instance.slot_count):
            model.cp.add_at_most_one(model.at(candidates, slot))


def one_meeting_per_table(model: Model) -> None:
    """No more meetings in a slot than shared tables; a table that some must have holds one."""
    by_table: dict[int, list[int]] = defaultdict(list)
    for index, candidate in enumerate(model.instance.candidates):
        by_table[candidate.table].append(index)
    sharing = np.flatnonzero(model.instance.columns.shares).tolist()
    for slot in range(model.instance.slot_count):
        model.cp.add(sum(model.at(sharing, slot)) <= len(model.instance.shared_tables))
        for table, candidates in by_table.items():
            if table != SHARED:
                model.cp.add_at_most_one(model.at(candidates, slot))


def common_language(model: Model) -> None:
    """Two without a common language meet only with an interpreter."""
    services: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for (candidate, _, slot), serves in model.serves.items():
        services[candidate, slot].append(serves)
    for (candidate, slot), meets in model.meets.items():
        if model.instance.candidates[candidate].helpers:
            model.cp.add(sum(services[candidate, slot]) == meets)


def one_service_per_interpreter(model: Model) -> None:
    """No interpreter serves two meetings in one slot."""
    services: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for (_, helper, slot), serves in model.serves.items():
        services[helper, slot].append(serves)
    for group in services.values():
        model.cp.add_at_most_one(group)


def max_meetings(model: Model) -> None:
    """Nobody has more meetings than their maximum."""
    for person, candidates in enumerate(model.instance.candidates_of):
        meetings = [x for candidate in candidates for x in model.of_candidate(candidate)]
        model.cp.add(sum(meetings) <= int(model.instance.at_most[person]))


def min_meetings(model: Model) -> None:
    """Everybody reaches their minimum, but for what `lacks` counts."""
    for person, candidates in enumerate(model.instance.candidates_of):
        minimum = int(model.instance.at_least[person])
        steps = [model.cp.new_bool_var(f"lack_{person}_{k}") for k in range(minimum)]
        if steps:
            meetings = [x for candidate in candidates for x in model.of_candidate(candidate)]
            model.cp.add(sum(meetings) + sum(steps) >= minimum)
        for level, step in enumerate(steps, start=1):
            model.lacks[level].append(step)
            if level > 1:
                model.cp.add_implication(step, steps[level - 2])


def share_of_wishes(model: Model) -> None:
    """Everybody has their share of what they wished for, but for what `shortages` counts."""
    rows = model.instance.columns
    for person in np.flatnonzero(model.instance.floor).tolist():
        floor = int(model.instance.floor[person])
        shortage = model.cp.new_int_var(0, floor, f"shortage_{person}")
        own = [
            int(rows.own[c, int(rows.b[c] == person)]) * x
            for c in model.instance.candidates_of[person]
            for x in model.of_candidate(c)
        ]
        model.cp.add(sum(own) + shortage >= floor)
        model.shortages.append(shortage)


def locked_meeting(model: Model) -> None:
    """Who is locked to meet meets; the slot of a lock is the only one that is open."""
    for candidate in np.flatnonzero(model.instance.columns.is_locked).tolist():
        model.cp.add_bool_or(model.of_candidate(candidate))


def cross_border_quota(model: Model) -> None:
    """Enough of the meetings cross the border."""
    if model.instance.quota:
        tilt = model.instance.tilt.tolist()
        model.cp.add(sum(tilt[c] * meets for (c, _), meets in model.meets.items()) >= 0)


RULES: tuple[Callable[[Model], None], ...] = (
    available,
    interpreter_available,
    meet_once,
    one_engagement_per_slot,
    one_meeting_per_table,
    common_language,
    one_service_per_interpreter,
    max_meetings,
    min_meetings,
    locked_meeting,
    cross_border_quota,
)


def _slots(model: Model, solver: cp_model.CpSolver) -> tuple[int, ...]:
    slot_of = [NOWHERE] * len(model.instance.candidates)
    for (candidate, slot), meets in model.meets.items():
        if solver.boolean_value(meets):
            slot_of[candidate] = slot
    return tuple(slot_of)
