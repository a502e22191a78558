"""Where nearly all tables are taken all the time, the page of a run says what that costs."""

import pytest
from flask.testing import FlaskClient

from matchmaker.variations import changed
from tests.web.browsing import ENGLISH, OWN, text_of
from tests.web.grid.desk import draft_of
from tests.web.samples import afternoon
from web.services import Services


@pytest.mark.parametrize(("count", "is_said"), [(1, True), (2, False)])
def test_full_tables_are_said_and_lead_to_what_more_would_bring(
    organiser: FlaskClient, services: Services, count: int, is_said: bool
) -> None:
    given = afternoon()
    people = [changed(each, table=None, unavailable=frozenset()) for each in given.participants]
    slots = given.slots[:count]
    small = changed(given, participants=people, tables=given.tables[:1], slots=slots, sessions=())
    page = organiser.get(f"{OWN}/runs/{draft_of(services, event=small)}", headers=ENGLISH)
    assert ("100% of all places at tables are taken" in text_of(page)) == is_said
    assert (f'href="{OWN}/whatif">See how many' in page.text) == is_said
