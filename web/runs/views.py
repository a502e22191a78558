"""Starting the engine, watching it, reading its certificate."""

from collections.abc import Mapping

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request
from flask import url_for as url
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.certificate import Certificate
from matchmaker.event import Event
from matchmaker.planning.readiness import lacking
from matchmaker.statistics import Statistics
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import Current, current_or_404
from web.documents.kinds import KINDS
from web.documents.papers import PAPERS, papers_of
from web.rights import Right
from web.runs.ordering import LONGEST_TITLE, Order, order
from web.runs.ruler import ruler
from web.runs.stages import STAGES, STATES
from web.runs.times import TIME_LIMITS
from web.services import services
from web.store import results, run_queue, versions
from web.store import runs as store
from web.store.run_queue import Wanted
from web.store.runs import Run

runs = Blueprint("runs", __name__, url_prefix="/organiser/events/<event>/runs")

LISTED = 50


@runs.get("")
@permitted(Right.SEE)
def index() -> ResponseReturnValue:
    """List the runs, to be opened or compared."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        found = store.newest(connection, now.stored.id, LISTED)
        certificates = results.certificates_of(connection, [each.id for each in found])
        latest = versions.history(connection, now.stored.id)[:1]
    return render_template(
        "runs.html",
        now=now,
        runs=found,
        certificates=certificates,
        states=STATES,
        published=latest[0] if latest else None,
    )


@runs.get("/new")
@permitted(Right.PLAN)
def plan() -> ResponseReturnValue:
    """Ask what the next run is to do."""
    return _plan(order({}), {})


@runs.post("")
@permitted(Right.PLAN)
def begin() -> ResponseReturnValue:
    """Queue a run on the event as it stands now; one in which nothing can be planned gets none."""
    wanted, key = order(request.form), None
    if not wanted.faults:
        with services().database.writing() as connection:
            now = current_or_404(connection)
            key = None if lacking(now.merged.event) else _queued(connection, now, wanted)
    if key is None:
        return _plan(wanted, request.form), 422
    return redirect(url(".show", key=key), 303)


def _queued(connection: Connection, now: Current, wanted: Order) -> str:
    start = store.find(connection, now.stored.id, wanted.start)
    kept = results.kept(connection, start.id) if start else None
    asked = Wanted(
        wanted.seconds,
        wanted.seed,
        hint=kept[0] if kept else None,
        title=wanted.title,
        started_by=actor(),
    )
    key = run_queue.add(connection, now.stored.id, wanted.of(now.merged.event), asked)
    note(connection, Action.RUN_STARTED, key, seconds=wanted.seconds, seed=wanted.seed)
    return key


@runs.post("/<key>/title")
@permitted(Right.PLAN)
def call(key: str) -> ResponseReturnValue:
    """Give the run a title."""
    title = request.form.get("title", "").strip()[:LONGEST_TITLE]
    with services().database.writing() as connection:
        _run(connection, key)
        store.call(connection, key, title)
        note(connection, Action.RUN_CALLED, key, title=title)
    return redirect(url(".show", key=key), 303)


@runs.get("/<key>")
@permitted(Right.SEE)
def show(key: str) -> ResponseReturnValue:
    """Show how far the run is, and its certificate and documents when it ended."""
    with services().database.reading() as connection:
        run = _run(connection, key)
        kept = results.kept(connection, run.id)
        printed = results.documents_of(connection, run.id)
        event = store.event_of(connection, run.id)
    certificate = kept[1] if kept else None
    return render_template(
        "run.html",
        run=run,
        event=event,
        certificate=None if run.is_under_way else certificate,
        without_meeting=Statistics(event, kept[0]).without_meeting if kept else 0,
        tables_taken=_share_of_tables(event, certificate) if certificate else 0.0,
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
        run_queue.request_cancel(connection, key)
        note(connection, Action.RUN_CANCELLED, key)
    return redirect(url(".show", key=key), 303)


@runs.post("/<key>/restart")
@permitted(Right.PLAN)
def restart(key: str) -> ResponseReturnValue:
    """Queue a failed run again."""
    with services().database.writing() as connection:
        _run(connection, key)
        run_queue.restart(connection, key)
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
        run_queue.reprint(connection, key, forms)
        note(connection, Action.DOCUMENTS_PRINTED, key, **forms)
    return redirect(url(".show", key=key), 303)


def _plan(wanted: Order, typed: Mapping[str, str]) -> str:
    with services().database.reading() as connection:
        now = current_or_404(connection)
        found = store.newest(connection, now.stored.id)
        known = results.certificates_of(connection, [each.id for each in found])
        latest = versions.latest(connection, now.stored.id)
    return render_template(
        "run_order.html",
        now=now,
        event=now.merged.event,
        order=wanted,
        lacking=lacking(now.merged.event),
        typed=typed,
        starts=[each for each in found if each.id in known],
        is_published=latest is not None and latest.edition.run_id is not None,
        time_limits=TIME_LIMITS,
    )


def _run(connection: Connection, key: str) -> Run:
    return store.find(connection, here.event_id(), key) or abort(404)


def _by_kind(printed: list[results.Document]) -> dict[str, list[results.Document]]:
    kinds: dict[str, list[results.Document]] = {}
    for each in printed:
        kinds.setdefault(each.kind, []).append(each)
    return kinds


def _share_of_tables(event: Event, certificate: Certificate) -> float:
    """Return which share of tables, each counted in every slot, has a meeting."""
    return certificate.meetings / max(1, len(event.tables) * len(event.slots))
