"""Registering, and the private page on which one reads what was understood."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from web import languages
from web.access import everybody
from web.audit import Action, acts_as, note
from web.current import Current, current_or_404
from web.faults import page
from web.limits import limiter, registration_limit
from web.links import give_own
from web.mails.confirmation import written
from web.registration import Registration, vetoed, wished
from web.registrations.addresses import TAKEN, refuse_address_of_files
from web.registrations.form import Form
from web.registrations.form_page import form_in, form_page, switched
from web.registrations.mine import mine_or_404
from web.registrations.opening import refuse_if_closed
from web.registrations.options import options
from web.registrations.stale import STALE
from web.services import services
from web.store import mails, versions
from web.store import registrations as store
from web.store.keys import new_key
from web.store.registrations import AddressTaken

registrations = Blueprint("registrations", __name__)
FORM = "/events/<event>/register"


@registrations.get(FORM)
@everybody
def blank() -> ResponseReturnValue:
    """Show the empty form."""
    return form_page(options(_open()), MultiDict())


@registrations.post(FORM)
@limiter.limit(registration_limit)
@everybody
def send() -> ResponseReturnValue:
    """Keep a new registration, or show the form again with everything that was typed."""
    now = _open()
    offered = options(now)
    if chosen := switched():
        return form_in(chosen, offered)
    form = Form(request.form, offered, languages.language())
    registration = form.registration(f"web-{new_key()}")
    if registration is None:
        return form_page(offered, request.form, form.errors), 422
    try:
        link = _add(now, registration)
    except AddressTaken:
        return form_page(offered, request.form, {"email": TAKEN}, is_taken=True), 409
    return redirect(url_for(".own", link=link, new=1), 303)


@registrations.errorhandler(CSRFError)
def stale(_: CSRFError) -> ResponseReturnValue:
    """Show the form again, since the page it came from is no longer valid."""
    try:
        offered = options(_open())
    except NotFound:
        return page(404)
    return form_page(offered, request.form, notice=STALE), 400


@registrations.get("/registration/<link>")
@everybody
def own(link: str) -> ResponseReturnValue:
    """Show what was understood, and the private link."""
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
        is_published = now.stored.id in versions.published_events(connection)
    offered = options(now, mine.registration)
    return render_template(
        "registration.html",
        is_published=is_published,
        registration=mine.registration,
        wished=wished(mine.registration),
        vetoed=vetoed(mine.registration),
        offered=offered,
        is_open=now.stored.is_open,
        agenda_language=offered.event.language_of(mine.registration.participant),
        link=link,
        is_new="new" in request.args,
        is_confirmed=mine.is_confirmed,
        sends_mails=services().settings.smtp.is_set,
    )


def _open() -> Current:
    """Return the event of the page as it stands; ends the page where it is closed."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    refuse_if_closed(now.stored)
    return now


def _add(now: Current, registration: Registration) -> str:
    """Keep the registration and return the private link that opens it."""
    refuse_address_of_files(now, registration)
    with services().database.writing() as connection:
        row_id = store.add(connection, now.stored.id, registration)
        link = give_own(connection, now.stored, registration.participant.id)
        letter = written(now.stored.event, registration, row_id, link)
        mails.add(connection, now.stored.id, letter, row_id, registration.participant.id)
        acts_as(registration.participant.id)
        note(connection, Action.REGISTERED, registration.participant.name)
    return link
