from collections.abc import Collection, Iterable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock
from matchmaker.people import Interpreter, Participant
from matchmaker.programme import Session, Workshop
from matchmaker.rules.checker import violations
from matchmaker.rules.contradictions import contradictions
from matchmaker.score import workshop_value
from matchmaker.timetable import Attendance, Timetable
from solver.exact import prove
from solver.instance import instance
from solver.placement import Placement
from solver.workshops import assign_sessions
from tests import factories, strategies
from tests.everything import events_with_everything
from tests.factories import attendance, lock, person
from tests.solver.builders import random_event

WORKSHOPS = [Workshop(id="w", title="W"), Workshop(id="v", title="V")]


def sitting(
    name: str, workshop: str = "w", slots: tuple[str, ...] = ("1",), **fields: Any
) -> Session:
    return Session(**{"id": name, "workshop": workshop, "slots": slots, "capacity": 5} | fields)


def assigned(
    people: Iterable[Participant | str],
    sessions: list[Session],
    before: Collection[Attendance] = (),
    **fields: Any,
) -> set[tuple[str, str]]:
    event = factories.event(people, workshops=WORKSHOPS, sessions=sessions, **fields)
    attendances = assign_sessions(instance(event), 5, before).attendances
    assert len(attendances) == len(set(attendances))
    return {(each.participant, each.session) for each in attendances}


def test_everybody_gets_the_workshop_they_prefer() -> None:
    people = (person("a", workshops=("w", "v")), person("b", workshops=("v", "w")), "c")
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


@pytest.mark.parametrize(("minimum", "held"), [(2, {"a", "b"}), (3, set())])
def test_a_session_is_held_with_its_minimum_or_with_nobody(minimum: int, held: set[str]) -> None:
    people = [person(name, workshops=("w",)) for name in "ab"]
    assert {who for who, _ in assigned(people, [sitting("s", minimum=minimum)])} == held


def test_people_come_together_so_that_sessions_reach_their_minimum() -> None:
    """a prefers w, which nobody else wants; with b and c there are enough for v."""
    people = [person("a", workshops=("w", "v")), *(person(n, workshops=("v",)) for n in "bc")]
    sessions = [sitting("s", minimum=2), sitting("t", "v", minimum=3)]
    assert assigned(people, sessions) == {("a", "t"), ("b", "t"), ("c", "t")}


def test_facilitators_do_not_count_towards_a_minimum() -> None:
    people = (person("a", workshops=("w",)), "b")
    assert assigned(people, [sitting("s", minimum=2, facilitators=("b",))]) == set()


def locked(*seats: str) -> list[AttendanceLock]:
    pairs = (each.split() for each in seats)
    return [AttendanceLock(participant=one, session=other) for one, other in pairs]


def test_a_locked_attendance_goes_before_preferences() -> None:
    people = [person("a", workshops=("w", "v")), person("b", workshops=("w",))]
    sessions = [sitting("s", capacity=1), sitting("t", "v")]
    seated = assigned(people, sessions, locked_attendances=locked("a s"))
    assert seated == {("a", "s")}


def test_a_locked_attendance_goes_before_a_minimum_of_meetings() -> None:
    people = [person("a", workshops=("w",), min_meetings=3)]
    assert assigned(people, [sitting("s")], locked_attendances=locked("a s")) == {("a", "s")}


def test_a_locked_attendance_brings_others_up_to_the_minimum_of_the_session() -> None:
    people = [person("a", workshops=("w",)), person("b", workshops=("v", "w"))]
    sessions = [sitting("s", minimum=2), sitting("t", "v")]
    seated = assigned(people, sessions, locked_attendances=locked("a s"))
    assert seated == {("a", "s"), ("b", "s")}


def test_nobody_sits_in_the_slot_of_their_locked_meeting() -> None:
    people = (person("a", workshops=("w",)), "b")
    sessions = [sitting("s"), sitting("t", slots=("2",))]
    for slot, session in (("1", "t"), ("2", "s")):
        seated = assigned(people, sessions, locked_meetings=[lock("a", "b", slot)])
        assert seated == {("a", session)}


def test_sittings_leave_a_slot_for_every_locked_meeting() -> None:
    """Of a's three slots, locked meetings take two; the session of two slots is too long."""
    people = (person("a", workshops=("w",)), "b", "c")
    locks = [lock("a", "b"), lock("a", "c")]
    sessions = [sitting("s", slots=("1", "2")), sitting("t", slots=("3",))]
    assert assigned(people, sessions, locked_meetings=locks) == {("a", "t")}
    assert assigned(people, sessions[:1], locked_meetings=locks) == set()


def test_two_who_are_locked_to_meet_keep_a_slot_in_common() -> None:
    sessions = [sitting("s"), sitting("t", "v", slots=("2",))]
    for away, seats in ((frozenset[str](), 2), (frozenset({"3"}), 1)):
        people = [
            person("a", workshops=("w",)),
            person("b", workshops=("v",), unavailable=away),
        ]
        assert len(assigned(people, sessions)) == 2
        assert len(assigned(people, sessions, locked_meetings=[lock("a", "b")])) == seats


def test_a_table_that_a_lock_takes_is_not_there_for_another_lock() -> None:
    people = (person("a", table="1", workshops=("w",)), person("b", table="1"), "c", "d")
    seats = [sitting("s", slots=("1", "2"))]
    locks = [lock("a", "c"), lock("b", "d", "3")]
    assert len(assigned(people, seats, locked_meetings=locks[:1])) == 1
    assert assigned(people, seats, locked_meetings=locks) == set()


def test_whoever_cancels_gets_sittings_that_keep_the_rules() -> None:
    event = sitting_event(1)
    sittings = assign_sessions(instance(event), 20, is_cancelled=lambda: True)
    assert sittings.bound is None
    assert violations(event, Timetable(attendances=sittings.attendances)) == ()


@strategies.UNHURRIED
@given(events_with_everything())
def test_sittings_break_no_rule_that_a_timetable_could_keep(event: Event) -> None:
    sittings = assign_sessions(instance(event), 5)
    seated = Timetable(attendances=sittings.attendances)
    later = {"min_meetings", "locked_meeting"}
    assert {each.rule for each in violations(event, seated)} <= later
    free = {name: getattr(event, name) for name in Event.model_fields}
    settled = [each.model_dump() for each in sittings.attendances]
    assert contradictions(Event(**free | {"locked_attendances": settled})) == []


def sitting_event(seed: int) -> Event:
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


def all_as_good(
    event: Event, attendances: tuple[Attendance, ...], random: Random
) -> Iterator[tuple[Attendance, ...]]:
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
