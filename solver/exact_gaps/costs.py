"""What counts as a gap, one function per claim."""

from ortools.sat.python import cp_model

from solver.exact_gaps.cardinality import Literal
from solver.exact_gaps.variables import GapModel, all_of, bits


def idle_periods_end(model: GapModel) -> None:
    """An idle period ends in the last idle slot before an engagement or an absence."""
    for person in range(model.problem.people):
        idle = bits(model.problem.idle[person]) if model.problem.engagements(person) > 1 else []
        model.ends.append([_end(model, person, slot) for slot in idle])


def idle_periods_are_counted(model: GapModel) -> None:
    """Everybody has as many idle periods as end."""
    model.periods += [model.counting.units(model.cp, ends) for ends in model.ends]


def _end(model: GapModel, person: int, slot: int) -> Literal:
    if model.problem.idle[person] >> slot + 1 & 1:
        return all_of(model, [*_begun(model, person, slot), model.used[person, slot + 1]])
    return all_of(model, [*_begun(model, person, slot), ~_finished(model, person, slot)])


def idle_slots_are_waited_for(model: GapModel) -> None:
    """A slot is idle when it is unused, after the first and before the last engagement."""
    for person in range(model.problem.people):
        counts = model.problem.weights.per_slot and model.problem.engagements(person) > 1
        idle = bits(model.problem.idle[person]) if counts else []
        model.waits.append(
            [
                all_of(model, [*_begun(model, person, slot), ~_finished(model, person, slot)])
                for slot in idle
            ]
        )


def _begun(model: GapModel, person: int, slot: int) -> list[Literal]:
    return [model.done[person, slot, 1], ~model.used[person, slot]]


def _finished(model: GapModel, person: int, slot: int) -> Literal:
    return model.done[person, slot, model.problem.engagements(person)]


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
    for periods in filter(None, model.periods):
        model.cp.add(sum(periods) >= fewest)
        model.cp.add(sum(periods) <= fewest + spread)
