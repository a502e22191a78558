"""The events of whoever logged in, and new ones from files."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.errors import Severity
from web import languages
from web.access import Reader, administrator, member, reader
from web.audit import Action, note
from web.here import is_about
from web.organiser.archive import Refused
from web.organiser.uploads import received
from web.services import services
from web.store import imports as store

events = Blueprint("events", __name__, url_prefix="/organiser")


@events.get("")
@member
def mine() -> ResponseReturnValue:
    """List the events; with one only, lead there."""
    who: Reader = reader() or abort(404)
    with services().database.reading() as connection:
        if who.account.is_administrator:
            found = services().events.all(connection)
        else:
            found = services().events.of_account(connection, who.account.id)
    if len(found) == 1 and not who.account.is_administrator:
        return redirect(url_for("overview.show", event=found[0].key), 303)
    return render_template("own_events.html", events=found, may_add=who.account.is_administrator)


@events.get("/new-from-files")
@administrator
def choose() -> ResponseReturnValue:
    """Ask for the files of a new event."""
    return render_template("upload.html", refusal=None, target=url_for(".upload"))


@events.post("/new-from-files")
@administrator
def upload() -> ResponseReturnValue:
    """Read the files; without errors they become a new event."""
    try:
        sent = received(request.files.getlist("files"))
    except Refused as refusal:
        return _refused(refusal), 422
    with services().database.writing() as connection:
        made = services().events.add(connection, sent.event) if sent.event else None
        key = store.add(connection, made.id if made else None, *sent.report)
        if made:
            is_about(made.key, made.id)
            note(connection, Action.EVENT_MADE, made.key, files=sent.names)
    if made:
        return redirect(url_for("imports.report", event=made.key, key=key), 303)
    return redirect(url_for(".report", key=key), 303)


@events.get("/new-from-files/<key>")
@administrator
def report(key: str) -> ResponseReturnValue:
    """Show why the files did not become an event."""
    with services().database.reading() as connection:
        found = store.find(connection, None, key) or abort(404)
    return render_template(
        "report.html",
        report=found,
        errors=found.of(Severity.ERROR),
        warnings=found.of(Severity.WARNING),
        event=None,
        again=url_for(".choose"),
        diagnosis=lambda message: languages.say(message, "registrations"),
    )


def _refused(refusal: Refused) -> str:
    return render_template("upload.html", refusal=refusal.reason, target=url_for(".upload"))
