"""The outbox as the organiser sees it: what went, what waits, and the mails to send by hand."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from matchmaker.messages import Message, message
from web.access import organiser
from web.current import current_or_404
from web.mails.envelope import enveloped
from web.services import services
from web.store import mails as store
from web.store.mails import Mail, MailState

outbox = Blueprint("outbox", __name__, url_prefix="/organiser/mails")

LAST_SENT = 50
STATES: dict[MailState, Message] = {
    MailState.WAITING: message("Waits"),
    MailState.SENDING: message("Perhaps sent"),
    MailState.SENT: message("Sent"),
    MailState.FAILED: message("Refused"),
}


@outbox.get("")
@organiser
def show() -> ResponseReturnValue:
    """Show the mails, those not sent in full."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        unsent, sent = store.unsent(connection), store.sent(connection, LAST_SENT)
    return render_template(
        "outbox.html",
        now=now,
        unsent=unsent,
        sent=sent,
        states=STATES,
        sender=services().settings.smtp.sender if services().settings.smtp.is_set else None,
    )


@outbox.get("/unsent.zip")
@organiser
def download() -> ResponseReturnValue:
    """Give every mail that is not known to be sent, as drafts for a mail program."""
    with services().database.reading() as connection:
        unsent = store.unsent(connection)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for each in unsent:
            archive.writestr(f"{each.id:05}.eml", _draft(each))
    packed.seek(0)
    return send_file(packed, "application/zip", as_attachment=True, download_name="mails.zip")


@outbox.get("/<key>.eml")
@organiser
def draft(key: str) -> ResponseReturnValue:
    """Give one mail as a draft for a mail program."""
    with services().database.reading() as connection:
        mail = store.find(connection, key) or abort(404)
    content = BytesIO(_draft(mail))
    return send_file(content, "message/rfc822", as_attachment=True, download_name="mail.eml")


@outbox.post("/<key>/sent")
@organiser
def settle(key: str) -> ResponseReturnValue:
    """Take note that the organiser sent a mail by hand."""
    with services().database.writing() as connection:
        mail = store.find(connection, key) or abort(404)
        store.settle(connection, mail.id)
    return redirect(url_for(".show"), 303)


@outbox.post("/<key>/again")
@organiser
def again(key: str) -> ResponseReturnValue:
    """Let a mail that was refused, or perhaps sent, wait again."""
    with services().database.writing() as connection:
        mail = store.find(connection, key) or abort(404)
        if mail.state in (MailState.FAILED, MailState.SENDING):
            store.hand_back(connection, [mail.id])
    return redirect(url_for(".show"), 303)


@outbox.post("/confirmed")
@organiser
def count() -> ResponseReturnValue:
    """Let only confirmed registrations count, or all of them."""
    confirmed_only = request.form.get("confirmed_only") == "yes"
    with services().database.writing() as connection:
        services().events.count_confirmed_only(connection, confirmed_only)
    return redirect(url_for(".show"), 303)


def _draft(mail: Mail) -> bytes:
    return enveloped(mail, None).as_bytes()
