"""What is missing, on the first page of the set-up."""

from flask.testing import FlaskClient

from matchmaker.event import Event
from tests.web.browsing import ENGLISH, OWN, text_of
from tests.web.samples import afternoon
from tests.web.setup.sending import SETUP
from web.services import Services


def test_when_nothing_stops_the_way_leads_on(organiser: FlaskClient) -> None:
    page = organiser.get(SETUP, headers=ENGLISH).text.split("<main")[1]
    assert f'<a class="button" href="{OWN}">To the overview</a>' in page


def test_what_is_missing_is_said(organiser: FlaskClient, services: Services) -> None:
    ready = text_of(organiser.get(SETUP, headers=ENGLISH))
    assert f"Ready, with {ready.count('Go there')} things to look at" in ready
    assert ready.count("Advice") > 1
    bare = afternoon().model_copy(update={"participants": (), "wishes": (), "tables": ()})
    with services.database.writing() as connection:
        services.events.replace(connection, 1, Event.model_validate(bare.model_dump(by_alias=True)))
    page = text_of(organiser.get(SETUP, headers=ENGLISH))
    for each in ("There are fewer than two participants.", "There is no table yet."):
        assert each in page
