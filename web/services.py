"""What the views share: the store, found by the application that serves the page."""

from dataclasses import dataclass, field

from flask import Flask, current_app

from web.languages import local_text
from web.merging import Merger
from web.settings import Settings
from web.store.database import Database
from web.store.events import EventStore


@dataclass(frozen=True)
class Services:
    """One application's settings and store."""

    settings: Settings
    database: Database
    events: EventStore = field(default_factory=EventStore)
    merger: Merger = field(default_factory=Merger)


def services() -> Services:
    """Return those of the application that serves the page."""
    found: Services = current_app.extensions["services"]
    return found


def event_name() -> str:
    """Return what the event is called in the language of the page; empty before the upload."""
    stored = services().events.last_read
    return local_text(stored.event.name) if stored else ""


def install(app: Flask, made: Services) -> None:
    """Let the views and templates of `app` find `made`."""
    app.extensions["services"] = made
    app.jinja_env.globals["event_name"] = event_name
    with made.database.reading() as connection:
        made.events.current(connection)
