"""The certificate on the page of a run."""

from flask.testing import FlaskClient

from matchmaker.timetable import Timetable
from tests.factories import meeting
from tests.web.browsing import ENGLISH, OWN, text_of
from tests.web.samples import afternoon, certificate
from tests.web.versions.made import finished
from web.services import Services
from web.store import results, runs

ALL = Timetable(meetings=(meeting("anna", "bert"), meeting("chloe", "dries", table="2")))


def shown(client: FlaskClient, services: Services, made: Timetable, fewest: int = 0) -> str:
    key = finished(services, made)
    with services.database.writing() as connection:
        run = runs.find(connection, 1, key)
        assert run is not None
        told = certificate().model_copy(update={"min_meetings": fewest})
        results.keep(connection, run.id, made, told)
    return text_of(client.get(f"{OWN}/runs/{key}", headers=ENGLISH))


def test_it_says_how_many_have_no_meeting(organiser: FlaskClient, services: Services) -> None:
    page = shown(organiser, services, Timetable(meetings=ALL.meetings[:1]))
    missing = len(afternoon().participants) - 2
    assert f"{missing} people have none" in page
    assert f"{missing} people who come have no meeting." in page
    assert "at least 0" not in page


def test_it_says_how_many_everybody_has_at_least(
    organiser: FlaskClient, services: Services
) -> None:
    page = shown(organiser, services, ALL, fewest=1)
    assert "at least 1 for each person" in page
    assert "Everybody has at least one meeting." in page
