from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from solver.clock import Clock
from solver.instance import instance
from solver.places import Places
from solver.workshops import possible_sittings, ruled
from tests import factories
from tests.factories import attendance, person


def day(*people: str, away: str = "", **fields: object) -> Event:
    """Return an event of one table whose `people` all want one of two sittings; some leave early.

    Sitting s takes slot 1, t slot 3, in which those of `away` are no longer there.
    """
    return factories.event(
        [
            *(person(each, workshops=("w",)) for each in people),
            *(person(each, unavailable={"3"}) for each in away),
        ],
        tables=factories.tables(1),
        workshops=[Workshop(id="w", title="W")],
        sessions=[
            Session(id="s", workshop="w", slots=("1",), capacity=1),
            Session(**{"id": "t", "workshop": "w", "slots": ("3",), "capacity": 1} | fields),
        ],
    )


def places(event: Event, seconds: float = 10) -> Places:
    return ruled(Places(instance(event), possible_sittings(event), Clock(seconds)))


def test_people_are_spared_where_there_are_more_than_tables_can_seat() -> None:
    some = places(day("a", away="bc"))
    some.settle(some.preferences())
    some.solve(some.spare_people(), 10)
    assert some.taken == (attendance("a", "s"),)


def test_an_earlier_attendance_stays_where_nothing_else_counts() -> None:
    for session in "st":
        some = places(day("a"))
        some.settle(some.preferences())
        some.solve(some.spare_people() + some.kept([attendance("a", session)]), 10)
        assert some.taken == (attendance("a", session),)


def test_what_is_settled_is_kept_and_told() -> None:
    some = places(day("a", "b", "c"))
    assert some.settle(some.preferences()) == 8
    some.solve(-some.preferences(), 10)
    assert len(some.taken or ()) == 2


def test_there_is_a_solution_whatever_the_time() -> None:
    some = places(day("a", "b"), seconds=0)
    assert some.settle(some.preferences()) == 8
    assert len(some.taken or ()) == 2
    assert some.solve(some.mixed_sessions(), 0) is None


def test_none_or_enough_take_their_places() -> None:
    event = day("a", "b", capacity=2, minimum=2)
    some = places(event)
    some.take(("a", "t"))
    some.settle(some.preferences())
    assert some.taken == (attendance("a", "t"), attendance("b", "t"))
