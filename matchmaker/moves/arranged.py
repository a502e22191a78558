"""An event with the rooms of by now: what may change and leaves a timetable whole."""

from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.programme import Room, Session, Table
from matchmaker.variations import changed


def as_arranged(event: Event, present: Event) -> Event:
    """Return `event` with rooms and workshops as they are in `present`, and sessions in its rooms.

    Sessions and tables that `present` no longer has stay as they are.
    """
    workshops = tuple(present.workshop_by_id.get(each.id, each) for each in event.workshops)
    return changed(
        event,
        rooms=tuple(_rooms(event, present)),
        tables=tuple(_table(each, present) for each in event.tables),
        workshops=workshops,
        sessions=tuple(_session(each, present) for each in event.sessions),
    )


def _rooms(event: Event, present: Event) -> Iterator[Room]:
    """Yield the rooms of `present`, then those that are no longer there."""
    yield from present.rooms
    yield from (each for each in event.rooms if each.id not in present.room_by_id)


def _table(table: Table, present: Event) -> Table:
    return present.table_by_id.get(table.id, table)


def _session(session: Session, present: Event) -> Session:
    now = present.session_by_id.get(session.id)
    return session if now is None else session.model_copy(update={"room": now.room})
