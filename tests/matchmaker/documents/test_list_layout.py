"""Facts of lists and sheets that hold for whatever names people have."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from matchmaker.documents.chapters import Volume, bound
from matchmaker.documents.check_in import check_in, check_in_by_organisation
from matchmaker.documents.door_lists import door_lists
from matchmaker.documents.facilitator_sheets import facilitator_sheets
from matchmaker.documents.interpreter_sheets import interpreter_sheets
from matchmaker.documents.run_sheet import run_sheet
from matchmaker.documents.standby import standby
from matchmaker.documents.synthesis_sheets import synthesis_sheets
from matchmaker.documents.workshop_lists import workshop_lists
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import drawn, outside, overlaps, pages, parts, unmarked
from tests.matchmaker.documents.sample import food_day, plan
from tests.matchmaker.documents.test_layout import HOSTILE, days

Maker = Callable[[Event, Timetable], Volume]
MAKERS: tuple[Maker, ...] = (
    check_in,
    check_in_by_organisation,
    door_lists,
    interpreter_sheets,
    run_sheet,
    standby,
    workshop_lists,
    facilitator_sheets,
    synthesis_sheets,
)


def printed(event: Event, timetable: Timetable) -> Iterator[bytes]:
    return (bound(make(event, timetable)) for make in MAKERS)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(days())
def test_nothing_stands_outside_the_page_or_on_something_else(day: tuple[Event, Timetable]) -> None:
    for content in printed(*day):
        assert outside(content) == []
        assert overlaps(content) == []


@pytest.mark.parametrize("make", MAKERS)
def test_a_usual_day_keeps_its_margins_and_nothing_overlaps(make: Maker) -> None:
    event = food_day(24)
    content = bound(make(event, plan(event)))
    assert outside(content) == []
    assert overlaps(content) == []


@pytest.mark.parametrize("make", MAKERS)
def test_equal_input_gives_equal_bytes(make: Maker) -> None:
    event = food_day(12)
    one, other = (bound(make(event, plan(food_day(12)))) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("make", MAKERS)
def test_pages_are_tagged_and_name_their_language(make: Maker) -> None:
    event = food_day(12)
    catalogue: Any = PdfReader(BytesIO(bound(make(event, plan(event))))).root_object
    assert catalogue["/Lang"] == "fr"
    assert "/StructTreeRoot" in catalogue


@pytest.mark.parametrize("make", [each for each in MAKERS if each is not synthesis_sheets])
def test_a_list_is_read_out_as_a_title_and_a_table_with_headings(make: Maker) -> None:
    event = food_day(12)
    content = bound(make(event, plan(event)))
    found = parts(content)
    roles = [role for role, _ in found]
    assert roles.index("H1") < roles.index("TH") < roles.index("TD")
    assert unmarked(content) == []


def test_the_parts_of_a_form_are_headings() -> None:
    event = food_day(12)
    found = parts(bound(synthesis_sheets(event, plan(event), "en")))
    headings = [text for role, text in found if role == "H2"]
    assert headings[:4] == [
        "Observations",
        "Concrete proposals",
        "Roadmap and commitments",
        "Seven keywords",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_comes_out_as_text(text: str) -> None:
    people = [factories.person(each, last_name=f"{each}{text}") for each in ("a", "b", "c")]
    session = {"id": "S", "workshop": "W", "slots": ["2"], "capacity": 9, "facilitators": ["c"]}
    event = factories.event(
        people,
        organisations=tuple(Organisation(id=each, name=text) for each in ("a", "b", "c")),
        workshops=({"id": "W", "title": text, "questions": (text,)},),
        sessions=(session,),
        interpreters=({"id": "i", "name": text, "languages": ["fr", "nl"]},),
    )
    timetable = Timetable(
        meetings=(factories.meeting("a", "b", interpreter="i"),),
        attendances=(factories.attendance("a", "S"),),
    )
    for content in printed(event, timetable):
        assert drawn(text) in "".join(pages(content))
