"""Imports: an event as JSON or as files, with everything that is wrong with it at once."""

from collections.abc import Sequence

from flask import abort, request
from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.registrations.mapping import NO_MAPPING
from matchmaker.registrations.records import Source
from matchmaker.registrations.takeover.beginning import begun
from matchmaker.registrations.takeover.parts import Guide
from web import here
from web.api.mapping import guide
from web.api.operations import FILES, operation
from web.api.problems import Refusal, described, refused
from web.api.values import FileMapping, ImportReport
from web.audit import Action, note
from web.current import stored_or_404
from web.imports.archive import Refused
from web.imports.receiving import files_of
from web.records.following import follow
from web.rights import Right
from web.services import services
from web.store import imports
from web.store.events import Changed
from web.store.imports import Import
from web.store.uploads import File


@operation(
    "POST",
    "/events/<event>/imports",
    Right.PREPARE,
    ImportReport,
    status=201,
    takes=Event,
    takes_files=True,
    beside_files=FileMapping,
    faults=(404, 412, 413, 415, 422),
)
def import_event() -> ImportReport:
    """Replace the event by what is sent, unless it has errors."""
    files, said = _sent()
    sources = [Source(each.name, each.content) for each in files]
    made = begun(sources, said, needs_people=True)
    if made.event is None:
        raise Refusal(422, map(described, made.problems))
    names = [each.name for each in files]
    with services().database.writing() as connection:
        _replace(connection, made.event)
        note(connection, Action.FILES_TAKEN, ", ".join(names))
        key = imports.add(connection, here.event_id(), names, made.problems, accepted=True)
        return _report(imports.find(connection, here.event_id(), key) or abort(404))


@operation(
    "GET", "/events/<event>/imports/<import_key>", Right.PREPARE, ImportReport, faults=(404,)
)
def get_import(import_key: str) -> ImportReport:
    """Give the report on an earlier import."""
    with services().database.reading() as connection:
        return _report(imports.find(connection, here.event_id(), import_key) or abort(404))


def _sent() -> tuple[Sequence[File], Guide]:
    """Return the files, and what is said of them."""
    if request.is_json:
        return [File("event.json", request.get_data())], Guide(NO_MAPPING, {})
    if request.mimetype != FILES:
        raise Refusal(415)
    try:
        return files_of(request.files.getlist("files")), guide()
    except Refused as refusal:
        raise Refusal(422, [refused(refusal.reason)]) from refusal


def _replace(connection: Connection, event: Event) -> None:
    before = stored_or_404(connection).event
    try:
        services().events.replace(connection, here.event_id(), event, seen=_revision())
    except Changed as error:
        raise Refusal(412) from error
    follow(connection, here.event_id(), before, event)


def _revision() -> int | None:
    """Return the revision on which the caller insists, None where they do not."""
    tags = request.if_match
    if tags.star_tag or not tags:
        return None
    (tag, *_) = [*tags.as_set()]
    return int(tag) if tag.isascii() and tag.isdigit() and len(tag) < 10 else -1


def _report(made: Import) -> ImportReport:
    return ImportReport(
        key=made.key,
        accepted=made.accepted,
        files=made.file_names,
        created_at=made.created_at,
        problems=tuple(map(described, made.problems)),
    )
