"""The database: its shape, its promises."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, MetaData, Table, insert, select
from sqlalchemy.exc import DatabaseError

from matchmaker.errors import Problem, Severity
from matchmaker.formats import to_json
from matchmaker.messages import message
from tests.web.samples import afternoon, certificate, timetable
from web.registration import of_participant
from web.store import audit, imports, registrations, versions
from web.store.audit import Deed
from web.store.contents import Content
from web.store.database import Database
from web.store.events import Changed, EventStore
from web.store.keys import hash_of
from web.store.links import opened
from web.store.migrate import MIGRATIONS, migrate
from web.store.moments import UtcDateTime, now
from web.store.tables.whole import metadata


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    made = Database(database_url)
    migrate(made)
    yield made
    made.close()


def test_migrations_from_empty_give_the_tables_of_the_program(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    newest = max(each.name for each in (MIGRATIONS / "versions").glob("*.py"))
    with database.reading() as connection:
        reached = connection.exec_driver_sql("select version_num from alembic_version").scalars()
        assert reached.all() == [newest.partition("_")[0]]


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
        stored = EventStore().by_id(connection, 1)
        link = opened(connection, "link")
        found = registrations.by_participant(connection, 1, "anna")
    old.close()
    assert found is not None
    assert (found.registration, found.is_confirmed) == (answered, False)
    assert link is not None
    assert (link.event_id, link.participant, link.scope) == (1, "anna", "own")
    assert stored is not None
    assert (stored.event, stored.confirmed_only) == (afternoon(), False)


def test_what_was_committed_outlives_a_power_cut(database: Database) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL sees to that by itself")
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
            EventStore().add(connection, afternoon())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert EventStore().all(connection) == []


def test_writers_take_turns_and_lose_no_update(database: Database) -> None:
    store = EventStore()
    with database.writing() as connection:
        made = store.add(connection, afternoon())

    def replace() -> None:
        with database.writing() as connection:
            store.replace(connection, made.id, afternoon())

    threads = [threading.Thread(target=replace) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with database.reading() as connection:
        stored = store.by_id(connection, made.id)
    assert stored is not None
    assert stored.revision == 9


def test_who_read_an_older_state_does_not_overwrite_a_newer_one(database: Database) -> None:
    store = EventStore()
    with database.writing() as connection:
        made = store.add(connection, afternoon())
        store.replace(connection, made.id, afternoon(), seen=1)
        with pytest.raises(Changed):
            store.settle(connection, made.id, seen=1, is_open=False)
        kept = store.by_key(connection, made.key)
    assert kept is not None
    assert (kept.revision, kept.is_open) == (2, True)


def test_events_of_one_name_have_different_keys(database: Database) -> None:
    store = EventStore()
    with database.writing() as connection:
        keys = [store.add(connection, afternoon()).key for _ in range(3)]
        assert [each.key for each in store.all(connection)] == keys[::-1]
    assert keys == ["journee-textile", "journee-textile-2", "journee-textile-3"]


def test_what_was_done_is_never_unsaid(database: Database) -> None:
    with database.writing() as connection:
        audit.add(connection, Deed("logged in", "organiser", subject="é", details={"count": 2}))
    for statement in ("DELETE FROM audit", "UPDATE audit SET actor = 'nobody'"):
        with pytest.raises(DatabaseError, match="permanent"), database.writing() as connection:
            connection.exec_driver_sql(statement)
    with database.reading() as connection:
        [entry] = audit.newest(connection, None)
    assert entry.deed == Deed("logged in", "organiser", subject="é", details={"count": 2})


def test_looks_are_written_down_once_an_hour(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Deed("looked", "organiser", 1, 1, "everybody")
    with database.writing() as connection:
        for each in (look, look, replace(look, account_id=2), replace(look, subject="anna")):
            audit.add_hourly(connection, each)
        assert len(audit.newest(connection, 1)) == 3
        later = now() + timedelta(minutes=61)
        monkeypatch.setattr("web.store.audit.now", lambda: later)
        audit.add_hourly(connection, look)
        assert len(audit.newest(connection, 1)) == 4


def test_a_published_version_never_changes(database: Database) -> None:
    content = Content(afternoon(), timetable(), certificate())
    with database.writing() as connection:
        event_id = EventStore().add(connection, afternoon()).id
        for note in ("first", "second"):
            versions.publish(
                connection, event_id, content, run_id=None, note=note, published_by="organiser"
            )
    with pytest.raises(DatabaseError, match="permanent"), database.writing() as connection:
        connection.exec_driver_sql("UPDATE versions SET note = ''")
    with database.reading() as connection:
        last = versions.latest(connection, event_id)
        history = versions.history(connection, event_id)
        first = versions.find(connection, event_id, 1)
        assert versions.find(connection, event_id, 3) is None
    assert last is not None
    assert first is not None
    assert [each.number for each in history] == [2, 1]
    assert (last.edition, first.edition) == tuple(history)
    assert last.content == first.content == content


def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database) -> None:
    store = EventStore()
    with database.writing() as writer:
        store.add(writer, afternoon())
        with database.reading() as reader:
            assert EventStore().all(reader) == []


def test_an_event_comes_back_equal(database: Database) -> None:
    with database.writing() as connection:
        made = EventStore().add(connection, afternoon())
    with database.reading() as connection:
        stored = EventStore().by_id(connection, made.id)
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
        key = imports.add(connection, None, ["a.csv"], problems, accepted=False)
        found = imports.find(connection, None, key)
        assert imports.find(connection, 1, key) is None
        assert imports.find(connection, None, "other") is None
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
