"""The first pages: which events there are, what each is, and the choice of language."""

from collections.abc import Collection

from flask import Blueprint, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from matchmaker.locales.catalogue import LANGUAGES
from web import languages
from web.access import everybody
from web.current import stored_of, stored_or_404
from web.faults import page
from web.services import services
from web.store import versions
from web.store.events import StoredEvent
from web.wall_clock import time_at

start = Blueprint("start", __name__)


@start.get("/")
@everybody
def home() -> ResponseReturnValue:
    """Show the event that is open or published, or all where there are several."""
    with services().database.reading() as connection:
        published = versions.published_events(connection)
        events = services().events.all(connection)
        found = [each for each in events if _is_shown(each, published)]
        if len(found) != 1:
            return render_template("events.html", events=found)
        stored = stored_of(connection, found[0].id)
    return _home(stored, is_published=stored.id in published)


@start.get("/events/<event>")
@everybody
def event() -> ResponseReturnValue:
    """Show what the event is and the way to the form."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        published = versions.published_events(connection)
    return _home(stored, is_published=stored.id in published)


def _is_shown(stored: StoredEvent, published: Collection[int]) -> bool:
    """Tell whether strangers find the event: until it is over, once it is open or published."""
    is_over = stored.event.slots[-1].end < time_at(stored.event)
    return not is_over and (stored.is_open or stored.id in published)


def _home(stored: StoredEvent, *, is_published: bool) -> str:
    return render_template(
        "home.html", stored=stored, event=stored.event, is_published=is_published
    )


@start.get("/language/<code>")
@everybody
def switch(code: str) -> ResponseReturnValue:
    """Show the page that the reader was on in another language from now on."""
    if code not in LANGUAGES:
        return page(404)
    response = make_response(redirect(_local(request.args.get("next", "/")), 303))
    languages.remember(response, code)
    return response


def _local(address: str) -> str:
    path = address.partition("?")[0]
    is_ours = path.startswith("/") and "//" not in path and "\\" not in address
    return address if is_ours and address.isprintable() else "/"
