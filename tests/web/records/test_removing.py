"""Removing a person says what goes, asks once, and leaves nothing behind."""

import pytest
from flask.testing import FlaskClient

from matchmaker.locks import AttendanceLock
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests.factories import attendance, event, lock, meeting, wish
from tests.web.browsing import ENGLISH, OWN, link_of, register, send, text_of
from tests.web.handles import handle
from tests.web.records.people import PEOPLE, answered, answers, stored
from tests.web.samples import afternoon, certificate
from tests.web.test_leaving import everything
from web.audit import Action
from web.records.ties import Ties, ties_of
from web.services import Services
from web.store import audit, versions
from web.store.contents import Content


def test_it_says_what_goes_and_that_what_is_published_stays(
    organiser: FlaskClient, services: Services
) -> None:
    timetable = Timetable(meetings=(meeting("anna", "bert"),))
    with services.database.writing() as connection:
        content = Content(afternoon(), timetable, certificate())
        versions.publish(connection, 1, content, run_id=None, note="", published_by="organiser")
    register(organiser, wish_1=handle("anna"), wish_2="", never_1="")
    page = text_of(organiser.get(f"{PEOPLE}/anna/remove", headers=ENGLISH))
    assert "1 wish of this person" in page
    assert "2 wishes of others to meet this person" in page
    assert "The published programme holds 1 meeting of this person." in page
    assert "veto" not in page
    assert "anna" in stored(services).participant_by_id


def test_everything_is_counted_that_binds_a_person_to_others() -> None:
    whole = event(
        ["a", "b", "c"],
        wishes=[wish("a", "b"), wish("a", "c", "never"), wish("c", "a", "never"), wish("b", "a")],
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("1",), capacity=3, facilitators=("a",))],
        locked_meetings=[lock("a", "b"), lock("b", "c")],
        locked_attendances=[AttendanceLock(participant="a", session="s")],
    )
    published = Timetable(meetings=(meeting("b", "a"),), attendances=(attendance("b", "s"),))
    assert ties_of(whole, published, "a") == Ties(1, 1, 1, 1, 1, 1, 1, 1, 0)
    assert ties_of(whole, None, "c") == Ties(0, 1, 0, 1, 1, 0, 0, 0, 0)


@pytest.mark.parametrize("who", ["anna", "form"])
def test_everything_of_the_person_goes(
    organiser: FlaskClient, services: Services, who: str
) -> None:
    link = link_of(register(organiser))
    key, address = (answered(organiser), "lea@") if who == "form" else ("anna", "anna@")
    assert address in everything(services)
    answer = send(organiser, f"{PEOPLE}/{key}/remove", {})
    assert answer.location == f"{OWN}/people?removed=1"
    assert "The person is removed." in text_of(organiser.get(answer.location, headers=ENGLISH))
    assert address not in everything(services)
    assert f'"{key}"' not in everything(services)
    assert (organiser.get(link).status_code == 200) is (who == "anna")
    with services.database.reading() as connection:
        entry = audit.newest(connection, 1)[0]
    assert (entry.deed.action, entry.deed.subject) == (Action.PERSON_REMOVED, key)


def test_somebody_of_the_files_who_answered_goes_from_both(
    organiser: FlaskClient, services: Services
) -> None:
    path = f"{PEOPLE}/anna"
    send(organiser, f"{path}/presence", {"presence": "absent"}, seen=path)
    send(organiser, f"{path}/remove", {})
    assert answers(services) == []
    assert "anna" not in stored(services).participant_by_id


def test_an_organisation_stays_while_answers_need_it(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser, organisation="Moulin & Fils")
    for each in ("anna", "chloe"):
        send(organiser, f"{PEOPLE}/{each}/remove", {})
    assert "mill" in stored(services).organisation_by_id
    send(organiser, f"{PEOPLE}/bert/remove", {})
    send(organiser, f"{PEOPLE}/dries/remove", {})
    assert stored(services).organisation_by_id.keys() == {"mill"}


def test_nothing_goes_that_was_not_said(organiser: FlaskClient, services: Services) -> None:
    page = organiser.get(f"{PEOPLE}/anna/remove").text
    hidden = {each: page.split(f'name="{each}" value="')[1].split('"')[0] for each in HIDDEN}
    register(organiser, wish_1=handle("anna"))
    answer = organiser.post(f"{PEOPLE}/anna/remove", data=hidden, headers=ENGLISH)
    assert answer.status_code == 409
    assert "Something changed since you looked." in text_of(answer)
    assert "2 wishes of others to meet this person" in text_of(answer)
    assert "anna" in stored(services).participant_by_id


HIDDEN = ("csrf_token", "made_from")
