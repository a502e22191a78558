"""A draft of the afternoon, opened by an organiser, and what is posted to it."""

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests.factories import meeting, wish
from tests.web.browsing import ENGLISH, OWN, send
from tests.web.samples import afternoon, certificate
from web.services import Services
from web.store import drafts, results, run_queue, runs, versions
from web.store.drafts import Current
from web.store.run_queue import Wanted
from web.store.runs import State

HELD = Timetable(meetings=(meeting("anna", "bert"), meeting("chloe", "dries", "2", "2")))
PAIR, OTHERS = "0-1", "2-3"
"""Anna and Bert, Chloé and Dries, as they stand in addresses."""
CHLOE_COULD_MEET_BERT = changed(afternoon(), wishes=(*afternoon().wishes, wish("bert", "chloe", 9)))


def draft_of(services: Services, timetable: Timetable = HELD, event: Event | None = None) -> str:
    """Make a finished run that gave `timetable`; return its key."""
    with services.database.writing() as connection:
        key = run_queue.add(connection, 1, event or afternoon(), Wanted(5))
        run = run_queue.claim(connection)
        assert run is not None
        results.keep(connection, run.id, timetable, certificate())
        run_queue.finish(connection, run, State.DONE)
    return key


def begun(client: FlaskClient, services: Services) -> str:
    """Begin a draft and return its address."""
    answer = send(client, f"{OWN}/grid", {"run": draft_of(services)})
    assert answer.status_code == 303
    return answer.location.removesuffix("/tables")


def do(client: FlaskClient, address: str, act: str, **fields: Any) -> TestResponse:
    """Post a change made from the state that the grid shows, unless `step` is given."""
    page = client.get(f"{address}/tables", headers=ENGLISH).text
    found = re.search(r'data-step="(\d+)"', page)
    assert found
    options = {"headers": fields.pop("headers", ENGLISH), "seen": f"{address}/tables"}
    return send(client, f"{address}/{act}", {"step": found[1], **fields}, **options)


def stands(services: Services) -> Current:
    """Return the last draft as it stands."""
    with services.database.reading() as connection:
        return drafts.current(connection, drafts.newest(connection, 1)[0])


def published(services: Services, key: str) -> None:
    """Publish what a run gave."""
    with services.database.writing() as connection:
        run = runs.find(connection, 1, key)
        assert run is not None
        whole = results.whole_of(connection, run.id)
        assert whole is not None
        versions.publish(connection, 1, whole, run_id=run.id, note="", published_by="organiser")
