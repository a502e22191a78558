from collections import Counter
from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents import table_plan as plans
from matchmaker.documents.chapters import bound
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.timetable import Timetable
from matchmaker.values import ORGANISATION_LENGTH
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, outside, overlaps, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)
ROOMS = 1
"""How many rooms with tables there are in all these events: each has a page before the slots."""


def table_plan(event: Event, timetable: Timetable) -> bytes:
    return bound(plans.table_plan(event, timetable))


def slot_pages(event: Event, timetable: Timetable) -> list[str]:
    return pages(table_plan(event, timetable))[ROOMS:]


def slot_chapters(event: Event, timetable: Timetable) -> dict[str, str]:
    return dict(list(chapters(table_plan(event, timetable)).items())[ROOMS:])


def test_each_slot_has_a_chapter_with_its_meetings_and_no_others() -> None:
    found = slot_chapters(EVENT, TIMETABLE)
    assert len(found) == len(EVENT.slots)
    for slot, text in zip(EVENT.slots, found.values(), strict=True):
        seated = {
            one for each in TIMETABLE.meetings if each.slot == slot.id for one in each.participants
        }
        assert {each.id for each in EVENT.participants if drawn(each.name) in text} == seated


def test_tables_stand_in_order_with_both_people_and_the_interpreter() -> None:
    found = list(slot_chapters(EVENT, TIMETABLE).values())
    order = list(EVENT.slot_by_id)
    for meeting in TIMETABLE.meetings:
        one, other = (EVENT.participant_by_id[each] for each in meeting.participants)
        after = found[order.index(meeting.slot)].split(drawn(one.name), maxsplit=1)[1]
        assert drawn(other.name) in after[:300]
        if meeting.interpreter is not None:
            assert drawn(EVENT.interpreter_by_id[meeting.interpreter].name) in after[:500]


def test_headings_are_in_both_languages() -> None:
    text = slot_pages(EVENT, TIMETABLE)[0]
    assert "Plandetable/Tafelplan" in text
    assert "Interprète/Tolk" in text


def test_free_tables_and_workshops_are_named() -> None:
    event = factories.event(["Ann", "Bob"])
    plan_of_two = Timetable(meetings=(factories.meeting("Ann", "Bob", "1", "2"),))
    assert "Tableslibres/Vrijetafels1" in slot_pages(event, plan_of_two)[0]
    found = list(slot_chapters(EVENT, TIMETABLE).values())
    assert "Circuitscourts/Kortekete" in found[5]


def test_every_slot_of_up_to_24_tables_is_on_one_page() -> None:
    assert max(Counter(each.slot for each in TIMETABLE.meetings).values()) == 24
    assert len(slot_pages(EVENT, TIMETABLE)) == len(EVENT.slots)


@pytest.mark.parametrize("count", [0, 1, 10, 18, 24])
def test_a_page_of_so_many_tables_holds_all_of_them_legibly(count: int) -> None:
    event, full = _full(count)
    content = table_plan(event, full)
    (text,) = pages(content)[ROOMS:]
    assert all(drawn(each.name) in text for each in event.participants)
    assert outside(content) == overlaps(content) == []
    with pdfplumber.open(BytesIO(content)) as file:
        letters = [char for page in file.pages[ROOMS:] for char in page.chars]
    marks = [char for char in letters if char["size"] < 8.99]
    assert {char["text"] for char in marks} <= {"F", "V", "W"}
    assert all(char["size"] >= 8.99 for char in marks)


def test_more_tables_go_on_under_the_same_heading() -> None:
    event, full = _full(60)
    texts = slot_pages(event, full)
    assert len(texts) > 1
    for number, text in enumerate(texts, start=1):
        assert f"Tafelplan·{number}/{len(texts)}" in text
        assert "13:30–13:42" in text
    joined = "".join(texts)
    assert all(drawn(each.name) in joined for each in event.participants)


def test_the_longest_names_are_whole_and_on_nothing_else() -> None:
    name, firm = "Wilhelmina-" * 7, ("Maatschappij voor voeding " * 5)[:ORGANISATION_LENGTH]
    event, full = _full(24, first_name=name, last_name=name)
    organisations = tuple(
        Organisation(id=each.id, name=f"{number:02} {firm}"[:ORGANISATION_LENGTH])
        for number, each in enumerate(event.organisations)
    )
    event = Event.model_validate(event.model_dump() | {"organisations": organisations})
    content = table_plan(event, full)
    text = "".join(pages(content))
    assert text.count(drawn(f"{name} {name}")) == 48
    assert all(drawn(each.name) in text for each in organisations)
    assert outside(content) == overlaps(content) == []


def test_tables_go_down_the_left_column_first_and_both_are_much_the_same() -> None:
    event, full = _full(24)
    with pdfplumber.open(BytesIO(table_plan(event, full))) as file:
        words = file.pages[ROOMS].extract_words()
        middle = file.pages[ROOMS].width / 2
    places = {each["text"]: (each["x0"] > middle, each["top"]) for each in words}
    order = [places[f"partner{number:02}"] for number in range(24)]
    assert order == sorted(order)
    assert sum(is_right for is_right, _ in order) == 12


def test_an_empty_timetable_still_prints() -> None:
    assert len(slot_pages(factories.event([]), Timetable())) == 3


def _full(count: int, **names: str) -> tuple[Event, Timetable]:
    """Return one slot in which `count` tables are taken, by people of three regions."""
    regions = ("FR", "VLG", "WAL")
    hosts = [factories.person(f"host{n:02}", region=regions[n % 3], **names) for n in range(count)]
    guests = [
        factories.person(f"partner{n:02}", region=regions[n % 2], **names) for n in range(count)
    ]
    event = factories.event(
        [*hosts, *guests], slots=factories.slots(1), tables=factories.tables(max(count, 1))
    )
    pairs = enumerate(zip(hosts, guests, strict=True), start=1)
    return event, Timetable(
        meetings=tuple(
            factories.meeting(host.id, guest.id, "1", str(n)) for n, (host, guest) in pairs
        )
    )


def test_a_guest_stands_at_the_table_of_the_two() -> None:
    event, timetable = factories.trio()
    first, *others = slot_chapters(event, timetable).values()
    order = [first.index(drawn(each)) for each in ("Ann", "Bob", "Cid")]
    assert order == sorted(order)
    assert not any("Cid" in each for each in others)


@pytest.mark.parametrize("has_helper", [True, False])
def test_interpreters_have_a_column_where_there_are_any(has_helper: bool) -> None:
    helpers = ({"id": "i", "name": "Ida", "languages": ["fr", "nl"]},) if has_helper else ()
    event = factories.event(["Ann", "Bob"], interpreters=helpers, languages=("en",))
    meetings = (factories.meeting("Ann", "Bob"),)
    with pdfplumber.open(BytesIO(table_plan(event, Timetable(meetings=meetings)))) as file:
        words = {each["text"]: each["x0"] for each in file.pages[ROOMS].extract_words()}
    assert ("Interpreter" in words) == has_helper
    assert words["Ann"] == pytest.approx(words["Participant"])
    assert words["Bob"] == pytest.approx(words["With"])
