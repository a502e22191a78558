"""The calendar to subscribe to, from version to version."""

from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy import update

from matchmaker.timetable import Timetable
from tests.factories import meeting
from tests.web.agenda.days import agenda_of, day, own_agenda_of, plan, publish
from tests.web.browsing import send
from web.agenda.feed import MOST_VERSIONS
from web.services import Services
from web.store import links
from web.store.tables.participants import links as table

MOVED = Timetable(
    meetings=(
        meeting("anna", "bert", slot="2", table="2"),
        meeting("anna", "dries", slot="3", table="2", interpreter="i1"),
    )
)


def appointments(content: bytes) -> dict[str, Any]:
    """Return by summary what a calendar program would take in."""
    found: Any = Calendar.from_ical(content)
    return {str(each["SUMMARY"]): each for each in found.walk("VEVENT")}


def test_a_calendar_holds_the_agenda(app: Flask, services: Services, client: FlaskClient) -> None:
    publish(services, plan())
    answer = client.get(f"{agenda_of(app, 'anna')}.ics")
    assert answer.mimetype == "text/calendar"
    found = appointments(answer.data)
    assert set(found) == {
        "bert (Weverij De Leie)",
        "dries (Weverij De Leie)",
        "Atelier\u00a0: Financer",
    }
    assert found["bert (Weverij De Leie)"].start.isoformat() == "2027-03-18T13:30:00+01:00"
    assert "Table 1, Halle" in str(found["bert (Weverij De Leie)"]["LOCATION"])


def test_what_moves_is_the_same_and_newer_what_is_gone_is_cancelled(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    path = f"{agenda_of(app, 'anna')}.ics"
    publish(services, plan())
    first = appointments(client.get(path).data)
    publish(services, MOVED)
    second = appointments(client.get(path).data)
    bert, dries = "bert (Weverij De Leie)", "dries (Weverij De Leie)"
    assert {str(each["UID"]) for each in first.values()} == {
        str(each["UID"]) for each in second.values()
    }
    assert first[bert]["UID"] == second[bert]["UID"]
    assert (first[bert].sequence, second[bert].sequence) == (1, 2)
    assert (first[dries].sequence, second[dries].sequence) == (1, 1)
    gone = next(each for each in second.values() if each["STATUS"] == "CANCELLED")
    assert gone["UID"] == first["Atelier\u00a0: Financer"]["UID"]
    assert gone.sequence == 2


def test_every_appointment_was_made_when_its_version_was_published(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    publish(services, plan())
    found = appointments(client.get(f"{agenda_of(app, 'anna')}.ics").data)
    for each in found.values():
        assert before <= each.decoded("DTSTAMP") <= datetime.now(UTC)
        assert each.decoded("LAST-MODIFIED") == each.decoded("DTSTAMP")


def test_numbers_never_fall_however_many_versions_there_are(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    path, seen = f"{agenda_of(app, 'anna')}.ics", dict[str, int]()
    for number in range(MOST_VERSIONS + 4):
        publish(services, MOVED if number % 3 == 1 else plan())
        for each in appointments(client.get(path).data).values():
            assert each.sequence >= seen.get(str(each["UID"]), 0)
            seen[str(each["UID"])] = each.sequence
    assert max(seen.values()) <= MOST_VERSIONS + 4


def test_a_calendar_that_is_as_it_was_is_not_sent_again(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    path = f"{agenda_of(app, 'anna')}.ics"
    publish(services, plan())
    first = client.get(path)
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    publish(services, MOVED)
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_another_published_version_without_changes_for_somebody_is_sent_as_it_was(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    path = f"{agenda_of(app, 'dries')}.ics"
    publish(services, plan())
    first = client.get(path)
    publish(services, MOVED)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_whoever_is_no_longer_in_the_programme_finds_everything_cancelled(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    path = f"{agenda_of(app, 'dries')}.ics"
    publish(services, plan())
    first = appointments(client.get(path).data)
    known = day()
    without = day(
        participants=tuple(each for each in known.participants if each.id != "dries"),
        wishes=tuple(each for each in known.wishes if each.wished != "dries"),
    )
    publish(services, Timetable(), without)
    [gone] = appointments(client.get(path).data).values()
    [before] = first.values()
    assert (gone["UID"], gone["STATUS"], gone.sequence) == (before["UID"], "CANCELLED", 2)


def test_programs_are_told_how_often_to_ask(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    text = client.get(f"{agenda_of(app, 'anna')}.ics").text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT15M" in text
    assert "X-PUBLISHED-TTL:PT15M" in text


@pytest.mark.parametrize("ending", [".ics", ".pdf"])
def test_before_anything_is_published_there_is_no_file(
    app: Flask, client: FlaskClient, ending: str
) -> None:
    assert client.get(agenda_of(app, "anna") + ending).status_code == 404


@pytest.mark.parametrize("ending", ["", ".pdf"])
def test_a_dead_link_opens_no_file(
    app: Flask, services: Services, client: FlaskClient, ending: str
) -> None:
    publish(services, plan())
    path = agenda_of(app, "anna") + ending
    assert client.get(path).status_code == 200
    with services.database.writing() as connection:
        links.revoke(connection, 1, ["anna"])
    assert client.get(path).status_code == 404
    assert client.get(f"/agenda/nobody{ending}").status_code == 404


def test_a_closed_link_empties_the_calendar_and_tells_nothing(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path = f"{agenda_of(app, 'anna')}.ics"
    full = client.get(path)
    with services.database.writing() as connection:
        links.revoke(connection, 1, ["anna"])
    answer = client.get(path, headers={"If-None-Match": full.headers["ETag"]})
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert appointments(answer.data) == {}
    assert "Last-Modified" not in answer.headers
    assert day().timezone not in answer.text
    again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_of_somebody_who_deleted_their_registration_the_calendar_is_emptied_at_once(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path, own = f"{agenda_of(app, 'anna')}.ics", own_agenda_of(app, "anna")
    assert appointments(client.get(path).data)
    leaving = own.replace("/agenda/", "/registration/") + "/delete"
    assert send(client, leaving, {}).status_code == 303
    assert appointments(client.get(path).data) == {}


def test_an_address_that_is_unknown_or_out_of_time_has_no_calendar(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path = f"{agenda_of(app, 'anna')}.ics"
    with services.database.writing() as connection:
        links.revoke(connection, 1, ["anna"])
        connection.execute(update(table).values(expires_at=datetime(2020, 1, 1, tzinfo=UTC)))
    for each in (path, "/agenda/nobody.ics"):
        assert client.get(each).status_code == 404


def test_somebody_who_is_in_no_version_can_subscribe_to_nothing_yet(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    known = day()
    without = day(
        participants=tuple(each for each in known.participants if each.id != "dries"),
        wishes=tuple(each for each in known.wishes if each.wished != "dries"),
    )
    publish(services, Timetable(), without)
    answer = client.get(f"{agenda_of(app, 'dries')}.ics")
    assert (answer.status_code, appointments(answer.data)) == (200, {})


def test_a_new_address_closes_the_one_before(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    old, own = agenda_of(app, "anna"), own_agenda_of(app, "anna")
    assert send(client, f"{own}/calendar", {}, seen=own).status_code == 303
    new = agenda_of(app, "anna")
    assert new != old
    assert [client.get(each).status_code for each in (old, new, own)] == [404, 200, 200]


def test_the_reader_of_an_agenda_cannot_replace_its_address(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path, own = agenda_of(app, "anna"), own_agenda_of(app, "anna")
    assert send(client, f"{path}/calendar", {}, seen=own).status_code == 404
    assert client.get(path).status_code == 200
