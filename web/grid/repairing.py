"""Somebody is away on the day: what it changes is shown first, then done by hand or by the engine.

At once there are new meetings in free places, by which few people are concerned. The engine may
move others to find more; either way no more hear of it than the organiser says.
"""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.moves.absence import USUAL_OTHERS, Absence
from matchmaker.moves.plan import Plan
from matchmaker.people import Participant
from matchmaker.rules.contradictions import contradictions
from matchmaker.stranded import stranded
from solver.collecting import without_collecting
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import current_or_404
from web.grid.absence import absence_of
from web.grid.changes import overtaken, refused
from web.grid.opening import Opened, opened_or_404
from web.grid.sentences import BEGUN, of_absence
from web.grid.solving import queued
from web.languages import local_text, say
from web.rights import Right
from web.services import services
from web.store import drafts
from web.store.mendings import mending_of
from web.store.runs import Wanted
from web.versions.rows import difference
from web.wall_clock import time_at

repairing = Blueprint("repairing", __name__, url_prefix="/organiser/events/<event>/grid")

SECONDS = 10.0


@repairing.get("/<key>/repair")
@permitted(Right.PLAN)
def ask(key: str) -> ResponseReturnValue:
    """Ask who is away, and in which slots; once that is said, show what it changes for whom."""
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
        present = current_or_404(connection).merged.event
    event = opened.plan.event
    absence = absence_of(opened.plan, request.args) if request.args.get("who") else None
    if absence is not None:
        with without_collecting():
            broken = contradictions(absence.left.event)
        if broken:
            return refused(opened, broken)
    return render_template(
        "grid_repair.html",
        opened=opened,
        event=event,
        **_choice(opened.plan, present),
        absence=absence,
        difference=_difference(absence) if absence else None,
        asked={"since": next_slot(event), "others": USUAL_OTHERS, **request.args},
    )


@repairing.post("/<key>/repair/take")
@permitted(Right.PLAN)
def take(key: str) -> ResponseReturnValue:
    """Take over what was shown, into a working copy in which it can be undone."""
    opened = _opened(key)
    absence = absence_of(opened.plan, request.form)
    if request.form.get("step", type=int) != opened.step:
        return overtaken(key, of_absence(absence.who))
    with services().database.writing() as connection:
        new = _begun(connection, opened, absence)
        note(connection, Action.DRAFT_BEGUN, new, without=absence.who.id, others=absence.others)
    return redirect(url_for("grid.tables", key=new), 303)


@repairing.post("/<key>/repair")
@permitted(Right.PLAN)
def repair(key: str) -> ResponseReturnValue:
    """Queue a run that mends the programme without them, for as few to hear of it as was asked."""
    opened = _opened(key)
    absence = absence_of(opened.plan, request.form)
    broken = contradictions(absence.left.event)
    if broken:
        return refused(opened, broken)
    wanted = Wanted(
        SECONDS,
        hint=opened.plan.timetable,
        title=say(of_absence(absence.who))[:120],
        mending=mending_of(absence),
    )
    return queued(opened, absence.left.event, wanted)


def _opened(key: str) -> Opened:
    with services().database.reading() as connection:
        return opened_or_404(connection, key)


def _choice(plan: Plan, present: Event) -> dict[str, list[Participant]]:
    """Return whom the plan counts on who are not there, and all others."""
    found = stranded(plan.event, plan.timetable, present)
    away = {each.participant.id for each in found}
    people = plan.event.participants
    others = [each for each in people if each.id not in away]
    return {"away": [each.participant for each in found], "others": others}


def _difference(absence: Absence) -> object:
    with without_collecting():
        return difference(absence.plan, absence.mended, local_text)


def _begun(connection: Connection, opened: Opened, absence: Absence) -> str:
    """Begin a draft of the event without them, whose first step leads to what was shown."""
    event_id, mended = here.event_id(), absence.mended
    before = Plan(mended.event, opened.plan.timetable)
    key = drafts.begin(connection, event_id, opened.draft.run_id, before, BEGUN, actor())
    draft = drafts.find(connection, event_id, key) or abort(404)
    drafts.change(connection, draft, drafts.FIRST, mended, of_absence(absence.who), actor())
    return key


def next_slot(event: Event) -> str:
    """Return the first slot that has not begun, of the day; the first of all on other days."""
    now = time_at(event)
    is_today = event.slots[0].start.date() == now.date()
    later = (each.id for each in event.slots if each.start >= now)
    return next(later, event.slots[-1].id) if is_today else event.slots[0].id
