"""The outbox: one row for each mail. A row is taken before its mail is sent, so never twice."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from web.store.keys import new_key
from web.store.moments import now
from web.store.registrations import StoredRegistration
from web.store.tables.participants import mails

PAUSES = tuple(timedelta(minutes=each) for each in (5, 15, 60, 240, 720))
"""How long a mail waits after each time that it was refused for now."""


class MailState(StrEnum):
    """Where a mail is. Who dies while SENDING leaves it so: nobody knows whether it went."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


CONFIRMATION = "confirmation-"
"""How the occasion of a mail begins that asks again to confirm an address."""
_AGAIN: dict[str, Any] = {"state": MailState.WAITING, "failure": "", "due_at": None}


@dataclass(frozen=True)
class Letter:
    """What is written to whom."""

    recipient: str
    language: str
    subject: str
    body: str


@dataclass(frozen=True)
class Mail:
    """A letter in the outbox. Once it was sent, its body is gone: it held a private link.

    `taken_at` says when an organiser downloaded it last, to send it by hand.
    """

    id: int
    key: str
    letter: Letter
    state: MailState
    failure: str
    created_at: datetime
    settled_at: datetime | None
    tries: int = 0
    due_at: datetime | None = None
    participant: str = ""
    taken_at: datetime | None = None


def add(
    connection: Connection,
    event_id: int,
    letter: Letter,
    registration_id: int,
    participant: str,
) -> None:
    """Put a letter on a registration into the outbox, in the place of one that waits there."""
    drop_waiting(connection, registration_id)
    owner = {"registration_id": registration_id, "participant": participant}
    connection.execute(insert(mails).values(event_id=event_id, **owner, **waiting(letter)))


def add_once(
    connection: Connection, event_id: int, letter: Letter, participant: str, occasion: str
) -> bool:
    """Put a letter into the outbox unless one went for the same occasion to that person there.

    Tells whether it was put there. Two people who share an address get one each.
    """
    same = (mails.c.event_id == event_id) & (mails.c.occasion == occasion)
    to_them = (mails.c.participant == participant) & (mails.c.recipient == letter.recipient)
    query = select(mails.c.id).where(same, to_them)
    if connection.execute(query).first() is not None:
        return False
    owner = {"event_id": event_id, "participant": participant, "occasion": occasion}
    connection.execute(insert(mails).values(**owner, **waiting(letter)))
    return True


def waiting(letter: Letter) -> dict[str, Any]:
    """Return the columns of a letter that waits to be sent."""
    return {
        "key": new_key(),
        "recipient": letter.recipient,
        "language": letter.language,
        "subject": letter.subject,
        "body": letter.body,
        "state": MailState.WAITING,
        "failure": "",
        "created_at": now(),
    }


def drop_waiting(connection: Connection, registration_id: int) -> None:
    """Take out what waits for that registration, since its link opens nothing any more."""
    unsent = mails.c.state != MailState.SENT
    connection.execute(delete(mails).where(mails.c.registration_id == registration_id, unsent))


def drop_confirmations(connection: Connection, event_id: int, row: StoredRegistration) -> None:
    """Take out what waits to ask for a confirmation that was given meanwhile."""
    drop_waiting(connection, row.id)
    asks = mails.c.occasion.startswith(CONFIRMATION) & (mails.c.state != MailState.SENT)
    own = mails.c.participant == row.registration.participant.id
    connection.execute(delete(mails).where(mails.c.event_id == event_id, own, asks))


def forget(
    connection: Connection, event_id: int, registration_id: int, people: Collection[str]
) -> None:
    """Delete every mail on that registration or to one of `people` of the event."""
    theirs = (mails.c.event_id == event_id) & mails.c.participant.in_(people)
    of_row = mails.c.registration_id == registration_id
    connection.execute(delete(mails).where(of_row | theirs))


def claim(connection: Connection, most: int) -> list[Mail]:
    """Take up to `most` waiting mails, oldest first; nobody else gets them."""
    is_due = mails.c.due_at.is_(None) | (mails.c.due_at <= now())
    query = select(mails).where(mails.c.state == MailState.WAITING, is_due).order_by(mails.c.id)
    taken = read(connection, query.limit(most))
    _set(connection, [each.id for each in taken], {"state": MailState.SENDING})
    return taken


def hand_back(connection: Connection, ids: list[int]) -> None:
    """Let mails that surely were not sent wait again."""
    _set(connection, ids, _AGAIN)


def retry_refused(connection: Connection, event_id: int) -> None:
    """Let every mail of the event that was refused wait again."""
    refused = (mails.c.event_id == event_id) & (mails.c.state == MailState.FAILED)
    connection.execute(update(mails).where(refused).values(**_AGAIN))


def put_off(connection: Connection, mail: Mail, failure: str) -> None:
    """Let a mail that was refused for now wait, longer each time; at last it failed."""
    if mail.tries >= len(PAUSES):
        settle(connection, mail.id, failure)
        return
    later = {"tries": mail.tries + 1, "due_at": now() + PAUSES[mail.tries]}
    _set(connection, [mail.id], {"state": MailState.WAITING, "failure": failure, **later})


def settle(connection: Connection, mail_id: int, failure: str = "") -> None:
    """Write down that a mail was sent, or why it was refused."""
    values: dict[str, Any] = {"state": MailState.FAILED, "failure": failure}
    if not failure:
        values = {"state": MailState.SENT, "failure": "", "body": ""}
    _set(connection, [mail_id], {**values, "settled_at": now()})


def take(connection: Connection, ids: list[int]) -> None:
    """Write down that an organiser downloads those mails now, to send them by hand."""
    _set(connection, ids, {"taken_at": now()})


def settle_taken(connection: Connection, event_id: int) -> int:
    """Write down that all that was downloaded was sent by hand; return how many those are."""
    sent = {"state": MailState.SENT, "failure": "", "body": "", "settled_at": now()}
    return connection.execute(update(mails).where(taken(event_id)).values(**sent)).rowcount


def taken(event_id: int) -> ColumnElement[bool]:
    """Return the condition that a mail of the event was downloaded and is not known to be sent."""
    unsent = (mails.c.state != MailState.SENT) & mails.c.taken_at.is_not(None)
    return (mails.c.event_id == event_id) & unsent


def find(connection: Connection, event_id: int, key: str) -> Mail | None:
    """Return the mail of that key, if it is of that event, or None."""
    own = (mails.c.key == key) & (mails.c.event_id == event_id)
    found = read(connection, select(mails).where(own))
    return found[0] if found else None


def unsent(connection: Connection, event_id: int) -> list[Mail]:
    """Return every mail of the event that is not known to be sent, oldest first."""
    own = (mails.c.state != MailState.SENT) & (mails.c.event_id == event_id)
    query = select(mails).where(own)
    return read(connection, query.order_by(mails.c.id))


def _set(connection: Connection, ids: list[int], values: dict[str, Any]) -> None:
    connection.execute(update(mails).where(mails.c.id.in_(ids)).values(**values))


def read(connection: Connection, query: Any) -> list[Mail]:
    """Return the mails whose rows `query` selects, in its order."""
    return [_mail(row) for row in connection.execute(query)]


def _mail(row: Any) -> Mail:
    letter = Letter(row.recipient, row.language, row.subject, row.body)
    state = MailState(row.state)
    return Mail(
        row.id,
        row.key,
        letter,
        state,
        row.failure,
        row.created_at,
        row.settled_at,
        row.tries,
        row.due_at,
        row.participant,
        row.taken_at,
    )
