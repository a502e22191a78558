"""A form that was open for too long is shown again as it was typed."""

import pytest
from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, OWN, text_of
from tests.web.records.people import PEOPLE, stored
from web.services import Services


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (f"{PEOPLE}/anna/profile", "last_name"),
        (f"{PEOPLE}/anna/wishes", "whom_1"),
        (f"{PEOPLE}/anna/organisation", "name"),
        (f"{OWN}/new-person", "last_name"),
    ],
)
def test_nothing_that_was_typed_is_lost(
    organiser: FlaskClient, services: Services, path: str, field: str
) -> None:
    before = stored(services)
    answer = organiser.post(path, data={field: "Typed long ago"}, headers=ENGLISH)
    assert answer.status_code == 400
    assert "Nothing is lost: send it again." in text_of(answer)
    assert "Typed long ago" in answer.text
    assert stored(services) == before


def test_of_other_pages_and_of_nobody_there_is_no_form(organiser: FlaskClient) -> None:
    assert organiser.post(f"{PEOPLE}/anna/remove").status_code == 400
    assert organiser.post(f"{PEOPLE}/nobody/profile").status_code == 404
