"""New events, from templates and from earlier ones."""

import pytest
from flask.testing import FlaskClient

from matchmaker.planning.templates import templates
from tests.web.browsing import ENGLISH, KEY, text_of
from tests.web.samples import afternoon
from tests.web.setup.forms import answers
from tests.web.setup.sending import stored
from web.services import Services


@pytest.mark.parametrize("key", templates())
def test_an_event_begins_with_a_template(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    page = organiser.get("/organiser/new", headers=ENGLISH).text
    form = answers(page, "/organiser/new")
    typed = {"name_fr": ["Journée design"], "day": ["2027-10-14"], "begin": [f"template:{key}"]}
    answer = organiser.post("/organiser/new", data=form | typed, headers=ENGLISH)
    assert (answer.status_code, answer.location) == (
        303,
        "/organiser/events/journee-design/setup",
    )
    made = stored(services, "journee-design").event
    assert (made.slots[0].start.date().isoformat(), made.participants) == ("2027-10-14", ())
    assert organiser.get(answer.location, headers=ENGLISH).status_code == 200


def test_a_new_event_needs_name_and_day_and_keeps_what_was_typed(organiser: FlaskClient) -> None:
    form = answers(organiser.get("/organiser/new", headers=ENGLISH).text, "/organiser/new")
    answer = organiser.post("/organiser/new", data=form | {"key": [KEY]}, headers=ENGLISH)
    assert answer.status_code == 422
    page = text_of(answer)
    for each in ("Write the name in at least one language.", "Another event has this address."):
        assert each in page
    assert f'value="{KEY}"' in answer.text


def test_a_copy_has_the_programme_and_nobody(organiser: FlaskClient, services: Services) -> None:
    form = answers(
        organiser.get(f"/organiser/new?copy={KEY}", headers=ENGLISH).text, "/organiser/new"
    )
    typed = {"name_en": ["Next year"], "day": ["2028-03-16"], "key": ["next-year"]}
    assert organiser.post("/organiser/new", data=form | typed, headers=ENGLISH).status_code == 303
    made, before = stored(services, "next-year").event, afternoon()
    assert not made.participants
    assert not made.wishes
    assert [each.id for each in made.slots] == [each.id for each in before.slots]
    assert made.tables == before.tables


def test_the_address_is_made_of_the_name_in_the_language_of_the_page(
    organiser: FlaskClient,
) -> None:
    dutch = {"Accept-Language": "nl"}
    form = answers(organiser.get("/organiser/new", headers=dutch).text, "/organiser/new")
    names = {"name_fr": ["Journée design"], "name_nl": ["Designdag"], "day": ["2027-10-14"]}
    answer = organiser.post("/organiser/new", data=form | names, headers=dutch)
    assert answer.location == "/organiser/events/designdag/setup"


def test_a_new_event_begins_with_the_language_of_the_page(
    organiser: FlaskClient, services: Services
) -> None:
    for language, first in (("nl", "nl"), ("fr", "fr"), ("en", "fr")):
        reader = {"Accept-Language": language}
        form = answers(organiser.get("/organiser/new", headers=reader).text, "/organiser/new")
        typed = {"name_nl": ["Designdag"], "day": ["2027-10-14"], "key": [f"day-{language}"]}
        organiser.post("/organiser/new", data=form | typed, headers=reader)
        assert stored(services, f"day-{language}").event.languages[0] == first
