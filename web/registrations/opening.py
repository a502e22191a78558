"""Refusing changes once the organisers have closed registration."""

from flask import abort, make_response, render_template

from web.store.events import StoredEvent


def refuse_if_closed(stored: StoredEvent, link: str | None = None) -> None:
    """End the page with a clear word where registrations and wishes may no longer change.

    `link` is the private link of the reader, under which their answers can still be read.
    """
    if not stored.is_open:
        abort(make_response(render_template("closed.html", link=link), 403))
