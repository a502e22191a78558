"""Changing one's answers later; wishes and presence have pages of their own."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from web import languages
from web.access import everybody
from web.audit import Action, note
from web.current import Current
from web.faults import page
from web.limits import limiter, registration_limit
from web.mails.confirmation import written
from web.registration import Registration
from web.registrations.addresses import TAKEN, address_of, refuse_address_of_files
from web.registrations.answers import answers_of, carried_over, mark_of
from web.registrations.conflict import Conflict
from web.registrations.form import Form
from web.registrations.form_page import form_in, form_page, switched
from web.registrations.mine import mine_or_404, plainly_mine
from web.registrations.opening import refuse_if_closed
from web.registrations.options import Options, options
from web.registrations.stale import STALE
from web.services import services
from web.store import mails
from web.store import registrations as store
from web.store.registrations import AddressTaken, StoredRegistration

editing = Blueprint("editing", __name__, url_prefix="/registration/<link>/edit")


class Overtaken(Exception):  # noqa: N818 -- an answer to the registrant, not a fault
    """The answers changed since the form was opened; its only argument says what is stored."""


@editing.get("")
@everybody
def show(link: str) -> ResponseReturnValue:
    """Show the form as it was answered."""
    _, mine, offered = _opened(link)
    return form_page(offered, answers_of(mine.registration, offered.tags))


@editing.post("")
@limiter.limit(registration_limit)
@everybody
def change(link: str) -> ResponseReturnValue:
    """Replace the answers, or show the form again with everything that was typed."""
    now, mine, offered = _opened(link)
    if chosen := switched():
        return form_in(chosen, offered)
    form = Form(request.form, offered, languages.language())
    registration = form.registration(mine.registration.participant.id)
    if registration is None:
        return form_page(offered, request.form, form.errors), 422
    try:
        _replace(now, registration, link)
    except AddressTaken:
        return form_page(offered, request.form, {"email": TAKEN}), 409
    except Overtaken as meanwhile:
        return _both(offered, Conflict(meanwhile.args[0], registration)), 409
    return redirect(url_for("registrations.own", link=link), 303)


@editing.errorhandler(CSRFError)
def stale(_: CSRFError) -> ResponseReturnValue:
    """Show the form again, since the page it came from is no longer valid."""
    try:
        _, _, offered = _opened((request.view_args or {})["link"])
    except NotFound:
        return page(404)
    return form_page(offered, request.form, notice=STALE), 400


def _opened(link: str) -> tuple[Current, StoredRegistration, Options]:
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
    refuse_if_closed(now.stored, link)
    return now, mine, options(now, mine.registration)


def _replace(now: Current, typed: Registration, link: str) -> None:
    refuse_address_of_files(now, typed)
    with services().database.writing() as connection:
        # The answers as they stand now, which may not be those that the form was made from.
        _, latest = plainly_mine(connection, link)
        _refuse_if_overtaken(latest.registration, typed)
        row_id = store.keep(connection, latest, carried_over(typed, latest.registration))
        if address_of(typed) != address_of(latest.registration):
            _ask_to_confirm(connection, now, row_id, typed, link)
        note(connection, Action.REGISTRATION_CHANGED)


def _refuse_if_overtaken(latest: Registration, typed: Registration) -> None:
    is_older = request.form.get("made_from") != mark_of(latest)
    if is_older and Conflict(latest, typed).fields:
        raise Overtaken(latest)


def _ask_to_confirm(
    connection: Connection, now: Current, row_id: int, typed: Registration, link: str
) -> None:
    letter = written(now.stored.event, typed, row_id, link)
    mails.add(connection, now.stored.id, letter, row_id, typed.participant.id)


def _both(offered: Options, conflict: Conflict) -> str:
    """Return the form as it was typed, under what is stored; sent again, it replaces that."""
    answers = MultiDict(request.form)
    answers["made_from"] = mark_of(conflict.stored)
    return form_page(offered, answers, conflict=conflict)
