"""What holds of every answer of the engine, over random events with every feature."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from matchmaker.certificate import Certificate, Status
from matchmaker.event import Event
from matchmaker.rules.checker import violations
from matchmaker.score import score, sitting_out
from matchmaker.timetable import Timetable
from solver.result import Limits
from solver.solve import solve
from solver.trios import MOST_VISITS, with_trios
from tests import strategies
from tests.everything import changed, events_with_everything

FEW = settings(strategies.UNHURRIED, max_examples=25)
SHORT = Limits(seconds=2)


def missing(certificate: Certificate) -> int:
    """Return how many meetings are missing to everybody's minimum."""
    return sum(each.minimum - each.meetings for each in certificate.shortfalls)


def below_minimum(event: Event, timetable: Timetable) -> set[str]:
    """Return who has fewer meetings than their minimum; every other rule must be kept."""
    broken = violations(event, timetable)
    assert {each.rule for each in broken} <= {"min_meetings"}
    return {each.subjects[0] for each in broken}


@FEW
@given(events_with_everything())
def test_an_answer_keeps_every_rule_and_its_certificate_is_true(event: Event) -> None:
    result = solve(event, SHORT)
    certificate, figures = result.certificate, score(event, result.timetable)
    named = {each.participant for each in certificate.shortfalls}
    assert below_minimum(event, result.timetable) == named
    assert (certificate.status is Status.INFEASIBLE) == bool(named)
    assert certificate.value <= certificate.bound
    assert certificate.value == pytest.approx(figures.value)
    assert (certificate.status is Status.OPTIMAL) <= (certificate.gap == 0)
    for name in ("meetings", "wishes_met", "idle_slots", "table_moves", "workshop_value"):
        assert getattr(certificate, name) == getattr(figures, name)


@FEW
@given(events_with_everything())
def test_an_answer_given_back_as_hint_is_never_made_worse(event: Event) -> None:
    first = solve(event, SHORT)
    again = solve(event, replace(SHORT, seed=1), first.timetable)
    before, after = first.certificate, again.certificate
    assert after.workshop_value >= before.workshop_value
    assert (-missing(after), after.value) >= (-missing(before), before.value)


@FEW
@given(events_with_everything())
def test_guests_keep_every_rule_and_change_no_figure(event: Event) -> None:
    permitting = changed(event, rules=event.rules.model_copy(update={"trios": True}))
    joined = solve(permitting, SHORT).timetable
    alone = joined.model_copy(update={"guests": ()})
    assert not {each.rule for each in violations(permitting, joined)} - {"min_meetings"}
    assert score(permitting, joined) == score(permitting, alone)
    sit_out = sitting_out(permitting, alone)
    assert all(each.participant in sit_out[each.slot] for each in joined.guests)
    assert all(
        count <= MOST_VISITS for count in Counter(g.participant for g in joined.guests).values()
    )
    assert set(with_trios(permitting, alone, joined).guests) == set(joined.guests)
