from typing import Any

from matchmaker.documents.chapters import bound
from matchmaker.documents.facilitator_sheets import facilitator_sheets
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, pages

QUESTIONS = (
    {"fr": "Quels freins avez-vous rencontrés ?", "nl": "Op welke drempels bent u gestoten?"},
    {"fr": "Lequel lever d’abord ?", "nl": "Welke eerst wegwerken?"},
)


def workshop_day(people: int = 4, **workshop: Any) -> tuple[Event, Timetable]:
    names = [f"Person{number:02}" for number in range(people)]
    event = factories.event(
        names,
        workshops=({"id": "W", "title": "Export", "questions": QUESTIONS} | workshop,),
        sessions=(
            {
                "id": "S",
                "workshop": "W",
                "slots": ["1", "2"],
                "capacity": 90,
                "facilitators": [names[0]],
            },
        ),
    )
    attending = tuple(factories.attendance(each, "S") for each in names[1:])
    return event, Timetable(attendances=attending)


def test_every_question_stands_in_both_languages_with_its_time() -> None:
    text = pages(bound(facilitator_sheets(*workshop_day())))[0]
    for question in QUESTIONS:
        assert all(drawn(each) in text for each in question.values())
    assert text.index("113:30") < text.index("213:39") < text.index("13:48")


def test_the_last_part_is_for_the_synthesis() -> None:
    text = pages(bound(facilitator_sheets(*workshop_day(), "en")))[0]
    assert text.index("Fillinthesynthesissheettogether.") > text.index("Lequelleverd’abord?")


def test_a_question_in_one_language_is_not_lost() -> None:
    day = workshop_day(questions=({"nl": "Alleen in het Nederlands?"},))
    assert "AlleeninhetNederlands?" in pages(bound(facilitator_sheets(*day)))[0]


def test_a_sheet_is_one_page_and_names_who_is_expected() -> None:
    event, timetable = workshop_day(9)
    found = chapters(bound(facilitator_sheets(event, timetable)))
    (text,) = found.values()
    assert text.endswith("1/1")
    assert all(each.name in text for each in event.participants)


def test_many_people_go_on_on_further_pages() -> None:
    texts = pages(bound(facilitator_sheets(*workshop_day(90))))
    assert len(texts) > 1
    assert all(f"Person{number:02}" in "".join(texts) for number in range(90))


def test_an_event_without_workshops_says_so() -> None:
    texts = pages(bound(facilitator_sheets(factories.event([]), Timetable(), "en")))
    assert "Therearenoworkshops." in texts[0]
