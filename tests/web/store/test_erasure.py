"""An event is erased with every row that is of it; rows of others stay, and stay permanent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DatabaseError

from tests.web import postgres
from tests.web.databases import database_on, empty_database
from tests.web.samples import afternoon
from tests.web.store.rows import fill, rows
from web.store import run_queue
from web.store.database import Database
from web.store.erasure import counts, erase, is_worked_on, rows_of
from web.store.events import EventStore
from web.store.migrate import migrate
from web.store.moments import now
from web.store.run_queue import Wanted
from web.store.tables.runs import runs
from web.store.tables.whole import metadata

KINDS = (
    "usual",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(bool(postgres.missing()), reason=postgres.missing() or "-"),
    ),
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "usual":
        with empty_database(tmp_path) as url:
            yield from _made(url)
    else:
        with database_on(request.getfixturevalue("server")) as url:
            yield from _made(url)


def _made(url: str) -> Iterator[Database]:
    made = Database(url)
    migrate(made)
    yield made
    made.close()


def test_every_table_but_those_of_the_installation_is_of_an_event() -> None:
    none = {each.name for each in metadata.sorted_tables if rows_of(each, 1) is None}
    assert none == {"accounts", "workers"}


def test_all_of_the_event_goes_and_all_of_the_others_stays(database: Database) -> None:
    with database.writing() as connection:
        fill(connection, 1)
        fill(connection, 2)
    assert all(rows(database, 1).values())
    others = rows(database, 2)
    with database.writing() as connection:
        erase(connection, 1)
    assert not any(rows(database, 1).values())
    assert rows(database, 2) == others
    with database.reading() as connection:
        for table in ("accounts", "workers"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 2


def test_what_is_permanent_stays_so_afterwards(database: Database) -> None:
    with database.writing() as connection:
        fill(connection, 1)
        fill(connection, 2)
        erase(connection, 1)
    for statement in ("DELETE FROM audit", "DELETE FROM versions", "UPDATE versions SET note = ''"):
        with pytest.raises(DatabaseError, match="permanent"), database.writing() as connection:
            connection.exec_driver_sql(statement)


def test_what_fails_in_between_has_deleted_nothing(database: Database) -> None:
    with database.writing() as connection:
        fill(connection, 1)
    before = rows(database, 1)
    with pytest.raises(ZeroDivisionError):
        _erased_in_vain(database)
    assert rows(database, 1) == before
    with pytest.raises(DatabaseError, match="permanent"), database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM audit")


def _erased_in_vain(database: Database) -> None:
    with database.writing() as connection:
        erase(connection, 1)
        _ = 1 / 0


def test_rows_are_counted_that_are_of_the_event(database: Database) -> None:
    with database.writing() as connection:
        fill(connection, 1)
        fill(connection, 2)
        assert counts(connection, 2, ("links", "audit")) == {"links": 1, "audit": 1}
        assert counts(connection, 3, ("links", "audit")) == {"links": 0, "audit": 0}


def test_an_event_is_worked_on_while_its_worker_lives(database: Database) -> None:
    with database.writing() as connection:
        event = EventStore().add(connection, afternoon())
        run_queue.add(connection, event.id, afternoon(), Wanted(5))
        assert not is_worked_on(connection, event.id)
        run_queue.claim(connection)
        assert is_worked_on(connection, event.id)
        assert not is_worked_on(connection, event.id + 1)
        long_ago = now().replace(year=2020)
        connection.execute(update(runs).values(heartbeat_at=long_ago))
        assert not is_worked_on(connection, event.id)
