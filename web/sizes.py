"""How much one request may send."""

from flask import Flask, request

FORM_BYTES = 250_000
UPLOADS = frozenset({"imports.upload", "api.import_event", "api.check_timetable"})
LONG_FORMS = frozenset(
    {"setup.save_rooms", "setup.save_day", "setup.save_workshop", "reminding.send"}
)
"""Forms with a row for each table, slot, sitting or person: small in bytes, but of many fields."""
MOST_FIELDS = 4000


def _limit() -> None:
    # Only files need the large limit of the settings; a form is small, also one pasted full.
    if request.endpoint not in UPLOADS:
        request.max_content_length = FORM_BYTES
    if request.endpoint in LONG_FORMS:
        request.max_form_parts = MOST_FIELDS


def install(app: Flask) -> None:
    """Limit every request of `app` before its body is read."""
    app.before_request(_limit)
