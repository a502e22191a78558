"""The day in a few numbers: a proposal that saves nothing."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, text_of
from tests.web.samples import afternoon
from tests.web.setup.forms import answers
from tests.web.setup.sending import SETUP, event, form_of, send
from web.services import Services

DAY = f"{SETUP}/day"
NUMBERS = {"date": "2027-03-18", "start": "09:00", "minutes": "20", "pause": "5", "count": "3"}


def proposed(client: FlaskClient, **numbers: str) -> dict[str, Any]:
    page = client.get(f"{DAY}?{urlencode(NUMBERS | numbers)}", headers=ENGLISH)
    assert page.status_code == 200
    return answers(page.text, DAY)


def starts(form: dict[str, Any]) -> list[str]:
    """Return the starts of the rows that stay."""
    rows = [each.removeprefix("start_") for each in form if each.startswith("start_")]
    return [form[f"start_{row}"][0] for row in rows if f"remove_{row}" not in form]


def test_numbers_propose_times_and_save_nothing(organiser: FlaskClient, services: Services) -> None:
    form = proposed(organiser, count="4", break_after="2", break_minutes="30")
    assert starts(form) == ["09:00", "09:25", "10:15", "10:40"]
    assert event(services) == afternoon()


def test_what_is_proposed_can_be_saved(organiser: FlaskClient, services: Services) -> None:
    free = {"count": "4", "start": "13:00"}
    assert send(organiser, "day", proposed(organiser, **free)).status_code == 303
    assert [f"{each.start:%H:%M}" for each in event(services).slots] == [
        "13:00",
        "13:25",
        "13:50",
        "14:15",
    ]
    # Sittings stay in the slots they have: the fourth is still the fourth.
    assert event(services).sessions == afternoon().sessions


EVENING = {"start": "19:00", "count": "3", "minutes": "15", "pause": "0"}


def test_a_day_can_be_replaced_with_all_that_lies_in_it(
    organiser: FlaskClient, services: Services
) -> None:
    form = proposed(organiser, **EVENING)
    refused = send(organiser, "day", form)
    assert refused.status_code == 422
    said = "It concerns a sitting of “Finance”. Tick “Remove all the same” below to remove this"
    assert said in text_of(refused)
    assert event(services) == afternoon()
    again = answers(refused.text, DAY)
    assert send(organiser, "day", again, forget=["yes"]).status_code == 303
    assert [f"{e.start:%H:%M}" for e in event(services).slots] == ["19:00", "19:15", "19:30"]
    assert event(services).sessions == ()
    assert [each.id for each in event(services).workshops] == ["finance", "ideas"]


def test_the_tick_is_there_before_anything_is_refused(organiser: FlaskClient) -> None:
    page = organiser.get(f"{DAY}?{urlencode(NUMBERS | EVENING)}", headers=ENGLISH)
    assert "Workshop sittings and locked meetings in these slots go" in text_of(page)
    assert "Remove all the same" not in text_of(organiser.get(DAY, headers=ENGLISH))


def test_the_numbers_stay_where_saving_is_refused(organiser: FlaskClient) -> None:
    numbers = {**EVENING, "break_after": "1", "break_minutes": "10"}
    refused = send(organiser, "day", proposed(organiser, **numbers))
    assert refused.status_code == 422
    for name, text in (NUMBERS | numbers).items():
        field = re.search(rf'id="{name}" name="{name}" value="([^"]*)"', refused.text)
        assert field, name
        assert field[1] == text, name


def test_times_may_be_added_to_those_there_are(organiser: FlaskClient) -> None:
    form = proposed(organiser, add="yes")
    assert starts(form) == ["09:00", "09:25", "09:50", "13:30", "13:45", "14:00", "14:15"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"add": "yes", "start": "13:20"}, "These times overlap with times that stay."),
        ({"minutes": "0"}, "Write a whole number from 1 to"),
        ({"count": "many"}, "Write a whole number from 1 to"),
        ({"start": "noon"}, "Write a time like 09:30."),
        ({"date": "18/03/2027"}, "Choose a day."),
    ],
)
def test_numbers_that_make_no_day_are_told_and_change_nothing(
    organiser: FlaskClient, wrong: dict[str, str], said: str
) -> None:
    page = organiser.get(f"{DAY}?{urlencode(NUMBERS | wrong)}", headers=ENGLISH)
    assert said in text_of(page)
    assert starts(answers(page.text, DAY)) == ["13:30", "13:45", "14:00", "14:15"]


def test_the_picture_is_drawn_of_what_is_typed(organiser: FlaskClient) -> None:
    form = form_of(organiser, "day") | {"start_1": ["12:00"]}
    picture = organiser.get(f"{DAY}/timeline?{urlencode(form, doseq=True)}", headers=ENGLISH)
    assert picture.status_code == 200
    assert "12:00" in text_of(picture)
