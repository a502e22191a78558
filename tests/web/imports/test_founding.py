"""A new event from files: nothing is made before it was looked at."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.formats import to_json
from tests.web.browsing import ENGLISH, log_in, send, text_of
from tests.web.samples import afternoon
from tests.web.test_importing import PEOPLE, TOML, WISHES, WRONG, make
from web.services import Services
from web.store import audit, uploads
from web.store.events import StoredEvent

STRANGE = """Code;Prénom;Nom;Boîte;Nota
a;Anna;Peeters;Moulin;x
b;Bart;Maes;Weverij;y
"""


@pytest.fixture
def owner(empty_app: Flask) -> FlaskClient:
    client = empty_app.test_client()
    log_in(client)
    return client


def events(services: Services) -> list[StoredEvent]:
    with services.database.reading() as connection:
        return services.events.all(connection)


def preview_of(client: FlaskClient, **files: str) -> str:
    answer = make(client, **files)
    assert answer.status_code == 303, text_of(answer)
    return answer.location.removesuffix("/columns")


def test_files_become_an_event_once_they_were_looked_at(
    owner: FlaskClient, services: Services
) -> None:
    preview = preview_of(owner, event_toml=TOML, participants_csv=PEOPLE, wishes_csv=WISHES)
    shown = text_of(owner.get(preview, headers=ENGLISH))
    for each in ("Spring day", "2 participants", "1 wish", "Anna Peeters, Bart Maes"):
        assert each in shown
    assert events(services) == []
    made = send(owner, preview, {}, seen=preview)
    assert made.location.startswith("/organiser/events/spring-day/imports/")
    assert "2 participants" in text_of(owner.get(made.location, headers=ENGLISH))
    assert [(each.key, each.is_open) for each in events(services)] == [("spring-day", False)]
    assert owner.get(preview).status_code == 404
    with services.database.reading() as connection:
        assert audit.newest(connection, 1)[0].deed.action == "event made"


def test_columns_that_are_not_understood_are_asked_for_and_remembered(
    owner: FlaskClient, services: Services
) -> None:
    files = {"event.toml": TOML, "Export 3.csv": STRANGE}
    preview = preview_of(owner, **files)
    assert "This is no event yet" in text_of(owner.get(preview, headers=ENGLISH))
    columns = f"{preview}/columns"
    assert "not understood" in text_of(owner.get(columns, headers=ENGLISH))
    said = {"table_0": "participants", "column_0_3": "organisation", "column_0_4": ""}
    assert send(owner, columns, said, seen=columns).location == preview
    assert send(owner, preview, {}, seen=preview).status_code == 303
    [made] = events(services)
    assert [each.name for each in made.event.organisations] == ["Moulin", "Weverij"]
    with services.database.reading() as connection:
        known = uploads.columns_of(connection, made.id)
    assert known["participants"]["Boîte"] == "organisation"


def test_files_with_errors_make_nothing_and_say_all_of_them(
    owner: FlaskClient, services: Services
) -> None:
    preview = preview_of(owner, event_toml=TOML, participants_csv=PEOPLE, wishes_csv=WRONG)
    shown = text_of(owner.get(preview, headers=ENGLISH))
    for each in ("This is no event yet", "wishes.csv", "row 2", "nobody"):
        assert each in shown
    assert send(owner, preview, {}, seen=preview).status_code == 422
    assert events(services) == []


def test_a_list_of_people_alone_leads_to_the_templates(owner: FlaskClient) -> None:
    preview = preview_of(owner, participants_csv=PEOPLE)
    page = owner.get(preview, headers=ENGLISH)
    assert "Begin with a template" in text_of(page)
    assert "Errors" not in text_of(page)
    assert 'href="/organiser/new"' in page.text


def test_an_event_as_json_comes_back_whole(owner: FlaskClient, services: Services) -> None:
    preview = preview_of(owner, event_json=to_json(afternoon()))
    send(owner, preview, {}, seen=preview)
    assert [each.event for each in events(services)] == [afternoon()]


def test_files_can_be_discarded_and_what_is_no_file_of_ours_is_refused(owner: FlaskClient) -> None:
    preview = preview_of(owner, event_toml=TOML, participants_csv=PEOPLE)
    assert send(owner, f"{preview}/drop", {}, seen=f"{preview}/columns").status_code == 303
    assert [owner.get(f"{preview}{end}").status_code for end in ("", "/columns")] == [404, 404]
    assert make(owner, photo_jpg="x").status_code == 422


def test_files_that_wait_for_an_event_are_no_new_event(
    organiser: FlaskClient, services: Services
) -> None:
    with services.database.writing() as connection:
        key = uploads.add(connection, 1, [uploads.File("people.csv", PEOPLE.encode())])
    assert organiser.get(f"/organiser/new-from-files/{key}").status_code == 404
