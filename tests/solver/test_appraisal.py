"""Tests of the certificate of a timetable that people made by hand."""

import pytest

from matchmaker.certificate import Aim, Status
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from solver.appraisal import appraise
from solver.bounds import EVERYTHING
from solver.result import Limits
from solver.solve import BrokenRuleError, solve
from tests.factories import attendance, event, lock, meeting, person, wish
from tests.web.samples import afternoon


def test_what_the_engine_found_is_appraised_as_the_engine_did() -> None:
    given = event(["Ann", "Bob", "Cid"], wishes=[wish("Ann", "Bob"), wish("Cid", "Ann", 2)])
    found = solve(given, Limits(2.0))
    certificate = appraise(given, found.timetable).certificate
    for name in ("status", "value", "bound", "wishes_met", "meetings", "idle_slots", "sits_out"):
        assert getattr(certificate, name) == getattr(found.certificate, name), name


def test_the_timetable_stays_as_it_is_and_falls_short_of_what_is_possible() -> None:
    given = event(["Ann", "Bob", "Cid"], wishes=[wish("Ann", "Bob"), wish("Cid", "Ann", 2)])
    made = Timetable(meetings=(meeting("Ann", "Bob", slot="3", table="2"),))
    result = appraise(given, made)
    assert result.timetable == made
    assert (result.certificate.value, result.certificate.bound) == (10.0, 18.0)
    assert result.certificate.status is Status.FEASIBLE
    assert result.certificate.wishes_met == 1


def test_places_in_workshops_are_taken_as_they_are() -> None:
    given = afternoon()
    seated = changed(
        given,
        participants=tuple(
            each.model_copy(update={"workshops": ("finance",)}) if each.id == "anna" else each
            for each in given.participants
        ),
    )
    made = Timetable(
        meetings=(meeting("anna", "bert"),), attendances=(attendance("anna", "finance-1"),)
    )
    certificate = appraise(seated, made).certificate
    assert certificate.sittings_fixed
    assert certificate.bound >= certificate.value == 20.0


def test_a_meeting_that_the_engine_would_not_make_is_bounded_by_all_wishes() -> None:
    people = (person("Ann", stays=True), person("Bob", stays=True), "Cid", "Dan")
    given = event(people, wishes=[wish("Ann", "Cid"), wish("Bob", "Dan"), wish("Cid", "Bob")])
    made = Timetable(meetings=(meeting("Ann", "Cid", table="2"), meeting("Bob", "Dan", table="1")))
    certificate = appraise(given, made).certificate
    assert certificate.value == 20.0
    assert certificate.bound >= 20.0


def test_a_suggestion_that_the_engine_leaves_out_is_bounded_by_all_wishes() -> None:
    offering = [person(f"o{n}", suggestions=True, offers=("flax",)) for n in range(10)]
    seeking = person("seeker", suggestions=True, seeks=("flax",))
    given = event([*offering, seeking], wishes=[wish("o0", "seeker")])
    made = [
        appraise(given, Timetable(meetings=(meeting(each.id, "seeker"),))).certificate
        for each in offering
    ]
    left_out = [each for each in made if each.bound_reason == EVERYTHING]
    assert left_out
    assert {(each.value, each.bound) for each in left_out} == {(0.0, 10.0)}


def test_whoever_stays_below_their_minimum_is_named() -> None:
    given = event(
        [person("Ann", min_meetings=2), "Bob", "Cid"],
        wishes=[wish("Ann", "Bob"), wish("Ann", "Cid", 2)],
    )
    certificate = appraise(given, Timetable(meetings=(meeting("Ann", "Bob"),))).certificate
    assert certificate.status is Status.INFEASIBLE
    assert [each.participant for each in certificate.shortfalls] == ["Ann"]
    [minimums] = [each for each in certificate.levels if each.aim is Aim.MINIMUMS]
    assert (minimums.value, minimums.bound) == (1, 0)


def test_a_timetable_that_breaks_a_rule_is_refused() -> None:
    given = event(["Ann", "Bob"], wishes=[wish("Ann", "Bob")], locked_meetings=[lock("Ann", "Bob")])
    with pytest.raises(BrokenRuleError):
        appraise(given, Timetable())
