"""The page of the desk, and what is pressed there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.messages import Message, message
from web.access import permitted
from web.agenda.published import published
from web.audit import Action, actor, note
from web.current import Current, current_or_404
from web.desk.noted import Noted, last_noted
from web.desk.roll import Coming, First, Line, Roll, firsts, later, roll
from web.grid.mends import mends
from web.paging import number_of, page_of
from web.records.people import Person, everybody, somebody
from web.registration import Registration, of_participant
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
ACTS = ("here", "back", "absent", "planned", "late")


@dataclass(frozen=True)
class Overtaken:
    """What stands of somebody of whom the page showed something else, and who noted it."""

    line: Line
    noted: Noted | None


@desk.get("")
@permitted(Right.GREET)
def show() -> ResponseReturnValue:
    """Show whom the search finds, those awaited first where nothing is searched."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        known, mendable = _roll(connection, now), mends(connection, now)
    text, coming = request.args.get("text", ""), request.args.get("coming", "")
    found = known.found(text, coming if coming in COMING else "")
    return _page(now, known, mendable, found)


@desk.post("/<participant_id>")
@permitted(Right.GREET)
def tell(participant_id: str) -> ResponseReturnValue:
    """Note that somebody is here, comes later or cannot come, or take it back."""
    act = request.form.get("act", "")
    if act not in ACTS:
        abort(400)
    with services().database.writing() as connection:
        now = current_or_404(connection)
        person = somebody(now, participant_id) or abort(404)
        known = _roll(connection, now)
        line = known.of(participant_id) or abort(404)
        is_news = line.stands != _wanted(now.stored.event, act)
        if is_news and request.form.get("stands", Coming.AWAITED) != line.stands:
            noted = last_noted(connection, now.stored.id, person.names)
            return _page(now, known, mends(connection, now), [line], Overtaken(line, noted)), 409
        if is_news:
            _noted(connection, now, person, act)
            name, own = person.participant.name, person.participant.id
            note(connection, Action.PRESENCE_NOTED, name, act=act, person=own)
    return redirect(url_for(".show", **_asked(), at=participant_id), 303)


def _page(
    now: Current,
    known: Roll,
    mendable: Collection[str],
    found: Sequence[Line],
    overtaken: Overtaken | None = None,
) -> str:
    return render_template(
        "desk.html",
        event=now.merged.event,
        roll=known,
        mends=mendable,
        found=page_of(found, number_of(request.args), LINES_A_PAGE),
        text=request.args.get("text", ""),
        coming=request.args.get("coming", ""),
        comings=COMING,
        at=request.args.get("at", ""),
        later=request.args.get("later", ""),
        overtaken=overtaken,
    )


def _wanted(event: Event, act: str) -> str:
    """Return what would stand of somebody's coming after `act`."""
    if act == "late":
        return later(event.slot_by_id[_arrives(event)].start)
    return act if act in ("here", "absent") else Coming.AWAITED


def _arrives(event: Event) -> str:
    arrives = request.form.get("arrives", "")
    return arrives if arrives in event.slot_by_id else abort(400)


def _asked() -> dict[str, Any]:
    """Return what the page was asked to show."""
    return {name: request.args[name] for name in ("text", "coming", "page") if name in request.args}


def _noted(connection: Connection, now: Current, person: Person, act: str) -> None:
    if act == "here":
        arrivals.add(connection, now.stored.id, person.participant.id, actor())
    if act in ("back", "absent", "late"):
        arrivals.take_back(connection, now.stored.id, person.participant.id)
    if act != "back":
        _answer(connection, now, person, act)


def _answer(connection: Connection, now: Current, person: Person, act: str) -> None:
    """Let the answers of somebody say whether they come; of people of the files, make answers."""
    row, event = person.answered, now.stored.event
    answers = row.registration if row else of_participant(event, person.participant)
    said = answers.model_copy(update=_coming(answers, event, act))
    if row is not None and said != answers:
        registrations.change(connection, row.id, said)
    if row is None and not said.is_as_planned:
        registrations.add_vouched(connection, now.stored.id, said)


def _coming(answers: Registration, event: Event, act: str) -> dict[str, Any]:
    """Return what `act` says of somebody's coming; who is here came when they said they would."""
    if act == "here" and not answers.absent:
        return {}
    return {"absent": act == "absent", "arrives": _arrives(event) if act == "late" else None}


def _roll(connection: Connection, now: Current) -> Roll:
    arrived = arrivals.of_event(connection, now.stored.id)
    answers = _answers(now)
    first = _firsts(connection, now)
    return roll(now.merged.event, arrived, _absent(answers), first, _late(now, answers))


def _answers(now: Current) -> dict[str, Registration]:
    """Return what those of the programme answered who did, by their id."""
    people = everybody(now)
    return {each.participant.id: each.answered.registration for each in people if each.answered}


def _firsts(connection: Connection, now: Current) -> dict[str, First]:
    version = versions.latest(connection, now.stored.id)
    if version is None:
        return {}
    whole = published(str(connection.engine.url), version)
    return firsts(whole.event, whole.agendas)


def _late(now: Current, answers: Mapping[str, Registration]) -> dict[str, datetime]:
    """Return from when on those come who said that they come later."""
    slots = now.merged.event.slot_by_id
    arrivals = {who: each.arrives or "" for who, each in answers.items()}
    return {who: slots[slot].start for who, slot in arrivals.items() if slot in slots}


def _absent(answers: Mapping[str, Registration]) -> list[str]:
    """Return who said that they cannot come."""
    return [who for who, each in answers.items() if each.absent]
