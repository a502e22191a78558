"""The database: its shape, its promises."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, MetaData, Table, insert, select

from matchmaker.errors import Problem, Severity
from matchmaker.formats import to_json
from matchmaker.messages import message
from tests.web.samples import afternoon
from web.registration import of_participant
from web.store import imports, registrations
from web.store.database import Database
from web.store.events import EventStore
from web.store.keys import hash_of
from web.store.migrate import migrate
from web.store.moments import UtcDateTime
from web.store.tables import metadata


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(made)
    yield made
    made.close()


def test_migrations_from_empty_give_the_tables_of_the_program(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    with database.reading() as connection:
        assert connection.exec_driver_sql("select * from alembic_version").all() == [("0003",)]


def test_registrations_of_an_older_version_are_kept(tmp_path: Path) -> None:
    old = Database(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    migrate(old, "0001")
    answered = of_participant(afternoon(), afternoon().participants[0])
    event = (1, to_json(afternoon()), 1, "2027-01-01 00:00:00")
    row = (1, 1, "anna@example.org", hash_of("link"), answered.model_dump_json(), *event[3:] * 2)
    with old.writing() as connection:
        connection.exec_driver_sql("insert into events values (?, ?, ?, ?)", event)
        connection.exec_driver_sql("insert into registrations values (?, ?, ?, ?, ?, ?, ?)", row)
    migrate(old)
    with old.reading() as connection:
        stored = EventStore().current(connection)
        found = registrations.by_link(connection, 1, "link")
    old.close()
    assert found is not None
    assert (found.registration, found.is_confirmed) == (answered, False)
    assert stored is not None
    assert (stored.event, stored.confirmed_only) == (afternoon(), False)


def test_what_was_committed_outlives_a_power_cut(database: Database) -> None:
    with database.reading() as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


def test_a_block_that_raises_leaves_nothing_behind(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            EventStore().replace(connection, afternoon())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert EventStore().current(connection) is None


def test_writers_take_turns_and_lose_no_update(database: Database) -> None:
    store = EventStore()

    def replace() -> None:
        with database.writing() as connection:
            store.replace(connection, afternoon())

    threads = [threading.Thread(target=replace) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with database.reading() as connection:
        stored = store.current(connection)
    assert stored is not None
    assert stored.revision == 8


def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database) -> None:
    store = EventStore()
    with database.writing() as writer:
        store.replace(writer, afternoon())
        with database.reading() as reader:
            assert EventStore().current(reader) is None


def test_an_event_comes_back_equal(database: Database) -> None:
    with database.writing() as connection:
        EventStore().replace(connection, afternoon())
    with database.reading() as connection:
        stored = EventStore().current(connection)
    assert stored is not None
    assert stored.event == afternoon()


def test_a_report_comes_back_equal(database: Database) -> None:
    what = message("There is no slot {slot}.", slot="9")
    problems = [
        Problem(
            Severity.ERROR, "slot", what, message("Use one of: {slots}.", slots="1"), "a.csv", 2
        ),
        Problem(Severity.WARNING, "x", what, what),
    ]
    with database.writing() as connection:
        key = imports.add(connection, ["a.csv"], problems, accepted=False)
        found = imports.find(connection, key)
        assert found == imports.latest(connection)
        assert imports.find(connection, "other") is None
    assert found is not None
    assert list(found.problems) == problems
    assert found.file_names == ("a.csv",)


def test_moments_are_kept_in_utc(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'moments.sqlite3'}")
    table = Table("moments", MetaData(), Column("at", UtcDateTime))
    noon = datetime(2027, 3, 18, 12, tzinfo=timezone(timedelta(hours=1)))
    with database.writing() as connection:
        table.create(connection)
        connection.execute(insert(table).values(at=noon))
        read = connection.execute(select(table.c.at)).scalar_one()
        with pytest.raises(Exception, match="time zone"):
            connection.execute(insert(table).values(at=datetime(2027, 3, 18)))
    assert read == noon
    assert read.tzinfo is UTC
    database.close()
