"""Every page of the set-up can be read."""

import pytest
from flask.testing import FlaskClient

from tests.web.setup.sending import PARTS, SETUP


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("part", ["", "about", "day", "rooms", "workshops", *PARTS[3:]])
def test_every_part_is_shown_in_every_language(
    organiser: FlaskClient, part: str, language: str
) -> None:
    answer = organiser.get(f"{SETUP}/{part}".rstrip("/"), headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
