"""On the day, what has begun stays as it was: nothing is to be mended or solved there any more."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.variations import changed
from tests.web.agenda.days import stop_clock
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.grid.desk import HELD, begun, do, draft_of, published
from web.services import Services
from web.store import runs

START = datetime(2027, 3, 18, 12, 30, tzinfo=UTC)
"""When the first slot of the afternoon begins, at half past one in Brussels."""
MEND = "Mend the published programme"


@pytest.fixture
def absent(organiser: FlaskClient, services: Services) -> FlaskClient:
    """Publish, then note that Anna, who has the first meeting alone, does not come."""
    published(services, draft_of(services))
    send(organiser, f"{OWN}/desk/anna", {"act": "absent"}, seen=f"{OWN}/desk")
    return organiser


@pytest.mark.parametrize(("minutes", "is_asked"), [(-1, True), (5, False), (999, False)])
def test_what_has_begun_is_not_to_be_mended(
    absent: FlaskClient, app: Flask, minutes: int, is_asked: bool
) -> None:
    stop_clock(app, START + timedelta(minutes=minutes))
    assert (MEND in text_of(absent.get(OWN, headers=ENGLISH))) == is_asked
    page = absent.get(f"{OWN}/desk?coming=absent", headers=ENGLISH)
    assert (MEND in text_of(page)) == is_asked


def test_the_rest_is_solved_although_somebody_left_in_the_middle_of_a_meeting(
    organiser: FlaskClient, app: Flask, services: Services
) -> None:
    address = begun(organiser, services)
    do(organiser, address, "lock", pair="0-1", locked="yes")
    send(organiser, f"{OWN}/desk/anna", {"act": "absent"}, seen=f"{OWN}/desk")
    assert do(organiser, address, "solve").status_code == 422
    stop_clock(app, START + timedelta(minutes=5))
    answer = do(organiser, address, "solve")
    assert answer.status_code == 303
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
        event = runs.event_of(connection, run.id)
    assert [each.slot for each in event.locked_meetings] == [HELD.meetings[0].slot]
    assert event.participant_by_id["anna"].unavailable == {"2", "3", "4"}


def test_a_table_that_is_gone_leads_to_solving_anew_until_it_is_not_needed(
    organiser: FlaskClient, app: Flask, services: Services
) -> None:
    published(services, draft_of(services))
    asked = "Plan anew around what is no longer there"
    assert asked not in text_of(organiser.get(OWN, headers=ENGLISH))
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        fewer = changed(stored.event, tables=stored.event.tables[1:])
        services.events.replace(connection, 1, fewer)
    page = text_of(organiser.get(OWN, headers=ENGLISH))
    assert asked in page
    assert "there is no table 1 any more" in page
    stop_clock(app, START + timedelta(minutes=5))
    assert asked not in text_of(organiser.get(OWN, headers=ENGLISH))
