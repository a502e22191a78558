"""Downloading one document, or all in one archive."""

import mimetypes
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from flask import Blueprint, abort, send_file
from flask.typing import ResponseReturnValue

from web import here
from web.access import permitted
from web.audit import Action, note
from web.rights import Right
from web.services import services
from web.store import results, runs

documents = Blueprint("documents", __name__, url_prefix="/organiser/events/<event>/runs")


@documents.get("/<key>/documents/<int:document>")
@permitted(Right.PRINT)
def one(key: str, document: int) -> ResponseReturnValue:
    """Send one document."""
    with services().database.writing() as connection:
        run = runs.find(connection, here.event_id(), key) or abort(404)
        path, content = results.content_of(connection, run.id, document) or abort(404)
        note(connection, Action.DOCUMENTS_DOWNLOADED, path, run=key)
    return _download(content, PurePosixPath(path).name)


@documents.get("/<key>/documents.zip")
@permitted(Right.PRINT)
def every(key: str) -> ResponseReturnValue:
    """Send all documents of a run in one archive."""
    with services().database.writing() as connection:
        run = runs.find(connection, here.event_id(), key) or abort(404)
        contents = results.contents_of(connection, run.id) or abort(404)
        note(connection, Action.DOCUMENTS_DOWNLOADED, "documents.zip", run=key)
    return _download(_archive(contents), "documents.zip")


def _archive(contents: list[tuple[str, bytes]]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in contents:
            archive.writestr(path, content)
    return buffer.getvalue()


def _download(content: bytes, name: str) -> ResponseReturnValue:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)
