from datetime import timedelta
from io import BytesIO

import pdfplumber
import pytest
from pypdf import PdfReader

from matchmaker.documents import table_cards as cards
from matchmaker.documents.chapters import bound
from matchmaker.documents.occupants import occupations
from matchmaker.documents.style import CAPITALS, MM
from matchmaker.documents.table_cards import CardForm
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.programme import Slot, Table
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.matchmaker.documents.reading import (
    chapters,
    drawn,
    outside,
    overlaps,
    pages,
    parts,
    unmarked,
)
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)
FROM_TEN_METRES = 30 * MM
"""Twice as high as figures that a sharp eye just tells apart from there."""
every_form = pytest.mark.parametrize("form", CardForm)


def table_cards(event: Event, timetable: Timetable, form: CardForm = CardForm.TENT) -> bytes:
    return bound(cards.table_cards(event, timetable, form=form))


@every_form
def test_each_table_in_use_has_a_card_in_order(form: CardForm) -> None:
    found = chapters(table_cards(EVENT, TIMETABLE, form))
    used = {each.table for each in TIMETABLE.meetings}
    assert list(found) == [f"Table / Tafel {each.id}" for each in EVENT.tables if each.id in used]
    assert "Table / Tafel 1" not in chapters(table_cards(EVENT, without("1"), form))


def without(table: str) -> Timetable:
    """Return the timetable without the meetings at `table`."""
    kept = (each for each in TIMETABLE.meetings if each.table != table)
    return TIMETABLE.model_copy(update={"meetings": tuple(kept)})


@every_form
def test_a_card_names_whoever_sits_there_and_nobody_else(form: CardForm) -> None:
    found = chapters(table_cards(EVENT, TIMETABLE, form))
    days = [
        day for day in occupations(EVENT, TIMETABLE).values() if any(each.people for each in day)
    ]
    for text, day in zip(found.values(), days, strict=True):
        seated = {each.id for one in day for each in one.people}
        assert {each.id for each in EVENT.participants if drawn(each.name) in text} == seated
        for one in day:
            if one.people:
                after = text.split(f"{one.slot.start:%H:%M}", maxsplit=1)[1]
                assert drawn(one.people[0].name) in after[:120]


@every_form
@pytest.mark.parametrize("number", ["7", "24", "188"])
def test_the_number_is_readable_from_ten_metres(number: str, form: CardForm) -> None:
    event = factories.event(["Ann", "Bob"], tables=(Table(id=number),))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "1", number),))
    with pdfplumber.open(BytesIO(table_cards(event, timetable, form))) as file:
        largest = max(char["size"] for char in file.pages[0].chars)
    assert largest * CAPITALS >= FROM_TEN_METRES


def test_both_sides_of_a_tent_are_alike_and_only_one_is_read_out() -> None:
    content = table_cards(EVENT, TIMETABLE)
    with pdfplumber.open(BytesIO(content)) as file:
        page = file.pages[0]
        upper = [each for each in page.chars if each["bottom"] < page.height / 2]
        lower = [each for each in page.chars if each["top"] > page.height / 2]
    assert sorted(each["text"] for each in upper) == sorted(each["text"] for each in lower)
    assert {each["matrix"][0] for each in upper} == {-1}
    assert {each["tag"] for each in upper} == {"Artifact"}
    title = [text for role, text in parts(content) if role == "H1"]
    used = {each.table for each in TIMETABLE.meetings}
    assert title == [each.id for each in EVENT.tables if each.id in used]
    assert unmarked(content) == []


def crowded(*slots: Slot) -> tuple[Event, Timetable]:
    """Return an event of one table at which two with the longest names meet in each slot."""
    people = [
        factories.person(each, first_name="W" * 80, last_name="Maximilian " * 7)
        for each in ("a", "b")
    ]
    event = factories.event(
        people,
        slots=slots,
        tables=(Table(id="Grande salle bleue, près de l’entrée 12"),),
        organisations=tuple(Organisation(id=each, name="Firma " * 20) for each in ("a", "b")),
    )
    table = event.tables[0].id
    meetings = tuple(factories.meeting("a", "b", each.id, table) for each in slots)
    return event, Timetable(meetings=meetings)


@every_form
def test_the_longest_names_and_many_slots_stay_inside(form: CardForm) -> None:
    event, timetable = crowded(*factories.slots(40, minutes=5, pause=1))
    content = table_cards(event, timetable, form)
    assert outside(content) == overlaps(content) == []
    assert all(drawn(event.tables[0].id) in each for each in pages(content))


@every_form
def test_a_day_without_room_on_a_card_goes_on_on_another_with_its_times(form: CardForm) -> None:
    event, timetable = crowded(*factories.slots(40, minutes=5, pause=1))
    content = table_cards(event, timetable, form)
    texts = pages(content)
    starts = [f"{each.start:%H:%M}{drawn('W' * 40)}" for each in event.slots]
    on = [next(number for number, text in enumerate(texts) if each in text) for each in starts]
    assert on == sorted(on)
    assert set(on) == set(range(len(texts)))
    assert "13:30–" in texts[0]
    assert f"–{event.slots[-1].end:%H:%M}" in texts[-1]
    with pdfplumber.open(BytesIO(content)) as file:
        assert min(round(char["size"], 3) for each in file.pages for char in each.chars) >= 9


@every_form
def test_each_day_of_several_has_a_card_of_its_own_with_its_date(form: CardForm) -> None:
    first = factories.slots(2)
    second = tuple(
        Slot(id=f"{each.id}b", start=each.start + timedelta(1), end=each.end + timedelta(1))
        for each in first
    )
    event, timetable = crowded(*first, *second)
    texts = pages(table_cards(event, timetable, form))
    assert len(texts) == 2
    assert "jeudi18mars2027" in texts[0]
    assert "vrijdag19maart2027" in texts[1]


def test_a_day_on_which_a_table_is_free_has_no_card_of_it() -> None:
    first, second = factories.slots(2)
    later = Slot(id="2b", start=second.start + timedelta(1), end=second.end + timedelta(1))
    event, timetable = crowded(first, later)
    kept = timetable.model_copy(update={"meetings": timetable.meetings[1:]})
    (text,) = pages(table_cards(event, kept))
    assert "vrijdag19maart2027" in text


def test_cards_for_tables_at_which_nobody_sits_are_one_sentence() -> None:
    (text,) = pages(table_cards(factories.event(["Ann"]), Timetable()))
    assert "Personnen’estassisàaucunetable." in text


def test_cards_are_a_sheet_of_a4() -> None:
    for form in CardForm:
        (page, *_) = PdfReader(BytesIO(table_cards(EVENT, TIMETABLE, form))).pages
        assert [round(float(each) / MM) for each in page.mediabox[2:]] == [210, 297]


@every_form
def test_a_card_names_whoever_interprets_at_the_table_and_nobody_else(form: CardForm) -> None:
    kept = (each for each in TIMETABLE.meetings if each.slot in {"1", "2", "3", "4", "10", "11"})
    timetable = changed(TIMETABLE, meetings=tuple(kept))
    found = chapters(table_cards(EVENT, timetable, form))
    assert any(each.interpreter for each in timetable.meetings)
    for table, text in ((title.rpartition(" ")[2], text) for title, text in found.items()):
        helpers = {each.interpreter for each in timetable.meetings if each.table == table} - {None}
        assert {each.id for each in EVENT.interpreters if drawn(each.name) in text} == helpers
