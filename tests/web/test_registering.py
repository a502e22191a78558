"""A participant registers, and changes everything later."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.agenda.days import stop_clock
from tests.web.browsing import ANSWERS, ENGLISH, FORM, link_of, register, send, text_of
from tests.web.handles import handle
from tests.web.samples import afternoon
from web.services import Services
from web.store import registrations as store


def rows(services: Services) -> list[store.StoredRegistration]:
    with services.database.reading() as connection:
        return store.all_of(connection, 1)


def test_without_an_event_there_is_no_form(empty_app: Flask) -> None:
    client = empty_app.test_client()
    assert "The day is being prepared" in text_of(client.get("/", headers=ENGLISH))
    assert client.get(FORM).status_code == 404


def test_the_first_page_lists_events_where_there_are_several(
    client: FlaskClient, services: Services
) -> None:
    assert FORM in client.get("/", headers=ENGLISH).text
    with services.database.writing() as connection:
        services.events.add(connection, afternoon(), "other")
    page = client.get("/", headers=ENGLISH).text
    assert FORM not in page
    assert 'href="/events/other"' in page
    assert "/events/other/register" in client.get("/events/other").text


def test_a_day_that_is_over_leaves_the_first_page(app: Flask) -> None:
    evening = datetime(2027, 3, 18, 23, tzinfo=UTC)
    for moment, is_shown in ((evening - timedelta(days=1), True), (evening, False)):
        stop_clock(app, moment)
        page = app.test_client().get("/", headers=ENGLISH).text
        assert (FORM in page) == is_shown


def test_what_is_sent_is_kept(client: FlaskClient, services: Services) -> None:
    register(client)
    [row] = rows(services)
    person = row.registration.participant
    assert person.name == "Léa Dupont"
    assert person.email == "lea@example.org"
    assert person.region == "FR"
    assert set(person.languages) == {"fr", "en"}
    assert person.offers == ("flax yarn", "spinning")
    assert person.unavailable == {"3"}
    assert person.workshops == ("finance",)
    assert [(each.id, each.rank) for each in row.registration.choices] == [
        ("bert", 1),
        ("weverij", 2),
        ("chloe", "never"),
    ]


def test_the_page_after_it_says_what_was_understood(client: FlaskClient) -> None:
    page = text_of(client.get(link_of(register(client)), headers=ENGLISH))
    for each in ("Léa Dupont", "lea@example.org", "Filature du Pont", "France", "flax yarn"):
        assert each in page
    assert "bert — Weverij De Leie" in page
    assert "Your agenda will be printed in: French" in page


def test_the_link_is_on_the_page_and_only_its_hash_in_the_store(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client)).rsplit("/", 1)[1]
    assert link in client.get(f"/registration/{link}").text
    with services.database.reading() as connection:
        stored = connection.exec_driver_sql("select * from registrations").all()
    assert link not in str(stored)


def test_everything_can_be_changed_with_the_link(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    answer = send(client, f"{link}/edit", ANSWERS | {"last_name": "Martin", "region": "VLG"})
    assert answer.status_code == 303
    [row] = rows(services)
    assert row.registration.participant.last_name == "Martin"
    assert row.registration.participant.region == "VLG"


def test_the_form_to_change_shows_the_answers_and_sending_it_changes_nothing(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    [before] = rows(services)
    page = client.get(f"{link}/edit", headers=ENGLISH).text
    assert 'value="Léa"' in page
    assert "flax yarn\nspinning</textarea>" in page
    send(client, f"{link}/edit", ANSWERS)
    [after] = rows(services)
    assert after.registration == before.registration


@pytest.mark.parametrize("path", ["", "/edit"])
def test_an_unknown_link_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/registration/nobody{path}").status_code == 404


@pytest.mark.parametrize("email", ["lea@example.org", "  LEA@Example.org "])
def test_a_second_registration_with_the_address_changes_nothing(
    client: FlaskClient, services: Services, email: str
) -> None:
    register(client, listed="", last_name="Secret")
    [before] = rows(services)
    answer = register(client, email=email, first_name="Eve", organisation="Other")
    assert answer.status_code == 409
    assert "nothing was changed" in text_of(answer)
    assert "Secret" not in answer.text
    assert rows(services) == [before]


def test_an_address_of_the_files_cannot_be_registered(
    client: FlaskClient, services: Services
) -> None:
    assert register(client, email="Anna@example.org").status_code == 409
    assert rows(services) == []


def test_an_address_cannot_be_changed_to_that_of_another(
    client: FlaskClient, services: Services
) -> None:
    register(client)
    link = link_of(register(client, email="other@example.org"))
    for email in ("lea@example.org", "anna@example.org"):
        assert send(client, f"{link}/edit", ANSWERS | {"email": email}).status_code == 409
    assert [each.registration.participant.email for each in rows(services)] == [
        "lea@example.org",
        "other@example.org",
    ]


def test_two_registrations_at_once_make_one_row(app: Flask, services: Services) -> None:
    clients = [app.test_client() for _ in range(6)]
    start, codes = threading.Barrier(len(clients)), []

    def go(client: FlaskClient) -> None:
        client.get(FORM)
        start.wait()
        codes.append(register(client).status_code)

    threads = [threading.Thread(target=go, args=(each,)) for each in clients]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(codes) == [303, 409, 409, 409, 409, 409]
    assert len(rows(services)) == 1


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"first_name": " "}, "first_name", "Give your first name."),
        ({"last_name": ""}, "last_name", "Give your last name."),
        ({"last_name": "x" * 81}, "last_name", "at most 80 characters"),
        ({"email": ""}, "email", "Give your e-mail address."),
        ({"email": "lea@"}, "email", "Write the address in full"),
        ({"organisation": ""}, "organisation", "Give the organisation"),
        ({"organisation": "x" * 121}, "organisation", "at most 120 characters"),
        ({"region": ""}, "region", "Choose where your organisation is."),
        ({"region": "MOON"}, "region", "Choose where your organisation is."),
        ({"languages": []}, "languages", "Tick at least one language"),
        ({"languages": ["xx"]}, "languages", "Tick at least one language"),
        ({"offers": "\n".join(map(str, range(13)))}, "offers", "Name at most 12 things here."),
        ({"seeks": "x" * 201}, "seeks", "at most 200 characters on a line"),
        ({"unavailable": ["1", "2", "3", "4"]}, "unavailable", "Leave at least one time"),
        ({"workshop_2": "finance"}, "workshop_2", "You chose this workshop above already."),
        ({"wish_3": "Nobody Known"}, "wish_3", "Nobody of that name is in the list"),
        ({"wish_3": handle("bert")}, "wish_3", "You chose them above already."),
        ({"never_2": handle("bert")}, "never_2", "Choose one of the two"),
    ],
)
def test_a_mistake_is_said_beside_its_field_and_on_top(
    client: FlaskClient, services: Services, wrong: dict[str, Any], field: str, said: str
) -> None:
    answer = register(client, **wrong)
    assert answer.status_code == 422
    assert f'id="{field}-problem"' in answer.text
    assert f'href="#{field}"' in answer.text
    assert text_of(answer).count(said) == 2
    assert rows(services) == []


def test_nothing_typed_is_lost_on_an_error(client: FlaskClient) -> None:
    answer = register(client, email="wrong", last_name="O'Neill <b>", wish_3="Somebody Else")
    page = answer.text
    assert 'value="wrong"' in page
    assert "O&#39;Neill &lt;b&gt;" in page
    assert "flax yarn\nspinning</textarea>" in page
    for kind, value in (
        ("checkbox", "fr"),
        ("checkbox", "en"),
        ("checkbox", "3"),
        ("radio", "FR"),
        ("checkbox", "yes"),
    ):
        assert any(
            f'type="{kind}"' in each and f'value="{value}"' in each and " checked" in each
            for each in page.split("<input")
        ), value
    for value in (handle("bert"), "organisation:weverij", handle("chloe"), "finance"):
        assert f'<option value="{value}" selected>' in page
    assert '<option value="Somebody Else" selected>' in page


def test_switching_the_language_loses_nothing_and_checks_nothing(client: FlaskClient) -> None:
    answer = register(client, email="half", switch="nl")
    assert answer.status_code == 200
    assert '<html lang="nl">' in answer.text
    assert 'value="half"' in answer.text
    assert "problem" not in answer.text
    assert '<html lang="nl">' in client.get("/").text


def test_a_stale_page_loses_nothing(client: FlaskClient, services: Services) -> None:
    answer = client.post(FORM, data={**ANSWERS, "csrf_token": "old"}, headers=ENGLISH)
    assert answer.status_code == 400
    assert "Nothing is lost" in text_of(answer)
    assert 'value="lea@example.org"' in answer.text
    assert rows(services) == []


def test_a_stale_page_of_a_private_link_loses_nothing(client: FlaskClient) -> None:
    link = link_of(register(client))
    answer = client.post(f"{link}/edit", data=ANSWERS | {"last_name": "Martin"}, headers=ENGLISH)
    assert answer.status_code == 400
    assert 'value="Martin"' in answer.text


def test_the_language_of_the_form_is_that_of_the_papers(
    client: FlaskClient, services: Services
) -> None:
    dutch = {"Accept-Language": "nl-BE"}
    send(client, FORM, ANSWERS | {"languages": ["fr", "nl"]}, headers=dutch)
    [row] = rows(services)
    assert row.registration.participant.languages == ("nl", "fr")


def test_only_those_who_agreed_are_in_the_list(client: FlaskClient) -> None:
    register(client)
    register(client, email="shy@example.org", last_name="Timide", listed="")
    page = client.get(FORM).text
    assert "Léa Dupont — Filature du Pont" in page
    assert "Timide" not in page


def test_nobody_finds_themselves_in_their_own_list(client: FlaskClient) -> None:
    link = link_of(register(client))
    assert "Léa Dupont —" not in client.get(f"{link}/edit").text


def test_control_characters_are_taken_out(client: FlaskClient, services: Services) -> None:
    register(client, last_name="Du\x00pont\u200b", offers="- yarn\r\n\r\n - yarn ; thread\x07")
    [row] = rows(services)
    assert row.registration.participant.last_name == "Dupont"
    assert row.registration.participant.offers == ("yarn", "thread")


def test_with_many_people_one_types_the_names(app: Flask, services: Services) -> None:
    from tests.factories import event, person

    crowd = event([person(f"guest {number:03}") for number in range(120)])
    with services.database.writing() as connection:
        services.events.replace(connection, 1, crowd)
    client = app.test_client()
    assert '<datalist id="directory">' in client.get(FORM).text
    wishes = {"wish_1": "GUEST 005 — guest 005", "wish_2": "guest 006", "never_1": ""}
    answer = register(client, **wishes)
    assert answer.status_code == 303
    [row] = rows(services)
    assert [(each.kind, each.id) for each in row.registration.choices] == [
        ("participant", "guest 005"),
        ("organisation", "guest 006"),
    ]
    assert "guest 005 — guest 005" in text_of(client.get(link_of(answer)))


def test_a_language_known_a_little_is_kept_apart(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client, languages=["fr"], understands=["nl", "en", "fr"]))
    [row] = rows(services)
    person = row.registration.participant
    assert (person.languages, person.understands) == (("fr",), ("nl", "en"))
    page = text_of(client.get(link, headers=ENGLISH))
    assert "Languages you know a little Dutch, English" in page


def test_needs_are_kept_in_their_lines(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client, needs="  I use a wheelchair\r\nNo nuts \x07"))
    [row] = rows(services)
    assert row.registration.needs == "I use a wheelchair\nNo nuts"
    assert "I use a wheelchair No nuts Only the organisers see this." in text_of(client.get(link))


def test_who_is_not_listed_by_name_is_told_that_no_profile_can_be_shown(
    client: FlaskClient, services: Services
) -> None:
    answer = register(client, listed="", described="yes")
    assert answer.status_code == 422
    assert "Your profile can only be shown together with your name" in text_of(answer)
    with services.database.reading() as connection:
        assert store.all_of(connection, 1) == []


def test_needs_are_seen_by_nobody_else(client: FlaskClient) -> None:
    register(client, needs="no nuts", stays="yes", described="yes")
    link = link_of(register(client, email="other@example.org", first_name="Ada"))
    for path in (link, f"{link}/edit", f"{link}/wishes", f"{link}/wishes?text=nuts"):
        assert "no nuts" not in client.get(path, headers=ENGLISH).text


def test_ticked_terms_count_like_typed_ones_each_once(
    client: FlaskClient, services: Services
) -> None:
    register(client, offers_tag=["weaving", "Flax Yarn"], offers="flax yarn\nspinning")
    [row] = rows(services)
    assert row.registration.participant.offers == ("weaving", "flax yarn", "spinning")


def test_what_many_seek_can_be_ticked_as_an_offer(client: FlaskClient) -> None:
    for number in range(2):
        register(client, email=f"{number}@example.org", described="yes")
    page = client.get(FORM).text
    assert '<input type="checkbox" name="offers_tag" value="dyeing">' in page
    assert '<input type="checkbox" name="seeks_tag" value="flax yarn">' in page
    link = link_of(register(client, offers="Dyeing\nfelt"))
    form = client.get(f"{link}/edit").text
    assert '<input type="checkbox" name="offers_tag" value="dyeing" checked>' in form
    assert ">\nfelt</textarea>" in form


def test_a_ticked_term_is_still_ticked_after_an_error(client: FlaskClient) -> None:
    page = register(client, email="", offers_tag=["no longer proposed"]).text
    assert '<input type="checkbox" name="offers_tag" value="no longer proposed" checked>' in page


def test_organisations_of_people_who_hide_are_not_proposed(client: FlaskClient) -> None:
    register(client, listed="", organisation="Secret Mill")
    register(client, email="other@example.org", organisation="Open Mill")
    page = client.get(FORM).text
    assert '<option value="Open Mill">' in page
    assert "Secret Mill" not in page


def test_slots_of_several_days_stand_under_their_day(app: Flask, services: Services) -> None:
    from matchmaker.programme import Slot
    from tests.factories import NOON, event

    days = [NOON, NOON + timedelta(days=1)]
    slots = [Slot(id=str(n), start=d, end=d + timedelta(hours=1)) for n, d in enumerate(days)]
    with services.database.writing() as connection:
        services.events.replace(connection, 1, event(["a"], slots=slots))
    page = text_of(app.test_client().get(FORM, headers=ENGLISH))
    assert "Thursday, 18 March 2027 13:30–14:30 Friday, 19 March 2027 13:30–14:30" in page
