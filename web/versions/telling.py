"""Putting mails about a version into the outbox."""

from flask import url_for
from sqlalchemy import Connection

from web.current import of_event
from web.links import desk, public
from web.mails.programme import written
from web.store import links
from web.store import notices as store
from web.store.links import Scope
from web.store.versions import Version
from web.versions.concerned import as_published
from web.versions.review import all_notices


def tell(connection: Connection, version: Version) -> int:
    """Write to all of the event whose agenda is not what they were told last; return how many."""
    edition, content = version.edition, version.content
    published = as_published(content, edition)
    present = of_event(connection, edition.event_id).merged.event
    found = all_notices(connection, published, present)
    needless = [each.reader.participant.id for each in found if each.is_needless]
    store.withdraw(connection, edition.event_id, needless)
    reached = [each for each in found if not each.is_needless and each.reader.participant.email]
    people = [each.reader.participant.id for each in reached]
    until = links.end_of(content.event)
    tokens = desk(edition.event_id, Scope.AGENDA).given(connection, people, until)
    letters = {
        who: written(each, _address(tokens[who])) for who, each in zip(people, reached, strict=True)
    }
    return store.queue(connection, edition.event_id, edition.number, letters)


def _address(token: str) -> str:
    return public(url_for("agenda.show", link=token))
