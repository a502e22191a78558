"""Those on whom the published programme counts although they do not come."""

from sqlalchemy import Connection

from matchmaker.stranded import stranded
from web.current import Current
from web.store import versions
from web.wall_clock import begun


def mends(connection: Connection, now: Current) -> frozenset[str]:
    """Return the ids of those without whom the published programme can be mended."""
    latest = versions.latest(connection, now.stored.id)
    if latest is None or latest.edition.run_id is None:
        return frozenset()
    content = latest.content
    found = stranded(content.event, content.timetable, now.merged.event, begun(content.event))
    return frozenset(each.participant.id for each in found)
