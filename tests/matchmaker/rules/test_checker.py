"""Every rule is kept by one timetable and broken, alone, by another."""

import pytest

from matchmaker.rules.checker import RULES, violations
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import meeting
from tests.matchmaker.rules import (
    cases_checker,
    cases_guests,
    cases_locks,
    cases_numbers,
    cases_pairs,
    cases_places,
    cases_sessions,
)
from tests.matchmaker.rules.case import Case, meetings

MODULES = (
    cases_checker,
    cases_places,
    cases_pairs,
    cases_numbers,
    cases_sessions,
    cases_locks,
    cases_guests,
)
CASES: dict[str, Case] = {rule: case for each in MODULES for rule, case in each.CASES.items()}
MORE: list[tuple[str, Case]] = [case for each in MODULES for case in each.MORE]
ALL = [*CASES.items(), *MORE]
NAMES = [f"{rule}-{number}" for number, (rule, _) in enumerate(ALL)]


def test_every_rule_has_a_case() -> None:
    assert sorted(CASES) == sorted(RULES)


@pytest.mark.parametrize(("rule", "case"), ALL, ids=NAMES)
def test_a_timetable_that_keeps_the_rule_breaks_none(rule: str, case: Case) -> None:
    assert list(RULES[rule](case.event, case.kept)) == []
    assert violations(case.event, case.kept) == ()


@pytest.mark.parametrize(("rule", "case"), ALL, ids=NAMES)
def test_a_timetable_that_breaks_the_rule_breaks_no_other_and_is_told_where(
    rule: str, case: Case
) -> None:
    found = violations(case.event, case.broken)
    assert [(each.rule, each.subjects) for each in found] == [(rule, case.subjects)]
    assert str(found[0]).startswith(f"{rule}: ")


@pytest.mark.parametrize("exception", cases_pairs.PERMITTED)
def test_an_exception_to_a_rule_breaks_nothing(exception: str) -> None:
    case = cases_pairs.PERMITTED[exception]
    assert violations(case.event, case.broken) == ()


def test_three_need_no_language_where_the_event_permits_it() -> None:
    case = cases_guests.CASES["guest_language"]
    rules = case.event.rules.model_copy(update={"without_common_language": True})
    assert violations(case.event.model_copy(update={"rules": rules}), case.broken) == ()


def test_an_empty_timetable_breaks_nothing() -> None:
    assert violations(factories.event("ab"), Timetable()) == ()


def test_where_something_is_unknown_nothing_else_is_looked_at() -> None:
    event = factories.event("ab")
    found = violations(event, meetings(meeting("a", "b"), meeting("a", "x", table="y")))
    assert [(each.rule, each.subjects) for each in found] == [("known", ("x",)), ("known", ("y",))]


def test_every_breach_is_told() -> None:
    event = factories.event(["a", "b", "c"])
    found = violations(event, meetings(meeting("a", "b"), meeting("a", "c"), meeting("b", "c")))
    assert [(each.rule, each.subjects) for each in found] == [
        ("one_engagement_per_slot", ("a", "1")),
        ("one_engagement_per_slot", ("b", "1")),
        ("one_engagement_per_slot", ("c", "1")),
        ("one_meeting_per_table", ("1", "1")),
        ("wished", ("a", "b")),
        ("wished", ("a", "c")),
        ("wished", ("b", "c")),
    ]
