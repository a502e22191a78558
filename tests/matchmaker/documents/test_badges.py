from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.badges import COLUMNS, HEIGHT, ROWS, WIDTH, badges
from matchmaker.documents.facts import by_last_name
from matchmaker.documents.style import MM
from matchmaker.people import Organisation
from matchmaker.values import NAME_LENGTH, ORGANISATION_LENGTH, TEXT_LENGTH
from tests import factories
from tests.matchmaker.documents.reading import drawn, outside, overlaps, pages
from tests.matchmaker.documents.sample import food_day

EVENT = food_day()


def test_ten_badges_stand_on_a_sheet() -> None:
    assert len(pages(badges(EVENT))) == 7


def test_badges_stand_in_order_of_last_names_with_firm_and_origin() -> None:
    text = "".join(pages(badges(EVENT)))
    for person in by_last_name(EVENT.participants):
        firm = drawn(EVENT.organisation_of(person).name)
        assert drawn(person.name) + firm in text
        text = text.split(drawn(person.name), maxsplit=1)[1]


def test_languages_and_region_are_shown_in_both_languages() -> None:
    text = "".join(pages(badges(EVENT)))
    assert "NL·EN" in text
    assert "Flandre/Vlaanderen" in text


def test_cards_are_of_the_size_of_holders_and_fit_the_sheet() -> None:
    assert (WIDTH, HEIGHT) == (90 * MM, 55 * MM)
    assert COLUMNS * WIDTH <= 190 * MM
    assert ROWS * HEIGHT <= 277 * MM


def test_somebody_of_whom_only_a_name_is_known_has_a_badge() -> None:
    assert "AnnAnn" in pages(badges(factories.event(["Ann"])))[0]


@pytest.mark.parametrize("unit", ["Rencontres transfrontalières ", "ontmoeting-", "W"])
def test_the_longest_names_allowed_are_whole(unit: str) -> None:
    event_names = {"fr": ("F" + unit * 999)[:TEXT_LENGTH], "nl": ("N" + unit * 999)[:TEXT_LENGTH]}
    person_name, firm = (unit * 99)[:NAME_LENGTH].strip(), (unit * 99)[:ORGANISATION_LENGTH].strip()
    person = factories.person("a", first_name=person_name, last_name=person_name, region="WAL")
    organisations = (Organisation(id=person.organisation, name=firm),)
    event = factories.event([person], name=event_names, organisations=organisations)
    content = badges(event)
    text = pages(content)[0]
    assert "…" not in text
    for each in (*event_names.values(), person.name, firm):
        assert drawn(each) in text
    assert outside(content) == overlaps(content) == []


def test_a_usual_event_name_is_as_large_as_other_text() -> None:
    name = "Textile – matériaux innovants – design : la rencontre des trois versants"
    content = badges(food_day(8).model_copy(update={"name": {"fr": name, "nl": name[::-1]}}))
    assert drawn(name) in pages(content)[0]
    with pdfplumber.open(BytesIO(content)) as file:
        assert min(char["size"] for page in file.pages for char in page.chars) >= 8.99


def test_a_cluster_is_written_with_a_capital() -> None:
    person = factories.person("Ann", cluster="textile", region="FR")
    assert "France/Frankrijk·Textile" in pages(badges(factories.event([person])))[0]


def test_an_event_of_nobody_still_prints() -> None:
    assert len(pages(badges(factories.event([])))) == 1
