"""What the page of an agenda shows, at each moment of the day."""

from datetime import datetime, timedelta

import pytest

from matchmaker.documents.wording import words
from matchmaker.timetable import Timetable
from tests.factories import meeting, trio
from tests.web.agenda.days import day, plan, published_as
from web.agenda.changes import News
from web.agenda.engagements import Reader
from web.agenda.items import AgendaPage, Former, Kind, When
from web.agenda.page import agenda_page
from web.agenda.published import Published

LONG_BEFORE = datetime(2027, 1, 1, 12, 0)


def at(hour: int, minute: int, date: int = 18) -> datetime:
    return datetime(2027, 3, date, hour, minute)


def read(
    moment: datetime = LONG_BEFORE,
    published: Published | None = None,
    before: Published | None = None,
    who: str = "anna",
    language: str = "en",
) -> AgendaPage:
    now = published or published_as(plan())
    reader = Reader(now, now.event.participant_by_id[who], words(language))
    return agenda_page(reader, before, moment)


def test_the_whole_day_is_shown_with_what_is_free() -> None:
    page = read()
    kinds = [each.kind for each in page.items]
    assert kinds == [Kind.MEETING, Kind.FREE, Kind.MEETING, Kind.WORKSHOP]
    assert [f"{each.start:%H:%M}" for each in page.items] == ["13:30", "13:45", "14:00", "14:15"]
    assert (page.count(Kind.MEETING), page.count(Kind.WORKSHOP)) == (2, 1)


def test_each_meeting_says_with_whom_where_and_how() -> None:
    bert, _, dries, workshop = (each.about for each in read().items)
    assert bert is not None
    assert (bert.names, bert.organisations, bert.region) == ("bert", "Weverij De Leie", "Flanders")
    assert (bert.table, bert.room, bert.languages) == ("1", "Hall", "French")
    assert (bert.offers, bert.seeks, bert.is_mutual) == (
        ("linen yarn", "looms"),
        ("dyers <b>",),
        True,
    )
    assert dries is not None
    assert (dries.languages, dries.interpreter, dries.is_mutual) == ("", "Ines Tolk", False)
    assert workshop is not None
    assert (workshop.names, workshop.room, workshop.table) == ("Finance", "Loft", "")


@pytest.mark.parametrize(
    ("language", "said"), [("fr", ("Flandre", "Halle")), ("nl", ("Vlaanderen", "Hal"))]
)
def test_it_is_told_in_the_language_of_the_page(language: str, said: tuple[str, str]) -> None:
    about = read(language=language).items[0].about
    assert about is not None
    assert (about.region, about.room) == said


@pytest.mark.parametrize(
    ("moment", "states", "soon"),
    [
        (at(13, 0), "next later later later", "bert"),
        (at(13, 30), "now later next later", "bert dries"),
        (at(13, 44), "past later next later", "dries"),
        (at(13, 50), "past now next later", "dries"),
        (at(14, 20), "past past past now", "Finance"),
        (at(20, 0), "past past past past", ""),
        (at(13, 30, date=17), "later later later later", ""),
    ],
)
def test_what_is_now_and_next_depends_on_the_clock(
    moment: datetime, states: str, soon: str
) -> None:
    page = read(moment)
    assert [each.when for each in page.items] == [When(each) for each in states.split()]
    assert [each.about.names for each in page.upcoming if each.about] == soon.split()


def test_of_several_days_today_stands_first_and_yesterday_last() -> None:
    days = [
        each.model_copy(
            update={
                "start": each.start + timedelta(days=number // 2),
                "end": each.end + timedelta(days=number // 2),
            }
        )
        for number, each in enumerate(day().slots)
    ]
    event = published_as(plan(), day(slots=tuple(days)))
    dates = {
        moment: [each.date.day for each in read(moment, event).days]
        for moment in (LONG_BEFORE, at(9, 0), at(9, 0, date=19), at(9, 0, date=20))
    }
    assert list(dates.values()) == [[18, 19], [18, 19], [19, 18], [18, 19]]


def test_only_on_its_own_date_it_is_today() -> None:
    assert read(at(9, 0)).is_today
    assert not read(at(9, 0, date=17)).is_today
    assert [read(each).is_over for each in (at(14, 26), at(14, 27))] == [False, True]


def test_what_has_changed_since_the_version_before_is_marked() -> None:
    moved = Timetable(
        meetings=(meeting("anna", "bert", slot="2", table="2"), meeting("anna", "chloe", slot="3"))
    )
    page = read(published=published_as(moved), before=published_as(plan()))
    assert [each.news for each in page.items] == [None, News.MOVED, News.NEW, None]
    assert page.items[1].former == Former(at(13, 30), "1", "Hall")
    assert [each.about.names for each in page.gone] == ["dries", "Finance"]
    assert page.is_changed


def test_whoever_was_not_in_the_version_before_finds_no_marks() -> None:
    fields = {name: getattr(day(), name) for name in ("wishes", "participants")}
    without = day(
        participants=tuple(each for each in fields["participants"] if each.id != "anna"),
        wishes=tuple(each for each in fields["wishes"] if "anna" not in (each.wisher, each.wished)),
    )
    page = read(before=published_as(Timetable(), without))
    assert not page.is_changed


def test_whoever_joins_two_others_reads_both_names() -> None:
    event, joined = trio()
    page = read(published=published_as(joined, event), who="Cid")
    visit = page.items[0]
    assert visit.kind is Kind.VISIT
    assert visit.about is not None
    assert visit.about.names == "Ann and Bob"
    hosted = read(published=published_as(joined, event), who="Ann").items[0].about
    assert hosted is not None
    assert hosted.guest == "Cid"


def test_one_s_tables_are_in_the_order_of_the_event() -> None:
    assert read().tables == ("1", "2")
    assert read(who="dries").tables == ("2",)


def test_times_when_somebody_is_away_are_shown_as_such() -> None:
    assert read(who="chloe").items[0].kind is Kind.AWAY
