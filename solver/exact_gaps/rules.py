"""What slots of meetings must keep, one function per claim."""

from solver.exact_gaps.cardinality import Literal
from solver.exact_gaps.problem import GapProblem, clusters
from solver.exact_gaps.variables import GapModel, any_of, bits
from solver.pools import Pool


def every_meeting_has_one_slot(model: GapModel) -> None:
    """Each meeting is in exactly one of its open slots."""
    for meeting, mask in enumerate(model.problem.open):
        for slot in bits(mask):
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
    return any_of(model, meets)


def pools_suffice(model: GapModel) -> None:
    """No more meetings in a slot than a pool has places.

    Meetings that share a resource exclude each other, so one literal stands for each cluster.
    """
    for pool in model.problem.pools:
        groups = clusters(model.problem, pool.candidates)
        for slot, places in enumerate(pool.places):
            options = filter(None, (model.at(group, slot) for group in groups))
            model.counting.at_most(model.cp, [any_of(model, each) for each in options], places)


def two_people_per_place(model: GapModel) -> None:
    """No more people in the meetings of a pool than two for each place: implied."""
    for pool in model.problem.pools:
        people = _people_within(model.problem, pool)
        for slot, places in enumerate(pool.places):
            able = (p for p in people if model.at(model.problem.meetings_of[p], slot))
            model.counting.at_most(model.cp, [model.used[p, slot] for p in able], 2 * places)


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
