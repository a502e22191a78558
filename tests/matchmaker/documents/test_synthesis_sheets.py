from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.chapters import bound
from matchmaker.documents.style import MM
from matchmaker.documents.synthesis_sheets import synthesis_sheets
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import drawn, outside, overlaps, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day(12)
TIMETABLE = plan(EVENT)
PARTS = (
    ("Constats", "Vaststellingen"),
    ("Propositions concrètes", "Concrete voorstellen"),
    ("Veille et apprentissage", "Opvolgen en leren"),
    ("Connaissances", "Kennis"),
    ("Diffusion", "Verspreiding"),
    ("Mise en œuvre", "Uitvoering"),
    ("Feuille de route et engagements", "Stappenplan en engagementen"),
    ("Qui", "Wie"),
    ("Pour quand", "Tegen wanneer"),
    ("Sept mots-clés", "Zeven trefwoorden"),
)


def test_each_session_has_two_pages() -> None:
    texts = pages(bound(synthesis_sheets(EVENT, TIMETABLE)))
    assert [text[-3:] for text in texts] == ["1/2", "2/2"] * len(EVENT.sessions)


def test_the_foot_names_the_event_in_the_order_of_its_languages() -> None:
    turned = EVENT.model_copy(update={"languages": ("nl", "fr")})
    name = {"fr": "Rencontres agroalimentaires", "nl": "Ontmoetingen voeding"}
    for event, order in ((EVENT, ("fr", "nl")), (turned, ("nl", "fr"))):
        (first, *_) = pages(bound(synthesis_sheets(event, TIMETABLE)))
        assert first.endswith(drawn(" / ".join(name[each] for each in order)) + "1/2")


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_in_both_languages(part: tuple[str, str]) -> None:
    text = "".join(pages(bound(synthesis_sheets(EVENT, TIMETABLE)))[:2])
    assert drawn(" / ".join(part)) in text


def test_there_are_seven_boxes_for_keywords() -> None:
    with pdfplumber.open(BytesIO(bound(synthesis_sheets(EVENT, TIMETABLE)))) as file:
        curves = [*file.pages[1].rects, *file.pages[1].curves]
        boxes = [each for each in curves if abs(each["height"] - 15 * MM) < 1]
    assert len(boxes) == 7


def test_both_leaves_say_when_and_where_whatever_the_title() -> None:
    event = factories.event(
        ["Ann"],
        rooms=({"id": "loft", "name": "Loft"},),
        workshops=({"id": "W", "title": "Wort " * 200},),
        sessions=({"id": "S", "workshop": "W", "slots": ["1"], "capacity": 3, "room": "loft"},),
    )
    for text in pages(bound(synthesis_sheets(event, Timetable(), "en"))):
        for each in ("Thursday,18March2027", "13:30–13:42", "Loft"):
            assert each in text


@pytest.mark.parametrize("title", ["Export", "Wort " * 200, "W" * 1000])
def test_lines_to_write_on_stay_on_the_page(title: str) -> None:
    event = factories.event(
        ["Ann"],
        workshops=({"id": "W", "title": title},),
        sessions=({"id": "S", "workshop": "W", "slots": ["1"], "capacity": 3},),
    )
    content = bound(synthesis_sheets(event, Timetable()))
    assert outside(content) == []
    assert overlaps(content) == []
    with pdfplumber.open(BytesIO(content)) as file:
        for page in file.pages:
            assert all(10 * MM <= each["top"] <= page.height - 10 * MM for each in page.lines)


def test_an_event_without_workshops_says_so() -> None:
    texts = pages(bound(synthesis_sheets(factories.event([]), Timetable(), "en")))
    assert "Therearenoworkshops." in texts[0]
