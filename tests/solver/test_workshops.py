from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from solver.instance import instance
from solver.workshops import assign_sessions
from tests import factories
from tests.factories import attendance, person

WORKSHOPS = [Workshop(id="w", title="W"), Workshop(id="v", title="V")]


def sitting(name: str, workshop: str = "w", slots: tuple[str, ...] = ("1",), **fields) -> Session:
    return Session(**{"id": name, "workshop": workshop, "slots": slots, "capacity": 5} | fields)


def assigned(people, sessions, before=(), **fields) -> set[tuple[str, str]]:
    event = factories.event(people, workshops=WORKSHOPS, sessions=sessions, **fields)
    attendances = assign_sessions(instance(event), 5, before)
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
