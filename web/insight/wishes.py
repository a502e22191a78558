"""Why wishes are unmet, wish by wish, and what mends them one click away."""

from flask import (
    Blueprint,
    abort,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.locks import MeetingLock
from matchmaker.messages import message
from matchmaker.moves.plan import Plan
from matchmaker.people import Wish
from matchmaker.reasons.explain import BEYOND_REPAIR
from matchmaker.reasons.reason import Fix
from matchmaker.variations import changed
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import stored_or_404
from web.grid import sentences
from web.insight.explained import Asked, asked_or_404, shown
from web.insight.subject import subject
from web.insight.unmet import KINDS, Sought, listing, reasons_of
from web.languages import say
from web.paging import number_of
from web.rights import Right
from web.runs.times import USUAL_LIMIT
from web.services import services
from web.store import drafts, run_queue, runs, versions
from web.store.run_queue import Wanted
from web.store.sentences import packed

unmet = Blueprint("unmet", __name__, url_prefix="/organiser/events/<event>/wishes")

LISTED = 20


@unmet.get("")
@permitted(Right.SEE)
def show() -> ResponseReturnValue:
    """List the unmet wishes with their reasons."""
    sought = Sought(
        request.args.get("obstacle", ""),
        request.args.get("who", ""),
        number_of(request.args),
    )
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        about = subject(connection, stored.id, request.args)
        found = reasons_of(connection, about) if about else ()
        listed = runs.newest(connection, stored.id, LISTED)
        editions = versions.history(connection, stored.id)
    if about is None and ("run" in request.args or "version" in request.args):
        abort(404)
    return render_template(
        "unmet.html",
        stored=stored,
        subject=about,
        sought=sought,
        listing=None if found is None else listing(found, sought),
        kinds=KINDS,
        runs=listed,
        editions=editions,
    )


@unmet.get("/<wisher>/<wished>")
@permitted(Right.SEE)
def one(wisher: str, wished: str) -> ResponseReturnValue:
    """Explain one unmet wish and offer what mends it."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        asked = asked_or_404(connection, stored.id, (wisher, wished))
    return render_template(
        "unmet_one.html",
        stored=stored,
        kinds=KINDS,
        may_solve=asked.reason.obstacle not in BEYOND_REPAIR,
        **shown(asked),
    )


@unmet.post("/<wisher>/<wished>/fix")
@permitted(Right.PLAN)
def fix(wisher: str, wished: str) -> ResponseReturnValue:
    """Apply the fix to a working copy, in which it can be undone."""
    with services().database.writing() as connection:
        asked = asked_or_404(connection, here.event_id(), (wisher, wished))
        mended = asked.fix or abort(404)
        run_id = asked.about.run_id or abort(404)
        key = _with_fix(connection, asked, mended, run_id)
        steps = [packed(each) for each in mended.steps]
        note(connection, Action.FIX_APPLIED, f"{wisher} → {wished}", draft=key, steps=steps)
    return redirect(url_for("grid.tables", key=key), 303)


@unmet.post("/<wisher>/<wished>/lock")
@permitted(Right.PLAN)
def lock(wisher: str, wished: str) -> ResponseReturnValue:
    """Queue a run in which the two meet and the rest is solved around them."""
    with services().database.writing() as connection:
        asked = asked_or_404(connection, here.event_id(), (wisher, wished))
        if asked.reason.obstacle in BEYOND_REPAIR:
            abort(404)
        content = asked.about.content
        locks = (*content.event.locked_meetings, _lock(asked.reason.wish))
        wanted = Wanted(
            USUAL_LIMIT,
            hint=content.timetable,
            title=_title(asked),
            started_by=actor(),
        )
        event = changed(content.event, locked_meetings=locks)
        key = run_queue.add(connection, here.event_id(), event, wanted)
        note(connection, Action.FIX_APPLIED, f"{wisher} → {wished}", run=key)
    return redirect(url_for("runs.show", key=key), 303)


def _with_fix(connection: Connection, asked: Asked, mended: Fix, run_id: int) -> str:
    """Make a draft of the timetable whose first step is the fix; return its key."""
    before = Plan(mended.event, asked.about.content.timetable)
    event_id, who = here.event_id(), actor()
    key = drafts.begin(connection, event_id, run_id, before, sentences.BEGUN, who)
    draft = drafts.find(connection, event_id, key) or abort(404)
    after = Plan(mended.event, mended.timetable)
    said = message("Mended: {names} meet.", names=_names(asked))
    drafts.change(connection, draft, drafts.FIRST, after, said, who)
    return key


def _lock(wish: Wish) -> MeetingLock:
    return MeetingLock(participant_a=wish.wisher, participant_b=wish.wished)


def _title(asked: Asked) -> str:
    return say(message("With {names}", names=_names(asked)))[:120]


def _names(asked: Asked) -> str:
    people = asked.about.content.event.participant_by_id
    wish = asked.reason.wish
    return " & ".join(people[each].name for each in (wish.wisher, wish.wished))
