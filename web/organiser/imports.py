"""Uploading the event, and the doctor's report on it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.errors import Severity
from web import here, languages
from web.access import permitted
from web.audit import Action, note
from web.current import stored_or_404
from web.organiser.archive import Refused
from web.organiser.uploads import received
from web.rights import Right
from web.services import services
from web.store import imports as store

imports = Blueprint("imports", __name__, url_prefix="/organiser/events/<event>/imports")


@imports.post("")
@permitted(Right.PREPARE)
def upload() -> ResponseReturnValue:
    """Read the files; without errors they become the event."""
    try:
        sent = received(request.files.getlist("files"))
    except Refused as refusal:
        return _asked(refusal), 422
    with services().database.writing() as connection:
        event_id = here.event_id()
        if sent.event is not None:
            services().events.replace(connection, event_id, sent.event)
            note(connection, Action.FILES_TAKEN, ", ".join(sent.names))
        key = store.add(connection, event_id, *sent.report)
    return redirect(url_for(".report", key=key), 303)


@imports.get("/new")
@permitted(Right.PREPARE)
def choose() -> ResponseReturnValue:
    """Ask for the files."""
    return _asked()


@imports.get("/<key>")
@permitted(Right.PREPARE)
def report(key: str) -> ResponseReturnValue:
    """Show every problem with its place and remedy."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        found = store.find(connection, stored.id, key) or abort(404)
    return render_template(
        "report.html",
        report=found,
        errors=found.of(Severity.ERROR),
        warnings=found.of(Severity.WARNING),
        event=stored.event,
        again=url_for(".choose"),
        diagnosis=lambda message: languages.say(message, "registrations"),
    )


def _asked(refusal: Refused | None = None) -> str:
    reason = refusal.reason if refusal else None
    return render_template("upload.html", refusal=reason, target=url_for(".upload"))
