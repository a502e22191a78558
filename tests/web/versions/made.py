"""Finished runs to publish, made without the engine."""

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from tests.web import samples
from tests.web.browsing import KEY
from web.services import Services
from web.store import results, run_queue
from web.store.run_queue import Wanted
from web.store.runs import State


def finished(services: Services, made: Timetable, given: Event | None = None) -> str:
    """Keep a run that is done and gave `made`; return its key."""
    with services.database.writing() as connection:
        stored = services.events.by_key(connection, KEY)
        assert stored is not None
        key = run_queue.add(connection, stored.id, given or stored.event, Wanted(5))
        run = run_queue.claim(connection)
        assert run is not None
        results.keep(connection, run.id, made, samples.certificate())
        results.keep_document(connection, run.id, "agendas", "agendas.pdf", b"%PDF-1.7")
        assert run_queue.finish(connection, run, State.DONE)
    return key
