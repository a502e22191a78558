"""Timetables of the engine, spoilt on purpose: the checker names the rule that was broken.

The operators that spoil them know what a rule is for and nothing of how it is checked.
"""

from collections.abc import Iterator

import pytest

from matchmaker.event import Event
from matchmaker.rules.checker import RULES, violations
from matchmaker.timetable import Timetable
from tests.matchmaker.rules import (
    mutants_of_guests,
    mutants_of_locks,
    mutants_of_meetings,
    mutants_of_sessions,
)
from tests.matchmaker.rules.mutation import Bench, NoMutantError, Operator
from tests.matchmaker.rules.samples import solved

OPERATORS: dict[str, Operator] = {
    operator.__name__: operator
    for each in (mutants_of_meetings, mutants_of_sessions, mutants_of_locks, mutants_of_guests)
    for operator in each.OPERATORS
}
TRIES = 60
FEWEST_MUTANTS = 20
KILLED = 0.95


def mutants(operator: Operator) -> Iterator[tuple[Event, Timetable]]:
    """Yield the different mutants that `operator` makes of the solved events."""
    for event, timetable in solved():
        tried = (_mutant(operator, Bench(event, timetable, seed)) for seed in range(TRIES))
        yield from ((event, mutant) for mutant in dict.fromkeys(filter(None, tried)))


def _mutant(operator: Operator, bench: Bench) -> Timetable | None:
    try:
        return operator(bench)
    except NoMutantError:
        return None


def is_killed(rule: str, event: Event, mutant: Timetable) -> bool:
    return rule in {each.rule for each in violations(event, mutant)}


def test_there_is_an_operator_for_every_rule() -> None:
    assert sorted(OPERATORS) == sorted(RULES)


def test_the_timetables_are_sound_before_they_are_spoilt() -> None:
    assert {violations(event, timetable) for event, timetable in solved()} == {()}


@pytest.mark.parametrize("rule", RULES)
def test_the_checker_kills_the_mutants_of(rule: str) -> None:
    made = list(mutants(OPERATORS[rule]))
    survivors = [mutant for event, mutant in made if not is_killed(rule, event, mutant)]
    share = 1 - len(survivors) / len(made) if made else 0
    assert len(made) >= FEWEST_MUTANTS
    assert share >= KILLED, f"{share:.0%} of {len(made)} mutants killed; alive: {survivors[:1]}"
