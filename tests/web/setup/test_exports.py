"""Taking an event along."""

import pytest
from flask.testing import FlaskClient

from tests.web.setup.sending import SETUP


@pytest.mark.parametrize(("form", "begins"), [("json", b"{"), ("xlsx", b"PK"), ("zip", b"PK")])
def test_the_event_is_taken_along(organiser: FlaskClient, form: str, begins: bytes) -> None:
    alone = organiser.get(f"{SETUP}/export/{form}").data
    whole = organiser.get(f"{SETUP}/export/{form}?people=yes").data
    assert alone.startswith(begins)
    assert len(whole) > len(alone)
    assert organiser.get(f"{SETUP}/export/pdf").status_code == 404
