"""Runs of the engine: starting, watching and cancelling them, and what they gave."""

from flask import Response, abort, url_for
from sqlalchemy import Connection

from matchmaker.certificate import Certificate
from matchmaker.timetable import Timetable
from web import here
from web.api.operations import JSON, operation
from web.api.problems import Refusal
from web.api.values import RunList, RunOrder, RunStatus
from web.audit import Action, actor, note
from web.current import current_or_404
from web.languages import say
from web.rights import Right
from web.services import services
from web.store import results, run_queue, runs
from web.store.run_queue import Wanted
from web.store.runs import Run

RUNS = "/events/<event>/runs"
RUN = f"{RUNS}/<run_key>"
LISTED = 100


@operation(
    "POST",
    RUNS,
    Right.PLAN,
    RunStatus,
    status=202,
    takes=RunOrder,
    faults=(404, 413, 415, 422),
)
def start_run(body: RunOrder) -> Response:
    """Queue a run of the engine on the event as it stands; its address is in Location."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        wanted = Wanted(body.seconds, body.seed, title=body.title, started_by=actor())
        key = run_queue.add(connection, now.stored.id, now.merged.event, wanted)
        note(connection, Action.RUN_STARTED, key, seconds=body.seconds)
        status = _status(_found(connection, key))
    response = Response(status.model_dump_json(), 202, mimetype=JSON)
    response.headers["Location"] = url_for("api.get_run", run_key=key)
    return response


@operation("GET", RUNS, Right.SEE, RunList, faults=(404,))
def list_runs() -> RunList:
    """List the last hundred runs, the newest first."""
    with services().database.reading() as connection:
        return RunList(runs=tuple(map(_status, runs.newest(connection, here.event_id(), LISTED))))


@operation("GET", RUN, Right.SEE, RunStatus, faults=(404,))
def get_run(run_key: str) -> RunStatus:
    """Tell where a run stands."""
    with services().database.reading() as connection:
        return _status(_found(connection, run_key))


@operation("POST", f"{RUN}/cancel", Right.PLAN, RunStatus, status=202, faults=(404, 409))
def cancel_run(run_key: str) -> RunStatus:
    """Ask a run that is under way to end with the best that it has."""
    with services().database.writing() as connection:
        if not _found(connection, run_key).is_under_way:
            raise Refusal(409)
        run_queue.request_cancel(connection, run_key)
        note(connection, Action.RUN_CANCELLED, run_key)
        return _status(_found(connection, run_key))


@operation("GET", f"{RUN}/timetable", Right.SEE, Timetable, faults=(404,))
def get_timetable(run_key: str) -> Timetable:
    """Give the timetable of a run that has one."""
    return _kept(run_key)[0]


@operation("GET", f"{RUN}/certificate", Right.SEE, Certificate, faults=(404,))
def get_certificate(run_key: str) -> Certificate:
    """Give the certificate of a run that has one."""
    return _kept(run_key)[1]


def _kept(run_key: str) -> tuple[Timetable, Certificate]:
    with services().database.reading() as connection:
        return results.kept(connection, _found(connection, run_key).id) or abort(404)


def _found(connection: Connection, run_key: str) -> Run:
    return runs.find(connection, here.event_id(), run_key) or abort(404)


def _status(run: Run) -> RunStatus:
    told = {name: getattr(run, name) for name in RunStatus.model_fields if name != "failure"}
    return RunStatus(**told, failure="" if run.failure is None else say(run.failure))
