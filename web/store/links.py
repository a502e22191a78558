"""Private links: whoever holds one opens what belongs to one participant of one event.

The secret part of a link follows from the secret key of the installation and the row of the link,
so that it can be printed again; kept of it is only a hash.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from matchmaker.event import Event
from web.store.keys import hash_of, new_key
from web.store.moments import now
from web.store.tables.participants import links

DAYS = 30
"""How long links live after the last slot of their event, and at least from when they are made."""
TOKEN_BYTES = 18


class Scope(StrEnum):
    """What a link opens: all that is the participant's own, or their agenda, to be read only."""

    OWN = "own"
    AGENDA = "agenda"


@dataclass(frozen=True)
class Link:
    """A link that opens something."""

    id: int
    event_id: int
    participant: str
    scope: Scope


class Signer:
    """Makes the secret parts of links; nobody can without the secret key."""

    def __init__(self, secret: str) -> None:
        self._key = hmac.digest(secret.encode(), b"private links", "sha256")

    def token(self, link: Link) -> str:
        """Return the secret part of `link`, the same each time."""
        text = json.dumps([link.id, link.scope, link.event_id, link.participant])
        digest = hmac.digest(self._key, text.encode(), hashlib.sha256)
        return urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def end_of(event: Event) -> datetime:
    """Return until when links of `event` that are made now are to live."""
    last = event.slots[-1].end.replace(tzinfo=event.zone).astimezone(UTC)
    return max(last, now()) + timedelta(days=DAYS)


def opened(connection: Connection, token: str) -> Link | None:
    """Return the link of that secret part; None where it is unknown, expired or revoked."""
    query = select(links).where(links.c.hash == hash_of(token), *_alive())
    row = connection.execute(query).first()
    return None if row is None else _link(row)


def is_closed(connection: Connection, token: str) -> bool:
    """Tell whether the link of that secret part was closed before its time was over."""
    of_old = links.c.revoked_at.is_not(None), links.c.expires_at > now()
    query = select(links.c.id).where(links.c.hash == hash_of(token), *of_old)
    return connection.execute(query).first() is not None


class Desk:
    """Gives out links of one scope, made by one signer, for people of one event."""

    def __init__(self, signer: Signer, event_id: int, scope: Scope) -> None:
        self._signer, self._event_id, self._scope = signer, event_id, scope

    def known(self, connection: Connection, people: Collection[str]) -> dict[str, str]:
        """Return by participant the secret parts of those links that can be told again."""
        mine = (links.c.event_id == self._event_id) & (links.c.scope == self._scope)
        query = select(links).where(mine, links.c.participant.in_(people), *_alive())
        made = ((row, self._signer.token(_link(row))) for row in connection.execute(query))
        # A link that came before a change of the secret key opens, but cannot be told again.
        return {row.participant: token for row, token in made if hash_of(token) == row.hash}

    def given(
        self, connection: Connection, people: Collection[str], until: datetime
    ) -> dict[str, str]:
        """Return the secret parts of links of all `people`, made where there was none."""
        known = self.known(connection, people)
        missing = [each for each in dict.fromkeys(people) if each not in known]
        return {**known, **self.made(connection, missing, until)}

    def made(
        self, connection: Connection, people: Iterable[str], until: datetime
    ) -> dict[str, str]:
        """Return the secret parts of new links of `people`, who are all different."""
        rows = [self._row(each, until) for each in people]
        if not rows:
            return {}
        new = insert(links).returning(links.c.id, links.c.participant)
        found = [self._numbered(*row) for row in connection.execute(new, rows)]
        tokens = {each.participant: self._signer.token(each) for each in found}
        _set_hashes(connection, {each.id: tokens[each.participant] for each in found})
        return tokens

    def _row(self, participant: str, until: datetime) -> dict[str, object]:
        moment = now()
        return {
            "event_id": self._event_id,
            "participant": participant,
            "scope": self._scope,
            # In the place of the hash, which is known once the row has its number.
            "hash": hash_of(new_key()),
            "created_at": moment,
            "expires_at": until,
        }

    def _numbered(self, number: int, participant: str) -> Link:
        return Link(number, self._event_id, participant, self._scope)


def revoke(
    connection: Connection,
    event_id: int,
    people: Collection[str],
    scopes: Collection[Scope] = tuple(Scope),
) -> None:
    """Let the links of `people` open nothing any more."""
    theirs = (links.c.event_id == event_id) & links.c.participant.in_(people)
    which = theirs & links.c.scope.in_(scopes) & links.c.revoked_at.is_(None)
    connection.execute(update(links).where(which).values(revoked_at=now()))


def prolong(connection: Connection, event_id: int, until: datetime) -> None:
    """Let links of an event that is later than it was live as long as new ones."""
    shorter = (links.c.event_id == event_id) & (links.c.expires_at < until)
    connection.execute(update(links).where(shorter).values(expires_at=until))


def holders(connection: Connection, event_id: int) -> frozenset[tuple[str, Scope]]:
    """Return who of the event holds which kinds of links that open something."""
    query = select(links.c.participant, links.c.scope).where(links.c.event_id == event_id)
    rows = connection.execute(query.where(*_alive()).distinct())
    return frozenset((row.participant, Scope(row.scope)) for row in rows)


def _alive() -> tuple[ColumnElement[bool], ...]:
    return links.c.revoked_at.is_(None), links.c.expires_at > now()


def _set_hashes(connection: Connection, tokens: dict[int, str]) -> None:
    statement = update(links).where(links.c.id == bindparam("number"))
    rows = [{"number": number, "made": hash_of(token)} for number, token in tokens.items()]
    connection.execute(statement.values(hash=bindparam("made")), rows)


def _link(row: Any) -> Link:
    return Link(row.id, row.event_id, row.participant, Scope(row.scope))
