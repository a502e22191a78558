"""Tests of the figures that show where a timetable is generous."""

from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from matchmaker.score import gini
from matchmaker.statistics import Duty, Group, Part, Statistics
from matchmaker.timetable import Timetable
from tests.factories import event, meeting, person, slots, wish


def sample() -> Event:
    people = [
        person("Ann", region="FR", cluster="textile"),
        person("Bob", region="VLG", cluster="textile"),
        person("Cid", region="FR", cluster="wood"),
        person("Dan"),
    ]
    wishes = [
        wish("Ann", "Bob"),
        wish("Bob", "Ann", 2),
        wish("Ann", "Cid", 2),
        wish("Cid", "Dan", 12),
        wish("Dan", "Ann", "never"),
    ]
    helper = Interpreter(id="i", name="Iris", languages=("fr", "nl"), unavailable={"3"})
    return event(people, wishes=wishes, interpreters=(helper,))


FIRST = (meeting("Ann", "Bob", interpreter="i"),)
MADE = Timetable(meetings=(meeting("Ann", "Bob", interpreter="i"), meeting("Ann", "Cid", slot="2")))
FOUND = Statistics(sample(), MADE)


def test_wishes_met_are_counted_by_rank_and_low_ranks_together() -> None:
    assert FOUND.ranks == [Part("1", 1, 1), Part("2", 2, 2), Part("8", 0, 1)]


def test_people_are_sorted_by_the_share_of_their_own_wishes() -> None:
    assert [each.amount for each in FOUND.shares] == [1, 0, 0, 0, 2]
    assert {each.of for each in FOUND.shares} == {3}


def test_the_worst_off_come_first_and_who_wishes_nothing_is_not_among_them() -> None:
    assert [each.participant.id for each in FOUND.standings] == ["Cid", "Ann", "Bob"]
    cid = FOUND.standings[0]
    assert (cid.share, cid.met, cid.wished, cid.meetings) == (0.0, 0, 1, 1)


def test_meetings_between_regions_are_counted_both_ways_and_within_once() -> None:
    assert FOUND.regions == ["FR", "VLG", ""]
    assert FOUND.matrix["FR", "VLG"] == FOUND.matrix["VLG", "FR"] == 1
    assert FOUND.matrix["FR", "FR"] == 1
    assert FOUND.matrix["", "FR"] == 0


def test_interpreters_serve_in_slots_in_which_they_are_there() -> None:
    assert FOUND.interpreters == [Part("Iris", 1, 2)]
    assert FOUND.interpreters[0].share == 0.5


def test_what_interpreters_do_is_told_slot_by_slot() -> None:
    [iris] = FOUND.services
    assert iris.duties == {"1": Duty.MEETING, "2": Duty.FREE, "3": Duty.AWAY}
    assert FOUND.serving == [Part("1", 1, 1), Part("2", 0, 1), Part("3", 0, 0)]


def test_interpreters_of_sessions_serve_in_all_their_slots() -> None:
    sitting = Session(id="s", workshop="w", slots=("1", "2"), capacity=3, interpreters=("i",))
    helper = Interpreter(id="i", name="Iris", languages=("fr", "nl"))
    workshop = Workshop(id="w", title={"": "W"})
    one = event(
        ["Ann"], workshops=(workshop,), sessions=(sitting,), interpreters=(helper,), slots=slots(3)
    )
    [iris] = Statistics(one, Timetable()).services
    assert list(iris.duties.values()) == [Duty.SESSION, Duty.SESSION, Duty.FREE]
    assert Statistics(one, Timetable()).interpreters == [Part("Iris", 2, 3)]


def test_people_are_counted_by_their_meetings_without_a_number_left_out() -> None:
    assert FOUND.meetings == [Part("0", 1, 4), Part("1", 2, 4), Part("2", 1, 4)]
    assert Statistics(event([]), Timetable()).meetings == []


def test_people_are_counted_by_their_idle_slots() -> None:
    apart = Timetable(meetings=(meeting("Ann", "Bob"), meeting("Ann", "Cid", slot="3")))
    assert Statistics(sample(), apart).waits == [Part("0", 3, 4), Part("1", 1, 4)]


def test_those_without_engagement_are_counted_by_time_among_those_who_are_there() -> None:
    assert FOUND.sitting_out == [Part("1", 2, 4), Part("2", 2, 4), Part("3", 4, 4)]


def test_tables_are_counted_in_each_slot() -> None:
    assert FOUND.tables == [Part("1", 1, 2), Part("2", 1, 2), Part("3", 0, 2)]


def test_groups_tell_meetings_and_wishes_met_of_their_people() -> None:
    textile, wood, none = sorted(FOUND.groups(lambda each: each.cluster), key=lambda g: -g.people)
    assert textile == Group("textile", 2, 1.5, 3, 3)
    assert {each.name for each in (wood, none)} == {"", "wood"}


def test_nothing_planned_and_nobody_there_are_no_trouble() -> None:
    empty = Statistics(event([]), Timetable())
    assert (empty.ranks, empty.standings, empty.matrix, empty.interpreters) == ([], [], {}, [])
    assert empty.shares[0].share == 0.0


def with_absent() -> Statistics:
    """Return the figures of the sample when Cid is there in no slot, and without Cid's meeting."""
    away = person("Cid", region="FR", cluster="wood", unavailable={"1", "2", "3"})
    people = tuple(away if each.id == "Cid" else each for each in sample().participants)
    without = sample().model_copy(update={"participants": people})
    return Statistics(Event.model_validate(without.model_dump()), Timetable(meetings=FIRST))


def test_whoever_does_not_come_is_in_no_figure_of_people() -> None:
    found = with_absent()
    assert (len(found.people), found.absent) == (3, 1)
    assert [each.participant.id for each in found.standings] == ["Ann", "Bob"]
    assert {each.of for each in (*found.shares, *found.meetings, *found.waits)} == {2, 3}
    assert [each.name for each in found.by_cluster] == ["textile", ""]


def test_only_those_who_come_can_be_worst_off_or_without_meeting() -> None:
    assert FOUND.least_share == 0.0
    assert with_absent().least_share > 0.0
    assert (FOUND.without_meeting, with_absent().without_meeting) == (1, 1)
    nobody = Statistics(event([]), Timetable())
    assert (nobody.least_share, nobody.gini, nobody.without_meeting) == (1.0, 0.0, 0)


def test_inequality_is_that_of_those_who_come() -> None:
    assert with_absent().gini == gini([1, 1, 0])
