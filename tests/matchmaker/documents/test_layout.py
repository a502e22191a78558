"""Facts of the page that hold for whatever names people have."""

from io import BytesIO

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.documents.agendas import agendas
from matchmaker.documents.badges import badges
from matchmaker.documents.chapters import bound
from matchmaker.documents.table_plan import table_plan
from matchmaker.documents.workshop_lists import workshop_lists
from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation
from matchmaker.programme import Session, Table, Workshop
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import drawn, fonts, outside, overlaps, pages
from tests.matchmaker.documents.sample import food_day, plan

ALPHABETS = (
    "WMÉ",
    "aël",
    "ΑλέξανδροςΏ",
    "ŁęśćżÓ",
    "محمدعبدالرحمن",
    "יוסףכהן",
    "БондаренкоЇ",
    "王😀□",
)
HOSTILE = (
    "<b>",
    '<img src="/etc/passwd">',
    '<a href="javascript:x">',
    "&amp;",
    "<para>",
    "]]>",
    "%s{0}",
)


@st.composite
def names(draw: st.DrawFn, longest: int) -> str:
    return draw(
        st.text(st.sampled_from(draw(st.sampled_from(ALPHABETS))), min_size=1, max_size=longest)
    )


@st.composite
def days(draw: st.DrawFn) -> tuple[Event, Timetable]:
    ids = ["a", "b", "c", "d"]
    people = [
        factories.person(
            each,
            first_name=draw(names(80)),
            last_name=draw(names(80)),
            organisation=each,
            region=draw(st.sampled_from(["FR", "VLG", "WAL", "", "Grand Est"])),
            languages=draw(st.sampled_from([(), ("fr",), ("nl", "en")])),
            cluster=draw(names(120)),
            offers=(draw(names(1000)),),
            seeks=tuple(draw(st.lists(names(100), max_size=3))),
            unavailable=frozenset({"3"}),
        )
        for each in ids
    ]
    event = factories.event(
        people,
        name={"fr": draw(names(200)), "nl": draw(names(200))},
        venue=draw(names(200)),
        organisations=tuple(Organisation(id=each, name=draw(names(120))) for each in ids),
        tables=(Table(id="1"), Table(id=draw(names(40)) + "t")),
        workshops=(Workshop(id="w", title=draw(names(300))),),
        interpreters=(Interpreter(id="i", name=draw(names(80)), languages=("fr", "nl")),),
        sessions=(
            Session(
                id="s",
                workshop="w",
                slots=("2",),
                capacity=9,
                facilitators=("c",),
                interpreters=("i",),
            ),
        ),
    )
    second = event.tables[1].id
    return event, Timetable(
        meetings=(
            factories.meeting("a", "b", "1", "1", interpreter="i"),
            factories.meeting("c", "d", "1", second),
        ),
        attendances=(factories.attendance("a", "s"), factories.attendance("b", "s")),
    )


def printed(event: Event, timetable: Timetable) -> list[bytes]:
    return [
        agendas(event, timetable),
        badges(event),
        bound(table_plan(event, timetable)),
        bound(workshop_lists(event, timetable)),
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(days())
def test_nothing_stands_outside_the_page_or_on_something_else(day: tuple[Event, Timetable]) -> None:
    for content in printed(*day):
        assert outside(content) == []
        assert overlaps(content) == []


def test_a_usual_day_keeps_its_margins_and_nothing_overlaps() -> None:
    event = food_day(16)
    for content in printed(event, plan(event)):
        assert outside(content) == []
        assert overlaps(content) == []


def test_every_font_is_embedded() -> None:
    event = food_day(12)
    for content in printed(event, plan(event)):
        descriptors = [each["/FontDescriptor"].get_object() for each in fonts(content)]
        assert descriptors
        assert all("/FontFile2" in each for each in descriptors)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_comes_out_as_text(text: str) -> None:
    people = [factories.person(each, last_name=f"{each}{text}") for each in ("a", "b")]
    event = factories.event(
        people,
        name=text,
        organisations=tuple(Organisation(id=each, name=text) for each in ("a", "b")),
    )
    timetable = Timetable(meetings=(factories.meeting("a", "b"),))
    for content in (agendas(event, timetable), badges(event), bound(table_plan(event, timetable))):
        assert drawn(text) in "".join(pages(content))


def test_no_text_of_a_usual_day_is_smaller_than_nine_points() -> None:
    event = food_day(8)
    for content in printed(event, plan(event)):
        with pdfplumber.open(BytesIO(content)) as file:
            assert min(char["size"] for page in file.pages for char in page.chars) >= 8.99
