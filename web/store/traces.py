"""What is kept of one person beside the record: links that open, the arrival, mails to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, literal, select, union_all, update

from web.store.links import Scope
from web.store.mails import Mail, MailState, read
from web.store.moments import now
from web.store.tables.participants import arrivals, links, mails

MOST_MAILS = 50
ARRIVAL = "arrival"


@dataclass(frozen=True)
class Traces:
    """Which links open something, since when the person is there, and mails, the newest first."""

    scopes: frozenset[Scope]
    arrived_at: datetime | None
    mails: tuple[Mail, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is kept."""
        return not (self.scopes or self.arrived_at or self.mails)


def traces(connection: Connection, event_id: int, names: Collection[str]) -> Traces:
    """Return what is kept of the participant of the event who goes by one of `names`."""
    alive = links.c.revoked_at.is_(None), links.c.expires_at > now()
    held = select(links.c.scope.label("kind"), links.c.created_at.label("at")).where(
        links.c.event_id == event_id, links.c.participant.in_(names), *alive
    )
    here = select(literal(ARRIVAL).label("kind"), arrivals.c.at.label("at")).where(
        arrivals.c.event_id == event_id, arrivals.c.participant.in_(names)
    )
    rows = connection.execute(union_all(held, here)).all()
    arrived = next((row.at for row in rows if row.kind == ARRIVAL), None)
    scopes = frozenset(Scope(row.kind) for row in rows if row.kind != ARRIVAL)
    return Traces(scopes, arrived, _mails(connection, event_id, names))


def readdress(
    connection: Connection, event_id: int, names: Collection[str], email: str | None
) -> None:
    """Let mails to that participant which are not sent go to `email`; without one they go."""
    theirs = (mails.c.event_id == event_id) & mails.c.participant.in_(names)
    unsent = theirs & mails.c.state.in_((MailState.WAITING, MailState.FAILED))
    if email is None:
        connection.execute(delete(mails).where(unsent))
    else:
        connection.execute(update(mails).where(unsent).values(recipient=email))


def _mails(connection: Connection, event_id: int, names: Collection[str]) -> tuple[Mail, ...]:
    theirs = mails.c.event_id == event_id, mails.c.participant.in_(names)
    query = select(mails).where(*theirs).order_by(mails.c.id.desc()).limit(MOST_MAILS)
    return tuple(read(connection, query))
