"""Files of an event, in steps: sent, their columns understood, looked at, taken over."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.errors import Severity
from matchmaker.event import Event
from matchmaker.sameness import folded
from web import here
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404, stored_or_404
from web.imports import columns
from web.imports.changes import groups
from web.imports.headers import HEADERS
from web.imports.kinds import kinds
from web.imports.labels import table_name
from web.imports.reading import Choices, Reading
from web.imports.steps import Before, Way, asked, diagnosis, dropped, matched, of, received, settled
from web.imports.waiting import waiting
from web.records.following import follow, is_mere_presence
from web.rights import Right
from web.services import services
from web.store import imports as store
from web.store import uploads
from web.store.events import Changed
from web.store.uploads import Upload

imports = Blueprint("imports", __name__, url_prefix="/organiser/events/<event>/imports")


@imports.get("/new")
@permitted(Right.PREPARE)
def choose() -> ResponseReturnValue:
    """Ask for the files; those that wait and the report on the last ones are a click away."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        before = Before(
            waiting(connection, stored), stored.event.zone, store.latest(connection, stored.id)
        )
    return asked(_way(), before=before)


@imports.post("")
@permitted(Right.PREPARE)
def upload() -> ResponseReturnValue:
    """Let the files wait; nothing of the event changes."""
    return received(_way())


@imports.get("/waiting/<key>/columns")
@permitted(Right.PREPARE)
def match(key: str) -> ResponseReturnValue:
    """Show each column with some of what stands in it, and the field that it is taken for."""
    with services().database.reading() as connection:
        stored_or_404(connection)
        found = _way().waiting(connection, key)
    return matched(_way(), found)


@imports.post("/waiting/<key>/columns")
@permitted(Right.PREPARE)
def settle(key: str) -> ResponseReturnValue:
    """Keep which column holds which field, for these files and for those that come later."""
    return settled(_way(), key)


@imports.get("/waiting/<key>")
@permitted(Right.PREPARE)
def preview(key: str) -> ResponseReturnValue:
    """Show every problem, and all that would change; looking changes nothing."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        found = _way().waiting(connection, key)
    return _previewed(now, found, Reading(now.stored.event, found, _choices(request.args)))


@imports.post("/waiting/<key>")
@permitted(Right.PREPARE)
def take(key: str) -> ResponseReturnValue:
    """Take the files over as they were shown, unless the event changed since."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        found = _way().waiting(connection, key)
    reading = Reading(now.stored.event, found, _choices(request.form))
    if reading.event is None:
        return _previewed(now, found, reading), 422
    if request.form.get("revision") != str(now.stored.revision):
        return _previewed(now, found, reading, is_late=True), 409
    try:
        report_key = _kept(now, found, reading, reading.event)
    except Changed:
        return redirect(url_for(".preview", key=key), 303)
    return redirect(url_for(".report", key=report_key), 303)


@imports.post("/waiting/<key>/drop")
@permitted(Right.PREPARE)
def drop(key: str) -> ResponseReturnValue:
    """Forget the files; nothing of the event changes."""
    return dropped(_way(), key)


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
        diagnosis=diagnosis,
        kinds=kinds,
    )


def _way() -> Way:
    return Way("imports", here.event_id())


def _kept(now: Current, upload: Upload, reading: Reading, event: Event) -> str:
    """Make `event` the event; the files wait no longer, and the report on them stays."""
    changes, problems = reading.differences, reading.outcome.problems
    with services().database.writing() as connection:
        event_id = now.stored.id
        if not changes.is_empty:
            services().events.replace(connection, event_id, event, seen=now.stored.revision)
            follow(connection, event_id, now.stored.event, event)
        uploads.drop(connection, event_id, upload.key)
        note(
            connection,
            Action.FILES_TAKEN,
            ", ".join(upload.names),
            **{each: len(changes.of(each)) for each in changes.tables},
        )
        return store.add(connection, event_id, upload.names, problems, accepted=True)


def _choices(said: Mapping[str, str]) -> Choices:
    return Choices(**{each: said.get(each) == "yes" for each in Choices.model_fields})


def _previewed(now: Current, upload: Upload, reading: Reading, is_late: bool = False) -> str:
    problems = reading.outcome.problems
    before = now.stored.event
    return render_template(
        "import_preview.html",
        now=now,
        way=_way(),
        upload=upload,
        reading=reading,
        errors=of(Severity.ERROR, problems),
        warnings=of(Severity.WARNING, problems),
        groups=groups(reading, before, request.args.get("table", "")),
        answered=_answered(now, reading),
        has_columns=bool(columns.sheets(reading.outcome.sent)),
        is_late=is_late,
        known_headers=HEADERS,
        table_name=table_name,
        diagnosis=diagnosis,
        kinds=kinds,
    )


def _answered(now: Current, reading: Reading) -> list[str]:
    """Return the names of those whom the files would change, but who answered the form.

    Whether somebody comes is no answer that files would change.
    """
    said = [each.registration for each in now.registrations]
    rows = [each.participant for each in said if not is_mere_presence(now.stored.event, each)]
    known = {folded(each.email or "") for each in rows} | {each.id for each in rows}
    people = [each.record for each in reading.differences.of("participants")]
    found = [now.stored.event.participant_by_id.get(getattr(each, "id", "")) for each in people]
    return [
        each.name
        for each in found
        if each and (each.id in known or (each.email and folded(each.email) in known))
    ]
