"""Rules and weights."""

import pytest
from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, text_of
from tests.web.setup.forms import answers
from tests.web.setup.sending import SETUP, event, form_of, send
from web.services import Services


def test_shares_are_typed_in_hundredths(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "terms")
    typed = {"cross_border_share": ["62,5"], "floor": ["20"], "same_organisation": ["yes"]}
    assert send(organiser, "terms", form, **typed).status_code == 303
    whole = event(services)
    assert (whole.rules.cross_border_share, whole.objective.floor) == (0.625, 0.2)
    assert whole.rules.same_organisation
    assert answers(organiser.get(f"{SETUP}/terms", headers=ENGLISH).text, f"{SETUP}/terms")[
        "cross_border_share"
    ] == ["62.5"]


@pytest.mark.parametrize("text", ["10; 8; 6", "10 8 6", "10,8,6"])
def test_weights_are_written_with_any_sign_between(
    organiser: FlaskClient, services: Services, text: str
) -> None:
    form = form_of(organiser, "terms")
    assert send(organiser, "terms", form, rank_weights=[text]).status_code == 303
    assert event(services).objective.rank_weights == (10, 8, 6)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("rank_weights", "", "Write whole numbers"),
        ("rank_weights", "ten", "Write whole numbers"),
        ("rank_weights", "5, 8", "A wish of a lower rank must not count more."),
        ("floor", "101", "Write a number from 0 to 100."),
        ("sessions_per_participant", "-1", "Write a whole number from 0 to 50."),
    ],
)
def test_what_no_engine_can_use_is_refused(
    organiser: FlaskClient, name: str, text: str, said: str
) -> None:
    page = send(organiser, "terms", form_of(organiser, "terms"), **{name: [text]})
    assert page.status_code == 422
    assert said in text_of(page)
    assert f'value="{text}"' in page.text


def test_the_usual_values_are_proposed_and_not_saved(
    organiser: FlaskClient, services: Services
) -> None:
    form = form_of(organiser, "terms")
    send(organiser, "terms", form, floor=["20"])
    page = organiser.get(f"{SETUP}/terms?usual=yes", headers=ENGLISH)
    assert answers(page.text, f"{SETUP}/terms")["floor"] == ["0"]
    assert event(services).objective.floor == 0.2
