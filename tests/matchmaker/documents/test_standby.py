from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pdfplumber

from matchmaker.documents.chapters import bound
from matchmaker.documents.standby import standby
from matchmaker.event import Event
from matchmaker.people import Pair
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.matchmaker.documents.reading import drawn, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def of_slots(event: Event, timetable: Timetable, language: str | None = None) -> dict[str, str]:
    """Return by slot the text of its list, printed alone."""
    whole = standby(event, timetable, language)
    return {
        each.key: "".join(pages(bound(replace(whole, chapters=[each])))) for each in whole.chapters
    }


def test_each_slot_lists_whoever_is_free_and_nobody_else() -> None:
    found = of_slots(EVENT, TIMETABLE).values()
    views = agendas(EVENT, TIMETABLE)
    for slot, text in zip(EVENT.slots, found, strict=True):
        for person in EVENT.participants:
            is_free = not views[person.id].is_engaged(slot) and slot.id not in person.unavailable
            name = drawn(f"{person.last_name}{person.first_name}")
            assert (name in text) == is_free


def test_fewest_meetings_come_first() -> None:
    people = ["Ann", "Bob", "Cor"]
    event = factories.event(people, languages=("en",))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "1"),))
    second = of_slots(event, timetable)["2"]
    assert second.index("CorCor0") < second.index("AnnAnn1") < second.index("BobBob1")


def test_slots_share_a_page_and_days_do_not() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",))
    (text,) = pages(bound(standby(event, Timetable())))
    assert [text.count(f"{each.start:%H:%M}") for each in event.slots] == [3, 2, 2]
    day, last = timedelta(days=1), event.slots[2]
    later = last.model_copy(update={"start": last.start + day, "end": last.end + day})
    two_days = factories.event(["Ann", "Bob"], slots=(*event.slots[:2], later))
    assert len(pages(bound(standby(two_days, Timetable())))) == 2


def test_where_nobody_could_step_in_nothing_is_said_of_it() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",))
    assert "step" not in pages(bound(standby(event, Timetable())))[0]


def test_names_stand_below_each_other_whatever_their_tables() -> None:
    people = ["Ann", "Bob", "Cor", "Dan", "Eva"]
    wishes = (factories.wish("Eva", "Ann"), factories.wish("Eva", "Cor"))
    event = factories.event(people, languages=("en",), wishes=wishes, tables=factories.tables(11))
    timetable = Timetable(
        meetings=(
            factories.meeting("Ann", "Bob", "1", "2"),
            factories.meeting("Cor", "Dan", "1", "11"),
        )
    )
    with pdfplumber.open(BytesIO(bound(standby(event, timetable)))) as file:
        words = file.pages[0].extract_words()
    offered = [each["x0"] for each in words if each["text"] in {"Ann", "Cor"}]
    assert len({round(each, 2) for each in offered[:2]}) == 1


def could_step_in(**fields: object) -> bool:
    """Tell whether Cor, who is free, is offered for Ann's table; Cor wished to meet Ann."""
    event = factories.event(
        ["Ann", "Bob", factories.person("Cor", **fields)],
        languages=("en",),
        wishes=(factories.wish("Cor", "Ann"), factories.wish("Ann", "Bob")),
    )
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "1", "2"),))
    return "CorCor02Ann" in of_slots(event, timetable)["1"]


def test_whoever_wished_to_meet_somebody_at_a_table_could_step_in() -> None:
    assert could_step_in()


def test_colleagues_do_not_step_in() -> None:
    assert not could_step_in(organisation="Ann")


def test_a_veto_or_an_earlier_meeting_keeps_from_stepping_in() -> None:
    people = ["Ann", "Bob", "Cor"]
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "1", "2"),))
    wishes = (factories.wish("Cor", "Ann"), factories.wish("Ann", "Cor", "never"))
    vetoed = factories.event(people, wishes=wishes)
    earlier = factories.event(
        people,
        wishes=wishes[:1],
        already_met=(Pair(participant_a="Ann", participant_b="Cor"),),
    )
    for event in (vetoed, earlier):
        assert "2Ann" not in of_slots(event, timetable, "en")["1"]


def test_a_slot_in_which_nobody_is_free_has_no_rows() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",), slots=factories.slots(2))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    assert list(of_slots(event, timetable)) == ["2"]


def test_where_nobody_is_ever_free_the_document_says_so() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",), slots=factories.slots(1))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    assert pages(bound(standby(event, timetable))) == ["Nobodyiseverfree."]
