"""How much one request may send."""

from flask import Flask, request

FORM_BYTES = 250_000
UPLOADS = frozenset({"imports.upload", "api.import_event", "api.check_timetable"})


def _limit() -> None:
    # Only files need the large limit of the settings; a form is small, also one pasted full.
    if request.endpoint not in UPLOADS:
        request.max_content_length = FORM_BYTES


def install(app: Flask) -> None:
    """Limit every request of `app` before its body is read."""
    app.before_request(_limit)
