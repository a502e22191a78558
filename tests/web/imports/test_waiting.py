"""Files that wait are listed where files are sent, so that nobody has to keep their address."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.imports.test_steps import waiting
from web.imports import waiting as listing
from web.services import Services
from web.store import uploads
from web.store.moments import now
from web.store.tables.files import uploads as table

PAGE = f"{OWN}/imports/new"


def page_of(client: FlaskClient) -> str:
    return text_of(client.get(PAGE, headers=ENGLISH))


def test_nothing_is_listed_where_nothing_waits(organiser: FlaskClient) -> None:
    assert "Files that wait" not in page_of(organiser)


def test_files_that_wait_are_listed_with_who_sent_them_and_their_errors(
    organiser: FlaskClient, services: Services
) -> None:
    good = waiting(organiser, "id;nom;organisation\nanna;anna;mill\n", "good.csv")
    bad = waiting(organiser, "de;à;rang\nanna;Zz;1\nZz;anna;1\n", "bad.csv")
    page = organiser.get(PAGE, headers=ENGLISH)
    assert page.text.index(f'href="{bad}"') < page.text.index(f'href="{good}"')
    with services.database.reading() as connection:
        [who] = {each.sent_by for each in uploads.waiting(connection, 1, 9)}
    assert who
    assert f"· {who} · 2 errors" in text_of(page)
    assert f"· {who} · no errors" in text_of(page)
    assert "Files that wait 2" in text_of(page)


def test_of_what_is_not_understood_no_errors_are_counted(organiser: FlaskClient) -> None:
    waiting(organiser, "Kolom 1;Kolom 2\nfoo;bar\n", "mine.csv")
    page = page_of(organiser)
    assert "mine.csv" in page
    assert "no errors" not in page


def test_what_is_discarded_waits_no_longer(organiser: FlaskClient) -> None:
    preview = waiting(organiser, name="mine.csv")
    send(organiser, f"{preview}/drop", {}, seen=preview)
    assert "mine.csv" not in page_of(organiser)


def test_what_waited_for_too_long_is_not_listed(organiser: FlaskClient, services: Services) -> None:
    waiting(organiser, name="mine.csv")
    before = now() - timedelta(days=uploads.DAYS, minutes=1)
    with services.database.writing() as connection:
        connection.execute(update(table).values(created_at=before))
    assert "mine.csv" not in page_of(organiser)


def test_files_of_another_event_are_not_listed(organiser: FlaskClient, services: Services) -> None:
    waiting(organiser, name="mine.csv")
    with services.database.reading() as connection:
        event = services.events.by_id(connection, 1)
    assert event is not None
    with services.database.writing() as connection:
        services.events.add(connection, event.event, "other-day")
    other = organiser.get(PAGE.replace("textile-day", "other-day"), headers=ENGLISH)
    assert other.status_code == 200
    assert "mine.csv" not in text_of(other)


def test_large_files_are_listed_without_being_examined(
    organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_BYTES", 10)
    waiting(organiser, name="mine.csv")
    page = page_of(organiser)
    assert "mine.csv" in page
    assert "no errors" not in page
