import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from matchmaker.amendments import Amendment, Change, Kind, amendment
from matchmaker.timetable import Attendance, Meeting, Timetable
from tests import factories
from tests.factories import attendance, meeting

PEOPLE = ("Ann", "Bob", "Cor", "Dee")


def between(before: list[Meeting], after: list[Meeting]) -> Amendment:
    return amendment(Timetable(meetings=tuple(before)), Timetable(meetings=tuple(after)))


def test_the_same_timetable_differs_in_nothing() -> None:
    assert between([meeting("Ann", "Bob")], [meeting("Bob", "Ann")]).is_empty


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ([], Kind.DROPPED),
        ([meeting("Bob", "Ann", "2", "1")], Kind.MOVED),
        ([meeting("Ann", "Bob", "1", "2")], Kind.MOVED),
        ([meeting("Ann", "Bob", interpreter="i")], Kind.INTERPRETED),
    ],
)
def test_a_meeting_is_dropped_moved_or_interpreted(after: list[Meeting], kind: Kind) -> None:
    (change,) = between([meeting("Ann", "Bob")], after).meetings
    assert change.kind is kind
    assert change.participants == {"Ann", "Bob"}


def test_a_meeting_is_added() -> None:
    (change,) = between([], [meeting("Ann", "Bob")]).meetings
    assert change.kind is Kind.ADDED


def test_two_who_change_partners_are_two_dropped_and_two_added() -> None:
    old = [meeting("Ann", "Bob"), meeting("Cor", "Dee", table="2")]
    new = [meeting("Ann", "Cor"), meeting("Bob", "Dee", table="2")]
    found = between(old, new)
    assert [each.kind for each in found.meetings] == [Kind.DROPPED] * 2 + [Kind.ADDED] * 2
    assert found.of_kind(Kind.ADDED) == found.meetings[2:]
    assert found.participants == set(PEOPLE)


def test_tables_slots_and_interpreters_of_both_timetables_are_concerned() -> None:
    old, new = meeting("Ann", "Bob", "1", "4"), meeting("Ann", "Bob", "3", "7", interpreter="i")
    found = between([old, meeting("Cor", "Dee")], [new, meeting("Cor", "Dee")])
    assert found.tables == {"4", "7"}
    assert found.slots == {"1", "3"}
    assert found.interpreters == {"i"}
    assert found.participants == {"Ann", "Bob"}


def test_seats_concern_their_session_its_workshop_and_room() -> None:
    event = factories.event(
        PEOPLE,
        rooms=({"id": "attic"}, {"id": "hall"}),
        tables=({"id": "1", "room": "hall"},),
        workshops=({"id": "W", "title": "Export"},),
        sessions=({"id": "S", "workshop": "W", "slots": ["1"], "capacity": 3, "room": "attic"},),
    )
    old = Timetable(attendances=(attendance("Ann", "S"), attendance("Bob", "S")))
    new = Timetable(attendances=(attendance("Bob", "S"), attendance("Cor", "S")))
    found = amendment(old, new)
    assert [(each.attendance.participant, each.is_added) for each in found.seats] == [
        ("Ann", False),
        ("Cor", True),
    ]
    assert found.participants == {"Ann", "Cor"}
    assert found.sessions == {"S"}
    assert found.workshops(event) == {"W"}
    assert found.rooms(event) == {"attic"}
    assert between([], [meeting("Ann", "Bob")]).rooms(event) == {"hall"}


def test_what_the_event_does_not_know_is_in_no_room() -> None:
    event = factories.event(PEOPLE)
    found = amendment(
        Timetable(),
        Timetable(
            meetings=(meeting("Ann", "Bob", table="gone"),), attendances=(attendance("Ann", "S"),)
        ),
    )
    assert found.rooms(event) == found.workshops(event) == frozenset()


def test_a_change_is_of_two_people_and_changes_something() -> None:
    one = meeting("Ann", "Bob")
    for before, after in ((one, one), (None, None), (one, meeting("Ann", "Cor"))):
        with pytest.raises(ValidationError):
            Change(before=before, after=after)


pairs = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda p: p[0] != p[1])
meetings = st.builds(
    lambda pair, slot, table: meeting(pair[0], pair[1], slot, table),
    pairs,
    st.sampled_from("123"),
    st.sampled_from("12"),
)
seats = st.builds(attendance, st.sampled_from(PEOPLE), st.sampled_from("ST"))
timetables = st.builds(
    lambda found, places: Timetable(meetings=tuple(found), attendances=tuple(places)),
    st.lists(meetings, max_size=6),
    st.lists(seats, max_size=4),
)


def essence(timetable: Timetable) -> tuple[set[object], set[Attendance]]:
    held: set[object] = {(m.pair, m.slot, m.table, m.interpreter) for m in timetable.meetings}
    return held, set(timetable.attendances)


@given(timetables, timetables)
def test_there_is_no_change_if_and_only_if_both_hold_the_same(
    before: Timetable, after: Timetable
) -> None:
    assert amendment(before, after).is_empty == (essence(before) == essence(after))


@given(timetables, timetables)
def test_undoing_what_was_done_concerns_the_same(before: Timetable, after: Timetable) -> None:
    there, back = amendment(before, after), amendment(after, before)
    for name in ("participants", "tables", "slots", "sessions"):
        assert getattr(there, name) == getattr(back, name)


@given(timetables, timetables)
def test_the_changes_make_one_timetable_of_the_other(before: Timetable, after: Timetable) -> None:
    found = amendment(before, after)
    held = essence(before)[0]
    for each in found.meetings:
        for one in [each.before] if each.before else []:
            held.discard((one.pair, one.slot, one.table, one.interpreter))
    for each in found.meetings:
        for one in [each.after] if each.after else []:
            held.add((one.pair, one.slot, one.table, one.interpreter))
    assert held == essence(after)[0]


def test_whoever_joins_two_others_concerns_all_three() -> None:
    _, joined = factories.trio()
    alone = joined.model_copy(update={"guests": ()})
    for before, after in ((joined, alone), (alone, joined)):
        found = amendment(before, after)
        [visit] = found.visits
        assert visit.is_added == (after is joined)
        assert found.participants == {"Ann", "Bob", "Cid"}
        assert found.tables == found.slots == {"1"}
        assert not found.is_empty
    assert amendment(joined, joined).is_empty


def test_a_visit_is_the_same_whichever_host_comes_first() -> None:
    _, joined = factories.trio()
    turned = joined.model_copy(update={"meetings": (meeting("Bob", "Ann"),)})
    assert amendment(joined, turned).is_empty
