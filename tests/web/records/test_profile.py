"""Organisers change everything that is known of a person, and add people by hand."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matchmaker.people import Side
from matchmaker.variations import changed, with_people
from tests.factories import person
from tests.web.browsing import ANSWERS, ENGLISH, OWN, link_of, register, send, text_of
from tests.web.records.people import PEOPLE, answered, answers, filled, stored
from tests.web.samples import afternoon
from web.audit import Action
from web.services import Services
from web.store import audit, mails
from web.store.mails import Letter

NEW = f"{OWN}/new-person"
EVERYTHING = {
    "first_name": "Anna",
    "last_name": "Anders",
    "email": "anders@example.org",
    "organisation": "Filature Neuve",
    "region": "WAL",
    "cluster": "textile",
    "languages": ["nl", "fr"],
    "understands": ["en"],
    "papers": "nl",
    "offers": "flax yarn\nspinning",
    "seeks": "dyeing",
    "unavailable": ["2"],
    "workshop_1": "ideas",
    "stays": "yes",
    "side": "buyer",
    "table": "1",
    "min_meetings": "1",
    "max_meetings": "3",
    "suggestions": "yes",
}


def change(client: FlaskClient, key: str, **typed: Any) -> TestResponse:
    """Open the form on a person, type and send it."""
    path = f"{PEOPLE}/{key}/profile"
    form = filled(client, path)
    for name, value in typed.items():
        form.setlist(name, value if isinstance(value, list) else [value])
    return client.post(path, data=form, headers=ENGLISH)


def test_every_field_of_somebody_of_the_files_is_changed_in_the_event(
    organiser: FlaskClient, services: Services
) -> None:
    answer = change(organiser, "anna", **EVERYTHING)
    assert answer.status_code == 303, text_of(answer)
    event = stored(services)
    own = event.participant_by_id["anna"]
    assert (own.name, own.email, own.region) == ("Anna Anders", "anders@example.org", "WAL")
    assert (own.languages, own.understands) == (("nl", "fr"), ("en",))
    assert (own.offers, own.seeks) == (("flax yarn", "spinning"), ("dyeing",))
    assert (own.unavailable, own.workshops) == (frozenset({"2"}), ("ideas",))
    assert (own.side, own.table, own.min_meetings, own.max_meetings) == (Side.BUYER, "1", 1, 3)
    assert (own.stays, own.suggestions, own.cluster) == (True, True, "textile")
    assert event.organisation_of(own).name == "Filature Neuve"
    assert [each.id for each in event.participants] == ["anna", "bert", "chloe", "dries"]
    assert answers(services) == []


def test_saving_what_stands_changes_nothing(organiser: FlaskClient, services: Services) -> None:
    register(organiser)
    before = stored(services), answers(services)
    for key in ("anna", "dries", answered(organiser)):
        assert change(organiser, key).status_code == 303
    assert (stored(services), answers(services)) == before


def test_answers_of_the_form_are_changed_among_the_answers(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    before = stored(services)
    change(organiser, answered(organiser), last_name="Martin", table="1", needs="No nuts")
    [row] = answers(services)
    own = row.registration.participant
    assert (own.last_name, own.table, row.registration.needs) == ("Martin", "1", "No nuts")
    assert (row.revision, len(row.registration.choices)) == (2, 3)
    assert stored(services) == before


def test_what_organisers_decided_outlives_the_next_answer(
    organiser: FlaskClient, services: Services
) -> None:
    link = link_of(register(organiser))
    change(organiser, answered(organiser), table="1", min_meetings="2")
    again = ANSWERS | {"last_name": "Martin"}
    assert send(organiser, f"{link}/edit", again).status_code == 303
    own = answers(services)[0].registration.participant
    assert (own.last_name, own.table, own.min_meetings) == ("Martin", "1", 2)


def test_of_somebody_of_the_files_who_answered_each_part_goes_where_it_is_kept(
    organiser: FlaskClient, services: Services
) -> None:
    send(organiser, f"{PEOPLE}/anna/presence", presence("late"), seen=f"{PEOPLE}/anna")
    change(organiser, "anna", last_name="Anders", side="seller", email="new@example.org")
    filed = stored(services).participant_by_id["anna"]
    [row] = answers(services)
    assert (filed.last_name, filed.side, filed.email) == ("anna", Side.SELLER, "new@example.org")
    assert row.registration.participant.last_name == "Anders"
    assert row.is_confirmed
    assert "Anders" in text_of(organiser.get(PEOPLE, headers=ENGLISH))
    assert "4 people" in text_of(organiser.get(PEOPLE, headers=ENGLISH))


def presence(said: str) -> dict[str, str]:
    return {"presence": said, "arrives": "2"}


def test_what_files_have_no_place_for_becomes_an_answer(
    organiser: FlaskClient, services: Services
) -> None:
    change(organiser, "anna", needs="No nuts")
    [row] = answers(services)
    assert (row.registration.participant.id, row.is_confirmed) == ("anna", True)
    assert [each.id for each in row.registration.choices] == ["bert"]
    assert "No nuts" in text_of(organiser.get(f"{PEOPLE}/anna", headers=ENGLISH))


def test_another_code_goes_wherever_the_person_is_named(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    assert change(organiser, "bert", id="P 7").location == f"{PEOPLE}/P%207?saved=profile"
    event = stored(services)
    assert [(w.wisher, w.wished) for w in event.wishes[:2]] == [("anna", "P 7"), ("P 7", "anna")]
    [row] = answers(services)
    assert row.registration.choices[0].id == "P 7"
    assert organiser.get(f"{PEOPLE}/bert").status_code == 404


def test_a_code_that_stands_elsewhere_stays(organiser: FlaskClient, services: Services) -> None:
    send(organiser, f"{PEOPLE}/anna/links/agenda", {}, seen=f"{PEOPLE}/anna/links")
    assert 'name="id"' not in organiser.get(f"{PEOPLE}/anna/profile").text
    change(organiser, "anna", id="other", last_name="Anders")
    assert stored(services).participant_by_id["anna"].last_name == "Anders"


@pytest.mark.parametrize(
    ("typed", "field", "problem"),
    [
        ({"last_name": " "}, "last_name", "Give a first or a last name."),
        ({"last_name": "x" * 81}, "last_name", "Write at most 80 characters here."),
        ({"email": "anna"}, "email", "Write the address in full"),
        ({"email": "Lea@Example.org"}, "email", "Somebody else is registered with this address"),
        ({"organisation": ""}, "organisation", "Give an organisation."),
        ({"id": "bert"}, "id", "Somebody else has this code."),
        ({"id": "a/b"}, "id", "Leave out “/”"),
        ({"id": ""}, "id", "Give a number or code."),
        ({"papers": "nl"}, "papers", "Tick this language"),
        ({"max_meetings": "many"}, "max_meetings", "Write a whole number from 0 to 999."),
        ({"min_meetings": "3", "max_meetings": "2"}, "min_meetings", "(3) is above the maximum"),
        ({"workshop_1": "ideas", "workshop_2": "ideas"}, "workshop_2", "You chose this workshop"),
        ({"offers": "\n".join("abcdefghijklm")}, "offers", "Name at most 12 things here."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    organiser: FlaskClient, services: Services, typed: dict[str, str], field: str, problem: str
) -> None:
    register(organiser)
    before = stored(services)
    answer = change(organiser, "anna", seeks="something new", **typed)
    assert answer.status_code == 422
    said = answer.text.split(f'id="{field}-problem">')[1].split("<")[0]
    assert problem in said
    assert f'<a href="#{field}">' in answer.text
    assert "something new" in answer.text
    assert stored(services) == before


def test_all_that_is_wrong_is_said_at_once(organiser: FlaskClient) -> None:
    answer = change(organiser, "anna", last_name="", email="x", organisation="", min_meetings="-1")
    assert "4 answers need your attention" in text_of(answer)


def test_two_who_change_one_person_see_both_versions_and_lose_nothing(
    organiser: FlaskClient, services: Services
) -> None:
    path = f"{PEOPLE}/anna/profile"
    mine = filled(organiser, path)
    change(organiser, "anna", last_name="Theirs", cluster="wood")
    mine["last_name"] = "Mine"
    answer = organiser.post(path, data=mine, headers=ENGLISH)
    assert answer.status_code == 409
    page = text_of(answer)
    assert "Changed by somebody else" in page
    assert "Last name Theirs Mine" in page
    assert "Cluster wood –" in page
    assert stored(services).participant_by_id["anna"].last_name == "Theirs"
    mine["made_from"] = filled_of(answer)
    assert organiser.post(path, data=mine, headers=ENGLISH).status_code == 303
    assert stored(services).participant_by_id["anna"].last_name == "Mine"


def filled_of(answer: TestResponse) -> str:
    return answer.text.split('name="made_from" value="')[1].split('"')[0]


def test_somebody_who_answers_meanwhile_meets_the_organiser_s_change(
    organiser: FlaskClient, services: Services
) -> None:
    path = f"{PEOPLE}/anna/profile"
    page = send(organiser, f"{PEOPLE}/anna/link", {}, seen=PEOPLE).text
    link = "/registration/" + page.split("/registration/")[1].split('"')[0]
    mine = filled(organiser, path)
    send(organiser, f"{link}/edit", ANSWERS | {"email": "anna@example.org"})
    mine["last_name"] = "Mine"
    answer = organiser.post(path, data=mine, headers=ENGLISH)
    assert answer.status_code == 409
    assert "Last name Dupont Mine" in text_of(answer)
    assert answers(services)[0].registration.participant.last_name == "Dupont"


def test_an_open_form_of_the_participant_meets_what_organisers_changed(
    organiser: FlaskClient,
) -> None:
    link = link_of(register(organiser))
    page = organiser.get(f"{link}/edit", headers=ENGLISH).text
    hidden = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in HIDDEN}
    change(organiser, answered(organiser), last_name="Changed")
    answer = organiser.post(f"{link}/edit", data=ANSWERS | hidden, headers=ENGLISH)
    assert answer.status_code == 409
    assert "Stored: Changed Yours: Dupont" in text_of(answer)


HIDDEN = ("csrf_token", "made_from")


def test_another_organiser_s_change_of_other_people_is_no_conflict(
    organiser: FlaskClient, services: Services
) -> None:
    mine = filled(organiser, f"{PEOPLE}/anna/profile")
    change(organiser, "bert", last_name="Theirs")
    mine["last_name"] = "Mine"
    assert organiser.post(f"{PEOPLE}/anna/profile", data=mine).status_code == 303
    names = [each.last_name for each in stored(services).participants[:2]]
    assert names == ["Mine", "Theirs"]


def add(client: FlaskClient, **typed: Any) -> TestResponse:
    form = filled(client, NEW)
    for name, value in typed.items():
        form.setlist(name, value if isinstance(value, list) else [value])
    return client.post(NEW, data=form, headers=ENGLISH)


def test_somebody_is_added_by_hand(organiser: FlaskClient, services: Services) -> None:
    answer = add(organiser, last_name="Zoé", organisation="moulin & fils")
    assert answer.location == f"{PEOPLE}/1?saved=new"
    assert "The person is added." in text_of(organiser.get(answer.location, headers=ENGLISH))
    event = stored(services)
    own = event.participant_by_id["1"]
    assert (own.name, own.organisation, own.email) == ("Zoé", "mill", None)
    assert add(organiser, last_name="Yves", organisation="New").location == f"{PEOPLE}/2?saved=new"
    assert event.organisation_by_id.keys() < stored(services).organisation_by_id.keys()


def test_somebody_new_needs_a_name_and_an_organisation(
    organiser: FlaskClient, services: Services
) -> None:
    answer = add(organiser, first_name="", id="anna")
    assert answer.status_code == 422
    assert "3 answers need your attention" in text_of(answer)
    assert len(stored(services).participants) == 4


def test_the_log_says_who_changed_what_of_whom(organiser: FlaskClient, services: Services) -> None:
    change(organiser, "anna", last_name="Anders")
    add(organiser, last_name="Zoé", organisation="New")
    with services.database.reading() as connection:
        newest, before = audit.newest(connection, 1)
    assert (newest.deed.action, newest.deed.subject) == (Action.PERSON_ADDED, "Zoé")
    assert (before.deed.action, before.deed.actor) == (Action.PERSON_CHANGED, "organiser")
    assert before.deed.details == {"fields": ["last_name"]}
    page = text_of(organiser.get(f"{OWN}/log", headers=ENGLISH))
    assert "changed what is known of a person anna Fields: Last name" in page


def test_what_is_not_sent_yet_goes_to_the_new_address(
    organiser: FlaskClient, services: Services
) -> None:
    send(organiser, f"{OWN}/reminders", {"person": "anna"})
    register(organiser)
    with services.database.writing() as connection:
        letter = Letter("anna@example.org", "en", "Programme", "…")
        mails.add_once(connection, 1, letter, "anna", "programme-1")
    change(organiser, "anna", email="anders@example.org")
    change(organiser, answered(organiser), email="dupont@example.org")
    with services.database.reading() as connection:
        waiting = mails.unsent(connection, 1)
    assert [each.letter.recipient for each in waiting] == ["anders@example.org"]


def test_an_answer_that_did_not_count_counts_once_organisers_vouch_for_it(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    with services.database.writing() as connection:
        services.events.settle(connection, 1, confirmed_only=True)
        filed = person("lea", email="lea@example.org", organisation="mill", region="FR")
        more = changed(afternoon(), participants=(*afternoon().participants, filed))
        services.events.replace(connection, 1, more)
    page = text_of(organiser.get(f"{PEOPLE}/lea", headers=ENGLISH))
    assert "There is an answer from this address, which does not count" in page
    change(organiser, "lea", first_name="Léa", needs="No nuts")
    [row] = answers(services)
    own = row.registration.participant
    assert (row.is_confirmed, own.first_name, row.registration.needs) == (True, "Léa", "No nuts")
    assert "No nuts" in text_of(organiser.get(f"{PEOPLE}/lea", headers=ENGLISH))


def test_an_organisation_stays_while_answers_need_it(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser, organisation="Moulin & Fils")
    for each in ("anna", "chloe"):
        change(organiser, each, organisation="Elsewhere")
    assert stored(services).organisation_by_id.keys() == {"mill", "weverij", "Elsewhere"}
    change(organiser, "chloe", organisation="Nowhere")
    change(organiser, "anna", organisation="Nowhere")
    assert stored(services).organisation_by_id.keys() == {"mill", "weverij", "Nowhere"}


def test_whoever_is_hidden_by_organisers_is_in_no_list_even_without_an_address(
    organiser: FlaskClient,
) -> None:
    link = link_of(register(organiser))
    assert "dries" in text_of(organiser.get(f"{link}/wishes", headers=ENGLISH))
    change(organiser, "dries", listed=[], described=[])
    assert "dries" not in text_of(organiser.get(f"{link}/wishes", headers=ENGLISH))


def test_without_an_address_nothing_is_sent_any_more(
    organiser: FlaskClient, services: Services
) -> None:
    letter = Letter("anna@example.org", "en", "Programme", "…")
    with services.database.writing() as connection:
        mails.add_once(connection, 1, letter, "anna", "programme-1")
        mails.add_once(connection, 1, letter, "bert", "programme-2")
    assert change(organiser, "anna", email="").status_code == 303
    assert stored(services).participant_by_id["anna"].email is None
    with services.database.reading() as connection:
        assert len(mails.unsent(connection, 1)) == 1


def test_whoever_answered_themselves_keeps_an_address(organiser: FlaskClient) -> None:
    register(organiser)
    answer = change(organiser, answered(organiser), email="")
    assert answer.status_code == 422
    assert "this person answers by private link" in text_of(answer)


def test_whoever_never_registered_may_stay_without_an_address(
    organiser: FlaskClient, services: Services
) -> None:
    add(organiser, last_name="Zoé", organisation="New")
    for each in ("1", "bert", "anna"):
        send(organiser, f"{PEOPLE}/{each}/presence", presence("absent"), seen=f"{PEOPLE}/{each}")
        answer = change(organiser, each, cluster="wood", email="")
        assert answer.status_code == 303, text_of(answer)
    said = [each.registration.participant for each in answers(services)]
    assert {(each.cluster, each.email) for each in said} == {("wood", None)}
    assert all(each.is_confirmed for each in answers(services))


def test_whoever_shares_an_address_can_be_changed_and_keeps_it(
    organiser: FlaskClient, services: Services
) -> None:
    shared = changed(afternoon().participant_by_id["bert"], email="anna@example.org")
    with services.database.writing() as connection:
        services.events.replace(connection, 1, with_people(afternoon(), [shared]))
    for each in ("anna", "bert"):
        send(organiser, f"{PEOPLE}/{each}/presence", presence("absent"), seen=f"{PEOPLE}/{each}")
        answer = change(organiser, each, last_name=f"{each} again")
        assert answer.status_code == 303, text_of(answer)
    people = [each.registration.participant for each in answers(services)]
    assert [each.last_name for each in people] == ["anna again", "bert again"]
    assert {each.email for each in people} == {"anna@example.org"}
    assert change(organiser, "dries", email="anna@example.org").status_code == 422


def test_the_form_says_whose_words_are_changed(organiser: FlaskClient) -> None:
    register(organiser)
    send(organiser, f"{PEOPLE}/bert/presence", presence("absent"), seen=f"{PEOPLE}/bert")
    noted, filed, told = (
        text_of(organiser.get(f"{PEOPLE}/{each}/profile", headers=ENGLISH))
        for each in ("bert", "dries", answered(organiser))
    )
    assert "This person did not register on the form." in noted
    assert "what your files or your team say of them" in filed
    assert "You change what this person answered on the form" in told


def test_nobody_but_the_person_consents_to_be_shown(organiser: FlaskClient) -> None:
    page = organiser.get(NEW, headers=ENGLISH).text
    for name in ("listed", "described"):
        assert re.search(rf'<input [^>]*name="{name}" value="yes">', page), name
