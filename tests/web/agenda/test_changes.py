"""What differs between two agendas of one person."""

from datetime import timedelta

import pytest

from matchmaker.documents.timeline import Entry, timeline
from matchmaker.event import Event
from matchmaker.timetable import Timetable, agendas
from tests.factories import attendance, guest, meeting, trio
from tests.web.agenda.days import day, plan
from web.agenda.changes import News, changes


def entries(timetable: Timetable, event: Event | None = None, who: str = "anna") -> list[Entry]:
    known = event or day()
    return timeline(known, agendas(known, timetable)[who])


def after(*meetings: object, seats: tuple[object, ...] = plan().attendances) -> list[Entry]:
    return entries(Timetable.model_validate({"meetings": meetings, "attendances": seats}))


BEFORE = entries(plan())
WITH_BERT = meeting("anna", "bert")
WITH_DRIES = meeting("dries", "anna", slot="3", table="2", interpreter="i1")


def test_nothing_has_changed_when_everything_is_as_it_was() -> None:
    assert changes(BEFORE, after(WITH_DRIES, WITH_BERT), "anna").is_empty


@pytest.mark.parametrize(
    ("meetings", "news"),
    [
        ((WITH_BERT.model_copy(update={"table": "2"}), WITH_DRIES), {0: News.MOVED}),
        ((WITH_BERT.model_copy(update={"slot": "2"}), WITH_DRIES), {1: News.MOVED}),
        ((WITH_BERT, WITH_DRIES.model_copy(update={"interpreter": None})), {2: News.CHANGED}),
        ((WITH_BERT, meeting("anna", "chloe", slot="2"), WITH_DRIES), {1: News.NEW}),
    ],
)
def test_each_change_of_a_meeting_is_known(
    meetings: tuple[object, ...], news: dict[int, News]
) -> None:
    found = changes(BEFORE, after(*meetings), "anna")
    assert found.news == news
    assert found.gone == ()
    assert set(found.before) == {place for place, each in news.items() if each is not News.NEW}


def test_what_is_no_more_is_gone() -> None:
    found = changes(BEFORE, after(WITH_DRIES, seats=()), "anna")
    assert found.news == {}
    assert found.gone == (BEFORE[0], BEFORE[3])


def test_a_workshop_in_another_room_has_moved() -> None:
    moved = day().sessions[0].model_copy(update={"room": "hall"})
    found = changes(BEFORE, entries(plan(), day(sessions=(moved,))), "anna")
    assert found.news == {3: News.MOVED}
    assert found.before == {3: BEFORE[3]}


def test_a_day_that_begins_later_moves_everything() -> None:
    hour = timedelta(hours=1)
    later = [
        each.model_copy(update={"start": each.start + hour, "end": each.end + hour})
        for each in day().slots
    ]
    found = changes(BEFORE, entries(plan(), day(slots=tuple(later))), "anna")
    assert set(found.news.values()) == {News.MOVED}
    assert len(found.news) == 3


def test_whoever_joins_two_others_is_news_to_all_three() -> None:
    event, joined = trio()
    alone = Timetable(meetings=joined.meetings)
    for who, news in (("Ann", News.CHANGED), ("Bob", News.CHANGED), ("Cid", News.NEW)):
        found = changes(entries(alone, event, who), entries(joined, event, who), who)
        assert list(found.news.values()) == [news]
    back = changes(entries(joined, event, "Cid"), entries(alone, event, "Cid"), "Cid")
    assert len(back.gone) == 1


def test_a_visit_at_another_table_has_moved() -> None:
    event, joined = trio()
    moved = Timetable(
        meetings=(meeting("Bob", "Ann", table="2"),), guests=(guest("Cid", table="2"),)
    )
    found = changes(entries(joined, event, "Cid"), entries(moved, event, "Cid"), "Cid")
    assert list(found.news.values()) == [News.MOVED]


def test_seats_of_others_are_no_news() -> None:
    seats = (*plan().attendances, attendance("bert", "finance-1"))
    assert changes(BEFORE, after(WITH_BERT, WITH_DRIES, seats=seats), "anna").is_empty
