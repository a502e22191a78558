"""Before a colon stands what the language of the page sets there."""

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.errors import Problem, Severity
from matchmaker.messages import message
from tests.web.accessibility.house import furnished
from tests.web.browsing import OWN
from web.services import Services
from web.store import imports

FRENCH = {"Accept-Language": "fr"}
DUTCH = {"Accept-Language": "nl"}


def test_the_sheet_of_a_file_stands_behind_a_colon(
    organiser: FlaskClient, services: Services
) -> None:
    what = message("There is no slot {slot}.", slot="9")
    problem = Problem(Severity.ERROR, "slot", what, what, "DEF (2).xlsx: Inscrits", 2, "slot")
    with services.database.writing() as connection:
        key = imports.add(connection, 1, ["DEF (2).xlsx"], [problem], accepted=False)
    page = f"{OWN}/imports/{key}"
    assert "DEF (2).xlsx\u00a0: Inscrits" in organiser.get(page, headers=FRENCH).text
    assert "DEF (2).xlsx: Inscrits" in organiser.get(page, headers=DUTCH).text


def test_the_grid_knows_how_to_set_a_colon(app: Flask, services: Services) -> None:
    house = furnished(app, services)
    page = f"{OWN}/grid/{house.draft}/tables"
    assert 'data-colon="\u00a0:"' in house.client.get(page, headers=FRENCH).text
    assert 'data-colon=":"' in house.client.get(page, headers=DUTCH).text
