"""The problem of gaps as a CP-SAT model made of clauses, one function per claim.

It follows the model of M. Bofill, J. Coll, M. Garcia, J. Giráldez-Cru, G. Pesant, J. Suy and
M. Villaret, "Constraint Solving Approaches to the Business-to-Business Meeting Scheduling Problem",
Journal of Artificial Intelligence Research 74, 2022.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python import cp_model

from solver.gap_problem import GapProblem, clusters
from solver.instance import Pool
from solver.totalizer import at_most

Literal = cp_model.LiteralT
CROWDED = 0.9
"""From which share of a pool's places on the totalizer pays."""


@dataclass
class GapModel:
    """The variables of the model, with slots counted from 0.

    `meets[m, t]`: meeting m is in slot t; `used[r, t]`: resource r is busy then; `done[p, t, k]`:
    person p has had at least k engagements before slot t; `ends[p]`: in which slots an idle period
    of p ends; `waits[p]`: in which p is idle.
    """

    problem: GapProblem
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    meets: dict[tuple[int, int], Literal] = field(default_factory=dict)
    used: dict[tuple[int, int], Literal] = field(default_factory=dict)
    done: dict[tuple[int, int, int], Literal] = field(default_factory=dict)
    ends: list[list[Literal]] = field(default_factory=list)
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


def gap_model(problem: GapProblem) -> GapModel:
    """Return the model of `problem`, whose objective is what gaps cost."""
    model = GapModel(problem)
    for claim in CLAIMS:
        claim(model)
    weights = problem.weights
    costs = [weights.per_period * each for row in model.ends for each in row]
    costs += [weights.per_slot * each for row in model.waits for each in row]
    model.cp.minimize(sum(costs))
    return model


def every_meeting_has_one_slot(model: GapModel) -> None:
    """Each meeting is in exactly one of its open slots."""
    for meeting, mask in enumerate(model.problem.open):
        for slot in _bits(mask):
            model.meets[meeting, slot] = model.cp.new_bool_var(f"m{meeting}_{slot}")
        model.cp.add_exactly_one(model.of(meeting, range(model.problem.slots)))


def one_engagement_per_slot(model: GapModel) -> None:
    """A resource is used in a slot exactly when one of its meetings is there, and one at most."""
    for resource, meetings in enumerate(model.problem.meetings_of):
        for slot in range(model.problem.slots):
            model.used[resource, slot] = _used(model, resource, model.at(meetings, slot), slot)


def _used(model: GapModel, resource: int, meets: list[Literal], slot: int) -> Literal:
    problem = model.problem
    if resource < problem.people and problem.seated[resource] >> slot & 1:
        model.cp.add_bool_and([~each for each in meets])
        return model.yes
    return _any(model, meets)


def engagements_are_counted(model: GapModel) -> None:
    """Who has had k engagements before a slot has had k - 1, or k - 1 before it and one then.

    The sequential counter of C. Sinz, "Towards an Optimal CNF Encoding of Boolean Cardinality
    Constraints", CP 2005. Whatever can be said beforehand of a count is put in its place.
    """
    for person in range(model.problem.people):
        for slot in range(model.problem.slots + 1):
            _count_variables(model, person, slot)
        for slot in range(model.problem.slots):
            _step(model, person, slot)


def _count_variables(model: GapModel, person: int, slot: int) -> None:
    total = model.problem.engagements(person)
    least, most = _fewest_and_most_before(model.problem, person, slot)
    if least > most:
        model.cp.add_bool_or([])
    for k in range(total + 2):
        known = model.yes if k <= least else model.no if k > most else None
        literal = model.cp.new_bool_var(f"d{person}_{slot}_{k}") if known is None else known
        model.done[person, slot, k] = literal


def _fewest_and_most_before(problem: GapProblem, person: int, slot: int) -> tuple[int, int]:
    """Return how many engagements before `slot` a person must have at least and can at most."""
    meetings, total = problem.meetings_of[person], problem.engagements(person)
    possible = problem.seated[person]
    for meeting in meetings:
        possible |= problem.open[meeting]
    past = (1 << slot) - 1
    seated = (problem.seated[person] & past).bit_count()
    seated_later = problem.seated[person].bit_count() - seated
    early = sum(problem.open[m] & ~past == 0 for m in meetings) + seated
    late = sum(problem.open[m] & past == 0 for m in meetings) + seated_later
    return (
        max(early, total - (possible & ~past).bit_count()),
        min(total - late, (possible & past).bit_count()),
    )


def _step(model: GapModel, person: int, slot: int) -> None:
    used, done, cp = model.used[person, slot], model.done, model.cp
    total = model.problem.engagements(person)
    for k in range(1, total + 1):
        now, before = done[person, slot + 1, k], done[person, slot, k]
        one_less = done[person, slot, k - 1]
        cp.add_implication(before, now)
        cp.add_implication(now, one_less)
        cp.add_bool_or([~one_less, ~used, now])
        cp.add_bool_or([~now, before, used])
    cp.add_implication(done[person, slot, total], ~used)


def pools_suffice(model: GapModel) -> None:
    """No more meetings in a slot than a pool has places.

    Meetings that share a resource exclude each other, so one literal stands for each cluster.
    """
    for pool in model.problem.pools:
        encode = at_most if _is_crowded(pool) else _sum_at_most
        groups = clusters(model.problem, pool.candidates)
        for slot, places in enumerate(pool.places):
            members = [_any(model, model.at(group, slot)) for group in groups]
            if len(members) > places:
                encode(model.cp, members, places)


def _any(model: GapModel, exclusive: list[Literal]) -> Literal:
    """Return a literal that holds exactly when one of `exclusive` does."""
    if len(exclusive) <= 1:
        return exclusive[0] if exclusive else model.no
    literal = model.cp.new_bool_var("")
    model.cp.add_exactly_one([*exclusive, ~literal])
    return literal


def two_people_per_place(model: GapModel) -> None:
    """No more people in the meetings of a pool than two for each place: implied."""
    for pool in model.problem.pools:
        people = _people_within(model.problem, pool)
        encode = at_most if _is_crowded(pool) else _sum_at_most
        for slot, places in enumerate(pool.places):
            used = [model.used[p, slot] for p in people if not model.problem.seated[p] >> slot & 1]
            if len(used) > 2 * places:
                encode(model.cp, used, 2 * places)


def _is_crowded(pool: Pool) -> bool:
    return len(pool.candidates) > CROWDED * sum(pool.places)


def _sum_at_most(cp: cp_model.CpModel, literals: Sequence[Literal], limit: int) -> None:
    cp.add(sum(literals) <= limit)


def _people_within(problem: GapProblem, pool: Pool) -> list[int]:
    """Return the people all of whose meetings need `pool`."""
    members = set(pool.candidates)
    people = range(problem.people)
    return [p for p in people if problem.meetings_of[p] and members >= set(problem.meetings_of[p])]


def earlier_meetings_come_first(model: GapModel) -> None:
    """Of a pair of `earlier`, one is in an earlier slot than the other."""
    slots = range(model.problem.slots)
    for first, second in model.problem.earlier:
        for slot in slots:
            for literal in model.of(second, [slot]):
                model.cp.add_bool_or([*model.of(first, slots[:slot]), ~literal])
            for literal in model.of(first, [slot]):
                model.cp.add_bool_or([*model.of(second, slots[slot + 1 :]), ~literal])


def idle_periods_end(model: GapModel) -> None:
    """An idle period ends in the last idle slot before an engagement or an absence."""
    for person in range(model.problem.people):
        idle = _bits(model.problem.idle[person]) if model.problem.engagements(person) > 1 else []
        model.ends.append([_end(model, person, slot) for slot in idle])


def _end(model: GapModel, person: int, slot: int) -> Literal:
    if model.problem.idle[person] >> slot + 1 & 1:
        return _all(model, [*_begun(model, person, slot), model.used[person, slot + 1]])
    return _all(model, [*_begun(model, person, slot), ~_finished(model, person, slot)])


def idle_slots_are_waited_for(model: GapModel) -> None:
    """A slot is idle when it is unused, after the first and before the last engagement."""
    for person in range(model.problem.people):
        counts = model.problem.weights.per_slot and model.problem.engagements(person) > 1
        idle = _bits(model.problem.idle[person]) if counts else []
        model.waits.append(
            [
                _all(model, [*_begun(model, person, slot), ~_finished(model, person, slot)])
                for slot in idle
            ]
        )


def _begun(model: GapModel, person: int, slot: int) -> list[Literal]:
    return [model.done[person, slot, 1], ~model.used[person, slot]]


def _finished(model: GapModel, person: int, slot: int) -> Literal:
    return model.done[person, slot, model.problem.engagements(person)]


def _all(model: GapModel, literals: list[Literal]) -> Literal:
    """Return a literal that holds exactly when all `literals` do."""
    both = model.cp.new_bool_var("")
    model.cp.add_bool_and(literals).only_enforce_if(both)
    model.cp.add_bool_or([~each for each in literals] + [both])
    return both


def without_gap_in_a_row(model: GapModel) -> None:
    """Who has no idle period goes on from engagement to engagement until the last: implied."""
    for person, ends in enumerate(model.ends):
        if not ends:
            continue
        gap = model.cp.new_bool_var(f"gap{person}")
        model.cp.add_bool_or([*ends, ~gap])
        model.cp.add_bool_and([~each for each in ends]).only_enforce_if(~gap)
        _go_on(model, person, gap)


def _go_on(model: GapModel, person: int, gap: Literal) -> None:
    idle = model.problem.idle[person] | model.problem.seated[person]
    for slot in range(model.problem.slots):
        if not idle >> slot & 1:
            continue
        for k in range(1, model.problem.engagements(person)):
            before, after = model.done[person, slot, k], model.done[person, slot + 1, k + 1]
            model.cp.add_bool_or([gap, ~before, after])


def idle_periods_are_spread(model: GapModel) -> None:
    """Nobody has more idle periods than `spread` above the fewest that anybody has."""
    spread = model.problem.spread
    if spread is None:
        return
    fewest: cp_model.LinearExprT = 0
    if all(model.ends):
        fewest = model.cp.new_int_var(0, model.problem.slots // 2, "fewest")
    for ends in filter(None, model.ends):
        model.cp.add(sum(ends) >= fewest)
        model.cp.add(sum(ends) <= fewest + spread)


CLAIMS: tuple[Callable[[GapModel], None], ...] = (
    every_meeting_has_one_slot,
    one_engagement_per_slot,
    engagements_are_counted,
    pools_suffice,
    two_people_per_place,
    earlier_meetings_come_first,
    idle_periods_end,
    idle_slots_are_waited_for,
    without_gap_in_a_row,
    idle_periods_are_spread,
)


def _bits(mask: int) -> list[int]:
    return [index for index in range(mask.bit_length()) if mask >> index & 1]
