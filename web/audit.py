"""Writing down who did what: changes, exports, and looks at what is private."""

from enum import StrEnum

from flask import g
from sqlalchemy import Connection

from web.access import Reader
from web.store import audit
from web.store.audit import Deed


class Action(StrEnum):
    """What can be done and is written down."""

    LOGGED_IN = "logged in"
    LOGIN_REFUSED = "login refused"
    EVENT_MADE = "event made"
    EVENT_CHANGED = "event changed"
    FILES_TAKEN = "files taken over"
    REGISTERED = "registered"
    REGISTRATION_CHANGED = "registration changed"
    WISHES_CHANGED = "wishes changed"
    LINK_RENEWED = "private link renewed"
    MAIL_SETTLED = "mail settled"
    MAILS_DOWNLOADED = "mails downloaded"
    RUN_STARTED = "run started"
    RUN_CANCELLED = "run cancelled"
    RUN_RESTARTED = "run restarted"
    DOCUMENTS_PRINTED = "documents printed"
    DOCUMENTS_DOWNLOADED = "documents downloaded"


def note(connection: Connection, action: Action, subject: str = "", **details: object) -> None:
    """Write down that the reader of this page does `action` to `subject`, about its event.

    Whoever comes by a private link is written down as that participant (see `acts_as`).
    """
    reader: Reader | None = g.get("reader")
    account_id = reader.account.id if reader else None
    deed = Deed(action, actor(), account_id, g.get("event_id"), subject, details)
    audit.add(connection, deed)


def acts_as(participant: str) -> None:
    """Let what is done on this page be written down as done by that participant."""
    g.acting_participant = f"participant {participant}"


def actor() -> str:
    """Return the name under which the reader of this page is written down."""
    reader: Reader | None = g.get("reader")
    return reader.account.name if reader else str(g.get("acting_participant", ""))
