"""Registering, and the private page where one changes everything later."""

from flask import (
    Blueprint,
    Response,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from matchmaker.locales.catalogue import LANGUAGES
from matchmaker.messages import Message, message
from web import languages
from web.access import everybody
from web.audit import Action, acts_as, note
from web.current import Current, current_or_404
from web.faults import page
from web.limits import limiter, registration_limit
from web.links import give_own
from web.mails.confirmation import written
from web.registration import Registration, vetoed, wished
from web.registrations.form import Answers, Errors, Form, answers_of
from web.registrations.mine import mine_or_404
from web.registrations.options import Options, options
from web.services import services
from web.store import mails
from web.store import registrations as store
from web.store.keys import new_key
from web.store.registrations import AddressTaken, StoredRegistration

registrations = Blueprint("registrations", __name__)
FORM = "/events/<event>/register"

TAKEN = message(
    "Somebody is registered with this address already; nothing was changed. Use your private "
    "link, or ask the organisers for a new one."
)
STALE = message(
    "Your page was open for too long, or cookies are switched off. Nothing is lost: send it again."
)


@registrations.get(FORM)
@everybody
def blank() -> ResponseReturnValue:
    """Show the empty form."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    return _form(options(now), MultiDict())


@registrations.post(FORM)
@limiter.limit(registration_limit)
@everybody
def send() -> ResponseReturnValue:
    """Keep a new registration, or show the form again with everything that was typed."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    offered = options(now)
    if chosen := _switched():
        return _form_in(chosen, offered)
    form = Form(request.form, offered, languages.language())
    registration = form.registration(f"web-{new_key()}")
    if registration is None:
        return _form(offered, request.form, form.errors), 422
    try:
        link = _add(now, registration)
    except AddressTaken:
        return _form(offered, request.form, {"email": TAKEN}), 409
    return redirect(url_for(".own", link=link, new=1), 303)


@registrations.get("/registration/<link>")
@everybody
def own(link: str) -> ResponseReturnValue:
    """Show what was understood, and the private link."""
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
    offered = options(now, mine.registration)
    return render_template(
        "registration.html",
        registration=mine.registration,
        wished=wished(mine.registration),
        vetoed=vetoed(mine.registration),
        offered=offered,
        agenda_language=offered.event.language_of(mine.registration.participant),
        link=url_for(".own", link=link, _external=True),
        edit=url_for(".edit", link=link),
        wishes=url_for("wishes.show", link=link),
        presence=url_for("presence.tell", link=link),
        is_new="new" in request.args,
        is_confirmed=mine.is_confirmed,
    )


@registrations.get("/registration/<link>/edit")
@everybody
def edit(link: str) -> ResponseReturnValue:
    """Show the form as it was answered."""
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
    return _form(options(now, mine.registration), answers_of(mine.registration))


@registrations.post("/registration/<link>/edit")
@limiter.limit(registration_limit)
@everybody
def change(link: str) -> ResponseReturnValue:
    """Replace the answers, or show the form again with everything that was typed."""
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
    offered = options(now, mine.registration)
    if chosen := _switched():
        return _form_in(chosen, offered)
    form = Form(request.form, offered, languages.language())
    registration = form.registration(mine.registration.participant.id)
    if registration is None:
        return _form(offered, request.form, form.errors), 422
    try:
        _replace(now, mine, registration, link)
    except AddressTaken:
        return _form(offered, request.form, {"email": TAKEN}), 409
    return redirect(url_for(".own", link=link), 303)


@registrations.errorhandler(CSRFError)
def stale(_: CSRFError) -> ResponseReturnValue:
    """Show the form again, since the page it came from is no longer valid."""
    try:
        offered = _offered((request.view_args or {}).get("link"))
    except NotFound:
        return page(404)
    return _form(offered, request.form, notice=STALE), 400


def _offered(link: str | None) -> Options:
    with services().database.reading() as connection:
        if link is None:
            return options(current_or_404(connection))
        now, mine = mine_or_404(connection, link)
        return options(now, mine.registration)


def _add(now: Current, registration: Registration) -> str:
    """Keep the registration and return the private link that opens it."""
    _refuse_address_of_files(now, registration)
    with services().database.writing() as connection:
        row_id = store.add(connection, now.stored.id, registration)
        link = give_own(connection, now.stored, registration.participant.id)
        letter = written(now.stored.event, registration, row_id, link)
        mails.add(connection, now.stored.id, letter, row_id, registration.participant.id)
        acts_as(registration.participant.id)
        note(connection, Action.REGISTERED, registration.participant.name)
    return link


def _replace(now: Current, mine: StoredRegistration, registration: Registration, link: str) -> None:
    _refuse_address_of_files(now, registration)
    with services().database.writing() as connection:
        said = {"absent": mine.registration.absent, "arrives": mine.registration.arrives}
        store.change(connection, mine.id, registration.model_copy(update=said))
        if _email(registration) != _email(mine.registration):
            letter = written(now.stored.event, registration, mine.id, link)
            mails.add(connection, now.stored.id, letter, mine.id, registration.participant.id)
        note(connection, Action.REGISTRATION_CHANGED)


def _email(registration: Registration) -> str:
    return store.email_key(registration.participant.email or "")


def _refuse_address_of_files(now: Current, registration: Registration) -> None:
    """Raise AddressTaken if somebody else of the organisers' files has the address."""
    key, own_id = _email(registration), registration.participant.id
    for each in now.stored.event.participants:
        if each.email and store.email_key(each.email) == key and each.id != own_id:
            raise AddressTaken


def _switched() -> str | None:
    chosen = request.form.get("switch")
    return chosen if chosen in LANGUAGES else None


def _form_in(chosen: str, offered: Options) -> Response:
    languages.use(chosen)
    response = make_response(_form(offered, request.form))
    languages.remember(response, chosen)
    return response


def _form(
    offered: Options,
    answers: Answers,
    errors: Errors | None = None,
    notice: Message | None = None,
) -> str:
    return render_template(
        "form.html", offered=offered, answers=answers, errors=errors or {}, notice=notice
    )
