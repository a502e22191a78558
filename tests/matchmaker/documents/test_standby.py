from matchmaker.documents.chapters import bound
from matchmaker.documents.standby import standby
from matchmaker.people import Pair
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def test_each_slot_lists_whoever_is_free_and_nobody_else() -> None:
    found = list(chapters(bound(standby(EVENT, TIMETABLE))).values())
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
    second = pages(bound(standby(event, timetable)))[1]
    assert second.index("CorCor0") < second.index("AnnAnn1") < second.index("BobBob1")


def could_step_in(**fields: object) -> bool:
    """Tell whether Cor, who is free, is offered for Ann's table; Cor wished to meet Ann."""
    event = factories.event(
        ["Ann", "Bob", factories.person("Cor", **fields)],
        languages=("en",),
        wishes=(factories.wish("Cor", "Ann"), factories.wish("Ann", "Bob")),
    )
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "1", "2"),))
    return "CorCor02Ann" in pages(bound(standby(event, timetable)))[0]


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
        assert "2Ann" not in pages(bound(standby(event, timetable, "en")))[0]


def test_a_slot_in_which_nobody_is_free_lists_nobody() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",), slots=factories.slots(1))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    text = pages(bound(standby(event, timetable)))[0]
    assert "Participants:0" in text
    assert "Ann" not in text
