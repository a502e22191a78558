"""The progress of a run as a stream of events, as long as there is room for one more stream."""

import time
from collections.abc import Iterator
from threading import BoundedSemaphore

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    render_template,
    stream_with_context,
)

from web import here
from web.access import permitted
from web.rights import Right
from web.runs.stages import STAGES, STATES
from web.services import services
from web.store import runs as store
from web.store.runs import Run

live = Blueprint("live", __name__, url_prefix="/organiser/events/<event>/runs")

PLACES = "places for streams"
EVERY = 0.5
"""Seconds between two looks at the run."""
HEARTBEAT = 10.0
"""Seconds after which a sign of life goes out, by which it shows that nobody reads any more."""
LONGEST = 300.0
"""Seconds after which a stream ends; browsers then ask for another, and others may come first."""
HEADERS = {"X-Accel-Buffering": "no"}
"""Lets proxies pass on at once what comes."""


@live.get("/<key>/stream")
@permitted(Right.SEE)
def stream(key: str) -> Response:
    """Send the progress of the run until it ends; 503 where too many streams are open."""
    event_id = here.event_id()
    _found(event_id, key) or abort(404)
    places: BoundedSemaphore = current_app.extensions[PLACES]
    if not places.acquire(blocking=False):
        return Response(status=503, headers={"Retry-After": "5"})
    events = stream_with_context(_events(event_id, key))
    response = Response(events, mimetype="text/event-stream", headers=HEADERS)
    response.call_on_close(places.release)
    return response


def install(app: Flask, most: int) -> None:
    """Let `app` keep at most so many streams open at once: each holds a thread."""
    app.extensions[PLACES] = BoundedSemaphore(most)


def _found(event_id: int, key: str) -> Run | None:
    with services().database.reading() as connection:
        return store.find(connection, event_id, key)


def _events(event_id: int, key: str) -> Iterator[str]:
    begun = sent = time.monotonic()
    shown = ""
    while time.monotonic() - begun < LONGEST:
        run = _found(event_id, key)
        if run is None or not run.is_under_way:
            yield _event("end", "")
            return
        now = render_template("progress.html", run=run, stages=STAGES, states=STATES)
        if now != shown or time.monotonic() - sent > HEARTBEAT:
            yield _event("progress", now) if now != shown else ": alive\n\n"
            shown, sent = now, time.monotonic()
        time.sleep(EVERY)


def _event(name: str, content: str) -> str:
    lines = "".join(f"data: {line}\n" for line in content.splitlines() or [""])
    return f"event: {name}\nretry: 2000\n{lines}\n"
