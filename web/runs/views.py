"""Starting the engine, watching it, reading its certificate."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request
from flask import url_for as url
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import current_or_404
from web.documents.kinds import KINDS
from web.documents.papers import PAPERS, papers_of
from web.rights import Right
from web.runs.ruler import ruler
from web.runs.stages import STAGES, STATES
from web.runs.times import TIME_LIMITS, USUAL_LIMIT
from web.services import services
from web.store import results
from web.store import runs as store
from web.store.runs import Run, Wanted

runs = Blueprint("runs", __name__, url_prefix="/organiser/events/<event>/runs")


@runs.post("")
@permitted(Right.PLAN)
def begin() -> ResponseReturnValue:
    """Queue a run on the event as it stands now."""
    seconds = request.form.get("seconds", USUAL_LIMIT, type=int)
    if seconds not in TIME_LIMITS:
        abort(400)
    with services().database.writing() as connection:
        now = current_or_404(connection)
        wanted = Wanted(seconds, started_by=actor())
        key = store.add(connection, now.stored.id, now.merged.event, wanted)
        note(connection, Action.RUN_STARTED, key, seconds=seconds)
    return redirect(url(".show", key=key), 303)


@runs.get("/<key>")
@permitted(Right.SEE)
def show(key: str) -> ResponseReturnValue:
    """Show how far the run is, and its certificate and documents when it ended."""
    with services().database.reading() as connection:
        run = _run(connection, key)
        certificate = results.certificate_of(connection, run.id)
        printed = results.documents_of(connection, run.id)
        event = store.event_of(connection, run.id)
    return render_template(
        "run.html",
        run=run,
        event=event,
        certificate=None if run.is_under_way else certificate,
        ruler=ruler(certificate) if certificate else None,
        documents=_by_kind(printed),
        stages=STAGES,
        states=STATES,
        kinds=KINDS,
        papers=PAPERS,
    )


@runs.get("/<key>/progress")
@permitted(Right.SEE)
def progress(key: str) -> ResponseReturnValue:
    """Give the part of the page that changes; asks for the whole page when the run ended."""
    with services().database.reading() as connection:
        run = _run(connection, key)
    fragment = render_template("progress.html", run=run, stages=STAGES, states=STATES)
    response: Response = make_response(fragment)
    if not run.is_under_way:
        response.headers["HX-Refresh"] = "true"
    return response


@runs.post("/<key>/cancel")
@permitted(Right.PLAN)
def cancel(key: str) -> ResponseReturnValue:
    """Ask the engine to stop with the best it has."""
    with services().database.writing() as connection:
        _run(connection, key)
        store.request_cancel(connection, key)
        note(connection, Action.RUN_CANCELLED, key)
    return redirect(url(".show", key=key), 303)


@runs.post("/<key>/restart")
@permitted(Right.PLAN)
def restart(key: str) -> ResponseReturnValue:
    """Queue a failed run again."""
    with services().database.writing() as connection:
        _run(connection, key)
        store.restart(connection, key)
        note(connection, Action.RUN_RESTARTED, key)
    return redirect(url(".show", key=key), 303)


@runs.post("/<key>/print")
@permitted(Right.PLAN)
def reprint(key: str) -> ResponseReturnValue:
    """Queue the documents of an ended run to be printed on the paper chosen."""
    forms = papers_of(request.form)
    if forms is None:
        abort(400)
    with services().database.writing() as connection:
        run = _run(connection, key)
        if results.certificate_of(connection, run.id) is None:
            abort(404)
        store.reprint(connection, key, forms)
        note(connection, Action.DOCUMENTS_PRINTED, key, **forms)
    return redirect(url(".show", key=key), 303)


def _run(connection: Connection, key: str) -> Run:
    return store.find(connection, here.event_id(), key) or abort(404)


def _by_kind(printed: list[results.Document]) -> dict[str, list[results.Document]]:
    kinds: dict[str, list[results.Document]] = {}
    for each in printed:
        kinds.setdefault(each.kind, []).append(each)
    return kinds
