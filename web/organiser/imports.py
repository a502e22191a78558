"""Uploading the event, and the doctor's report on it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.errors import InputError, Severity
from matchmaker.event import Event
from matchmaker.registrations.reader import Registrations, read_event
from web import languages
from web.access import organiser
from web.organiser.archive import Refused
from web.organiser.uploads import lay_out
from web.services import services
from web.store import imports as store

imports = Blueprint("imports", __name__, url_prefix="/organiser/imports")


@imports.post("")
@organiser
def upload() -> ResponseReturnValue:
    """Read the files; without errors they become the event."""
    try:
        names, read = _read()
    except Refused as refusal:
        return render_template("upload.html", refusal=refusal.reason), 422
    accepted = _accepted(read)
    with services().database.writing() as connection:
        if accepted is not None:
            services().events.replace(connection, accepted)
        key = store.add(connection, names, read.problems, accepted is not None)
    return redirect(url_for(".report", key=key), 303)


@imports.get("/new")
@organiser
def choose() -> ResponseReturnValue:
    """Ask for the files."""
    return render_template("upload.html", refusal=None)


@imports.get("/<key>")
@organiser
def report(key: str) -> ResponseReturnValue:
    """Show every problem with its place and remedy."""
    with services().database.reading() as connection:
        found = store.find(connection, key) or abort(404)
        stored = services().events.current(connection)
    return render_template(
        "report.html",
        report=found,
        errors=found.of(Severity.ERROR),
        warnings=found.of(Severity.WARNING),
        event=stored.event if stored else None,
        diagnosis=lambda message: languages.say(message, "registrations"),
    )


def _read() -> tuple[list[str], Registrations]:
    with TemporaryDirectory(prefix="matchmaker-") as folder:
        path, names = lay_out(request.files.getlist("files"), Path(folder))
        try:
            return names, read_event(path)
        except InputError as error:
            return names, Registrations(event=None, problems=error.problems)


def _accepted(read: Registrations) -> Event | None:
    wrong = any(each.severity == Severity.ERROR for each in read.problems)
    return None if wrong else read.event
