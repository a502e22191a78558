"""Taking an event along: as JSON, as a workbook, or as a folder, with people or without."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import abort, request, send_file
from flask.typing import ResponseReturnValue

from matchmaker import formats
from matchmaker.event import Event
from matchmaker.planning.copying import without_people
from matchmaker.registrations.writer import workbook, write_folder
from web.access import permitted
from web.audit import Action, note
from web.current import current_or_404
from web.rights import Right
from web.services import services


def _json(event: Event) -> bytes:
    return formats.to_json(event).encode()


def _folder(event: Event) -> bytes:
    packed = BytesIO()
    with TemporaryDirectory(prefix="matchmaker-") as name, zipfile.ZipFile(packed, "w") as archive:
        folder = Path(name)
        write_folder(event, folder)
        for each in sorted(folder.iterdir()):
            archive.writestr(each.name, each.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


WRITERS: Mapping[str, tuple[Callable[[Event], bytes], str]] = {
    "json": (_json, "application/json"),
    "xlsx": (
        workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "zip": (_folder, "application/zip"),
}


@permitted(Right.PREPARE)
def exported(form: str) -> ResponseReturnValue:
    """Send the event in that form; without people unless they are asked for."""
    write, kind = WRITERS.get(form) or abort(404)
    with_people = request.args.get("people") == "yes"
    with services().database.writing() as connection:
        now = current_or_404(connection)
        note(connection, Action.EVENT_EXPORTED, form, people=with_people)
    event = now.merged.event if with_people else without_people(now.stored.event)
    name = f"{now.stored.key}.{form}"
    return send_file(BytesIO(write(event)), kind, as_attachment=True, download_name=name)
