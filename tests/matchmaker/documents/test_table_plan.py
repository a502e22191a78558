from matchmaker.documents.table_plan import table_plan
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def test_each_slot_has_a_chapter_with_its_meetings_and_no_others() -> None:
    found = chapters(table_plan(EVENT, TIMETABLE))
    assert len(found) == len(EVENT.slots)
    for slot, text in zip(EVENT.slots, found.values(), strict=True):
        seated = {
            one for each in TIMETABLE.meetings if each.slot == slot.id for one in each.participants
        }
        assert {each.id for each in EVENT.participants if drawn(each.name) in text} == seated


def test_tables_stand_in_order_with_both_people_and_the_interpreter() -> None:
    found = list(chapters(table_plan(EVENT, TIMETABLE)).values())
    order = list(EVENT.slot_by_id)
    for meeting in TIMETABLE.meetings:
        one, other = (EVENT.participant_by_id[each] for each in meeting.participants)
        after = found[order.index(meeting.slot)].split(drawn(one.name), maxsplit=1)[1]
        assert drawn(other.name) in after[:300]
        if meeting.interpreter is not None:
            assert drawn(EVENT.interpreter_by_id[meeting.interpreter].name) in after[:500]


def test_headings_are_in_both_languages() -> None:
    text = pages(table_plan(EVENT, TIMETABLE))[0]
    assert "Plandetables/Tafelplan" in text
    assert "Interprète/Tolk" in text


def test_free_tables_and_workshops_are_named() -> None:
    event = factories.event(["Ann", "Bob"])
    plan_of_two = Timetable(meetings=(factories.meeting("Ann", "Bob", "1", "2"),))
    assert "Tableslibres/Vrijetafels1" in pages(table_plan(event, plan_of_two))[0]
    found = list(chapters(table_plan(EVENT, TIMETABLE)).values())
    assert "Circuitscourts/Kortekete" in found[5]


def test_an_empty_timetable_still_prints() -> None:
    assert len(pages(table_plan(factories.event([]), Timetable()))) == 3
