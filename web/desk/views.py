"""The page of the desk, and what is pressed there."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.messages import Message, message
from web.access import permitted
from web.agenda.published import published
from web.audit import Action, actor, note
from web.current import Current, current_or_404
from web.desk.roll import Coming, First, Roll, firsts, roll
from web.grid.mends import mends
from web.paging import number_of, page_of
from web.records.people import Person, everybody, somebody
from web.registration import of_participant
from web.rights import Right
from web.services import services
from web.store import arrivals, registrations, versions

desk = Blueprint("desk", __name__, url_prefix="/organiser/events/<event>/desk")

LINES_A_PAGE = 60
COMING: dict[str, Message] = {
    Coming.AWAITED: message("Awaited"),
    Coming.HERE: message("Here"),
    Coming.ABSENT: message("Cannot come"),
}
ACTS = ("here", "back", "absent", "planned")


@desk.get("")
@permitted(Right.GREET)
def show() -> ResponseReturnValue:
    """Show whom the search finds, those awaited first where nothing is searched."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        known, mendable = _roll(connection, now), mends(connection, now)
    text, coming = request.args.get("text", ""), request.args.get("coming", "")
    found = known.found(text, coming if coming in COMING else "")
    return render_template(
        "desk.html",
        event=now.merged.event,
        roll=known,
        mends=mendable,
        found=page_of(found, number_of(request.args), LINES_A_PAGE),
        text=text,
        coming=coming,
        comings=COMING,
        at=request.args.get("at", ""),
    )


@desk.post("/<participant_id>")
@permitted(Right.GREET)
def tell(participant_id: str) -> ResponseReturnValue:
    """Note that somebody is here or cannot come, or take either back."""
    act = request.form.get("act", "")
    if act not in ACTS:
        abort(400)
    with services().database.writing() as connection:
        now = current_or_404(connection)
        person = somebody(now, participant_id) or abort(404)
        _noted(connection, now, person, act)
        note(connection, Action.PRESENCE_NOTED, person.participant.name, act=act)
    return redirect(url_for(".show", **_asked(), at=participant_id), 303)


def _asked() -> dict[str, Any]:
    """Return what the page was asked to show."""
    return {name: request.args[name] for name in ("text", "coming", "page") if name in request.args}


def _noted(connection: Connection, now: Current, person: Person, act: str) -> None:
    if act == "here":
        arrivals.add(connection, now.stored.id, person.participant.id, actor())
    if act in ("back", "absent"):
        arrivals.take_back(connection, now.stored.id, person.participant.id)
    if act != "back":
        _answer(connection, now, person, absent=act == "absent")


def _answer(connection: Connection, now: Current, person: Person, absent: bool) -> None:
    """Let the answers of somebody say whether they come; of people of the files, make answers."""
    row = person.answered
    if row is not None and row.registration.absent != absent:
        said = row.registration.model_copy(update={"absent": absent, "arrives": None})
        registrations.change(connection, row.id, said)
    if row is None and absent:
        answers = of_participant(now.stored.event, person.participant)
        said = answers.model_copy(update={"absent": True})
        registrations.add_vouched(connection, now.stored.id, said)


def _roll(connection: Connection, now: Current) -> Roll:
    arrived = arrivals.of_event(connection, now.stored.id)
    return roll(now.merged.event, arrived, _absent(now), _firsts(connection, now))


def _firsts(connection: Connection, now: Current) -> dict[str, First]:
    version = versions.latest(connection, now.stored.id)
    if version is None:
        return {}
    whole = published(str(connection.engine.url), version)
    return firsts(whole.event, whole.agendas)


def _absent(now: Current) -> list[str]:
    """Return who said that they cannot come."""
    return [
        each.participant.id
        for each in everybody(now)
        if each.answered and each.answered.registration.absent
    ]
