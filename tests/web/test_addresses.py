"""Ids in addresses: those of files may hold anything."""

import re
from html import unescape
from urllib.parse import unquote

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.routing import Map

from tests.factories import event, person
from tests.web.browsing import ENGLISH, KEY, OWN, text_of
from web.addresses import IdConverter
from web.services import Services

STRANGE = ("a/b", "/a", "..", ".", "~", "a~-b", "a//b", "ü ?#&%2F", "a\\b")


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_an_id_is_one_part_and_is_read_back(text: str) -> None:
    written = IdConverter(Map()).to_url(text)
    assert "/" not in written
    assert written not in (".", "..")
    assert IdConverter(Map()).to_python(unquote(written)) == text


@pytest.mark.parametrize("key", STRANGE)
def test_a_person_has_a_page_whatever_the_code(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    whole = event([person("Ann").model_copy(update={"id": key}), person("Bob")])
    with services.database.writing() as connection:
        services.events.replace(connection, 1, whole)
    listed = organiser.get(f"{OWN}/people", headers=ENGLISH).text
    found = re.search(r'<th scope="row"[^>]*><a href="([^"]+)"', listed)
    assert found
    address = unescape(found[1])
    page = organiser.get(address, headers=ENGLISH)
    assert page.status_code == 200
    assert f"Code: {key}" in text_of(page)
    for part in ("profile", "wishes", "organisation", "links", "remove"):
        assert organiser.get(f"{address}/{part}").status_code == 200


def test_addresses_of_usual_ids_are_as_they_are(app: Flask) -> None:
    with app.test_request_context():
        address = url_for("records.show", event=KEY, participant_id="p-07.b")
    assert address == f"{OWN}/people/p-07.b"
