"""Who has arrived on the day, one row a participant."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from web.store.moments import now
from web.store.tables.participants import arrivals


def add(connection: Connection, event_id: int, participant: str, noted_by: str) -> None:
    """Note that somebody is there; the first note stays."""
    if participant in of_event(connection, event_id):
        return
    row = {"event_id": event_id, "participant": participant}
    connection.execute(insert(arrivals).values(**row, at=now(), noted_by=noted_by))


def take_back(connection: Connection, event_id: int, participant: str) -> None:
    """Forget that somebody was there."""
    mine = (arrivals.c.event_id == event_id) & (arrivals.c.participant == participant)
    connection.execute(delete(arrivals).where(mine))


def of_event(connection: Connection, event_id: int) -> dict[str, datetime]:
    """Return since when each participant of the event is there."""
    query = select(arrivals.c.participant, arrivals.c.at).where(arrivals.c.event_id == event_id)
    return {row.participant: row.at for row in connection.execute(query)}
