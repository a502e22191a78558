from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from matchmaker.amendments import amendment
from matchmaker.documents.folder import DOCUMENTS, Order, ordered
from matchmaker.documents.reprints import Reprint, reprints
from matchmaker.documents.spreadsheets import workbook
from matchmaker.documents.writing import plain
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.matchmaker.documents.reading import chapters
from tests.matchmaker.documents.sample import food_day, plan, with_a_desk
from tests.matchmaker.documents.test_spreadsheets import CERTIFICATE

EVENT = food_day(24)
BEFORE = plan(EVENT)


def moved(timetable: Timetable) -> Timetable:
    """Return the timetable with its first meeting at a table that is free then."""
    first, *others = timetable.meetings
    taken = {each.table for each in timetable.meetings if each.slot == first.slot}
    table = next(each for each in reversed(EVENT.table_by_id) if each not in taken)
    return timetable.model_copy(
        update={"meetings": (first.model_copy(update={"table": table}), *others)}
    )


def between(
    before: Timetable, after: Timetable, only: tuple[str, ...] = (), event: Event = EVENT
) -> dict[str, Reprint]:
    sent = dict(DOCUMENTS["calendars"].make(Order(event, before)))
    found = reprints(Order(event, before), Order(event, after, earlier=sent), only)
    return {each.path: each for each in found}


def test_the_same_timetable_needs_no_reprint() -> None:
    assert between(BEFORE, BEFORE) == {}


def test_agendas_and_calendars_of_those_concerned_are_printed_again_and_no_others() -> None:
    after = moved(BEFORE)
    concerned = amendment(BEFORE, after).participants
    found = between(BEFORE, after, ("agendas", "calendars"))
    agendas = found.pop("agendas.pdf")
    assert set(agendas.changed) == {EVENT.participant_by_id[each].name for each in concerned}
    assert (agendas.total, agendas.gone) == (24, ())
    assert agendas.content is not None
    assert list(chapters(agendas.content)) == list(agendas.changed)
    assert set(found) == {f"calendars/{each}.ics" for each in concerned}


def test_a_moved_meeting_is_numbered_on_in_the_calendar() -> None:
    found = between(BEFORE, moved(BEFORE), ("calendars",))
    for each in found.values():
        assert each.content is not None
        sequences = [one.sequence for one in Calendar.from_ical(each.content).events]
        assert sorted(sequences)[-2:] == [0, 1] or sequences == [1]


def test_sheets_of_sessions_and_interpreters_that_nothing_happened_to_stay() -> None:
    found = between(BEFORE, moved(BEFORE))
    for path in ("workshops.pdf", "facilitators.pdf", "synthesis.pdf", "standby.pdf"):
        assert path not in found


def test_who_comes_no_more_is_named_to_be_taken_back() -> None:
    people = ["Ann", "Bob", "Cor"]
    old, new = factories.event(people), factories.event(people[:2])
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    (found,) = reprints(Order(old, timetable), Order(new, timetable), ("agendas",))
    assert (found.changed, found.gone, found.content) == ((), ("Cor",), None)


def test_who_is_in_the_event_no_more_gets_a_calendar_that_cancels_theirs() -> None:
    old, new = factories.event(["Ann", "Bob", "Cor"]), factories.event(["Ann", "Bob"])
    both = Timetable(meetings=(factories.meeting("Ann", "Cor"),))
    found = reprints(Order(old, both), Order(new, Timetable()), ("calendars",))
    files = {each.path: each.content or b"" for each in found}
    assert set(files) == {"calendars/Ann.ics", "calendars/Cor.ics"}
    assert b"STATUS:CANCELLED" in files["calendars/Cor.ics"]


def test_nobody_hears_of_a_calendar_in_which_there_was_nothing() -> None:
    old, new = factories.event(["Ann", "Bob", "Cor"]), factories.event(["Ann", "Bob"])
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    assert list(reprints(Order(old, timetable), Order(new, timetable), ("calendars",))) == []


def test_calendars_of_those_who_left_and_of_those_who_came_have_names_of_their_own() -> None:
    old, new = factories.event(["Ann", "bob"]), factories.event(["Ann", "BOB"])
    before, after = (
        Timetable(meetings=(factories.meeting("Ann", each),)) for each in ("bob", "BOB")
    )
    found = reprints(Order(old, before), Order(new, after), ("calendars",))
    names = {each.path.casefold() for each in found}
    assert len(names) == 3
    assert "calendars/bob.ics" in names


def test_the_workbook_stays_where_only_the_run_took_longer() -> None:
    again = CERTIFICATE.model_copy(update={"seconds": CERTIFICATE.seconds + 1})
    better = CERTIFICATE.model_copy(update={"bound": 11.0})
    old, same, other = (Order(EVENT, BEFORE, each) for each in (CERTIFICATE, again, better))
    assert list(reprints(old, same)) == []
    (found,) = reprints(old, other)
    assert (found.path, found.content) == ("timetable.xlsx", workbook(EVENT, BEFORE, better))


@given(
    text=st.text(max_size=8),
    number=st.integers(0, 23),
    field=st.sampled_from(["last_name", "region", "offers"]),
)
@settings(max_examples=30, deadline=None)
def test_workbooks_are_equal_exactly_where_they_tell_the_same(
    text: str, number: int, field: str
) -> None:
    people = list(EVENT.participants)
    value = plain(text) or "X"
    people[number] = changed(people[number], **{field: (value,) if field == "offers" else value})
    event = changed(EVENT, participants=tuple(people))
    told = DOCUMENTS["workbook"].told
    assert told is not None
    is_same = told(Order(event, BEFORE)) == told(Order(EVENT, BEFORE))
    assert is_same == (workbook(event, BEFORE) == workbook(EVENT, BEFORE))


def test_somebody_whose_calendar_was_never_sent_gets_theirs() -> None:
    sent = dict(DOCUMENTS["calendars"].make(Order(EVENT, BEFORE)))
    del sent["P03"]
    new = Order(EVENT, BEFORE, earlier=sent)
    assert [each.path for each in reprints(new, new)] == ["calendars/P03.ics"]


def test_papers_of_whoever_does_not_come_are_taken_back() -> None:
    away = EVENT.participants[0]
    slots = frozenset(EVENT.slot_by_id)
    people = (away.model_copy(update={"unavailable": slots}), *EVENT.participants[1:])
    new = Event.model_validate(EVENT.model_dump() | {"participants": people})
    kept = (each for each in BEFORE.meetings if away.id not in each.participants)
    after = BEFORE.model_copy(update={"meetings": tuple(kept)})
    found = reprints(Order(EVENT, BEFORE), Order(new, after), ("agendas", "badges"))
    assert [(each.kind, each.gone) for each in found] == [
        ("agendas", (away.name,)),
        ("badges", (away.name,)),
    ]


def test_an_unknown_kind_raises() -> None:
    with pytest.raises(KeyError):
        between(BEFORE, BEFORE, ("posters",))


@pytest.mark.parametrize("kind", [each for each, made in DOCUMENTS.items() if made.volume])
def test_the_volume_of_a_kind_is_what_is_printed(kind: str) -> None:
    from matchmaker.documents.chapters import bound

    order = Order(with_a_desk(EVENT), BEFORE)
    make: Any = DOCUMENTS[kind].volume
    assert [content for _, content in ordered(order, [kind])] == [bound(make(order))]
