"""A new event from files, in the same steps: sent, their columns understood, looked at, made."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matchmaker.errors import Severity
from matchmaker.event import Event
from matchmaker.registrations.takeover.beginning import begun
from matchmaker.registrations.takeover.outcome import Outcome
from matchmaker.registrations.takeover.remedies import on_the_page
from web.access import administrator
from web.audit import Action, note
from web.here import is_about
from web.imports import columns
from web.imports.headers import HEADERS
from web.imports.kinds import kinds
from web.imports.labels import table_name
from web.imports.reading import guide_of, sources_of
from web.imports.steps import Way, asked, diagnosis, dropped, matched, of, received, settled
from web.services import services
from web.store import imports as store
from web.store import uploads
from web.store.uploads import Upload

founding = Blueprint("founding", __name__, url_prefix="/organiser/new-from-files")

WAY = Way("founding", None)


@founding.get("")
@administrator
def choose() -> ResponseReturnValue:
    """Ask for the files."""
    return asked(WAY)


@founding.post("")
@administrator
def upload() -> ResponseReturnValue:
    """Let the files wait; there is no event yet."""
    return received(WAY)


@founding.get("/<key>/columns")
@administrator
def match(key: str) -> ResponseReturnValue:
    """Show each column with some of what stands in it, and the field that it is taken for."""
    return matched(WAY, _waiting(key))


@founding.post("/<key>/columns")
@administrator
def settle(key: str) -> ResponseReturnValue:
    """Keep which column holds which field."""
    return settled(WAY, key)


@founding.get("/<key>")
@administrator
def preview(key: str) -> ResponseReturnValue:
    """Show every problem, and the event that there would be."""
    found = _waiting(key)
    return _previewed(found, _outcome(found))


@founding.post("/<key>")
@administrator
def take(key: str) -> ResponseReturnValue:
    """Make the event as it was shown."""
    found = _waiting(key)
    outcome = _outcome(found)
    if outcome.event is None:
        return _previewed(found, outcome), 422
    report_key = _made(found, outcome, outcome.event)
    return redirect(url_for("imports.report", key=report_key), 303)


@founding.post("/<key>/drop")
@administrator
def drop(key: str) -> ResponseReturnValue:
    """Forget the files."""
    return dropped(WAY, key)


def _waiting(key: str) -> Upload:
    with services().database.reading() as connection:
        return WAY.waiting(connection, key)


def _outcome(found: Upload) -> Outcome:
    outcome = begun(sources_of(found), guide_of(found))
    return replace(outcome, problems=on_the_page(outcome.problems))


def _made(found: Upload, outcome: Outcome, event: Event) -> str:
    """Keep the event, closed as yet; the files wait no longer, what was said is remembered."""
    with services().database.writing() as connection:
        WAY.waiting(connection, found.key)
        # Nobody finds it before its organisers have looked at it.
        made = services().events.add(connection, event, is_open=False)
        is_about(made.key, made.id)
        uploads.drop(connection, None, found.key)
        uploads.remember(connection, made.id, found.columns)
        note(connection, Action.EVENT_MADE, made.key, files=found.names)
        return store.add(connection, made.id, found.names, outcome.problems, accepted=True)


def _previewed(found: Upload, outcome: Outcome) -> str:
    return render_template(
        "import_beginning.html",
        way=WAY,
        upload=found,
        event=outcome.event,
        errors=of(Severity.ERROR, outcome.problems),
        warnings=of(Severity.WARNING, outcome.problems),
        sent=outcome.sent,
        known_headers=HEADERS,
        table_name=table_name,
        has_columns=bool(columns.sheets(outcome.sent)),
        has_programme=outcome.sent.has_programme,
        diagnosis=diagnosis,
        kinds=kinds,
    )
