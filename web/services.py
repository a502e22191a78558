"""What the views share: the store, found by the application that serves the page."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from flask import Flask, current_app, g

from web.languages import local_text
from web.merging import Merger
from web.settings import Settings
from web.store.database import Database
from web.store.events import EventStore, StoredEvent
from web.store.moments import now


@dataclass(frozen=True)
class Services:
    """One application's settings and store, and the clock by which it tells what is now."""

    settings: Settings
    database: Database
    events: EventStore = field(default_factory=EventStore)
    clock: Callable[[], datetime] = now
    mergers: defaultdict[int, Merger] = field(default_factory=lambda: defaultdict(Merger))

    def merger_of(self, event_id: int) -> Merger:
        """Return what merges, and remembers, that event."""
        return self.mergers[event_id]

    def forget(self, event_id: int) -> None:
        """Remember nothing of an event that is gone."""
        self.events.forget(event_id)
        self.mergers.pop(event_id, None)


def services() -> Services:
    """Return those of the application that serves the page."""
    found: Services = current_app.extensions["services"]
    return found


def event_name() -> str:
    """Return what the event of the page is called in its language; empty where it is of none."""
    seen: StoredEvent | None = g.get("stored")
    stored = seen or services().events.remembered(g.get("event_id", 0))
    return local_text(stored.event.name) if stored else ""


def install(app: Flask, made: Services) -> None:
    """Let the views and templates of `app` find `made`."""
    app.extensions["services"] = made
    app.jinja_env.globals["event_name"] = event_name
