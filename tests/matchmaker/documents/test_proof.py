from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from matchmaker.documents.chapters import bound
from matchmaker.documents.extremes import people_of_note
from matchmaker.documents.folder import DOCUMENTS, Order
from matchmaker.documents.proof import proof
from matchmaker.documents.wording import Paper
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day(24)
TIMETABLE = plan(EVENT)
ORDER = Order(EVENT, TIMETABLE, language="en")
ENGLISH = Paper(["en"])


def notable(*people: Any, timetable: Timetable | None = None) -> dict[str, str]:
    event = factories.event(people)
    return people_of_note(event, agendas(event, timetable or Timetable()), ENGLISH)


def test_the_longest_name_and_the_longest_texts_are_of_note() -> None:
    found = notable("Al", "Bartholomew", factories.person("Cy", offers=("x" * 200,)))
    assert "longest name" in found["Bartholomew"]
    assert "longest texts" in found["Cy"]


def test_the_fullest_and_the_emptiest_day_are_of_note() -> None:
    timetable = Timetable(
        meetings=(factories.meeting("Ann", "Bob", "1"), factories.meeting("Ann", "Cor", "2"))
    )
    found = notable("Bob", "Ann", "Cor", "Dee", timetable=timetable)
    assert "fullest" in found["Ann"]
    assert "emptiest" in found["Dee"]


def test_odd_letters_are_of_note() -> None:
    found = notable(
        "Ann", factories.person("H", last_name="כהן"), factories.person("W", last_name="王")
    )
    assert "letters from right to left" in found["H"]
    assert "letters that do not print" in found["W"]


def test_everybody_is_named_once_however_extreme() -> None:
    assert list(notable("Ann")) == ["Ann"]
    assert notable() == {}


def test_each_document_made_of_chapters_is_in_the_proof() -> None:
    text = "".join(chapters(bound(proof(ORDER))))
    for document in DOCUMENTS.values():
        made = document.volume(ORDER) if document.volume else None
        if made is not None and list(made.chapters):
            assert made.title in text


def test_the_list_names_the_page_on_which_each_sample_begins() -> None:
    content = bound(proof(ORDER, ["agendas", "standby"]))
    reader = PdfReader(BytesIO(content))
    entries: list[Any] = reader.outline
    numbers = [reader.get_destination_page_number(each) for each in entries[1:]]
    starts = [each + 1 for each in numbers if each is not None]
    names = [each["/Title"].split(" · ")[1] for each in entries[1:]]
    contents = pages(content)[0]
    assert len(starts) > 5
    for start, name in zip(starts, names, strict=True):
        document = "Agendas" if start < starts[-1] and "–" not in name else "Standbylist"
        assert f"{start}{document}{drawn(name)}" in contents


@pytest.mark.parametrize("kind", ["agendas", "door-lists", "synthesis"])
def test_the_proof_can_be_limited_to_kinds(kind: str) -> None:
    found = [each.key for each in proof(ORDER, [kind]).chapters]
    make: Any = DOCUMENTS[kind].volume
    assert set(found[1:]) <= {each.key for each in make(ORDER).chapters}
    assert len(found) > 1


def test_an_event_without_people_has_a_proof() -> None:
    event = factories.event([], languages=("en",))
    texts = pages(bound(proof(Order(event, Timetable()))))
    assert "Lookatthesepagesbeforeyouprint" in texts[0]


def test_an_unknown_kind_raises() -> None:
    with pytest.raises(KeyError):
        proof(ORDER, ["posters"])
