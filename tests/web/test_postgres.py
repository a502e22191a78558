"""The store on PostgreSQL keeps the promises that it keeps on SQLite.

All tests of the web side run there, too, with MATCHMAKER_TEST_DATABASE_URL set to a server.
"""

import threading
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DatabaseError

from tests.web import postgres
from tests.web.databases import database_on
from tests.web.samples import afternoon
from web.store import audit, run_queue, runs
from web.store.audit import Deed
from web.store.database import Database
from web.store.events import EventStore
from web.store.migrate import is_current, migrate
from web.store.run_queue import Wanted
from web.store.runs import State
from web.store.tables.whole import metadata

pytestmark = pytest.mark.skipif(bool(postgres.missing()), reason=postgres.missing() or "-")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture
def database(server: str) -> Iterator[Database]:
    with database_on(server) as url:
        made = Database(url)
        migrate(made)
        yield made
        made.close()


def in_parallel(count: int, work: object) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]  # type: ignore[arg-type]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def test_migrations_give_the_tables_of_the_program(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert is_current(connection)


def test_writers_take_turns_and_lose_no_update(database: Database) -> None:
    store = EventStore()
    with database.writing() as connection:
        made = store.add(connection, afternoon())

    def settle() -> None:
        with database.writing() as connection:
            seen = EventStore().by_id(connection, made.id)
            assert seen is not None
            store.replace(connection, made.id, afternoon(), seen=seen.revision)

    in_parallel(8, settle)
    with database.reading() as connection:
        stored = store.by_id(connection, made.id)
    assert stored is not None
    assert stored.revision == 9


def test_a_reader_sees_one_state_and_is_not_kept_waiting(database: Database) -> None:
    with database.reading() as reader:
        assert EventStore().all(reader) == []
        with database.writing() as writer:
            EventStore().add(writer, afternoon())
            assert EventStore().all(reader) == []
        assert EventStore().all(reader) == []


def test_every_run_is_taken_once(database: Database) -> None:
    with database.writing() as connection:
        event = EventStore().add(connection, afternoon())
        for _ in range(3):
            run_queue.add(connection, event.id, afternoon(), Wanted(5))
    taken: list[str] = []

    def claim() -> None:
        with database.writing() as connection:
            run = run_queue.claim(connection)
        if run is not None:
            taken.append(run.key)

    in_parallel(6, claim)
    assert len(taken) == len(set(taken)) == 3
    with database.reading() as connection:
        assert {each.state for each in runs.newest(connection, event.id)} == {State.RUNNING}


@pytest.mark.parametrize("verb", ["UPDATE audit SET actor = ''", "DELETE FROM audit"])
def test_what_was_done_is_never_unsaid(database: Database, verb: str) -> None:
    with database.writing() as connection:
        audit.add(connection, Deed("tested", "somebody"))
    with pytest.raises(DatabaseError, match="permanent"), database.writing() as connection:
        connection.exec_driver_sql(verb)
    with database.reading() as connection:
        assert [each.deed.actor for each in audit.newest(connection, None)] == ["somebody"]
