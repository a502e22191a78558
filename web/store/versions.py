"""Published timetables: numbered by event from 1, kept for good, never changed."""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from matchmaker import formats
from matchmaker.certificate import Certificate
from web.store.contents import Content, event_in
from web.store.moments import now
from web.store.tables.programmes import versions

MOST_REMEMBERED = 8


@dataclass(frozen=True)
class Edition:
    """A version as the history lists it; `run_id` is the run whose documents belong to it."""

    id: int
    event_id: int
    number: int
    run_id: int | None
    note: str
    published_by: str
    published_at: datetime


@dataclass(frozen=True)
class Version:
    """A published timetable."""

    edition: Edition
    content: Content


_EDITION = [versions.c[name] for name in Edition.__dataclass_fields__]
# A version never changes, so one that was read need not be read again. What names it holds the
# moment at which it was published: the id of one that was rolled back is given to another.
_read: OrderedDict[tuple[str, Edition], Version] = OrderedDict()


def publish(
    connection: Connection,
    event_id: int,
    content: Content,
    *,
    run_id: int | None,
    note: str,
    published_by: str,
) -> int:
    """Keep a new version of the event's timetable and return its number."""
    highest = select(func.max(versions.c.number)).where(versions.c.event_id == event_id)
    number = (connection.execute(highest).scalar() or 0) + 1
    row = {
        "event_id": event_id,
        "number": number,
        "run_id": run_id,
        "event_content": formats.to_json(content.event),
        "timetable": formats.to_json(content.timetable),
        "certificate": content.certificate.model_dump_json(),
        "note": note,
        "published_by": published_by,
        "published_at": now(),
    }
    made = connection.execute(insert(versions).values(**row).returning(*_EDITION)).one()
    _remember(str(connection.engine.url), Version(Edition(**made._mapping), content))
    return number


def latest(connection: Connection, event_id: int) -> Version | None:
    """Return the version published last, or None before the first."""
    query = select(*_EDITION).where(versions.c.event_id == event_id)
    row = connection.execute(query.order_by(versions.c.number.desc()).limit(1)).first()
    return None if row is None else _whole(connection, Edition(**row._mapping))


def find(connection: Connection, event_id: int, number: int) -> Version | None:
    """Return the version of that number, or None."""
    mine = (versions.c.event_id == event_id) & (versions.c.number == number)
    row = connection.execute(select(*_EDITION).where(mine)).first()
    return None if row is None else _whole(connection, Edition(**row._mapping))


def several(connection: Connection, event_id: int, numbers: Collection[int]) -> dict[int, Version]:
    """Return by number those of the versions that there are, read at once."""
    mine = (versions.c.event_id == event_id) & versions.c.number.in_(numbers)
    found = connection.execute(select(*_EDITION).where(mine))
    editions = [Edition(**row._mapping) for row in found]
    url = str(connection.engine.url)
    kept = ((each.id, _read.get((url, each))) for each in editions)
    known = {row_id: version for row_id, version in kept if version is not None}
    new = [each.id for each in editions if each.id not in known]
    if new:
        rows = connection.execute(select(versions).where(versions.c.id.in_(new)))
        fresh = {row.id: row for row in rows}
        known |= {each.id: _version(each, fresh[each.id]) for each in editions if each.id in fresh}
        for each in new:
            _remember(url, known[each])
    return {each.number: known[each.id] for each in editions}


def published_events(connection: Connection) -> set[int]:
    """Return the ids of the events of which a version is published."""
    return set(connection.execute(select(versions.c.event_id).distinct()).scalars())


def history(connection: Connection, event_id: int) -> list[Edition]:
    """Return every version of the event, the newest first."""
    query = select(*_EDITION).where(versions.c.event_id == event_id)
    rows = connection.execute(query.order_by(versions.c.number.desc()))
    return [Edition(**row._mapping) for row in rows]


def _whole(connection: Connection, edition: Edition) -> Version:
    url = str(connection.engine.url)
    # Another thread may let go of what is remembered at any moment.
    found = _read.get((url, edition))
    if found is None:
        row = connection.execute(select(versions).where(versions.c.id == edition.id)).one()
        found = _version(edition, row)
        _remember(url, found)
    return found


def _remember(url: str, version: Version) -> None:
    _read[url, version.edition] = version
    while len(_read) > MOST_REMEMBERED:
        _read.popitem(last=False)


def _version(edition: Edition, row: Any) -> Version:
    content = Content(
        event_in(row.event_content),
        formats.timetable_from_json(row.timetable),
        Certificate.model_validate_json(row.certificate),
    )
    return Version(edition, content)
