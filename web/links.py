"""Private links as pages use them: what one opens, and giving out new ones."""

from collections.abc import Collection
from typing import NoReturn

from flask import request, url_for
from sqlalchemy import Connection
from werkzeug.exceptions import NotFound

from web.services import services
from web.store import links
from web.store.events import StoredEvent
from web.store.links import Desk, Link, Scope, Signer


class DeadLink(NotFound):
    """The link opens nothing: it is unknown, expired or revoked, which is told to nobody."""


def dead() -> NoReturn:
    """Answer that the link opens nothing."""
    raise DeadLink


def opened_or_404(connection: Connection, token: str, scopes: Collection[Scope]) -> Link:
    """Return the link with that secret part, if it is of one of the `scopes`."""
    found = links.opened(connection, token)
    return found if found and found.scope in scopes else dead()


def give_own(connection: Connection, stored: StoredEvent, participant: str) -> str:
    """Return a new private link; the ones before it open nothing any more.

    With it goes a link to the agenda, if there is none, since it is shown on the private page.
    """
    links.revoke(connection, stored.id, [participant], [Scope.OWN])
    until = links.end_of(stored.event)
    desk(stored.id, Scope.AGENDA).given(connection, [participant], until)
    return desk(stored.id, Scope.OWN).made(connection, [participant], until)[participant]


def renew_agenda(
    connection: Connection, stored: StoredEvent, names: Collection[str], participant: str
) -> None:
    """Make a new link to the agenda of `participant`, and close those of all their `names`."""
    links.revoke(connection, stored.id, names, [Scope.AGENDA])
    desk(stored.id, Scope.AGENDA).made(connection, [participant], links.end_of(stored.event))


def desk(event_id: int, scope: Scope) -> Desk:
    """Return what gives out links of that scope for people of that event."""
    secret = services().settings.secret_key.get_secret_value()
    return Desk(Signer(secret), event_id, scope)


def agenda_links(
    connection: Connection, stored: StoredEvent, people: Collection[str]
) -> dict[str, str]:
    """Return by participant the whole address of their agenda, links made where there is none."""
    given = desk(stored.id, Scope.AGENDA).given(connection, people, links.end_of(stored.event))
    return {each: public(url_for("agenda.show", link=token)) for each, token in given.items()}


def public(path: str) -> str:
    """Return the whole address of a path of ours, under which everybody reaches it."""
    base = services().settings.public_url or request.url_root
    return base.rstrip("/") + path
