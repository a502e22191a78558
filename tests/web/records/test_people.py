"""The list of people: searched, filtered, in pages."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as sql_event

from tests.factories import event, person, wish
from tests.web.browsing import ENGLISH, OWN, register, text_of
from web.services import Services


def listed(client: FlaskClient, asked: str = "") -> list[str]:
    """Return the names that the list shows."""
    page = client.get(f"{OWN}/people{asked}", headers=ENGLISH).text
    return re.findall(r'<th scope="row"[^>]*>(?:<a [^>]*>)?([^<]+)<', page)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", ["anna", "bert", "chloe", "dries", "Léa Dupont"]),
        ("?words=MOULIN", ["anna", "chloe"]),
        ("?words=moulin+chl", ["chloe"]),
        ("?words=nobody", []),
        ("?state=form", ["Léa Dupont"]),
        ("?state=file", ["anna", "bert", "chloe", "dries"]),
        ("?state=unconfirmed", ["Léa Dupont"]),
        ("?state=unwishing", ["dries"]),
        ("?region=VLG", ["bert", "dries"]),
        ("?cluster=textile", ["Léa Dupont"]),
        ("?order=name&region=FR", ["anna", "chloe", "Léa Dupont"]),
        ("?order=wishes&state=file", ["dries", "anna", "bert", "chloe"]),
        ("?state=strange&order=strange&page=x", ["anna", "bert", "chloe", "dries", "Léa Dupont"]),
    ],
)
def test_people_are_searched_filtered_and_put_in_order(
    organiser: FlaskClient, asked: str, names: list[str]
) -> None:
    register(organiser)
    assert listed(organiser, asked) == names


def crowd(services: Services, count: int) -> None:
    names = [f"n{number:04}" for number in range(count)]
    whole = event([person(each) for each in names], wishes=[wish(names[0], names[1])])
    with services.database.writing() as connection:
        services.events.replace(connection, 1, whole)


def test_a_thousand_people_come_in_pages_that_are_small_and_quick(
    organiser: FlaskClient, services: Services
) -> None:
    crowd(services, 1000)
    page = organiser.get(f"{OWN}/people?page=3&order=name", headers=ENGLISH)
    assert "1000 people found" in text_of(page)
    assert "Page 3 of 10" in text_of(page)
    assert listed(organiser, "?page=3&order=name")[0] == "n0200"
    assert "page=4&amp;order=name" in page.text
    assert len(page.data) < 100_000
    assert listed(organiser, "?page=99")[-1] == "n0999"


def test_the_list_asks_the_store_a_few_times_only(
    organiser: FlaskClient, services: Services
) -> None:
    crowd(services, 300)
    asked: list[str] = []
    engine = services.database.engine
    sql_event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    assert organiser.get(f"{OWN}/people").status_code == 200
    assert len(asked) <= 10


def test_names_are_in_the_order_of_readers(organiser: FlaskClient, services: Services) -> None:
    names = ["Zoé Zola", "An Dusausoit", "Jo d’Hondt", "Al Étienne", "Bo D'Hulst", "Ed Evrard"]
    people = []
    for name in names:
        first, _, last = name.partition(" ")
        people.append(person(name).model_copy(update={"first_name": first, "last_name": last}))
    with services.database.writing() as connection:
        services.events.replace(connection, 1, event(people))
    lasts = [each.partition(" ")[2] for each in listed(organiser, "?order=name")]
    assert lasts == ["d’Hondt", "D&#39;Hulst", "Dusausoit", "Étienne", "Evrard", "Zola"]
