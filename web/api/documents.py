"""Documents of a run."""

import mimetypes
from dataclasses import asdict
from io import BytesIO
from pathlib import PurePosixPath

from flask import Response, abort, send_file
from sqlalchemy import Connection

from web import here
from web.api.operations import operation
from web.api.runs import RUN
from web.api.values import DocumentEntry, DocumentList
from web.audit import Action, note
from web.rights import Right
from web.services import services
from web.store import results, runs

LARGEST_ID = 2**31 - 1


@operation("GET", f"{RUN}/documents", Right.PRINT, DocumentList, faults=(404,))
def list_documents(run_key: str) -> DocumentList:
    """List the printed documents of a run."""
    with services().database.reading() as connection:
        found = results.documents_of(connection, _run_id(connection, run_key))
    return DocumentList(documents=tuple(DocumentEntry(**asdict(each)) for each in found))


@operation(
    "GET",
    f"{RUN}/documents/<int(min=1,max={LARGEST_ID}):document_id>",
    Right.PRINT,
    None,
    faults=(404,),
)
def download_document(run_key: str, document_id: int) -> Response:
    """Give one document."""
    with services().database.writing() as connection:
        run_id = _run_id(connection, run_key)
        path, content = results.content_of(connection, run_id, document_id) or abort(404)
        note(connection, Action.DOCUMENTS_DOWNLOADED, path, run=run_key)
    name = PurePosixPath(path).name
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)


def _run_id(connection: Connection, run_key: str) -> int:
    return (runs.find(connection, here.event_id(), run_key) or abort(404)).id
