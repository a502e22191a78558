"""Facts of the page that hold for whatever names people have."""

from io import BytesIO

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.documents.agenda_pages import Finish, Format
from matchmaker.documents.agendas import agendas
from matchmaker.documents.badge_forms import BadgeForm
from matchmaker.documents.badges import badges
from matchmaker.documents.chapters import bound
from matchmaker.documents.desk_signs import desk_signs
from matchmaker.documents.table_cards import CardForm, table_cards
from matchmaker.documents.table_plan import table_plan
from matchmaker.documents.workshop_lists import workshop_lists
from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation
from matchmaker.programme import Session, Table, Workshop
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import (
    drawn,
    fonts,
    outside,
    overlaps,
    pages,
    parts,
    unmarked,
)
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
    "e\u0301x\u0302\u0323ș\u0326",
    "ไทยहिन्दी",
    " -/·(א",
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
    letters = st.sampled_from(draw(st.sampled_from(ALPHABETS)))
    return draw(st.text(letters, min_size=1, max_size=longest).filter(str.strip))


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
    """Return every document for people, in every form it has."""
    people = [each.model_copy(update={"table": None}) for each in event.participants]
    people[:1] = [people[0].model_copy(update={"table": event.tables[0].id})]
    kept = event.model_copy(update={"participants": tuple(people)})
    return [
        *(agendas(event, timetable, finish=Finish(form)) for form in Format),
        *(badges(event, timetable, form) for form in BadgeForm),
        *(bound(table_cards(event, timetable, form=form)) for form in CardForm),
        bound(table_plan(kept, timetable)),
        bound(desk_signs(kept, timetable)),
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


def test_every_text_is_a_part_of_the_structure_or_an_artifact() -> None:
    event = food_day(8)
    for content in printed(event, plan(event)):
        assert unmarked(content) == []
        assert parts(content)


def test_equal_input_gives_equal_bytes() -> None:
    event, again = food_day(6), food_day(6)
    assert printed(event, plan(event)) == printed(again, plan(again))


def test_every_font_is_embedded_as_a_subset() -> None:
    event = food_day(12)
    for content in printed(event, plan(event)):
        descriptors = [each["/FontDescriptor"].get_object() for each in fonts(content)]
        assert descriptors
        assert all("/FontFile2" in each for each in descriptors)
        names = [str(each["/FontName"]) for each in descriptors]
        assert all("+" in each for each in names)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_comes_out_as_text(text: str) -> None:
    people = [factories.person(each, last_name=f"{each}{text}") for each in ("a", "b")]
    event = factories.event(
        people,
        name=text,
        organisations=tuple(Organisation(id=each, name=text) for each in ("a", "b")),
    )
    timetable = Timetable(meetings=(factories.meeting("a", "b"),))
    for content in printed(event, timetable)[:-1]:
        assert drawn(text) in "".join(pages(content))


def test_no_text_of_a_usual_day_is_smaller_than_nine_points() -> None:
    event = food_day(8)
    for content in printed(event, plan(event)):
        with pdfplumber.open(BytesIO(content)) as file:
            assert min(char["size"] for page in file.pages for char in page.chars) >= 8.99
