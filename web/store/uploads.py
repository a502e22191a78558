"""Files that wait to be taken over, and what the columns of an event's files hold.

Nothing of an upload reaches its event before the organiser says so; after some days it is gone.
"""

import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from web.store.keys import new_key
from web.store.moments import now
from web.store.tables.files import mappings, uploads

DAYS = 14

Columns = Mapping[str, Mapping[str, str]]
"""For each table, headers and the fields that they hold."""


@dataclass(frozen=True)
class File:
    """A file as it was sent."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Upload:
    """Files that wait, and what was said of their columns and sheets so far."""

    key: str
    files: tuple[File, ...]
    columns: Columns
    tables: Mapping[str, str]
    sent_by: str
    created_at: datetime

    @property
    def names(self) -> list[str]:
        """The names of the files."""
        return [each.name for each in self.files]

    @property
    def size(self) -> int:
        """How many bytes the files have."""
        return sum(len(each.content) for each in self.files)


def add(
    connection: Connection, event_id: int | None, files: Iterable[File], sent_by: str = ""
) -> str:
    """Keep files and return their key; forget those that waited for too long.

    Without an event, they wait to become one.
    """
    oldest = now() - timedelta(days=DAYS)
    connection.execute(delete(uploads).where(uploads.c.created_at < oldest))
    row = {
        "key": new_key(),
        "event_id": event_id,
        "files": _packed(files),
        "columns": json.dumps(columns_of(connection, event_id)),
        "sent_by": sent_by,
        "created_at": now(),
    }
    connection.execute(insert(uploads).values(**row))
    return str(row["key"])


def find(connection: Connection, event_id: int | None, key: str) -> Upload | None:
    """Return the upload of that key, if it waits for that event, or for none, or None."""
    own = (uploads.c.key == key) & (uploads.c.event_id == event_id)
    fresh = uploads.c.created_at >= now() - timedelta(days=DAYS)
    row = connection.execute(select(uploads).where(own, fresh)).first()
    return None if row is None else _upload(row)


def waiting(connection: Connection, event_id: int, most: int) -> list[Upload]:
    """Return the uploads that wait for the event, the newest first, at most so many."""
    own = uploads.c.event_id == event_id
    fresh = uploads.c.created_at >= now() - timedelta(days=DAYS)
    newest = select(uploads).where(own, fresh).order_by(uploads.c.id.desc()).limit(most)
    return [_upload(row) for row in connection.execute(newest)]


def settle(
    connection: Connection,
    event_id: int | None,
    key: str,
    columns: Columns,
    tables: Mapping[str, str],
) -> None:
    """Keep what is said of the columns and sheets of an upload."""
    said = {"columns": json.dumps(columns), "tables": json.dumps(tables)}
    own = (uploads.c.key == key) & (uploads.c.event_id == event_id)
    connection.execute(update(uploads).where(own).values(**said))


def drop(connection: Connection, event_id: int | None, key: str) -> None:
    """Forget an upload."""
    own = (uploads.c.key == key) & (uploads.c.event_id == event_id)
    connection.execute(delete(uploads).where(own))


def columns_of(connection: Connection, event_id: int | None) -> dict[str, dict[str, str]]:
    """Return what was said of columns of earlier files of the event."""
    query = select(mappings.c.columns).where(mappings.c.event_id == event_id)
    found: dict[str, dict[str, str]] = json.loads(connection.scalar(query) or "{}")
    return found


def remember(connection: Connection, event_id: int, columns: Columns) -> None:
    """Keep what is said of columns for the next files of the event."""
    known = columns_of(connection, event_id)
    every = {each: {**known.get(each, {}), **said} for each, said in columns.items()}
    connection.execute(delete(mappings).where(mappings.c.event_id == event_id))
    row = {"event_id": event_id, "columns": json.dumps({**known, **every})}
    connection.execute(insert(mappings).values(**row))


def _packed(files: Iterable[File]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in files:
            archive.writestr(each.name, each.content)
    return buffer.getvalue()


def _upload(row: Any) -> Upload:
    with zipfile.ZipFile(BytesIO(row.files)) as archive:
        files = tuple(File(each, archive.read(each)) for each in archive.namelist())
    said = json.loads(row.columns), json.loads(row.tables)
    return Upload(row.key, files, *said, row.sent_by, row.created_at)
