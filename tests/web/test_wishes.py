"""One looks for people and puts them into an order of wishes."""

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as listening
from werkzeug.test import TestResponse

from tests.factories import event, person
from tests.web.browsing import ANSWERS, ENGLISH, FORM, link_of, register, send, text_of
from tests.web.handles import handle
from web.current import of_event
from web.links import give_own
from web.registration import Choice, Registration, of_participant
from web.services import Services
from web.store import registrations as store


def press(client: FlaskClient, link: str, act: str, who: str, **more: Any) -> TestResponse:
    answer = send(client, f"{link}/wishes", {"act": act, "who": who, **more})
    assert answer.status_code == 303, text_of(answer)
    return client.get(answer.location, headers=ENGLISH)


def choices(services: Services) -> list[tuple[str, object]]:
    with services.database.reading() as connection:
        return [(each.id, each.rank) for each in _first(connection).registration.choices]


def _first(connection: Any) -> store.StoredRegistration:
    return store.all_of(connection, 1)[0]


def cards(page: TestResponse) -> list[str]:
    return re.findall(r'class="who">([^<]+)<', page.text)


def shown(client: FlaskClient, link: str, **filters: str) -> list[str]:
    return cards(client.get(f"{link}/wishes", query_string=filters, headers=ENGLISH))


def test_a_wish_is_added_at_the_end_and_said(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    page = press(client, link, "wish", handle("dries"))
    assert choices(services) == [("bert", 1), ("weverij", 2), ("dries", 3), ("chloe", "never")]
    assert "Now your wish 3: dries — Weverij De Leie" in text_of(page)
    assert "Your wish 3" in text_of(page)


@pytest.mark.parametrize(
    ("act", "who", "more", "order"),
    [
        ("up", "organisation:weverij", {}, ["weverij", "bert", "anna"]),
        ("down", handle("bert"), {}, ["weverij", "bert", "anna"]),
        ("up", handle("bert"), {}, ["bert", "weverij", "anna"]),
        ("down", handle("anna"), {}, ["bert", "weverij", "anna"]),
        ("move", handle("anna"), {"place": "1"}, ["anna", "bert", "weverij"]),
        ("move", handle("bert"), {"place": "3"}, ["weverij", "anna", "bert"]),
        ("move", handle("bert"), {"place": "99"}, ["weverij", "anna", "bert"]),
        ("move", handle("bert"), {"place": "x"}, ["bert", "weverij", "anna"]),
        ("wish", handle("bert"), {}, ["bert", "weverij", "anna"]),
        ("withdraw", handle("bert"), {}, ["weverij", "anna"]),
        ("never", handle("bert"), {}, ["weverij", "anna"]),
    ],
)
def test_the_order_changes_and_ranks_stay_without_gaps(
    client: FlaskClient,
    services: Services,
    act: str,
    who: str,
    more: dict[str, str],
    order: list[str],
) -> None:
    link = link_of(register(client, wish_3=handle("anna")))
    press(client, link, act, who, **more)
    wished = [(id_, rank) for id_, rank in choices(services) if rank != "never"]
    assert wished == [(id_, rank) for rank, id_ in enumerate(order, start=1)]


def test_who_is_refused_is_no_longer_wished_for_and_the_engine_knows(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    press(client, link, "never", handle("bert"))
    with services.database.reading() as connection, app.app_context():
        now = of_event(connection, 1)
    assert now is not None
    mine = next(each for each in now.merged.event.participants if each.last_name == "Dupont")
    ranks = {each.wished: each.rank for each in now.merged.event.wishes if each.wisher == mine.id}
    assert ranks == {"bert": "never", "dries": 1, "chloe": "never"}


def test_a_refusal_is_seen_by_nobody_else(client: FlaskClient) -> None:
    press(client, link_of(register(client)), "never", handle("anna"))
    other = link_of(register(client, email="other@example.org", never_1=""))
    page = client.get(f"{other}/wishes", headers=ENGLISH)
    assert "Léa Dupont" in cards(page)
    assert "Whom you would rather not meet" not in text_of(page)


def test_one_can_only_wish_for_whom_one_may_see(client: FlaskClient, services: Services) -> None:
    register(client, listed="")
    with services.database.reading() as connection:
        hidden = _first(connection).registration.participant.id
    link = link_of(register(client, email="other@example.org"))
    for who in (handle(hidden), handle("nobody"), ""):
        answer = send(client, f"{link}/wishes", {"act": "wish", "who": who})
        assert answer.status_code == 400


def test_a_wish_for_somebody_who_hides_since_can_be_withdrawn(
    client: FlaskClient, services: Services
) -> None:
    mine = link_of(register(client))
    theirs = link_of(register(client, email="other@example.org", last_name="Martin"))
    with services.database.reading() as connection:
        other = store.all_of(connection, 1)[1].registration.participant.id
    press(client, mine, "wish", handle(other))
    send(client, f"{theirs}/edit", ANSWERS | {"email": "other@example.org", "listed": ""})
    press(client, mine, "withdraw", handle(other))
    assert choices(services) == [("bert", 1), ("weverij", 2), ("chloe", "never")]


def test_an_unknown_act_or_link_changes_nothing(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    before = choices(services)
    wrong = {"act": "steal", "who": handle("bert")}
    assert send(client, f"{link}/wishes", wrong).status_code == 400
    wish = {"act": "wish", "who": handle("dries")}
    nobody = send(client, "/registration/nobody/wishes", wish, seen=f"{link}/wishes")
    assert nobody.status_code == 404
    assert choices(services) == before


def test_reading_the_page_changes_nothing(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    before = choices(services)
    client.get(f"{link}/wishes?at={handle('dries')}&pressed=wish&act=wish&who={handle('dries')}")
    assert choices(services) == before


def test_the_list_is_searched_and_filtered(client: FlaskClient) -> None:
    register(client, email="b@example.org", last_name="Martin", described="yes")
    link = link_of(register(client))
    assert shown(client, link) == ["anna", "bert", "chloe", "dries", "Léa Martin"]
    assert shown(client, link, text="WEVERIJ leie") == ["bert", "dries"]
    assert shown(client, link, text="flax") == ["Léa Martin"]
    assert shown(client, link, region="VLG") == ["bert", "dries"]
    assert shown(client, link, language="nl") == ["bert", "dries"]
    assert shown(client, link, cluster="textile") == ["Léa Martin"]
    assert shown(client, link, region="VLG", text="anna") == []


def test_a_profile_is_shown_only_by_those_who_agreed(client: FlaskClient) -> None:
    register(client, email="b@example.org", last_name="Martin", offers="secret dye")
    link = link_of(register(client, seeks="secret dye"))
    page = client.get(f"{link}/wishes", headers=ENGLISH)
    assert "Léa Martin" in cards(page)
    assert "secret dye" not in page.text
    assert shown(client, link, text="secret") == []
    assert shown(client, link, offering="yes") == []


def test_who_offers_what_one_seeks_comes_first_with_the_reason(client: FlaskClient) -> None:
    register(client, email="b@example.org", last_name="Z", described="yes", offers="DYEING\nX")
    link = link_of(register(client))
    page = client.get(f"{link}/wishes", headers=ENGLISH)
    assert cards(page)[0] == "Léa Z"
    assert "Offers what you seek: DYEING" in text_of(page)
    assert shown(client, link, offering="yes") == ["Léa Z"]


def test_filters_last_while_one_wishes(client: FlaskClient) -> None:
    link = link_of(register(client))
    path = f"{link}/wishes?region=VLG"
    answer = send(client, path, {"act": "wish", "who": handle("dries")})
    assert cards(client.get(answer.location)) == ["bert", "dries"]


def test_needs_and_consents_are_kept_and_can_be_changed(
    client: FlaskClient, services: Services
) -> None:
    ticks = {"suggestions": "yes", "stays": "yes", "described": "yes"}
    link = link_of(register(client, **ticks))
    with services.database.reading() as connection:
        kept = _first(connection).registration
    assert (kept.participant.suggestions, kept.participant.stays, kept.described) == (True,) * 3
    page = text_of(client.get(link, headers=ENGLISH))
    assert "All meetings at one table Yes" in page
    assert "Yes, with my profile" in page
    form = client.get(f"{link}/edit").text
    assert all(f'name="{each}" value="yes" checked' in form for each in ticks)


@pytest.fixture
def crowd(services: Services, app: Flask) -> str:
    """A day of 500 people of the form; gives the private link of one of them."""
    terms = [f"term {number}" for number in range(20)]
    people = [
        person(
            f"guest {n:03}",
            email=f"guest{n}@example.org",
            region=("FR", "WAL", "VLG")[n % 3],
            offers=(terms[n % 20],),
            seeks=(terms[(n + 7) % 20], terms[n % 19]),
        )
        for n in range(500)
    ]
    day = event(people)
    with services.database.writing() as connection:
        services.events.replace(connection, 1, day)
        for number, each in enumerate(people):
            answered = _with_wishes(of_participant(day, each), number)
            store.add(connection, 1, answered)
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        with app.test_request_context():
            link = give_own(connection, stored, "guest 000")
    return f"/registration/{link}"


def _with_wishes(registration: Registration, number: int) -> Registration:
    whom = [f"guest {(number + step) % 500:03}" for step in range(1, 11)]
    wishes = [Choice(kind="participant", id=id_, rank=n) for n, id_ in enumerate(whom, 1)]
    return registration.model_copy(update={"choices": tuple(wishes)})


@pytest.mark.parametrize("page", ["", "/wishes", "/wishes?page=9&text=guest", "/edit"])
def test_no_page_of_500_people_asks_the_database_more_than_10_times(
    app: Flask, services: Services, crowd: str, page: str
) -> None:
    client, asked = app.test_client(), []
    listening.listen(
        services.database.engine,
        "before_cursor_execute",
        lambda *call: asked.append(call[2]),
    )
    answer = client.get(crowd + page, headers=ENGLISH)
    assert answer.status_code == 200
    assert 0 < len(asked) <= 10


def test_500_people_are_shown_page_by_page_each_once(app: Flask, crowd: str) -> None:
    client = app.test_client()
    seen = [name for page in range(1, 22) for name in shown(client, crowd, page=str(page))]
    assert len(seen) == len(set(seen)) == 499
    assert shown(client, crowd, page="22") == shown(client, crowd, page="21")


def test_suggestions_stand_under_their_own_heading_until_one_searches(client: FlaskClient) -> None:
    register(client, email="b@example.org", last_name="Z", described="yes", offers="dyeing")
    link = link_of(register(client))
    page = text_of(client.get(f"{link}/wishes", headers=ENGLISH))
    suggested = page.index("Suggested for you")
    assert suggested < page.index("Léa Z") < page.index("Everybody else")
    found = client.get(f"{link}/wishes?text=lea", headers=ENGLISH)
    assert "Suggested for you" not in found.text


def test_one_can_wish_for_anybody_of_an_organisation(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    page = press(client, link, "wish", "organisation:mill")
    assert choices(services)[2] == ("mill", 3)
    assert "Now your wish 3: Moulin & Fils" in text_of(page)


def test_words_of_a_strangers_address_are_not_shown(client: FlaskClient) -> None:
    link = link_of(register(client))
    assert "Send money" not in client.get(f"{link}/wishes?at=Send+money&pressed=up").text


ADDRESSED = ("anna@secret.example", "bert@secret.example")


def known_by_address(services: Services) -> None:
    """Have people whose code is their address, as imports make it, two of one name and firm."""
    with services.database.writing() as connection:
        people = [
            person(each, organisation="o", first_name="Jo", last_name="Maes") for each in ADDRESSED
        ]
        services.events.replace(connection, 1, event(people))


def test_no_page_of_participants_tells_an_address(client: FlaskClient, services: Services) -> None:
    known_by_address(services)
    link = link_of(register(client, wish_1=handle(ADDRESSED[0]), wish_2="", never_1=""))
    press(client, link, "never", handle(ADDRESSED[1]))
    for path in (FORM, link, f"{link}/edit", f"{link}/wishes", f"{link}/leave"):
        assert "secret.example" not in client.get(path, headers=ENGLISH).text, path


def test_people_of_one_name_are_numbered(client: FlaskClient, services: Services) -> None:
    known_by_address(services)
    page = text_of(client.get(FORM, headers=ENGLISH))
    assert "Jo Maes — o (1)" in page
    assert "Jo Maes — o (2)" in page


def test_a_handle_of_another_event_is_nobody(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    before = choices(services)
    stray = handle("dries", event_id=2)
    assert send(client, f"{link}/wishes", {"act": "wish", "who": stray}).status_code == 400
    assert choices(services) == before


def test_people_of_the_files_are_shown_only_where_organisers_say_so(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    register(client, email="listed@example.org", last_name="Openly")
    assert len(shown(client, link)) > 1
    with services.database.writing() as connection:
        services.events.settle(connection, 1, files_listed=False)
    assert shown(client, link) == ["Léa Openly"]
    form = text_of(client.get(FORM, headers=ENGLISH))
    assert "Openly" in form
    assert "bert" not in form
