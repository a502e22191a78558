"""What other numbers of tables, slots and interpreters would bring: asked here, then worked out."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request
from flask import url_for as url
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.documents.drawing import Drawing
from matchmaker.documents.heat_map import heat_map
from matchmaker.documents.vector import svg
from matchmaker.documents.whatif_chart import whatif_chart
from matchmaker.documents.wording import words
from matchmaker.event import Event
from matchmaker.prospects import Survey, cases
from matchmaker.resources import amount
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import current_or_404, stored_or_404
from web.insight.asking import SECONDS, USUAL_SECONDS, Asked, asked, variables
from web.insight.series import series_of
from web.languages import language
from web.rights import Right
from web.runs.stages import STATES
from web.services import services
from web.store import surveys as store
from web.store.surveys import Question, Study

whatif = Blueprint("whatif", __name__, url_prefix="/organiser/events/<event>/whatif")


@whatif.get("")
@permitted(Right.SEE)
def show() -> ResponseReturnValue:
    """Ask what to vary, and list what was asked before."""
    return _form(Asked({}, USUAL_SECONDS, {}), {})


@whatif.post("")
@permitted(Right.PLAN)
def begin() -> ResponseReturnValue:
    """Queue a survey of the event as it stands now."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        wanted = asked(now.merged.event, request.form)
        if not wanted.faults:
            question = _question(now.merged.event, wanted)
            key = store.add(connection, now.stored.id, now.merged.event, question, actor())
            note(connection, Action.SURVEY_STARTED, key, cases=len(question.cases))
    if wanted.faults:
        return _form(wanted, request.form), 422
    return redirect(url(".one", key=key), 303)


@whatif.get("/<key>")
@permitted(Right.SEE)
def one(key: str) -> ResponseReturnValue:
    """Show what is known so far, as tables and charts."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        study = _study(connection, key)
        event = store.event_of(connection, study.id)
    return render_template("survey.html", stored=stored, states=STATES, **_shown(study, event))


@whatif.get("/<key>/progress")
@permitted(Right.SEE)
def progress(key: str) -> ResponseReturnValue:
    """Give the part of the page that grows; asks for the whole page when all is known."""
    with services().database.reading() as connection:
        study = _study(connection, key)
        event = store.event_of(connection, study.id)
    fragment = render_template("survey_findings.html", states=STATES, **_shown(study, event))
    response: Response = make_response(fragment)
    if not study.is_under_way:
        response.headers["HX-Refresh"] = "true"
    return response


@whatif.post("/<key>/cancel")
@permitted(Right.PLAN)
def cancel(key: str) -> ResponseReturnValue:
    """Stop with what is known."""
    with services().database.writing() as connection:
        _study(connection, key)
        store.request_cancel(connection, key)
        note(connection, Action.RUN_CANCELLED, key)
    return redirect(url(".one", key=key), 303)


@whatif.get("/<key>/chart.svg")
@permitted(Right.SEE)
def chart(key: str) -> ResponseReturnValue:
    """Draw wishes met and value against each resource."""
    return _sent(key, _chart)


@whatif.get("/<key>/grid.svg")
@permitted(Right.SEE)
def heat(key: str) -> ResponseReturnValue:
    """Draw the wishes met for every combination of two resources."""
    return _sent(key, _heat)


def _form(wanted: Asked, typed: Mapping[str, str]) -> str:
    with services().database.reading() as connection:
        now = current_or_404(connection)
        studies = store.newest(connection, now.stored.id)
    return render_template(
        "surveys.html",
        stored=now.stored,
        event=now.merged.event,
        variables=variables(now.merged.event),
        asked=wanted,
        typed=typed,
        seconds=SECONDS,
        studies=studies,
        states=STATES,
    )


def _question(event: Event, wanted: Asked) -> Question:
    resources = tuple(wanted.numbers)
    now = tuple(amount(event, each) for each in resources)
    tried = cases(now, [wanted.numbers[each] for each in resources])
    total = sum(not each.is_veto for each in event.wishes)
    return Question(resources, now, tuple(tried), float(wanted.seconds), total)


def _study(connection: Connection, key: str) -> Study:
    return store.find(connection, here.event_id(), key) or abort(404)


def _shown(study: Study, event: Event) -> dict[str, object]:
    survey = study.survey
    return {
        "study": study,
        "event": event,
        "survey": survey,
        "series": series_of(event, survey),
        "chart": None if study.is_under_way else _chart(event, survey),
        "heat": None if study.is_under_way else _heat(event, survey),
        "impossible": study.findings.impossible or {},
    }


def _chart(event: Event, survey: Survey) -> Drawing | None:
    """Return the chart of each resource; None where too little is known for one."""
    return whatif_chart(event, survey, words(language())) if survey.has_series else None


def _heat(event: Event, survey: Survey) -> Drawing | None:
    """Return the chart of two resources at once; None where too little is known for one."""
    known = survey.has_series and survey.axes is not None
    return heat_map(event, survey, words(language())) if known else None


def _sent(key: str, drawn: Callable[[Event, Survey], Drawing | None]) -> ResponseReturnValue:
    with services().database.reading() as connection:
        study = _study(connection, key)
        event = store.event_of(connection, study.id)
    drawing = drawn(event, study.survey) or abort(404)
    return Response(svg(drawing), mimetype="image/svg+xml")
