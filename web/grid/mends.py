"""Those on whom the published programme counts although they do not come, and mending it."""

from sqlalchemy import Connection

from matchmaker.stranded import Stranded, stranded
from web.current import Current
from web.store import versions

Sent = dict[str, str]
"""What a form sends to mend the programme without somebody."""


def sent_of(one: Stranded) -> Sent:
    """Return what is sent to mend the programme without somebody."""
    return {"who": one.participant.id, "since": one.since, "until": one.until or ""}


def mends(connection: Connection, now: Current) -> dict[str, Sent]:
    """Return by participant what is sent to mend the published programme without them."""
    latest = versions.latest(connection, now.stored.id)
    if latest is None or latest.edition.run_id is None:
        return {}
    content = latest.content
    found = stranded(content.event, content.timetable, now.merged.event)
    return {each.participant.id: sent_of(each) for each in found}
