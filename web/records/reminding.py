"""Who has not wished for anybody yet, and a mail to remind them: once a day at most."""

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.people import Participant
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.links import desk, public
from web.mails.private_link import WITHOUT_WISHES, language_of, written
from web.records.people import Person, everybody
from web.rights import Right
from web.services import services
from web.store import links, mails
from web.store.links import Scope
from web.wall_clock import time_at

reminding = Blueprint("reminding", __name__, url_prefix="/organiser/events/<event>/reminders")


@reminding.get("")
@permitted(Right.PREPARE)
def ask() -> ResponseReturnValue:
    """Show whom one can remind, with what is written in each language, and whom to ring."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    people = unwishing(now)
    reached = [each.participant for each in people if each.participant.email]
    return render_template(
        "reminders.html",
        people=people,
        samples=_samples(now, reached),
        written=int(request.args["written"]) if request.args.get("written", "").isdigit() else None,
    )


@reminding.post("")
@permitted(Right.PREPARE)
def send() -> ResponseReturnValue:
    """Put a mail to those who are ticked into the outbox, unless one went to them today."""
    ticked = set(request.form.getlist("person"))
    with services().database.writing() as connection:
        now = current_or_404(connection)
        chosen = [
            each
            for each in unwishing(now)
            if each.participant.id in ticked and each.participant.email
        ]
        count = _put(connection, now, chosen)
        note(connection, Action.REMINDED, str(count))
    return redirect(url_for(".ask", written=count), 303)


def unwishing(now: Current) -> list[Person]:
    """Return who comes and wishes for nobody yet."""
    return [
        each
        for each in everybody(now)
        if not each.wishes and not (each.answered and each.answered.registration.absent)
    ]


def _put(connection: Connection, now: Current, chosen: Sequence[Person]) -> int:
    day = time_at(now.stored.event).date()
    names = [each.answered_as for each in chosen]
    until = links.end_of(now.stored.event)
    tokens = desk(now.stored.id, Scope.OWN).given(connection, names, until)
    count = 0
    for each in chosen:
        own = each.participant
        address = _address(tokens[each.answered_as])
        letter = written(now.stored.event, own, address, WITHOUT_WISHES)
        count += mails.add_once(connection, now.stored.id, letter, own.id, f"reminder-{day}")
    return count


def _samples(now: Current, people: Iterable[Participant]) -> list[tuple[str, str, str]]:
    """Return language, subject and text of a mail in each language in which one is written."""
    first: dict[str, Participant] = {}
    for each in people:
        first.setdefault(language_of(now.stored.event, each), each)
    address = unquote(_address("…"))
    letters = [written(now.stored.event, each, address, WITHOUT_WISHES) for each in first.values()]
    return [(each.language, each.subject, each.body) for each in letters]


def _address(token: str) -> str:
    return public(url_for("wishes.show", link=token))
