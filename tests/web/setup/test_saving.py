"""Saving a part of the set-up: nothing lost, nothing overwritten."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web.browsing import register, text_of
from tests.web.samples import afternoon
from tests.web.setup.forms import answers
from tests.web.setup.sending import PARTS, SETUP, event, form_of, send, stored
from web.services import Services
from web.store import audit


@pytest.mark.parametrize("part", PARTS)
def test_saving_what_stands_changes_nothing(
    organiser: FlaskClient, services: Services, part: str
) -> None:
    before = stored(services)
    answer = send(organiser, part, form_of(organiser, part))
    assert answer.status_code == 303, text_of(answer)
    assert stored(services) == before


def test_a_part_saves_itself_and_nothing_else(organiser: FlaskClient, services: Services) -> None:
    register(organiser)
    form = form_of(organiser, "day")
    assert send(organiser, "day", form, start_1=["13:00"]).status_code == 303
    before, after = afternoon(), event(services)
    assert f"{after.slots[0].start:%H:%M}" == "13:00"
    assert after.model_copy(update={"slots": before.slots}) == before
    with services.database.reading() as connection:
        newest = audit.newest(connection, 1)[0].deed
    assert (newest.action, newest.subject) == ("event changed", "day")


def test_errors_stand_beside_the_fields_and_nothing_typed_is_lost(
    organiser: FlaskClient, services: Services
) -> None:
    before = stored(services)
    form = form_of(organiser, "day")
    answer = send(organiser, "day", form, start_1=["25:61"], end_2=["soon"], start_3=["12:00"])
    assert answer.status_code == 422
    assert 'value="25:61"' in answer.text
    assert 'value="soon"' in answer.text
    # Once at the top of the page, and once beside each field.
    assert text_of(answer).count("Write a time like 09:30.") == 4
    assert stored(services) == before


@pytest.mark.parametrize(
    ("part", "wrong", "said"),
    [
        ("day", {"start_3": ["soon"]}, "Slot 3: Write a time like 09:30."),
        ("rooms", {"x_2": ["far"]}, "Table 2: Write a number from 0 to"),
        ("workshops/finance", {"capacity_1": ["0"]}, "Sitting 1: Write a whole number"),
        ("interpreters", {"interpreter_4": [""], "name_4": ["Mia"]}, "Interpreter 1: Tick at"),
    ],
)
def test_the_errors_at_the_top_say_in_which_row_they_are(
    organiser: FlaskClient, part: str, wrong: dict[str, list[str]], said: str
) -> None:
    page = send(organiser, part, form_of(organiser, part), **wrong)
    assert page.status_code == 422
    assert said in text_of(page)


def test_who_comes_second_sees_both_and_chooses(organiser: FlaskClient, services: Services) -> None:
    mine = form_of(organiser, "day")
    send(organiser, "day", form_of(organiser, "day"), start_1=["13:00"])
    answer = send(organiser, "day", mine, start_1=["13:10"])
    assert answer.status_code == 409
    assert "13:00" in text_of(answer)
    assert "13:10" in text_of(answer)
    assert "What stands now Saved by organiser, " in text_of(answer)
    assert f"{event(services).slots[0].start:%H:%M}" == "13:00"
    again = answers(answer.text, f"{SETUP}/day")
    assert send(organiser, "day", again).status_code == 303
    assert f"{event(services).slots[0].start:%H:%M}" == "13:10"


def test_who_comes_second_reads_who_saved_and_when(
    organiser: FlaskClient, services: Services
) -> None:
    mine = form_of(organiser, "day")
    send(organiser, "day", form_of(organiser, "day"), start_1=["13:00"])
    send(organiser, "registration", form_of(organiser, "registration"), open=["no"])
    with services.database.reading() as connection:
        saved = audit.newest(connection, 1)[1]
        zone = event(services).zone
    at = f"{saved.at.astimezone(zone):%H:%M}"
    answer = send(organiser, "day", mine, start_1=["13:10"])
    assert re.search(rf"Saved by organiser, \d+ \w+ {at}", text_of(answer))


def test_other_parts_do_not_get_in_the_way(organiser: FlaskClient, services: Services) -> None:
    mine = form_of(organiser, "day")
    send(organiser, "registration", form_of(organiser, "registration"), open=["no"])
    assert send(organiser, "day", mine, start_1=["13:00"]).status_code == 303
    assert not stored(services).is_open
    assert f"{event(services).slots[0].start:%H:%M}" == "13:00"


def test_people_of_the_files_are_shown_as_chosen(
    organiser: FlaskClient, services: Services
) -> None:
    for choice in ([], ["yes"]):
        send(organiser, "registration", form_of(organiser, "registration"), files_listed=choice)
        assert stored(services).files_listed == bool(choice)


def test_buttons_that_save_nothing_save_nothing(organiser: FlaskClient, services: Services) -> None:
    before = stored(services)
    for part, button in (("day", "add"), ("rooms", "tables"), ("rooms", "arrange")):
        answer = send(organiser, part, form_of(organiser, part), do=[button])
        assert answer.status_code == 200, (part, button)
    assert stored(services) == before
