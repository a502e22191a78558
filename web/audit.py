"""Writing down who did what: changes, exports, and looks at what is private."""

from collections.abc import Mapping
from enum import StrEnum

from flask import g
from sqlalchemy import Connection

from matchmaker.messages import Message, message
from web.access import Reader
from web.services import services
from web.store import audit
from web.store.audit import Deed


class Action(StrEnum):
    """What can be done and is written down."""

    LOGGED_IN = "logged in"
    LOGIN_REFUSED = "login refused"
    EVENT_MADE = "event made"
    EVENT_CHANGED = "event changed"
    EVENT_EXPORTED = "event exported"
    EVENT_DELETED = "event deleted"
    FILES_TAKEN = "files taken over"
    REGISTERED = "registered"
    REGISTRATION_CHANGED = "registration changed"
    REGISTRATION_DELETED = "registration deleted"
    WISHES_CHANGED = "wishes changed"
    CONFIRMATION_ASKED = "confirmation asked again"
    ADDRESS_CONFIRMED = "address confirmed"
    LINK_RENEWED = "private link renewed"
    LINK_SENT = "private link sent again"
    LINK_SHOWN = "link to an agenda shown"
    LINKS_REVOKED = "links closed"
    REMINDED = "reminders written"
    MAIL_SETTLED = "mail settled"
    MAILS_DOWNLOADED = "mails downloaded"
    RUN_STARTED = "run started"
    RUN_CANCELLED = "run cancelled"
    RUN_RESTARTED = "run restarted"
    RUN_CALLED = "run given a title"
    PROGRAMME_PUBLISHED = "programme published"
    PROGRAMME_TOLD = "mails about a programme written"
    DRAFT_BEGUN = "draft begun"
    DRAFT_CHANGED = "draft changed"
    DRAFT_FINISHED = "draft finished"
    FIX_APPLIED = "fix applied"
    SEARCH_STARTED = "search started"
    SURVEY_STARTED = "survey started"
    DOCUMENTS_PRINTED = "documents printed"
    DOCUMENTS_DOWNLOADED = "documents downloaded"
    LOOKED = "looked"
    PERSON_ADDED = "person added"
    PERSON_CHANGED = "person changed"
    PERSON_REMOVED = "person removed"
    ORGANISATION_CHANGED = "organisation changed"
    PEOPLE_EXPORTED = "people exported"
    PRESENCE_NOTED = "presence noted"
    ACCOUNT_CHANGED = "account changed"
    INVITED = "invited"
    INVITATION_TAKEN_BACK = "invitation taken back"
    JOINED = "joined"
    ROLE_GIVEN = "role given"
    ROLE_TAKEN = "role taken"
    PROGRAM_ADMITTED = "token made"
    PROGRAM_EXPELLED = "token revoked"


ACTIONS: Mapping[Action, Message] = {
    Action.LOGGED_IN: message("logged in"),
    Action.LOGIN_REFUSED: message("was refused a login"),
    Action.EVENT_MADE: message("made the event"),
    Action.EVENT_CHANGED: message("changed the event"),
    Action.EVENT_EXPORTED: message("exported the event"),
    Action.EVENT_DELETED: message("deleted the event"),
    Action.FILES_TAKEN: message("took files over"),
    Action.REGISTERED: message("registered"),
    Action.REGISTRATION_CHANGED: message("changed a registration"),
    Action.REGISTRATION_DELETED: message("withdrew and deleted a registration"),
    Action.WISHES_CHANGED: message("changed wishes"),
    Action.CONFIRMATION_ASKED: message("wrote again to who has not confirmed their address"),
    Action.ADDRESS_CONFIRMED: message("confirmed the address of somebody"),
    Action.LINK_RENEWED: message("made a new private link"),
    Action.LINK_SENT: message("had a private link sent again"),
    Action.LINK_SHOWN: message("looked at a link to an agenda"),
    Action.LINKS_REVOKED: message("closed all links of somebody"),
    Action.REMINDED: message("wrote reminders"),
    Action.MAIL_SETTLED: message("marked a mail as sent"),
    Action.MAILS_DOWNLOADED: message("downloaded mails"),
    Action.RUN_STARTED: message("started the engine"),
    Action.RUN_CANCELLED: message("stopped the engine"),
    Action.RUN_RESTARTED: message("started a run again"),
    Action.RUN_CALLED: message("gave a run a title"),
    Action.PROGRAMME_PUBLISHED: message("published a programme"),
    Action.PROGRAMME_TOLD: message("had mails about a programme written"),
    Action.DRAFT_BEGUN: message("began to work by hand"),
    Action.DRAFT_CHANGED: message("changed a programme by hand"),
    Action.DRAFT_FINISHED: message("finished a draft"),
    Action.FIX_APPLIED: message("applied a fix"),
    Action.SEARCH_STARTED: message("had the engine look for what meets a wish"),
    Action.SURVEY_STARTED: message("asked what other numbers would bring"),
    Action.DOCUMENTS_PRINTED: message("had documents printed"),
    Action.DOCUMENTS_DOWNLOADED: message("downloaded documents"),
    Action.LOOKED: message("looked at what is private"),
    Action.PERSON_ADDED: message("added a person"),
    Action.PERSON_CHANGED: message("changed what is known of a person"),
    Action.PERSON_REMOVED: message("removed a person"),
    Action.ORGANISATION_CHANGED: message("changed an organisation"),
    Action.PEOPLE_EXPORTED: message("downloaded the list of people"),
    Action.PRESENCE_NOTED: message("noted who is there"),
    Action.ACCOUNT_CHANGED: message("changed an account"),
    Action.INVITED: message("invited"),
    Action.INVITATION_TAKEN_BACK: message("took an invitation back"),
    Action.JOINED: message("joined the team"),
    Action.ROLE_GIVEN: message("gave a role"),
    Action.ROLE_TAKEN: message("took a role away"),
    Action.PROGRAM_ADMITTED: message("made a token"),
    Action.PROGRAM_EXPELLED: message("revoked a token"),
}
"""What the log says was done."""


def note(connection: Connection, action: Action, subject: str = "", **details: object) -> None:
    """Write down that the reader of this page does `action` to `subject`, about its event.

    Whoever comes by a private link is written down as that participant (see `acts_as`).
    """
    audit.add(connection, _deed(action, subject, details))


def looked(subject: str) -> None:
    """Write down that the reader sees what is private; once an hour for each account."""
    with services().database.writing() as connection:
        audit.add_hourly(connection, _deed(Action.LOOKED, subject, {}))


def acts_as(participant: str) -> None:
    """Let what is done on this page be written down as done by that participant."""
    g.acting_participant = f"participant {participant}"


def _deed(action: Action, subject: str, details: Mapping[str, object]) -> Deed:
    reader: Reader | None = g.get("reader")
    account_id = reader.account.id if reader else None
    return Deed(action, actor(), account_id, g.get("event_id"), subject, details)


def actor() -> str:
    """Return the name under which the reader of this page is written down."""
    reader: Reader | None = g.get("reader")
    return reader.account.name if reader else str(g.get("acting_participant", ""))
