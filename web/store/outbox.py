"""The outbox as a list: counted by state, searched, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from web.paging import Page, pages_of
from web.store.mails import Mail, MailState, read, taken
from web.store.tables.participants import mails


@dataclass(frozen=True)
class MailSearch:
    """Which mails of an event are looked for; nothing said means all of them."""

    state: MailState | None = None
    words: Sequence[str] = ()


def counts(connection: Connection, event_id: int) -> dict[MailState, int]:
    """Return how many mails of the event are in each state, states without any left out."""
    query = select(mails.c.state, func.count()).where(mails.c.event_id == event_id)
    rows = connection.execute(query.group_by(mails.c.state))
    return {MailState(state): count for state, count in rows}


def count_taken(connection: Connection, event_id: int) -> int:
    """Return how many mails of the event were downloaded and are not known to be sent."""
    query = select(func.count()).select_from(mails).where(taken(event_id))
    return connection.execute(query).scalar_one()


def found(
    connection: Connection, event_id: int, search: MailSearch, number: int, size: int
) -> Page[Mail]:
    """Return a page of the mails that `search` means: those not sent first, of them the newest."""
    sought = and_(*_conditions(event_id, search))
    total = connection.execute(select(func.count()).where(sought)).scalar_one()
    number = min(number, pages_of(total, size))
    order = (mails.c.state == MailState.SENT, mails.c.id.desc())
    query = select(mails).where(sought).order_by(*order).limit(size).offset((number - 1) * size)
    return Page(read(connection, query), number, pages_of(total, size), total)


def _conditions(event_id: int, search: MailSearch) -> list[ColumnElement[Any]]:
    """Return what a row must be like; each word stands in its address, subject or text."""
    searched = (mails.c.recipient, mails.c.subject, mails.c.body)
    in_state = [mails.c.state == search.state] if search.state else []
    said = [
        or_(*(each.icontains(word, autoescape=True) for each in searched)) for word in search.words
    ]
    return [mails.c.event_id == event_id, *in_state, *said]
