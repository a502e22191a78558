"""Printing only what changed from one published version to another."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, abort, stream_with_context
from sqlalchemy import Connection
from werkzeug.http import dump_options_header

from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.branding_folder import read_branding
from matchmaker.documents.folder import CALENDARS, DOCUMENTS, Order, file_names
from matchmaker.documents.forms import forms_of
from matchmaker.documents.reprints import Reprint
from matchmaker.documents.reprints import reprints as between
from matchmaker.messages import Message, message
from web import here
from web.access import permitted
from web.audit import Action, note
from web.current import stored_or_404
from web.documents.kinds import KINDS
from web.documents.outlet import packed
from web.languages import say
from web.links import desk
from web.rights import Right
from web.services import services
from web.store import results, runs, versions
from web.store.events import StoredEvent
from web.store.links import Scope, end_of
from web.store.versions import Version

reprints = Blueprint("reprints", __name__, url_prefix="/organiser/events/<event>/versions")


@reprints.get("/<int:number>/since/<int:since>.zip")
@permitted(Right.PRINT)
def changed(number: int, since: int) -> Response:
    """Send what is to be printed again where version `since` was printed before `number`."""
    with services().database.writing() as connection:
        stored = stored_or_404(connection)
        found = versions.several(connection, stored.id, [number, since])
        old, new = (found.get(each) or abort(404) for each in (since, number))
        orders = _orders(connection, stored, old, new)
        name = say(message("changed from version {before} to {after}", before=since, after=number))
        note(connection, Action.DOCUMENTS_DOWNLOADED, f"{name}.zip")
    archive = packed(_files(*orders, f"{name}.txt"))
    sent = Response(stream_with_context(archive), mimetype="application/zip")
    sent.headers["Content-Disposition"] = _attached(f"{name}.zip")
    return sent


def _attached(name: str) -> str:
    """Return the header for a download of that name, with signs that not all programs read."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    names = {"filename": plain, "filename*": f"UTF-8''{quote(name)}"}
    return dump_options_header("attachment", names)


def _orders(
    connection: Connection, stored: StoredEvent, old: Version, new: Version
) -> tuple[Order, Order]:
    """Return what both versions are printed from, on the paper and with the codes of the new."""
    ids = [each.edition.run_id for each in (old, new) if each.edition.run_id is not None]
    known = runs.several(connection, here.event_id(), ids)
    run = known.get(new.edition.run_id or 0)
    whole = Order(
        new.content.event,
        new.content.timetable,
        new.content.certificate,
        branding=_branding(),
        earlier=_sent(connection, old),
        forms=forms_of(run.forms if run else {}),
        links=_code_links(connection, stored, new),
    )
    was = old.content
    before = replace(whole, event=was.event, timetable=was.timetable, certificate=was.certificate)
    return before, whole


def _branding() -> Branding:
    folder = services().settings.look_folder
    return read_branding(Path(folder)) if folder else PLAIN


def _sent(connection: Connection, version: Version) -> dict[str, bytes]:
    """Return by participant the calendars that were printed with `version`."""
    run_id = version.edition.run_id
    kept = results.calendars_of(connection, run_id) if run_id is not None else {}
    names = file_names(each.id for each in version.content.event.participants)
    paths = {each: DOCUMENTS[CALENDARS].file.format(name) for each, name in names.items()}
    return {each: kept[path] for each, path in paths.items() if path in kept}


def _code_links(connection: Connection, stored: StoredEvent, version: Version) -> Mapping[str, str]:
    """Return where the codes on paper lead; nowhere while no public address is set."""
    base = services().settings.public_url.rstrip("/")
    if not base:
        return {}
    people = [each.id for each in version.content.event.participants]
    given = desk(stored.id, Scope.AGENDA).given(connection, people, end_of(stored.event))
    return {each: f"{base}/agenda/{token}" for each, token in given.items()}


def _files(old: Order, new: Order, list_name: str) -> Iterator[tuple[str, bytes]]:
    """Yield what is to be printed again, and last a list of it and of what is to be taken back."""
    lines: list[str] = []
    calendars = 0
    for each in between(old, new):
        calendars += each.kind == CALENDARS
        lines += [say(line) for line in _lines(each)]
        if each.content is not None:
            yield each.path, each.content
    if calendars:
        what = say(KINDS[CALENDARS])
        lines.append(
            say(message("{document}: {count} to send again", document=what, count=calendars))
        )
    said = lines or [say(message("Nothing that is printed has changed."))]
    yield list_name, "".join(f"{line}\r\n" for line in said).encode("utf-8-sig")


def _lines(reprint: Reprint) -> Iterator[Message]:
    """Yield what changed in a document, and what of it is to be taken back."""
    what = f"{say(KINDS[reprint.kind])} ({reprint.path})"
    if not reprint.total and reprint.content is not None and reprint.kind != CALENDARS:
        yield message("{document}: print it again", document=what)
    if reprint.changed:
        yield message(
            "{document}: {count} of {total} to print again: {names}",
            document=what,
            count=len(reprint.changed),
            total=reprint.total,
            names=", ".join(reprint.changed),
        )
    if reprint.gone:
        names = ", ".join(reprint.gone)
        yield message("{document}: take back: {names}", document=what, names=names)
