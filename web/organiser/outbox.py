"""The outbox as the organiser sees it: what went, what waits, and the mails to send by hand."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.messages import Message, message
from web import here
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.languages import say
from web.mails.draft_names import draft_name, named
from web.mails.envelope import enveloped
from web.paging import number_of
from web.records.people import everybody
from web.rights import Right
from web.services import services
from web.store import mails as store
from web.store import outbox as listing
from web.store.mails import Mail, MailState
from web.store.outbox import MailSearch

outbox = Blueprint("outbox", __name__, url_prefix="/organiser/events/<event>/mails")

PER_PAGE = 50
LONGEST_SEARCH = 100
STATES: dict[MailState, Message] = {
    MailState.WAITING: message("Waits"),
    MailState.SENDING: message("Perhaps sent"),
    MailState.SENT: message("Sent"),
    MailState.FAILED: message("Refused"),
}


@outbox.get("")
@permitted(Right.PREPARE)
def show() -> ResponseReturnValue:
    """Show the mails that are looked for, those not sent in full, and how many there are."""
    smtp, event_id = services().settings.smtp, here.event_id()
    search = _search(request.args)
    with services().database.reading() as connection:
        now = current_or_404(connection)
        counts = listing.counts(connection, event_id)
        page = listing.found(connection, event_id, search, number_of(request.args), PER_PAGE)
        taken = listing.count_taken(connection, event_id)
    return render_template(
        "outbox.html",
        now=now,
        counts=counts,
        search=search,
        page=page,
        taken=taken,
        names=_names(now),
        states=STATES,
        sender=smtp.sender if smtp.is_set else None,
    )


def _search(said: Mapping[str, str]) -> MailSearch:
    state = said.get("state", "")
    words = said.get("words", "")[:LONGEST_SEARCH].split()
    return MailSearch(MailState(state) if state in STATES else None, words)


@outbox.get("/unsent.zip")
@permitted(Right.PREPARE)
def download() -> ResponseReturnValue:
    """Give every mail that is not known to be sent, as drafts for a mail program."""
    with services().database.writing() as connection:
        unsent = store.unsent(connection, here.event_id())
        names = _names(current_or_404(connection))
        store.take(connection, [each.id for each in unsent])
        note(connection, Action.MAILS_DOWNLOADED, count=len(unsent))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, each in named(unsent, names):
            archive.writestr(name, _draft(each))
    packed.seek(0)
    file = f"{say(message('Mails'))}.zip"
    return send_file(packed, "application/zip", as_attachment=True, download_name=file)


@outbox.get("/<key>.eml")
@permitted(Right.PREPARE)
def draft(key: str) -> ResponseReturnValue:
    """Give one mail as a draft for a mail program."""
    with services().database.writing() as connection:
        mail = _mail(connection, key)
        name = draft_name(mail, _names(current_or_404(connection)))
        store.take(connection, [mail.id])
        note(connection, Action.MAILS_DOWNLOADED, mail.letter.recipient)
    content, file = BytesIO(_draft(mail)), f"{name}.eml"
    return send_file(content, "message/rfc822", as_attachment=True, download_name=file)


@outbox.post("/sent")
@permitted(Right.PREPARE)
def settle_taken() -> ResponseReturnValue:
    """Take note that the organiser sent by hand all that was downloaded."""
    with services().database.writing() as connection:
        count = store.settle_taken(connection, here.event_id())
        note(connection, Action.MAIL_SETTLED, count=count)
    return redirect(url_for(".show"), 303)


@outbox.post("/<key>/sent")
@permitted(Right.PREPARE)
def settle(key: str) -> ResponseReturnValue:
    """Take note that the organiser sent a mail by hand."""
    with services().database.writing() as connection:
        mail = _mail(connection, key)
        store.settle(connection, mail.id)
        note(connection, Action.MAIL_SETTLED, mail.letter.recipient)
    return redirect(url_for(".show"), 303)


@outbox.post("/<key>/again")
@permitted(Right.PREPARE)
def again(key: str) -> ResponseReturnValue:
    """Let a mail that was refused, or perhaps sent, wait again."""
    with services().database.writing() as connection:
        mail = _mail(connection, key)
        if mail.state in (MailState.FAILED, MailState.SENDING):
            store.hand_back(connection, [mail.id])
    return redirect(url_for(".show"), 303)


@outbox.post("/again")
@permitted(Right.PREPARE)
def all_again() -> ResponseReturnValue:
    """Let every mail that was refused wait again."""
    with services().database.writing() as connection:
        store.retry_refused(connection, here.event_id())
    return redirect(url_for(".show"), 303)


@outbox.post("/confirmed")
@permitted(Right.PREPARE)
def count() -> ResponseReturnValue:
    """Let only confirmed registrations count, or all of them."""
    confirmed_only = request.form.get("confirmed_only") == "yes"
    with services().database.writing() as connection:
        services().events.settle(connection, here.event_id(), confirmed_only=confirmed_only)
        note(connection, Action.EVENT_CHANGED, confirmed_only=confirmed_only)
    return redirect(url_for(".show"), 303)


def _names(now: Current) -> dict[str, str]:
    """Return what people are called, by every id under which they are written to."""
    return {name: each.participant.name for each in everybody(now) for name in each.names}


def _mail(connection: Connection, key: str) -> Mail:
    return store.find(connection, here.event_id(), key) or abort(404)


def _draft(mail: Mail) -> bytes:
    return enveloped(mail, None).as_bytes()
