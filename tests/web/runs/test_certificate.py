"""The certificate on the page of a run."""

import re

from flask.testing import FlaskClient

from matchmaker.certificate import Aim, Level
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


def leveled(client: FlaskClient, services: Services, *levels: Level) -> str:
    key = finished(services, ALL)
    with services.database.writing() as connection:
        run = runs.find(connection, 1, key)
        assert run is not None
        told = certificate().model_copy(update={"levels": levels})
        results.keep(connection, run.id, ALL, told)
    return client.get(f"{OWN}/runs/{key}", headers=ENGLISH).text


def test_proofs_about_waiting_and_tables_are_details(
    organiser: FlaskClient, services: Services
) -> None:
    gaps = Level(
        aim=Aim.GAPS, value=61, bound=0, reason="Nothing better than none at all is proven."
    )
    moves = Level(aim=Aim.MOVES, value=9, bound=3, reason="A table holds one meeting.")
    page = leveled(organiser, services, gaps, moves)
    plain = re.sub("<details.*?</details>", "", page, flags=re.DOTALL)
    assert "Perhaps the same meetings can do with less waiting: nothing is proven" in plain
    assert "At least 3 of them cannot be avoided." in plain
    for technical in ("61", "Nothing better than none", "A table holds one meeting", "seed 0 ·"):
        assert technical not in plain
    assert "that makes 61 gaps; proven: at least 0. Nothing better than none" in page


def test_waiting_that_is_proven_is_said_plainly(organiser: FlaskClient, services: Services) -> None:
    gaps = Level(aim=Aim.GAPS, value=2, bound=2, reason="The search proved it.")
    page = leveled(organiser, services, gaps)
    assert "The same meetings cannot do with less waiting in all: this is proven." in page


def test_documents_are_named_in_words_and_their_files_beside(
    organiser: FlaskClient, services: Services
) -> None:
    page = text_of(organiser.get(f"{OWN}/runs/{finished(services, ALL)}", headers=ENGLISH))
    assert "Personal agendas agendas.pdf ·" in page
    assert "at most 5 s" in page
