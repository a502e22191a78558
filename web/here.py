"""Which event the page is about: its key stands in the address, or follows from a private link."""

from typing import Any

from flask import Flask, abort, current_app, g

EVENT = "event"


def event_key() -> str | None:
    """Return the key of the event of this page, None where it is about none."""
    found: str | None = g.get("event_key")
    return found


def event_id() -> int:
    """Return the id of the event of this page; without one the page does not exist."""
    found: int | None = g.get("event_id")
    return abort(404) if found is None else found


def is_about(key: str, event_id: int) -> None:
    """Make this page one about that event; addresses on it lead to pages of the same event."""
    g.event_key, g.event_id = key, event_id


def _take(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and EVENT in values:
        g.event_key = values.pop(EVENT)


def _give(endpoint: str, values: dict[str, Any]) -> None:
    key = event_key()
    if key and EVENT not in values and current_app.url_map.is_endpoint_expecting(endpoint, EVENT):
        values[EVENT] = key


def install(app: Flask) -> None:
    """Let views of `app` do without the event's key, and addresses too."""
    app.url_value_preprocessor(_take)
    app.url_defaults(_give)
