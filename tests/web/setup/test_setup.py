"""Setting an event up: each part by itself, nothing lost, nothing overwritten."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matchmaker.event import Event
from matchmaker.planning.templates import templates
from tests.web.browsing import ENGLISH, KEY, OWN, register, text_of
from tests.web.samples import afternoon
from tests.web.setup.forms import answers
from web.services import Services
from web.store import audit
from web.store.events import StoredEvent

SETUP = f"{OWN}/setup"
PARTS = ("about", "day", "rooms", "workshops/finance", "interpreters", "terms", "registration")


def stored(services: Services, key: str = KEY) -> StoredEvent:
    with services.database.reading() as connection:
        found = services.events.by_key(connection, key)
    assert found is not None
    return found


def event(services: Services) -> Event:
    return stored(services).event


def form_of(client: FlaskClient, part: str) -> dict[str, Any]:
    address = f"{SETUP}/{part}"
    found = answers(client.get(address, headers=ENGLISH).text, address)
    assert "seen" in found, part
    return found


def send(client: FlaskClient, part: str, form: dict[str, Any], **typed: Any) -> TestResponse:
    data = {name: each for name, each in {**form, **typed}.items() if each is not None}
    return client.post(f"{SETUP}/{part}", data=data, headers=ENGLISH)


@pytest.mark.parametrize("part", PARTS)
def test_saving_what_stands_changes_nothing(
    organiser: FlaskClient, services: Services, part: str
) -> None:
    before = stored(services)
    answer = send(organiser, part, form_of(organiser, part))
    assert answer.status_code == 303, text_of(answer)
    assert stored(services) == before


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("part", ["", "about", "day", "rooms", "workshops", *PARTS[3:]])
def test_every_part_is_shown_in_every_language(
    organiser: FlaskClient, part: str, language: str
) -> None:
    answer = organiser.get(f"{SETUP}/{part}".rstrip("/"), headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text


def test_a_part_saves_itself_and_nothing_else(organiser: FlaskClient, services: Services) -> None:
    register(organiser)
    form = form_of(organiser, "day")
    assert send(organiser, "day", form, start_1=["13:00"]).status_code == 303
    before, after = afternoon(), event(services)
    assert f"{after.slots[0].start:%H:%M}" == "13:00"
    assert after.model_copy(update={"slots": before.slots}) == before
    with services.database.reading() as connection:
        newest = audit.newest(connection, 1)[0].deed
    assert (newest.action, newest.subject) == ("event changed", "day")


def test_errors_stand_beside_the_fields_and_nothing_typed_is_lost(
    organiser: FlaskClient, services: Services
) -> None:
    before = stored(services)
    form = form_of(organiser, "day")
    answer = send(organiser, "day", form, start_1=["25:61"], end_2=["soon"], start_3=["12:00"])
    assert answer.status_code == 422
    assert 'value="25:61"' in answer.text
    assert 'value="soon"' in answer.text
    # Once at the top of the page, and once beside each field.
    assert text_of(answer).count("Write a time like 09:30.") == 4
    assert stored(services) == before


def test_who_comes_second_sees_both_and_chooses(organiser: FlaskClient, services: Services) -> None:
    mine = form_of(organiser, "day")
    send(organiser, "day", form_of(organiser, "day"), start_1=["13:00"])
    answer = send(organiser, "day", mine, start_1=["13:10"])
    assert answer.status_code == 409
    assert "13:00" in text_of(answer)
    assert "13:10" in text_of(answer)
    assert f"{event(services).slots[0].start:%H:%M}" == "13:00"
    again = answers(answer.text, f"{SETUP}/day")
    assert send(organiser, "day", again).status_code == 303
    assert f"{event(services).slots[0].start:%H:%M}" == "13:10"


def test_other_parts_do_not_get_in_the_way(organiser: FlaskClient, services: Services) -> None:
    mine = form_of(organiser, "day")
    send(organiser, "registration", form_of(organiser, "registration"), open=["no"])
    assert send(organiser, "day", mine, start_1=["13:00"]).status_code == 303
    assert not stored(services).is_open
    assert f"{event(services).slots[0].start:%H:%M}" == "13:00"


def test_what_is_used_is_not_removed_by_mistake(organiser: FlaskClient, services: Services) -> None:
    answer = send(organiser, "day", form_of(organiser, "day"), remove_4=["yes"])
    assert answer.status_code == 422
    assert "a sitting of “Finance”" in text_of(answer)
    assert event(services) == afternoon()
    free = send(organiser, "day", form_of(organiser, "day"), remove_1=["yes"])
    assert free.status_code == 303
    assert [each.id for each in event(services).slots] == ["2", "3", "4"]


def test_tables_are_placed_by_numbers(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "rooms")
    half = send(organiser, "rooms", form, x_1=["1.5"])
    assert half.status_code == 422
    assert "Write both distances, or none." in text_of(half)
    assert send(organiser, "rooms", form, x_1=["1,5"], y_1=["2"]).status_code == 303
    table = event(services).tables[0]
    assert (table.x, table.y) == (1.5, 2.0)


def test_buttons_that_save_nothing_save_nothing(organiser: FlaskClient, services: Services) -> None:
    before = stored(services)
    for part, button in (("day", "add"), ("rooms", "tables"), ("rooms", "arrange")):
        answer = send(organiser, part, form_of(organiser, part), do=[button])
        assert answer.status_code == 200, (part, button)
    assert stored(services) == before


@pytest.mark.parametrize("key", templates())
def test_an_event_begins_with_a_template(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    page = organiser.get("/organiser/new", headers=ENGLISH).text
    form = answers(page, "/organiser/new")
    typed = {"name_fr": ["Journée design"], "day": ["2027-10-14"], "begin": [f"template:{key}"]}
    answer = organiser.post("/organiser/new", data=form | typed, headers=ENGLISH)
    assert (answer.status_code, answer.location) == (
        303,
        "/organiser/events/journee-design/setup",
    )
    made = stored(services, "journee-design").event
    assert (made.slots[0].start.date().isoformat(), made.participants) == ("2027-10-14", ())
    assert organiser.get(answer.location, headers=ENGLISH).status_code == 200


def test_a_new_event_needs_name_and_day_and_keeps_what_was_typed(organiser: FlaskClient) -> None:
    form = answers(organiser.get("/organiser/new", headers=ENGLISH).text, "/organiser/new")
    answer = organiser.post("/organiser/new", data=form | {"key": [KEY]}, headers=ENGLISH)
    assert answer.status_code == 422
    page = text_of(answer)
    for each in ("Write the name in at least one language.", "Another event has this address."):
        assert each in page
    assert f'value="{KEY}"' in answer.text


def test_a_copy_has_the_programme_and_nobody(organiser: FlaskClient, services: Services) -> None:
    form = answers(
        organiser.get(f"/organiser/new?copy={KEY}", headers=ENGLISH).text, "/organiser/new"
    )
    typed = {"name_en": ["Next year"], "day": ["2028-03-16"], "key": ["next-year"]}
    assert organiser.post("/organiser/new", data=form | typed, headers=ENGLISH).status_code == 303
    made, before = stored(services, "next-year").event, afternoon()
    assert made.participants == made.wishes == ()
    assert [each.id for each in made.slots] == [each.id for each in before.slots]
    assert made.tables == before.tables


@pytest.mark.parametrize(("form", "begins"), [("json", b"{"), ("xlsx", b"PK"), ("zip", b"PK")])
def test_the_event_is_taken_along(organiser: FlaskClient, form: str, begins: bytes) -> None:
    alone = organiser.get(f"{SETUP}/export/{form}").data
    whole = organiser.get(f"{SETUP}/export/{form}?people=yes").data
    assert alone.startswith(begins)
    assert len(whole) > len(alone)
    assert organiser.get(f"{SETUP}/export/pdf").status_code == 404


def test_what_is_missing_is_said(organiser: FlaskClient, services: Services) -> None:
    assert "Everything is ready" in text_of(organiser.get(SETUP, headers=ENGLISH)) or (
        "Ready, with something to look at" in text_of(organiser.get(SETUP, headers=ENGLISH))
    )
    bare = afternoon().model_copy(update={"participants": (), "wishes": (), "tables": ()})
    with services.database.writing() as connection:
        services.events.replace(connection, 1, Event.model_validate(bare.model_dump(by_alias=True)))
    page = text_of(organiser.get(SETUP, headers=ENGLISH))
    for each in ("There are fewer than two participants.", "There is no table yet."):
        assert each in page
