from random import Random

import pytest

from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from matchmaker.rules.checker import violations
from matchmaker.score import workshop_value
from matchmaker.timetable import Timetable
from solver.exact import prove
from solver.instance import instance
from solver.placement import Placement
from solver.workshops import assign_sessions
from tests import factories
from tests.factories import attendance, person
from tests.solver.builders import random_event

WORKSHOPS = [Workshop(id="w", title="W"), Workshop(id="v", title="V")]


def sitting(name: str, workshop: str = "w", slots: tuple[str, ...] = ("1",), **fields) -> Session:
    return Session(**{"id": name, "workshop": workshop, "slots": slots, "capacity": 5} | fields)


def assigned(people, sessions, before=(), **fields) -> set[tuple[str, str]]:
    event = factories.event(people, workshops=WORKSHOPS, sessions=sessions, **fields)
    attendances = assign_sessions(instance(event), 5, before).attendances
    assert len(attendances) == len(set(attendances))
    return {(each.participant, each.session) for each in attendances}


def test_everybody_gets_the_workshop_they_prefer() -> None:
    people = [person("a", workshops=("w", "v")), person("b", workshops=("v", "w")), "c"]
    assert assigned(people, [sitting("s"), sitting("t", "v")]) == {("a", "s"), ("b", "t")}


def test_a_full_session_sends_people_to_their_second_choice() -> None:
    people = [person("a", workshops=("w", "v")), person("b", workshops=("w",))]
    sessions = [sitting("s", capacity=1), sitting("t", "v")]
    assert assigned(people, sessions) == {("a", "t"), ("b", "s")}


def test_nobody_sits_where_they_are_away_or_cannot_follow() -> None:
    people = [
        person("a", workshops=("w",), unavailable={"1"}),
        person("b", workshops=("w",), languages=("nl",)),
    ]
    assert assigned(people, [sitting("s", languages=("fr",))]) == set()


def test_an_interpreter_of_the_session_opens_it() -> None:
    helper = Interpreter(id="i", name="I", languages=("fr", "nl"))
    people = [person("b", workshops=("w",), languages=("nl",))]
    sessions = [sitting("s", languages=("fr",), interpreters=("i",))]
    assert assigned(people, sessions, interpreters=[helper]) == {("b", "s")}


def test_facilitators_do_not_attend_while_they_facilitate() -> None:
    people = [person("a", workshops=("w", "v"))]
    sessions = [sitting("s", facilitators=("a",)), sitting("t", "v")]
    assert assigned(people, sessions) == set()


def test_one_sitting_of_a_workshop_is_enough() -> None:
    people = [person("a", workshops=("w",))]
    sessions = [sitting("s"), sitting("t", slots=("2",))]
    both = assigned(people, sessions, rules={"sessions_per_participant": 2})
    assert len(both) == 1


def test_the_event_limits_sessions_for_each() -> None:
    people = [person("a", workshops=("w", "v"))]
    sessions = [sitting("s"), sitting("t", "v", slots=("2",))]
    assert assigned(people, sessions) == {("a", "s")}
    two = assigned(people, sessions, rules={"sessions_per_participant": 2})
    assert two == {("a", "s"), ("a", "t")}


def test_two_sittings_at_once_are_impossible() -> None:
    people = [person("a", workshops=("w", "v"))]
    sessions = [sitting("s", slots=("1", "2")), sitting("t", "v", slots=("2", "3"))]
    assert assigned(people, sessions, rules={"sessions_per_participant": 2}) == {("a", "s")}


def test_a_minimum_of_meetings_keeps_its_slots() -> None:
    people = [person("a", workshops=("w",), min_meetings=2)]
    assert assigned(people, [sitting("s", slots=("1", "2"))]) == set()
    assert assigned(people, [sitting("s")]) == {("a", "s")}


def test_among_equals_the_cheaper_slots_are_taken() -> None:
    people = [person("a", workshops=("w",)), person("b", unavailable={"2", "3"})]
    sessions = [sitting("s"), sitting("t", slots=("2",))]
    assert assigned(people, sessions, wishes=[factories.wish("a", "b")]) == {("a", "t")}


def test_among_equals_the_earlier_attendance_stays() -> None:
    people = [person("a", workshops=("w",))]
    sessions = [sitting("s"), sitting("t", slots=("2",))]
    for name in "st":
        assert assigned(people, sessions, before=[attendance("a", name)]) == {("a", name)}


def test_sessions_are_mixed_across_the_border_where_that_costs_no_preference() -> None:
    regions = {"a": "FR", "b": "FR", "c": "VLG", "d": "VLG"}
    people = [person(name, region=region, workshops=("w",)) for name, region in regions.items()]
    sessions = [sitting("s", capacity=2), sitting("t", slots=("2",), capacity=2)]
    # Together they would leave the French more slots in common, were mixing worth less.
    wishes = [factories.wish("a", "b"), factories.wish("c", "d")]
    seated = assigned(people, sessions, wishes=wishes, slots=factories.slots(2))
    for session in "st":
        assert {regions[who] for who, where in seated if where == session} == {"FR", "VLG"}


def sitting_event(seed: int):
    """Return an event of 14 people for whom six sittings of two workshops compete with meetings."""
    random, plain = Random(seed), random_event(seed, people=14, slots=5, tables=4)
    people = [
        each.model_copy(update={"workshops": tuple(random.sample(["w", "v"], 2))})
        for each in plain.participants
    ]
    sessions = [
        sitting(f"{workshop}{slot}", workshop, slots=(str(slot), str(slot + 1)), capacity=3)
        for workshop in "wv"
        for slot in random.sample(range(1, 5), 3)
    ]
    return factories.event(
        people,
        slots=plain.slots,
        tables=plain.tables,
        wishes=plain.wishes,
        workshops=WORKSHOPS,
        sessions=sessions,
    )


@pytest.mark.parametrize("seed", range(4))
def test_the_bound_holds_for_other_sittings_that_are_wanted_as_much(seed: int) -> None:
    event = sitting_event(seed)
    best = assign_sessions(instance(event), 20)
    assert best.bound is not None
    for other in all_as_good(event, best.attendances, Random(seed)):
        problem = instance(event, other)
        start = Placement(problem)
        start.move_to(prove(start, 10, 0).slot_of)
        assert start.value <= best.bound


def all_as_good(event, attendances, random: Random):
    """Yield `attendances`, then four others made of them by people who exchange their sittings."""
    yield attendances
    for _ in range(4):
        one, other = random.sample(attendances, 2)
        swapped = [each for each in attendances if each not in (one, other)]
        swapped += [
            attendance(one.participant, other.session),
            attendance(other.participant, one.session),
        ]
        trial = Timetable(attendances=tuple(swapped))
        same = workshop_value(event, trial) == workshop_value(
            event, Timetable(attendances=attendances)
        )
        if same and not violations(event, trial):
            yield tuple(swapped)
