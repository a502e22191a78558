"""Asking the engine for what mends an unmet wish: found by the worker between runs."""

from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import stored_or_404
from web.insight.explained import asked_or_404, shown
from web.rights import Right
from web.services import services
from web.store import searches

seeking = Blueprint("seeking", __name__, url_prefix="/organiser/events/<event>/wishes")


@seeking.get("/<wisher>/<wished>/search")
@permitted(Right.SEE)
def progress(wisher: str, wished: str) -> ResponseReturnValue:
    """Give the part of the page that tells of the search; asks for the whole page at its end."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        asked = asked_or_404(connection, stored.id, (wisher, wished))
    response: Response = make_response(render_template("unmet_search.html", **shown(asked)))
    if asked.search is None or not asked.search.is_under_way:
        response.headers["HX-Refresh"] = "true"
    return response


@seeking.post("/<wisher>/<wished>/search")
@permitted(Right.PLAN)
def seek(wisher: str, wished: str) -> ResponseReturnValue:
    """Queue a search for what mends it, unless one is under way."""
    with services().database.writing() as connection:
        asked = asked_or_404(connection, here.event_id(), (wisher, wished))
        run_id = asked.about.run_id
        if not asked.may_seek or run_id is None:
            abort(404)
        if asked.search is None or not asked.search.is_under_way:
            searches.add(connection, here.event_id(), run_id, (wisher, wished), actor())
            note(connection, Action.SEARCH_STARTED, f"{wisher} → {wished}")
    names: dict[str, Any] = dict(asked.about.name)
    return redirect(url_for("unmet.one", wisher=wisher, wished=wished, **names), 303)
