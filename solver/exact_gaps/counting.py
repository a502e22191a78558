"""How many engagements everybody has had by when: a sequential counter.

C. Sinz, "Towards an Optimal CNF Encoding of Boolean Cardinality Constraints", CP 2005.
"""

from solver.exact_gaps.problem import GapProblem
from solver.exact_gaps.variables import GapModel


def engagements_are_counted(model: GapModel) -> None:
    """Who has had k engagements before a slot has had k - 1, or k - 1 before it and one then.

    Where a count is known beforehand, what is known takes the place of the variable.
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
