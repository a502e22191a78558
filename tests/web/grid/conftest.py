"""Working copies that tests of the grid begin with."""

import pytest
from flask.testing import FlaskClient

from tests.web.browsing import OWN, send
from tests.web.grid.desk import CHLOE_COULD_MEET_BERT, begun, draft_of
from web.services import Services


@pytest.fixture
def address(organiser: FlaskClient, services: Services) -> str:
    return begun(organiser, services)


@pytest.fixture
def address_of_more(organiser: FlaskClient, services: Services) -> str:
    """Begin a draft of an event in which Chloé could meet Bert instead."""
    key = draft_of(services, event=CHLOE_COULD_MEET_BERT)
    answer = send(organiser, f"{OWN}/grid", {"run": key})
    return str(answer.location.removesuffix("/tables"))
