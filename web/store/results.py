"""What a run gave: timetable, certificate, and the documents printed from them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from matchmaker import formats
from matchmaker.certificate import Certificate
from matchmaker.timetable import Timetable
from web.store import runs as store
from web.store.contents import Content, event_in
from web.store.tables.runs import documents, results, runs

CALENDARS = "calendars"
DATA, REASONS = "data", "reasons.json"
"""The kind and the path under which it is kept why wishes are unmet."""


@dataclass(frozen=True)
class Document:
    """A printed file without its bytes; `path` is its place in the folder of all."""

    id: int
    kind: str
    path: str
    size: int


def keep(
    connection: Connection, run_id: int, timetable: Timetable, certificate: Certificate
) -> None:
    """Keep the result of a run, in place of an earlier one; its documents go."""
    connection.execute(delete(documents).where(documents.c.run_id == run_id))
    connection.execute(delete(results).where(results.c.run_id == run_id))
    row = {
        "run_id": run_id,
        "timetable": formats.to_json(timetable),
        "certificate": certificate.model_dump_json(),
    }
    connection.execute(insert(results).values(**row))


def certificate_of(connection: Connection, run_id: int) -> Certificate | None:
    """Return the certificate of a run, or None while there is no result."""
    query = select(results.c.certificate).where(results.c.run_id == run_id)
    text = connection.execute(query).scalar()
    return None if text is None else Certificate.model_validate_json(text)


def with_results(connection: Connection, run_ids: Collection[int]) -> set[int]:
    """Return those of these runs that gave a timetable from which a draft can be begun."""
    query = select(results.c.run_id).where(results.c.run_id.in_(run_ids))
    return set(connection.scalars(query))


def certificates_of(connection: Connection, ids: Collection[int]) -> dict[int, Certificate]:
    """Return by run the certificates of those runs that have one."""
    query = select(results.c.run_id, results.c.certificate).where(results.c.run_id.in_(ids))
    rows = connection.execute(query)
    return {row.run_id: Certificate.model_validate_json(row.certificate) for row in rows}


def kept(connection: Connection, run_id: int) -> tuple[Timetable, Certificate] | None:
    """Return what the engine gave for a run, or None before it has."""
    query = select(results.c.timetable, results.c.certificate).where(results.c.run_id == run_id)
    row = connection.execute(query).first()
    if row is None:
        return None
    certificate = Certificate.model_validate_json(row.certificate)
    return formats.timetable_from_json(row.timetable), certificate


def whole_of(connection: Connection, run_id: int) -> Content | None:
    """Return the event of a run with what the engine gave for it, or None before it has."""
    columns = runs.c.event_content, results.c.timetable, results.c.certificate
    row = connection.execute(select(*columns).join(results).where(runs.c.id == run_id)).first()
    if row is None:
        return None
    event, timetable = event_in(row.event_content), formats.timetable_from_json(row.timetable)
    return Content(event, timetable, Certificate.model_validate_json(row.certificate))


def discard_documents(connection: Connection, run_id: int) -> None:
    """Let go of what was printed for a run."""
    connection.execute(delete(documents).where(documents.c.run_id == run_id))


def earlier_calendars(connection: Connection, run_id: int) -> dict[str, bytes]:
    """Return by path the calendars of the last run before, if it was of the same event."""
    event = select(runs.c.event_id).where(runs.c.id == run_id).scalar_subquery()
    query = (
        select(func.max(documents.c.run_id))
        .join(runs)
        .where(documents.c.kind == CALENDARS, documents.c.run_id < run_id, runs.c.event_id == event)
    )
    earlier = connection.execute(query).scalar()
    if earlier is None or not _share_an_event(connection, earlier, run_id):
        return {}
    return calendars_of(connection, earlier)


def calendars_of(connection: Connection, run_id: int) -> dict[str, bytes]:
    """Return by path the calendars that were printed for a run."""
    found = select(documents.c.path, documents.c.content).where(
        documents.c.run_id == run_id, documents.c.kind == CALENDARS
    )
    return {row.path: row.content for row in connection.execute(found)}


def _share_an_event(connection: Connection, one: int, other: int) -> bool:
    """Tell whether two runs are of an event of one name; an upload may have put in another."""
    return store.event_of(connection, one).name == store.event_of(connection, other).name


def keep_document(
    connection: Connection, run_id: int, kind: str, path: str, content: bytes
) -> None:
    """Keep one printed file."""
    row = {"run_id": run_id, "kind": kind, "path": path, "size": len(content)}
    connection.execute(insert(documents).values(**row, content=content))


def documents_of(connection: Connection, run_id: int) -> list[Document]:
    """Return the documents of a run in the order in which they were printed."""
    columns = (documents.c.id, documents.c.kind, documents.c.path, documents.c.size)
    query = select(*columns).where(documents.c.run_id == run_id).order_by(documents.c.id)
    return [Document(*row) for row in connection.execute(query)]


def content_of(connection: Connection, run_id: int, document_id: int) -> tuple[str, bytes] | None:
    """Return path and bytes of one document of that run, or None."""
    query = select(documents.c.path, documents.c.content).where(
        documents.c.run_id == run_id, documents.c.id == document_id
    )
    row = connection.execute(query).first()
    return None if row is None else (row.path, row.content)


def data_of(connection: Connection, run_id: int, path: str) -> bytes | None:
    """Return the bytes of the document at `path` of that run, or None."""
    query = select(documents.c.content).where(
        documents.c.run_id == run_id, documents.c.path == path
    )
    return connection.execute(query).scalar()


def unexplained(connection: Connection) -> list[int]:
    """Return the runs that have ended with a result without reasons, the newest first."""
    explained = select(documents.c.run_id).where(documents.c.path == REASONS)
    query = select(results.c.run_id).join(runs).where(results.c.run_id.not_in(explained))
    over = query.where(runs.c.state.not_in(store.UNDER_WAY)).order_by(results.c.run_id.desc())
    return list(connection.scalars(over))


def contents_of(connection: Connection, run_id: int) -> list[tuple[str, bytes]]:
    """Return path and bytes of every document of that run."""
    query = select(documents.c.path, documents.c.content).where(documents.c.run_id == run_id)
    return [(row.path, row.content) for row in connection.execute(query.order_by(documents.c.id))]
