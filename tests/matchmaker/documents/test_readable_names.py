from io import BytesIO

import pytest
from pypdf import PdfReader

from matchmaker.documents.folder import Order, ordered
from matchmaker.documents.readable_names import with_readable_names
from matchmaker.people import Participant
from matchmaker.timetable import Timetable
from tests import factories

WEI = factories.person("p7", first_name="伟", last_name="李", email="wei.li@example.org")


def name_of(person: Participant) -> str:
    return with_readable_names(factories.event([person])).participants[0].name


@pytest.mark.parametrize(
    ("name", "email", "readable"),
    [
        ("李伟", "wei.li@example.org", "李伟 [wei.li]"),
        ("李伟", None, "李伟 [p7]"),
        ("ประยุทธ์ จันทร์โอชา", None, "ประยุทธ์ [p7]"),
        ("अमित", "amit@example.org", "अमित [amit]"),
        ("🦄", "unicorn@example.org", "🦄 [unicorn]"),
        ("Li 伟", "wei.li@example.org", "Li 伟"),
        ("Ψαρρά", None, "Ψαρρά"),
        ("محمد", None, "محمد"),
        ("?", None, "?"),
    ],
)
def test_who_cannot_be_read_is_called_by_address_or_id(
    name: str, email: str | None, readable: str
) -> None:
    person = factories.person("p7", first_name="", last_name=name, email=email)
    assert name_of(person) == readable


def test_a_name_stays_as_it_is_where_nothing_readable_is_known() -> None:
    assert name_of(factories.person("李", first_name="", last_name="李伟", email=None)) == "李伟"


def test_an_event_of_readable_names_is_left_alone() -> None:
    event = factories.event(["Ann", "Zoë"])
    assert with_readable_names(event) is event


def test_a_long_name_keeps_the_length_of_names() -> None:
    person = factories.person("x" * 120, first_name="", last_name="李" * 80, email=None)
    assert len(name_of(person)) <= 80


@pytest.mark.parametrize("kind", ["agendas", "badges", "check-in", "table-plan"])
def test_papers_name_who_cannot_be_read(kind: str) -> None:
    event = factories.event([WEI, "Ann"])
    timetable = Timetable(meetings=(factories.meeting("p7", "Ann"),))
    for _, content in ordered(Order(event, timetable), [kind]):
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
        assert "[wei.li]" in text
        assert "□" in text


def test_spreadsheets_and_calendars_keep_the_name_as_it_is_written() -> None:
    event = factories.event([WEI, "Ann"])
    timetable = Timetable(meetings=(factories.meeting("p7", "Ann"),))
    made = dict(ordered(Order(event, timetable), ["calendars"]))
    assert "伟 李" in made["calendars/Ann.ics"].decode()
