"""Somebody is away on the day: what is past stays, the engine mends the rest with few changes."""

from collections.abc import Mapping

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.moves.repairs import without
from matchmaker.rules.contradictions import contradictions
from web.access import permitted
from web.grid.changes import refused
from web.grid.opening import opened_or_404
from web.grid.solving import queued
from web.languages import say
from web.rights import Right
from web.services import services
from web.store.runs import Wanted
from web.wall_clock import time_at

repairing = Blueprint("repairing", __name__, url_prefix="/organiser/events/<event>/grid")

SECONDS = 10.0


@repairing.get("/<key>/repair")
@permitted(Right.PLAN)
def ask(key: str) -> ResponseReturnValue:
    """Ask who is away, and in which slots."""
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
    event = opened.plan.event
    return render_template("grid_repair.html", opened=opened, event=event, next=_next(event))


@repairing.post("/<key>/repair")
@permitted(Right.PLAN)
def repair(key: str) -> ResponseReturnValue:
    """Queue a run that mends the programme without them."""
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
    who = opened.plan.event.participant_by_id.get(request.form.get("who", "")) or abort(400)
    past, gone = slots_of(opened.plan.event, request.form)
    left = without(opened.plan, who.id, gone, past)
    broken = contradictions(left.event)
    if broken:
        return refused(opened, broken)
    title = say(message("Without {name}", name=who.name))[:120]
    return queued(opened, left.event, Wanted(SECONDS, hint=left.timetable, title=title))


def slots_of(event: Event, asked: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the slots that are past, and those in which somebody is away.

    They are away from the slot `since` on; until the slot `until`, where it is given.
    """
    order = list(event.slot_by_id)
    since, until = asked.get("since", ""), asked.get("until", "")
    if since not in order or until not in ("", *order):
        abort(400)
    first = order.index(since)
    last = order.index(until) if until else len(order)
    return order[:first], order[first:last]


def _next(event: Event) -> str:
    """Return the first slot that has not begun, of the day; the first of all on other days."""
    now = time_at(event)
    is_today = event.slots[0].start.date() == now.date()
    later = (each.id for each in event.slots if each.start >= now)
    return next(later, event.slots[-1].id) if is_today else event.slots[0].id
