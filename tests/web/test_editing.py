"""Answers are changed later; a form that is out of date overwrites nothing unseen."""

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.people import Organisation
from tests.factories import person
from tests.web.browsing import ANSWERS, ENGLISH, link_of, made_from, register, send, text_of
from tests.web.handles import handle
from tests.web.test_registering import rows
from web.registration import Choice, Registration
from web.registrations.answers import ELSEWHERE, carried_over, mark_of
from web.registrations.conflict import FIELDS, Conflict
from web.services import Services


def opened(client: FlaskClient, link: str) -> dict[str, str]:
    """Return what a form that is opened now hides."""
    return made_from(client.get(f"{link}/edit", headers=ENGLISH).text)


def test_a_form_opened_before_another_change_shows_both_and_changes_nothing(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    old = opened(client, link)
    send(client, f"{link}/edit", ANSWERS | {"last_name": "Stored", "seeks": "buttons"})
    before = rows(services)
    answer = send(client, f"{link}/edit", ANSWERS | {"last_name": "Typed", **old})
    assert answer.status_code == 409
    page = text_of(answer)
    assert "Last name Stored: Stored Yours: Typed" in page
    assert "What you seek Stored: buttons Yours: dyeing" in page
    assert "Organisation Stored" not in page
    assert 'value="Typed"' in answer.text
    assert rows(services) == before


def test_sent_again_from_that_page_it_replaces_what_is_stored(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    old = opened(client, link)
    send(client, f"{link}/edit", ANSWERS | {"last_name": "Stored"})
    answer = send(client, f"{link}/edit", ANSWERS | {"last_name": "Typed", **old})
    fresh = made_from(answer.text)
    assert send(client, f"{link}/edit", ANSWERS | {"last_name": "Typed", **fresh}).location
    assert rows(services)[0].registration.participant.last_name == "Typed"


def test_a_form_without_its_mark_is_taken_to_be_old(client: FlaskClient) -> None:
    link = link_of(register(client))
    late = ANSWERS | {"last_name": "Typed", "made_from": ""}
    assert send(client, f"{link}/edit", late).status_code == 409


def test_saying_the_same_twice_is_no_conflict(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    change = ANSWERS | {"last_name": "Martin", **opened(client, link)}
    codes = [send(client, f"{link}/edit", change).status_code for _ in range(2)]
    assert codes == [303, 303]
    assert rows(services)[0].registration.participant.last_name == "Martin"


def test_newer_wishes_and_presence_survive_an_older_form(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    old = opened(client, link)
    send(client, f"{link}/wishes", {"act": "wish", "who": handle("dries")})
    send(client, f"{link}/presence", {"presence": "late", "arrives": "2"}, seen=link)
    change = ANSWERS | {"last_name": "Martin", "wish_1": handle("anna"), **old}
    assert send(client, f"{link}/edit", change).status_code == 303
    [row] = rows(services)
    assert row.registration.participant.last_name == "Martin"
    assert [each.id for each in row.registration.choices] == ["bert", "weverij", "dries", "chloe"]
    assert row.registration.arrives == "2"


def test_the_form_to_change_has_no_wishes(client: FlaskClient) -> None:
    page = client.get(f"{link_of(register(client))}/edit").text
    assert 'name="wish_' not in page
    assert 'name="never_' not in page


@pytest.mark.parametrize("name", FIELDS)
def test_a_conflict_is_in_the_answers_that_differ(name: str) -> None:
    plain = registration()
    fields: dict[str, object] = {
        "languages": ("fr",),
        "understands": ("fr",),
        "offers": ("x",),
        "seeks": ("x",),
        "unavailable": frozenset("1"),
        "workshops": ("w",),
        **dict.fromkeys(("stays", "suggestions", "listed", "described"), True),
        "email": "x@example.org",
    }
    value = fields.get(name, "x")
    assert Conflict(plain, changed(plain, name, value)).fields == [name]
    assert mark_of(plain) != mark_of(changed(plain, name, value))
    assert Conflict(plain, plain).fields == []


def registration() -> Registration:
    return Registration(
        participant=person("a", organisation="web:a"),
        organisation=Organisation(id="web:a", name="A"),
    )


def changed(plain: Registration, name: str, value: object) -> Registration:
    if name == "organisation":
        return plain.model_copy(update={name: Organisation(id="web:b", name="B")})
    if name in Registration.model_fields:
        return plain.model_copy(update={name: value})
    own = plain.participant.model_copy(update={name: value})
    return plain.model_copy(update={"participant": own})


@given(st.booleans(), st.sampled_from([None, "1", "2"]), st.lists(st.integers(1, 5), unique=True))
def test_what_other_pages_say_neither_marks_the_form_nor_is_lost(
    absent: bool, arrives: str | None, ranks: list[int]
) -> None:
    choices = [Choice(kind="participant", id=f"p{n}", rank=n) for n in ranks]
    said = {"absent": absent, "arrives": arrives, "choices": tuple(choices)}
    plain = registration()
    latest = plain.model_copy(update=said)
    assert said.keys() == ELSEWHERE
    assert mark_of(latest) == mark_of(plain)
    assert carried_over(plain, latest) == latest
