"""Private links: signed, of one scope, expiring, revocable, kept as hashes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from matchmaker.formats import to_json
from tests.factories import slots
from tests.web.browsing import ENGLISH, link_of, register, text_of
from tests.web.samples import afternoon
from web.registration import of_participant
from web.services import Services
from web.store import links, registrations
from web.store.database import Database
from web.store.events import EventStore
from web.store.keys import hash_of
from web.store.links import Desk, Scope, Signer, end_of
from web.store.migrate import MIGRATIONS, migrate
from web.store.moments import now
from web.store.tables import participants

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def desk() -> Desk:
    return Desk(Signer("a secret"), 1, Scope.AGENDA)


@pytest.mark.usefixtures("app")
def test_a_link_opens_what_it_was_made_for(services: Services, desk: Desk) -> None:
    with services.database.writing() as connection:
        tokens = desk.made(connection, ["anna", "bert"], LATER)
        anna, bert = (links.opened(connection, tokens[each]) for each in ("anna", "bert"))
    assert anna is not None
    assert bert is not None
    assert (anna.event_id, anna.participant, anna.scope) == (1, "anna", Scope.AGENDA)
    assert bert.participant == "bert"


@pytest.mark.usefixtures("app")
def test_only_a_hash_of_it_is_stored(services: Services, desk: Desk) -> None:
    with services.database.writing() as connection:
        token = desk.made(connection, ["anna"], LATER)["anna"]
        stored = connection.exec_driver_sql("select * from links").all()
    assert len(token) == 24
    assert token not in str(stored)


@pytest.mark.usefixtures("app")
def test_a_link_can_be_told_again_and_is_made_once(services: Services, desk: Desk) -> None:
    with services.database.writing() as connection:
        first = desk.given(connection, ["anna", "bert"], LATER)
        again = desk.given(connection, ["bert", "chloe", "bert"], LATER)
        known = desk.known(connection, ["anna", "bert", "chloe", "dries"])
    assert again["bert"] == first["bert"]
    assert known == first | again
    assert len(set(known.values())) == 3


@pytest.mark.usefixtures("app")
def test_nobody_can_tell_it_without_the_secret_key(services: Services, desk: Desk) -> None:
    other = Desk(Signer("another secret"), 1, Scope.AGENDA)
    with services.database.writing() as connection:
        token = desk.given(connection, ["anna"], LATER)["anna"]
        assert other.known(connection, ["anna"]) == {}
        fresh = other.given(connection, ["anna"], LATER)["anna"]
        opened = [links.opened(connection, each) for each in (token, fresh)]
    assert token != fresh
    assert [each and each.participant for each in opened] == ["anna", "anna"]


@pytest.mark.usefixtures("app")
def test_links_of_other_people_scopes_and_events_differ(services: Services, desk: Desk) -> None:
    own = Desk(Signer("a secret"), 1, Scope.OWN)
    with services.database.writing() as connection:
        desk.given(connection, ["anna"], LATER)
        assert own.known(connection, ["anna"]) == {}
        assert desk.known(connection, ["bert"]) == {}
        assert Desk(Signer("a secret"), 2, Scope.AGENDA).known(connection, ["anna"]) == {}


@pytest.mark.usefixtures("app")
def test_revoking_closes_links_of_the_scopes_named(services: Services, desk: Desk) -> None:
    own = Desk(Signer("a secret"), 1, Scope.OWN)
    with services.database.writing() as connection:
        for each in (desk, own):
            each.given(connection, ["anna", "bert"], LATER)
        links.revoke(connection, 1, ["anna"], [Scope.OWN])
        links.revoke(connection, 1, ["bert"])
        assert links.holders(connection, 1) == {("anna", Scope.AGENDA)}
        assert own.known(connection, ["anna", "bert"]) == {}


def test_links_live_a_month_after_the_day_and_after_they_are_made() -> None:
    day = afternoon()
    end = day.slots[-1].end.replace(tzinfo=day.zone)
    assert end_of(day) >= max(end, now() - timedelta(minutes=1)) + timedelta(days=30)


def test_a_day_that_is_put_off_keeps_its_links_alive(app: Flask, services: Services) -> None:
    postponed = [
        each.model_copy(
            update={"start": each.start.replace(year=2090), "end": each.end.replace(year=2090)}
        )
        for each in slots(4)
    ]
    later = afternoon().model_copy(update={"slots": tuple(postponed)})
    client = app.test_client()
    register(client)
    with services.database.writing() as connection:
        services.events.replace(connection, 1, later)
        ends = connection.execute(select(participants.links.c.expires_at).distinct()).scalars()
        days = [f"{each:%Y-%m-%d}" for each in ends]
    assert days == ["2090-04-17"]


@pytest.mark.parametrize(
    "change", [{"revoked_at": now()}, {"expires_at": now() - timedelta(seconds=1)}]
)
def test_dead_links_answer_like_unknown_ones(
    client: FlaskClient, services: Services, change: dict[str, datetime]
) -> None:
    link = link_of(register(client))
    assert client.get(link).status_code == 200
    with services.database.writing() as connection:
        connection.execute(update(participants.links).values(**change))
    dead, unknown = (client.get(each, headers=ENGLISH) for each in (link, "/registration/nobody"))
    assert dead.status_code == unknown.status_code == 404
    assert text_of(dead) == text_of(unknown)
    assert "Ask the organisers of the day for a new link." in text_of(dead)


def test_a_link_to_the_agenda_opens_no_registration(
    client: FlaskClient, services: Services
) -> None:
    register(client)
    [registration] = _registrations(services)
    secret = services.settings.secret_key.get_secret_value()
    desk = Desk(Signer(secret), 1, Scope.AGENDA)
    with services.database.reading() as connection:
        token = desk.known(connection, [registration])[registration]
    assert client.get(f"/registration/{token}").status_code == 404


def test_opening_a_link_uses_nothing_up(client: FlaskClient) -> None:
    link = link_of(register(client))
    assert [client.get(link).status_code for _ in range(3)] == [200, 200, 200]


def test_links_and_mails_of_an_older_version_are_kept(tmp_path: Path) -> None:
    old = Database(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    migrate(old, "0004")
    day, at = afternoon(), "2027-01-01 00:00:00"
    answered = of_participant(day, day.participants[0]).model_dump_json()
    with old.writing() as connection:
        connection.exec_driver_sql(
            "insert into events (id, key, content, revision, updated_at)"
            " values (1, 'day', ?, 1, ?)",
            (to_json(day), at),
        )
        connection.exec_driver_sql(
            "insert into registrations (id, event_id, email_key, link_hash, content, created_at,"
            " updated_at) values (7, 1, 'anna@example.org', ?, ?, ?, ?)",
            (hash_of("the old link"), answered, at, at),
        )
        connection.exec_driver_sql(
            "insert into mails (key, event_id, registration_id, recipient, language, subject, body,"
            " state, failure, created_at) values ('m', 1, 7, 'anna@example.org', 'fr', '', '',"
            " 'waiting', '', ?)",
            (at,),
        )
    migrate(old)
    with old.reading() as connection:
        found = links.opened(connection, "the old link")
        mails = connection.exec_driver_sql("select registration_id from mails").scalars().all()
        astray = connection.exec_driver_sql("pragma foreign_key_check").all()
    old.close()
    assert found is not None
    assert (found.participant, found.scope) == ("anna", Scope.OWN)
    assert (mails, astray) == ([7], [])


def test_going_back_to_the_version_before_keeps_links(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(database)
    day = afternoon()
    with database.writing() as connection:
        made = EventStore().add(connection, day)
        registrations.add(connection, made.id, of_participant(day, day.participants[0]))
        desk = Desk(Signer("a secret"), made.id, Scope.OWN)
        token = desk.made(connection, ["anna"], LATER)["anna"]
    _back_to(database, "0004")
    migrate(database)
    with database.reading() as connection:
        found = links.opened(connection, token)
    database.close()
    assert found is not None
    assert (found.participant, found.scope) == ("anna", Scope.OWN)


def _back_to(database: Database, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def _registrations(services: Services) -> list[str]:
    with services.database.reading() as connection:
        found = registrations.all_of(connection, 1)
    return [each.registration.participant.id for each in found]
