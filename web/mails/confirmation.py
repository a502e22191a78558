"""The mail after registering: it holds the private link and asks to confirm the address."""

from flask import current_app, url_for
from itsdangerous import BadData, URLSafeTimedSerializer

from matchmaker.event import Event
from matchmaker.messages import message
from web import languages
from web.mails.closing import closing
from web.registration import Registration
from web.store.mails import Letter
from web.store.registrations import email_key

DAYS = 30


def written(event: Event, registration: Registration, row_id: int, link: str) -> Letter:
    """Return the mail in the language of the page."""
    own = registration.participant
    email = own.email or ""
    name = languages.local_text(event.name)
    day = languages.long_date(event.slots[0].start)
    confirm = url_for("confirming.ask", link=link, mark=_mark(row_id, email), _external=True)
    private = url_for("registrations.own", link=link, _external=True)
    parts = (
        message("Hello {name},", name=own.name),
        message("You are registered for {event}, {day}.", event=name, day=day),
        message(
            "Please confirm that this address reaches you. Open this page and press the button:"
        ),
        message("{address}", address=confirm),
        message("With your private link you see and change your answers and choose whom to meet:"),
        message("{address}", address=private),
        message("This link opens your answers, so do not pass it on."),
        message("If you did not register, you need not do anything."),
    )
    subject = message("Your registration: {event}", event=name)
    said = (*map(languages.say, parts), *closing(event, languages.translate()))
    body = "\n\n".join(said) + "\n"
    return Letter(email, languages.language(), languages.say(subject), body)


def is_marked(mark: str, row_id: int, email: str) -> bool:
    """Tell whether `mark` was written to `email` about that registration, not too long ago."""
    try:
        found = _signer().loads(mark, max_age=DAYS * 24 * 3600)
    except BadData:
        return False
    return bool(found == [row_id, email_key(email)])


def _mark(row_id: int, email: str) -> str:
    return str(_signer().dumps([row_id, email_key(email)]))


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="confirm an address")
