from matchmaker.terms import Objective
from matchmaker.timetable import Timetable
from solver.reached import reached
from tests import factories
from tests.factories import meeting, person, wish


def timetable(*pairs: str) -> Timetable:
    return Timetable(meetings=tuple(meeting(*each) for each in pairs))


def test_lacks_to_minimums_come_first_the_most_first() -> None:
    people = (person("a", min_meetings=2), person("b", min_meetings=1), "c")
    event = factories.event(people, wishes=[wish("a", "c", 8), wish("c", "b")])
    none, one, other = (reached(event, timetable(*each)) for each in ((), ("ac",), ("bc",)))
    assert [each.lacks for each in (none, one, other)] == [(2, 1, 0), (1, 1, 0), (2, 0, 0)]
    assert none.rank < other.rank < one.rank


def test_own_weight_that_lacks_to_the_floor_comes_before_value() -> None:
    wishes = [wish("a", "b", 1), wish("c", "d", 3), wish("c", "b", 3)]
    event = factories.event("abcd", wishes=wishes, objective=Objective(floor=0.5))
    rich, fair = (reached(event, timetable(each)) for each in ("ab", "cd"))
    assert (rich.shortage, fair.shortage) == (6, 5)
    assert rich.rank < fair.rank
    assert rich.score.value > fair.score.value


def test_nothing_is_lost_where_no_level_is_lower() -> None:
    event = factories.event("abc", wishes=[wish("a", "b"), wish("c", "b", 2)])
    less, more = reached(event, timetable("bc")), reached(event, timetable("ab"))
    assert more.is_no_worse_than(less)
    assert more.is_no_worse_than(more)
    assert not less.is_no_worse_than(more)


def test_more_value_does_not_make_up_for_a_minimum() -> None:
    people = ("a", "b", person("c", min_meetings=1))
    event = factories.event(people, wishes=[wish("a", "b"), wish("c", "b", 8)])
    rich, kept = reached(event, timetable("ab")), reached(event, timetable("bc"))
    assert not rich.is_no_worse_than(kept)
    assert not kept.is_no_worse_than(rich)
