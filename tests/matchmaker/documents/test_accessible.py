"""Every document holds what ISO 14289-1 asks of the structure of a PDF, whatever the event."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from matchmaker.documents.agenda_pages import Format
from matchmaker.documents.badge_forms import BadgeForm
from matchmaker.documents.branding import Branding, Logo
from matchmaker.documents.chapters import bound
from matchmaker.documents.folder import DOCUMENTS, Order
from matchmaker.documents.forms import Forms
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.proof import proof
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import BODY, PORTRAIT
from matchmaker.documents.table_cards import CardForm
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.matchmaker.documents.accessible import shortcomings
from tests.matchmaker.documents.reading import spoken
from tests.matchmaker.documents.sample import food_day, plan
from tests.matchmaker.documents.test_layout import days
from tests.matchmaker.documents.test_traces import SQUARE

DAY = food_day(24)
WITH_DESK = changed(
    DAY,
    participants=(changed(DAY.participants[0], table="24"), *DAY.participants[1:]),
    workshops=tuple(
        changed(each, questions=({"fr": "Pourquoi ?", "nl": "Waarom?"},)) for each in DAY.workshops
    ),
)
LOGO = Logo(name="Pôle", picture=SQUARE)
ORDER = Order(WITH_DESK, plan(WITH_DESK), branding=Branding(organiser=LOGO, partners=(LOGO, LOGO)))
KINDS = [kind for kind, made in DOCUMENTS.items() if made.volume]


def printed(order: Order, kind: str) -> bytes:
    make: Any = DOCUMENTS[kind].volume
    return bound(make(order), order.branding)


@pytest.mark.parametrize("language", [None, "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_document_is_whole_to_whoever_does_not_see_it(kind: str, language: str) -> None:
    order = Order(ORDER.event, ORDER.timetable, None, language, ORDER.branding)
    assert shortcomings(printed(order, kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_so_are_documents_of_a_trio_and_of_nobody(kind: str) -> None:
    assert shortcomings(printed(Order(*factories.trio()), kind)) == []
    assert shortcomings(printed(Order(factories.event([]), Timetable()), kind)) == []


@pytest.mark.parametrize("form", BadgeForm)
def test_so_are_badges_of_every_size(form: BadgeForm) -> None:
    order = Order(DAY, plan(DAY), forms=Forms(badges=form))
    assert shortcomings(printed(order, "badges")) == []


def test_so_are_agendas_and_cards_on_other_paper_and_the_proof_sheet() -> None:
    forms = Forms(agendas=Format.A5, table_cards=CardForm.FLAT)
    order = Order(DAY, plan(DAY), forms=forms)
    for kind in ("agendas", "table-cards"):
        assert shortcomings(printed(order, kind)) == []
    assert shortcomings(bound(proof(order))) == []


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(days())
def test_so_are_documents_with_whatever_names(day: tuple[Event, Timetable]) -> None:
    for kind in KINDS:
        assert shortcomings(printed(Order(*day), kind)) == []


def test_so_are_documents_of_several_days() -> None:
    later = timedelta(days=1)
    half = len(DAY.slots) // 2
    slots = tuple(
        changed(each, start=each.start + later, end=each.end + later) if number >= half else each
        for number, each in enumerate(DAY.slots)
    )
    event = changed(DAY, slots=slots)
    for kind in KINDS:
        assert shortcomings(printed(Order(event, plan(event)), kind)) == []


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "interpreters"])
def test_each_part_of_bilingual_paper_is_read_out_in_its_language(kind: str) -> None:
    order = Order(WITH_DESK, plan(WITH_DESK))
    assert {language for language, _ in spoken(printed(order, kind))} == {"fr", "nl"}


def test_the_languages_of_a_title_are_told_apart() -> None:
    heard = spoken(printed(Order(DAY, plan(DAY)), "check-in"))
    texts = {
        language: [text for each, text in heard if each == language] for language in ("fr", "nl")
    }
    assert "Onthaal op naam" in texts["nl"]
    assert not any("Onthaal" in each for each in texts["fr"])


def test_what_is_amiss_is_found() -> None:
    def draw(sheet: Sheet) -> None:
        with sheet.part(Role.TABLE), sheet.part(Role.ROW), sheet.part(Role.TITLE):
            sheet.write("in a row", 60, 100, BODY, 200)
        with sheet.part(Role.FIGURE):
            sheet.box(60, 200, (20, 20))
        with sheet.part(Role.TABLE), sheet.part(Role.ROW), sheet.part(Role.CELL):
            sheet.write("of no column", 60, 300, BODY, 200)
        with sheet.part(Role.LIST), sheet.part(Role.ITEM):
            sheet.write("in no body", 60, 400, BODY, 200)

    found = shortcomings(pdf([Page(draw, PORTRAIT, outline="x")], About("", "", "fr")))
    assert set(found) == {
        "no title",
        "/H1 in /TR",
        "a figure without a text in its place",
        "a cell of a table without heading",
        "/P in /LI",
    }
